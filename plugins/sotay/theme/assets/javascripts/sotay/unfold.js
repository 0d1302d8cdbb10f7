/* Opens the part of a folded list to which the address leads; not every browser does so by itself. */

const unfold = (list) => {
  const name = decodeURIComponent(location.hash.slice(1));
  const target = name && document.getElementById(name);
  const fold = target && list.contains(target) && target.closest("details");
  if (fold) {
    fold.open = true;
    fold.scrollIntoView();
  }
};

export const start = (list) => {
  unfold(list);
  window.addEventListener("hashchange", () => unfold(list));
};
