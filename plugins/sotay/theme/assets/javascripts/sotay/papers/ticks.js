/* What was ticked off: shown in the boxes, kept, and heard from other pages of the same browser. */

/* changed is called after each change. Gives the keys of the papers that are ticked off. */
export const keepTicks = (papers, memory, forget, changed) => {
  const withTick = papers.filter(({ tick }) => tick);
  let ticked = memory.recall();

  const put = (keys) => {
    ticked = keys;
    for (const { tick, key } of withTick) {
      tick.checked = ticked.has(key);
    }
    if (forget) {
      forget.hidden = !ticked.size;
    }
  };

  const keep = (keys) => {
    memory.keep(keys);
    put(keys);
    changed();
  };

  for (const { tick, key } of withTick) {
    tick.addEventListener("change", () => {
      const others = [...ticked].filter((one) => one !== key);
      keep(new Set(tick.checked ? [...others, key] : others));
    });
  }
  addEventListener("storage", (event) => {
    const heard = memory.heard(event.key);
    if (heard) {
      put(heard);
      changed();
    }
  });
  forget?.addEventListener("click", () => {
    keep(new Set());
    withTick.find(({ item }) => !item.hidden)?.tick.focus();
  });
  put(ticked);
  return () => ticked;
};
