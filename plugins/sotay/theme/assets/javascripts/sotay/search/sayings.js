/* Finds set phrases in a line of words: the sayings of the glossary and the words of a question that say nothing. */

import { searchWords } from "./fold.js";

const END = Symbol("end");
const MOST_BETWEEN = 2;
const LEAST_WORDS = 2;

/* phrases: [text, meaning] pairs. Gives {longest, loose}: the longest phrase at a place of a line, and one whose words
   stand in their order with a few others between: “bán căn nhà” is “bán nhà”. */
export const makeFinder = (phrases) => {
  const from = makeTree(phrases);
  return {
    longest: (line, start) => longestAt(from, line, start),
    loose: (line, start, isFree) => looseAt(from, line, start, isFree),
  };
};

/* There are thousands of phrases, and a question begins a few of them: only those are read. */
const makeTree = (phrases) => {
  const unread = new Map();
  for (const phrase of phrases) {
    const first = firstWord(phrase[0]);
    if (!unread.has(first)) unread.set(first, []);
    unread.get(first).push(phrase);
  }
  const root = new Map();
  return (first) => {
    for (const [text, meaning] of unread.get(first) || []) {
      const words = searchWords(text);
      endOf(root, words).push({ words, meaning });
    }
    unread.delete(first);
    return root.get(first);
  };
};

const firstWord = (text) => {
  const [first] = searchWords(text.split(" ", 1)[0]);
  return (first || searchWords(text)[0])?.plain;
};

const endOf = (root, words) => {
  let node = root;
  for (const { plain } of words) {
    if (!node.has(plain)) node.set(plain, new Map());
    node = node.get(plain);
  }
  if (!node.has(END)) node.set(END, []);
  return node.get(END);
};

const longestAt = (from, line, start) => {
  let best = null;
  let node = from(line[start].plain);
  for (let place = start; node; node = node.get(line[place]?.plain)) {
    place += 1;
    const meanings = meaningsOf(node, line, start);
    if (meanings.length) best = { length: place - start, meanings };
  }
  return best;
};

const looseAt = (from, line, start, isFree) => {
  let best = null;
  const walk = (node, places, between) => {
    const meanings = places.length < LEAST_WORDS ? [] : meaningsOf(node, places.map((place) => line[place]), 0);
    const worth = 2 * places.length - between;
    if (meanings.length && (!best || worth > best.worth)) best = { places, meanings, worth };
    const next = places[places.length - 1] + 1;
    for (let place = next; place <= next + MOST_BETWEEN - between && place < line.length; place += 1) {
      const further = isFree(place) && node.get(line[place].plain);
      if (further) walk(further, [...places, place], between + place - next);
    }
  };
  const first = isFree(start) && from(line[start].plain);
  if (first) walk(first, [start], 0);
  return best;
};

const meaningsOf = (node, line, start) => {
  const ended = node.get(END) || [];
  const exact = ended.filter(({ words }) => isSaid(words, line, start));
  const said = exact.length ? exact : ended.filter(({ words }) => isSaid(words, line, start, isSlip));
  return said.map((one) => one.meaning);
};

/* A word typed without any mark may stand for each; one with marks, or alone among words with marks, only for itself. */
const isSaid = (words, line, start, mayBe = () => false) =>
  words.every((word, place) => {
    const typed = line[start + place];
    const mayBeAny = typed.toned === typed.plain && (words.length > 1 || !typed.isAmongMarked);
    return mayBeAny || typed.toned === word.toned || (words.length > 1 && mayBe(typed));
  });

/* Diacritics that no name has were mistyped, where they make no saying as they stand: “sổ đở” is “sổ đỏ”. */
const isSlip = (typed) => typed.isUnheard;
