/* Codes in a question: of procedures, documents and legal texts, whole or begun, with or without their marks. */

import { codeKey } from "./fold.js";

const LIKE_A_CODE = /[\p{L}\p{M}\p{N}]+(?:[./\-–_][\p{L}\p{M}\p{N}]+)*[./-]?/gu;
const SHORTEST = 3;
const LEAST_DIGITS = 6;
const WHOLE = 1;
const BEGUN = 0.8;
const OF_LAW = 0.6;

export const makeCodeFinder = (documents) => {
  const known = documents.flatMap((one) => [
    ...one.codes.map((code) => ({ key: codeKey(code), number: one.number, weight: 1 })),
    ...one.legal.map((code) => ({ key: codeKey(code), number: one.number, weight: OF_LAW })),
  ]);
  known.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.number - b.number));
  return (text) => {
    const codes = [];
    const rest = text.replace(LIKE_A_CODE, (written) => {
      const found = isLikeCode(written) ? startingWith(known, codeKey(written)) : [];
      if (!found.length) return written;
      codes.push(scoresOf(found, codeKey(written)));
      return " ";
    });
    return { codes, rest };
  };
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
    const score = one.weight * (one.key === key ? WHOLE : BEGUN);
    scores.set(one.number, Math.max(score, scores.get(one.number) || 0));
  }
  return scores;
};
