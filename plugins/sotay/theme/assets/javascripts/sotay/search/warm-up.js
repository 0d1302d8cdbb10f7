/* Browsers compile what they run often: the first questions take several times as long as later ones. So search asks
   a few of its own, one in each pause, until somebody asks. */

import { plainKey } from "./fold.js";

const QUESTIONS = 12;
const LONGEST = 40;

const pause = () => new Promise((resolve) => setTimeout(resolve));

/* Names from all parts of the index, as people type them: without diacritics, and not to the end. */
export const warmUp = async ({ search }, { documents }, isAsked) => {
  const step = Math.max(1, Math.ceil(documents.title.length / QUESTIONS));
  for (let number = 0; number < documents.title.length; number += step) {
    await pause();
    if (isAsked()) return;
    search(plainKey(documents.title[number]).slice(0, LONGEST));
  }
};
