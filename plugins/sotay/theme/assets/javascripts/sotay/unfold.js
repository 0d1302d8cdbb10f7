/* Opens the part of a folded list to which the address leads; not every browser does so by itself. */

import { addressed } from "./addressed.js";

const unfold = (list) => {
  const target = addressed();
  const fold = list.contains(target) && target.closest("details");
  if (fold) {
    fold.open = true;
    fold.scrollIntoView();
  }
};

export const start = (list) => {
  unfold(list);
  window.addEventListener("hashchange", () => unfold(list));
};
