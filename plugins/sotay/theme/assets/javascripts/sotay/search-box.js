/* The box of search on every page. What suggests is fetched only when somebody is about to search. */

import { focusOnSlash } from "./search/slash.js";

export const start = (form) => {
  const input = form.elements.q;
  const begin = () => import("./search/suggesting.js").then(({ suggestTo }) => suggestTo(form));
  if (document.activeElement === input) {
    begin();
  } else {
    input.addEventListener("focus", begin, { once: true });
  }
  focusOnSlash(input, () => form.parentElement.querySelector(".findlink")?.click());
};
