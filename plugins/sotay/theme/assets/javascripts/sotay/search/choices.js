/* What a short question may mean: the short names of the best answers, where none of them is clearly meant. */

import { plainKey } from "./fold.js";
import { shortName } from "./names.js";

const NEARLY_AS_GOOD = 0.85;
const MOSTLY_COVERED = 0.75;
const CLEARLY_MEANT = 0.8;
const FEWEST = 2;
const MOST = 6;
const TOO_MANY = 15;
const LONGEST = 80;

/* found: the answers with score, share of the question that they cover, and share of their own name that it covers. */
export const choicesOf = (question, found) => {
  const [best] = found;
  if (!best || question.codes.length || best.named >= CLEARLY_MEANT) return [];
  const names = new Map();
  for (const { one, score, share } of found) {
    if (score < best.score * NEARLY_AS_GOOD) break;
    const label = shortName(one.title);
    const key = plainKey(label);
    if (share >= MOSTLY_COVERED && label.length <= LONGEST && !names.has(key)) names.set(key, { label, query: label });
  }
  const choices = [...names.values()];
  return choices.length < FEWEST || choices.length > TOO_MANY ? [] : choices.slice(0, MOST);
};
