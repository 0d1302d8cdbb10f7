/* Finds set phrases in a line of words: the sayings of the glossary and the words of a question that say nothing. */

import { searchWords } from "./fold.js";

/* phrases: [text, meaning] pairs. Gives a function that finds the longest phrase at a place. */
export const makeFinder = (phrases) => {
  const root = new Map();
  for (const [text, meaning] of phrases) {
    const words = searchWords(text);
    if (words.length) endOf(root, words).push({ words, meaning });
  }
  return (line, start) => longestAt(root, line, start);
};

const END = Symbol("end");

const endOf = (root, words) => {
  let node = root;
  for (const { plain } of words) {
    if (!node.has(plain)) node.set(plain, new Map());
    node = node.get(plain);
  }
  if (!node.has(END)) node.set(END, []);
  return node.get(END);
};

const longestAt = (root, line, start) => {
  let node = root;
  let best = null;
  for (let place = start; place < line.length; place += 1) {
    node = node.get(line[place].plain);
    if (!node) break;
    const meanings = meaningsOf(node, line, start);
    if (meanings.length) best = { length: place + 1 - start, meanings };
  }
  return best;
};

const meaningsOf = (node, line, start) =>
  (node.get(END) || []).filter(({ words }) => isSaid(words, line, start)).map((one) => one.meaning);

/* A word typed without any mark may stand for each; one with marks, or alone among words with marks, only for itself. */
const isSaid = (words, line, start) =>
  words.every((word, place) => {
    const typed = line[start + place];
    const mayBeAny = typed.toned === typed.plain && (words.length > 1 || !typed.isAmongMarked);
    return mayBeAny || typed.toned === word.toned;
  });

const MOST_BETWEEN = 2;
const LEAST_WORDS = 2;

/* Finds sayings whose words stand in their order with a few others between: “bán căn nhà” is “bán nhà”.
   Gives a function of a line, a place and a test which places may be taken. */
export const makeLooseFinder = (phrases) => {
  const root = new Map();
  for (const [text, meaning] of phrases) {
    const words = searchWords(text);
    if (words.length >= LEAST_WORDS) endOf(root, words).push({ words, meaning });
  }
  return (line, start, isFree) => {
    let best = null;
    const walk = (node, places, between) => {
      const meanings = meaningsOf(node, places.map((place) => line[place]), 0);
      const worth = 2 * places.length - between;
      if (meanings.length && (!best || worth > best.worth)) best = { places, meanings, worth };
      const next = places[places.length - 1] + 1;
      for (let place = next; place <= next + MOST_BETWEEN - between && place < line.length; place += 1) {
        const further = isFree(place) && node.get(line[place].plain);
        if (further) walk(further, [...places, place], between + place - next);
      }
    };
    const first = isFree(start) && root.get(line[start].plain);
    if (first) walk(first, [start], 0);
    return best;
  };
};
