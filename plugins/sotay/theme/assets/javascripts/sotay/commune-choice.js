/* The communes of the province as a person looks for them, and the one that this browser remembers.
   Nothing of it leaves the browser. */

import { plainKey } from "./search/fold.js";

const KEY = "sotay:xa-phuong";
const KIND = /^(?:phuong|xa|thi tran) /;
const MOST = 8;

const bare = (name) => plainKey(name).replace(KIND, "");

/* How well a name answers what was typed: 0 the same, 1 begins so, 2 a later word begins so, -1 not at all. */
const rank = (name, typed) => {
  const whole = plainKey(name);
  const short = bare(name);
  if (whole === typed || short === typed) return 0;
  if (whole.startsWith(typed) || short.startsWith(typed)) return 1;
  return ` ${whole}`.includes(` ${typed}`) ? 2 : -1;
};

const answer = (commune, typed) => {
  const own = rank(commune.name, typed);
  if (own >= 0) return { commune, by: "", rank: own };
  const former = commune.former.map((name) => ({ commune, by: name, rank: rank(name, typed) }));
  return former.filter((one) => one.rank >= 0).sort((a, b) => a.rank - b.rank)[0];
};

/* Returns [{commune, by}], the best first; `by` is the former name that was meant, or empty. */
export const matches = (communes, text) => {
  const typed = plainKey(text);
  const found = communes.map((commune) => (typed ? answer(commune, typed) : undefined)).filter(Boolean);
  return found.sort((a, b) => a.rank - b.rank || a.by.length - b.by.length).slice(0, MOST);
};

/* The one commune that a text can only mean, or undefined. */
export const onlyMatch = (communes, text) => {
  const found = matches(communes, text);
  const same = found.filter((one) => one.rank === 0);
  return (same.length === 1 ? same : found.length === 1 ? found : [])[0]?.commune;
};

/* Storage may be switched off; then nothing is remembered, and everything else works. */
const guarded = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};

export const remembered = () => guarded(() => localStorage.getItem(KEY));
export const remember = (code) => guarded(() => localStorage.setItem(KEY, code));
export const forget = () => guarded(() => localStorage.removeItem(KEY));
