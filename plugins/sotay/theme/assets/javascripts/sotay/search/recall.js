/* Which documents are worth a closer look: MiniSearch over the syllables and the syllable pairs of their names,
   and over the syllables of what people receive, of papers, and of the field and place. */

import MiniSearch from "../../vendor/minisearch/index.js";

const FIELDS = ["names", "results", "context", "papers"];
const BOOST = { names: 4, results: 1.5, context: 0.6, papers: 0.3 };
const MOST = 400;
/* A word in so many names finds enough in them; papers have it nearly all. */
const COMMON = 0.03;
const LEAST_PREFIX = 2;

export const makeRecall = (documents, lexicon) => {
  const termsOf = {
    number: (one) => one.number,
    names: (one) => lexicon.phrases[one.number].flatMap(({ words }) => withPairs(words.map((id) => lexicon.plains[id]))),
    results: (one) => one.results,
    context: (one) => one.context,
    papers: (one) => one.papers,
  };
  const mini = new MiniSearch({
    idField: "number",
    fields: FIELDS,
    extractField: (one, name) => termsOf[name](one),
    stringifyField: (terms) => terms,
    tokenize: (terms) => terms,
    processTerm: (term) => term,
  });
  mini.addAll(documents);
  return (parts) => {
    const asked = askedOf(parts);
    const [rare, common] = parted([...asked.keys()], (term) => lexicon.countOf(term) < documents.length * COMMON);
    const queries = [
      { queries: [rare.join(" ")], fields: FIELDS },
      { queries: [common.join(" ")], fields: ["names"] },
    ];
    const found = mini.search({
      queries,
      tokenize: (terms) => terms.split(" "),
      boost: BOOST,
      boostTerm: (term) => asked.get(term).weight,
      prefix: (term) => asked.get(term).isBegun && term.length >= LEAST_PREFIX,
    });
    return found.slice(0, MOST).map(({ id }) => documents[id]);
  };
};

const parted = (terms, test) => [terms.filter(test), terms.filter((term) => !test(term))];
const pairTerm = (first, second) => `${first}_${second}`;
const withPairs = (words) => words.flatMap((word, place) => (place ? [pairTerm(words[place - 1], word), word] : [word]));

/* Every word and pair of what was typed and of what it may mean, once. */
const askedOf = (parts) => {
  const asked = new Map();
  const ask = (term, isBegun, weight) => {
    const known = asked.get(term);
    asked.set(term, { isBegun: isBegun || Boolean(known && known.isBegun), weight: Math.max(weight, known ? known.weight : 0) });
  };
  for (const { typed, alternatives } of parts) {
    for (const { features, pairs } of [typed, ...alternatives]) {
      for (const { plain, isBegun, share } of features) ask(plain, isBegun, share);
      for (const { first, second } of pairs) {
        ask(pairTerm(features[first].plain, features[second].plain), features[second].isBegun, features[second].share);
      }
    }
  }
  return asked;
};
