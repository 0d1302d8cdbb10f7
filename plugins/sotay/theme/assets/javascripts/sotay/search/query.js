/* A question as search understands it: its codes, the words left after politeness, and what sayings stand for. */

import { searchWords, writtenWords } from "./fold.js";
import { featuresOf } from "./features.js";
import { makeFinder } from "./sayings.js";
import { makeMender } from "./slips.js";
import { makeCodeFinder } from "./codes.js";
import { spansOf } from "./spans.js";

const LONGEST = 200;
const SAYS_LITTLE = 0.08;
const LEAST_TOGETHER = 3;
const MOSTLY = 0.2;

export const makeReader = (index, lexicon, documents) => {
  const meanings = index.glossary.flatMap(([say, means]) => say.map((one) => [one, means]));
  const sayings = makeFinder(meanings);
  const stops = makeFinder(index.stopWords.map((text) => [text, true]));
  const spoken = [...index.glossary.flatMap(([say]) => say), ...index.stopWords];
  const mend = makeMender(lexicon, spoken);
  const findCodes = makeCodeFinder(documents);

  return (query) => {
    const { codes, rest } = findCodes(String(query ?? "").slice(0, LONGEST));
    const isTyping = /[\p{L}\p{N}\p{M}]$/u.test(rest);
    const written = writtenWords(rest);
    const mended = mend(searchWords(rest), written, isTyping);
    const line = marked(mended.words, isTyping, lexicon);
    const stopsAt = (place) => stopAt(line, place, stops.longest, lexicon);
    const parts = partsOf(line, spansOf(line, sayings.longest, sayings.loose, stopsAt));
    return {
      codes,
      parts: readParts(parts, lexicon),
      words: line,
      corrected: mended.text,
      isGuess: Boolean(mended.text) && parts.flatMap((part) => part.words).every((word) => !word || isGuessed(word)),
      isEmpty: !String(query ?? "").trim(),
    };
  };
};

/* Mended, or typed with diacritics that no name has: it may be about something else. */
const isGuessed = ({ isMended, isUnheard, toned, plain }) => isMended || (isUnheard && toned !== plain);

const marked = (words, isTyping, lexicon) => {
  const hasMarks = words.some((word) => word.toned !== word.plain);
  return words.map((word, place) => ({
    ...word,
    isAmongMarked: hasMarks,
    isUnheard: lexicon.idOfToned(word.toned) === undefined,
    isBegun: isTyping && place === words.length - 1,
  }));
};

/* Each saying is a part, and so are the typed words between two of them; a gap where words say nothing or are taken. */
const partsOf = (line, spans) => {
  const parts = [];
  const held = new Set([...spans.values()].flatMap(({ places }) => places));
  let typed = [];
  const close = () => {
    if (typed.some(Boolean)) parts.push({ words: typed });
    typed = [];
  };
  line.forEach((word, place) => {
    const span = spans.get(place);
    if (span?.meanings) {
      close();
      parts.push({ ...span, isAside: isOfSomebody(line, place), words: span.places.map((at) => line[at]) });
    } else if (span) {
      typed.push(...dropped(span.places.map((at) => line[at])));
    } else {
      typed.push(held.has(place) ? null : word);
    }
  });
  close();
  const saysSomething = parts.some(({ words }) => words.some((word) => word && !word.weight));
  if (saysSomething) return parts;
  return parts.length && line.length === 1 ? [{ words: line }] : [];
};

/* “Bảo hiểm cho người buôn bán” asks for the insurance: what somebody does for a living is said aside. */
const isOfSomebody = (line, place) => line[place - 1]?.plain === "nguoi";

/* How many words from a place on say nothing; none where they are half of a word: the “ở xã” of “nhà ở xã hội”. */
const stopAt = (line, place, findStop, lexicon) => {
  const stop = findStop(line, place);
  if (!stop) return 0;
  const { length } = stop;
  const isHalf = belong(line[place - 1], line[place], lexicon) || belong(line[place + length - 1], line[place + length], lexicon);
  return isHalf ? 0 : length;
};

/* Whether two words make one, as xã and hội do: wherever names have the rarer of them, the other mostly stands beside. */
const belong = (first, second, lexicon) => {
  if (!first || !second) return false;
  const together = lexicon.pairCount(first.plain, second.plain);
  const apart = Math.min(lexicon.countOf(first.plain), lexicon.countOf(second.plain));
  return together >= LEAST_TOGETHER && together >= apart * MOSTLY;
};

/* One word without marks may be another word than the one that says nothing: it stays, and weighs little. */
const dropped = (words) => {
  const [only] = words;
  const isSure = words.length > 1 || only.isAmongMarked;
  return isSure ? [null] : [{ ...only, weight: SAYS_LITTLE }];
};

const readParts = (parts, lexicon) =>
  parts.map(({ words, meanings = [], trust = 1, isAside = false }) => ({
    trust,
    isAside,
    typed: featuresOf(words, lexicon, meanings.length > 0),
    alternatives: meanings.map((text) => featuresOf(searchWords(text).map((word) => ({ ...word, isAmongMarked: true })), lexicon)),
  }));
