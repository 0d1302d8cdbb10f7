/* Keeps the address of the page in step with what is asked: typing changes it in place, a finished search is a step
   that the browser's own way back undoes. */

import { writeAddress } from "./address.js";
import { whenQuiet } from "./frame.js";

// Browsers refuse to change the address too often.
const PAUSE = 300;

export const keepHistory = (asked, returned) => {
  let settled = location.search;
  const put = (how, address) => history[how](null, "", location.pathname + address);

  const write = () => {
    const now = writeAddress(asked());
    if (now !== location.search) {
      put("replaceState", now);
    }
  };

  const settle = () => {
    const now = writeAddress(asked());
    if (now !== settled) {
      put("replaceState", settled);
      put("pushState", now);
      settled = now;
    }
  };

  addEventListener("popstate", () => {
    settled = location.search;
    returned();
  });
  return { typed: whenQuiet(write, PAUSE), write, settle };
};
