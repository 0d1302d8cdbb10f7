/* The words of all documents: how rare each is, which stand beside each other, how they are written. */

import { searchWords, writtenWords } from "./fold.js";
import { headLength, leadLength } from "./names.js";

/* A word that no name has says something, but less than the rarest of them. */
const OF_UNKNOWN = 0.5;

/* terms: the words of papers and results, which stand in no name. */
export const makeLexicon = (documents, terms) => {
  const forms = makeForms();
  const phrases = documents.map((one) => [
    phraseOf(one.title, "title", forms),
    ...one.keywords.map((keyword) => phraseOf(keyword, "keyword", forms)),
  ]);
  const { counts, pairCounts } = countOnce(phrases, forms.plains);
  terms.forEach(forms.addTerm);
  const sorted = [...forms.byPlain.keys()].sort();
  const most = Math.log(1 + documents.length);
  const rarity = (count) => (count ? Math.log(1 + documents.length / count) : most * OF_UNKNOWN);
  const countOf = (plain) => counts.get(plain) || 0;
  return {
    phrases,
    plains: forms.plains,
    rarity,
    countOf,
    knows: (plain) => forms.byPlain.has(plain),
    idsOf: (plain) => forms.byPlain.get(plain) || [],
    idOfToned: (toned) => forms.ids.get(toned),
    rarities: forms.plains.map((plain) => rarity(countOf(plain))),
    pairCount: (first, second) => pairCounts.get(`${first} ${second}`) || 0,
    startingWith: (start) => startingWith(sorted, start),
    spellingOf: (plain, before, after) => mostWritten(forms, phrases, plain, before, after),
  };
};

/* Every form of a word, by its toned key, gets a number; the plain key and the writing are kept beside. */
const makeForms = () => {
  const ids = new Map();
  const plains = [];
  const writings = [];
  const byPlain = new Map();
  const idOf = ({ plain, toned }, writing) => {
    if (!ids.has(toned)) {
      ids.set(toned, plains.length);
      byPlain.set(plain, [...(byPlain.get(plain) || []), plains.length]);
      plains.push(plain);
      writings.push(writing().toLowerCase());
    }
    return ids.get(toned);
  };
  const addTerm = (term) => byPlain.has(term) || byPlain.set(term, []);
  return { ids, plains, writings, byPlain, idOf, addTerm };
};

const phraseOf = (text, kind, forms) => {
  const words = searchWords(text);
  let written = null;
  const writingAt = (place) => (written ??= writtenWords(text))[place];
  return {
    kind,
    words: words.map((word, place) => forms.idOf(word, () => writingAt(place))),
    start: leadLength(words),
    end: headLength(text, words),
  };
};

/* In how many documents each word and each pair of words stands. */
const countOnce = (phrases, plains) => {
  const counts = new Map();
  const pairCounts = new Map();
  const count = (into, keys) => keys.forEach((key) => into.set(key, (into.get(key) || 0) + 1));
  for (const ofOne of phrases) {
    const lines = ofOne.map(({ words }) => words.map((id) => plains[id]));
    count(counts, new Set(lines.flat()));
    count(pairCounts, new Set(lines.flatMap((line) => line.slice(1).map((word, place) => `${line[place]} ${word}`))));
  }
  return { counts, pairCounts };
};

const startingWith = (sorted, start) => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  const found = [];
  for (let place = low; place < sorted.length && sorted[place].startsWith(start); place += 1) found.push(sorted[place]);
  return found;
};

/* How a word without diacritics is mostly written, above all beside its neighbours; itself where no name has it. */
const BESIDE = 100;
const mostWritten = (forms, phrases, plain, before, after) => {
  const votes = new Map();
  for (const { words } of phrases.flat()) {
    words.forEach((id, place) => {
      if (forms.plains[id] !== plain) return;
      const isBeside = (there, neighbour) => (neighbour && forms.plains[there] === neighbour ? BESIDE : 0);
      const vote = 1 + isBeside(words[place - 1], before) + isBeside(words[place + 1], after);
      votes.set(id, (votes.get(id) || 0) + vote);
    });
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best ? forms.writings[best[0]] : plain;
};
