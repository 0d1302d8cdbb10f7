/* Codes in a question: of procedures, documents and legal texts, whole or begun, with or without their marks. */

import { codeKey } from "./fold.js";

const LIKE_A_CODE = /[\p{L}\p{M}\p{N}]+(?:[./\-–_][\p{L}\p{M}\p{N}]+)*[./-]?/gu;
/* 9.999999: nothing else looks so, and where no document has it no words stand for it. */
const SURELY_A_CODE = /^\d\.\d{6}$/;
const SHORTEST = 3;
const LEAST_DIGITS = 6;
const WHOLE = 1;
const BEGUN = 0.8;
const OF_LAW = 0.6;

export const makeCodeFinder = (documents) => {
  let known = null;
  return (text) => {
    const codes = [];
    const rest = text.replace(LIKE_A_CODE, (written) => {
      if (!isLikeCode(written)) return written;
      known ??= knownCodes(documents);
      const found = startingWith(known, codeKey(written));
      if (!found.length) return SURELY_A_CODE.test(written) ? " " : written;
      codes.push(scoresOf(found, codeKey(written)));
      return " ";
    });
    return { codes, rest };
  };
};

/* Every code once, in order, with the documents that have it. */
const knownCodes = (documents) => {
  const keys = new Map();
  const known = new Map();
  const add = (code, number, weight) => {
    if (!keys.has(code)) keys.set(code, codeKey(code));
    const key = keys.get(code);
    if (!known.has(key)) known.set(key, []);
    known.get(key).push({ number, weight });
  };
  for (const { number, codes, legal } of documents) {
    codes.forEach((code) => add(code, number, 1));
    legal.forEach((code) => add(code, number, OF_LAW));
  }
  return [...known].map(([key, having]) => ({ key, having })).sort((a, b) => (a.key < b.key ? -1 : 1));
};

/* A bare number of few digits is an amount or a year: 100 mét, năm 1990. */
const isLikeCode = (written) =>
  /\d/.test(written) && codeKey(written).length >= (/^\d+$/.test(written) ? LEAST_DIGITS : SHORTEST);

const startingWith = (known, start) => {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle].key < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let place = low; place < known.length && known[place].key.startsWith(start); place += 1) found.push(known[place]);
  return found;
};

const scoresOf = (found, key) => {
  const scores = new Map();
  for (const one of found) {
    for (const { number, weight } of one.having) {
      const score = weight * (one.key === key ? WHOLE : BEGUN);
      scores.set(number, Math.max(score, scores.get(number) || 0));
    }
  }
  return scores;
};
