/* Arrow keys between the box and the links of a list: down into it, up out of it; Escape comes back to the box.
   Who stands on a link goes on standing there when a later answer replaces the list. */

const step = (key, here, last) => {
  const places = { ArrowDown: Math.min(here + 1, last), ArrowUp: here - 1, Home: 0, End: last, Escape: -1 };
  return places[key];
};

export const moveByArrows = (input, list) => {
  const links = () => [...list.querySelectorAll("a")];
  input.addEventListener("keydown", (event) => {
    const [first] = links();
    if (event.key === "ArrowDown" && first && list.offsetParent && !event.isComposing) {
      event.preventDefault();
      first.focus();
    }
  });
  list.addEventListener("keydown", (event) => {
    const all = links();
    const here = all.indexOf(document.activeElement);
    const next = step(event.key, here, all.length - 1);
    if (here < 0 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    (all[next] ?? input).focus();
  });
};

/* To the link that leads where the one left led, or else to the one in its place. */
export const replaceKeepingFocus = (list, items) => {
  const before = [...list.querySelectorAll("a")];
  const here = before.indexOf(document.activeElement);
  list.replaceChildren(...items);
  if (here >= 0) {
    const after = [...list.querySelectorAll("a")];
    (after.find(({ href }) => href === before[here].href) ?? after[Math.min(here, after.length - 1)])?.focus();
  }
};
