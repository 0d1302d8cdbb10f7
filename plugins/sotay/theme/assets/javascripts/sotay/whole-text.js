/* Folds the text of the controlled document, which few people come for; the page's own search still finds it.
   It is printed with the rest of the page. */

import { addressed } from "./addressed.js";

export const start = (text) => {
  text.open = text.contains(addressed());
  let wasOpen = text.open;
  addEventListener("beforeprint", () => {
    wasOpen = text.open;
    text.open = true;
  });
  addEventListener("afterprint", () => {
    text.open = wasOpen;
  });
};
