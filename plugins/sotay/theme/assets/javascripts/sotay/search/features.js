/* What is looked for in a document: words, and words that stand beside each other, each with what it weighs. */

const OTHER_TONE = 0.75;
const WITHOUT_TONE = 0.85;
const BEGUN = 0.85;
const MOST_BEGUN = 40;
const OF_PAIR = 0.8;

/* words: [{plain, toned, isAmongMarked, isBegun, weight}] in their order; a null parts words that stand apart.
   The words of a saying mean nothing apart: that no name has them together counts against the names that have them. */
export const featuresOf = (words, lexicon, isSaying = false) => {
  const features = [];
  const pairs = [];
  words.forEach((word, place) => {
    if (!word) return;
    features.push(featureOf(word, lexicon));
    if (place && words[place - 1]) pairs.push(pairOf(features, lexicon, isSaying));
  });
  const weight = [...features, ...pairs].reduce((sum, one) => sum + one.weight, 0);
  return { features, pairs, weight, byForm: byForm(features), beside: besideEach(features, pairs) };
};

/* For each word, in which pairs it stands. */
const besideEach = (features, pairs) => {
  const beside = features.map(() => []);
  pairs.forEach(({ first, second }, number) => [first, second].forEach((place) => beside[place].push(number)));
  return beside;
};

const featureOf = (word, lexicon) => {
  const share = word.weight ?? 1;
  const plains = [word.plain, ...(word.isBegun ? longerWords(word.plain, lexicon) : [])];
  const count = plains.reduce((sum, plain) => sum + lexicon.countOf(plain), 0);
  const forms = new Map(plains.slice(1).flatMap((longer) => lexicon.idsOf(longer)).map((id) => [id, BEGUN]));
  for (const id of lexicon.idsOf(word.plain)) forms.set(id, likenessOf(word, lexicon, id));
  return { plain: word.plain, plains, forms, share, isBegun: Boolean(word.isBegun), weight: share * lexicon.rarity(count) };
};

const longerWords = (start, lexicon) =>
  lexicon.startingWith(start).filter((word) => word !== start).slice(0, MOST_BEGUN);

/* Diacritics that were typed count, unless no name has them: then they are a slip, no worse than none. */
const likenessOf = (word, lexicon, id) => {
  if (lexicon.idOfToned(word.toned) === id) return 1;
  if (word.toned !== word.plain && !word.isUnheard) return OTHER_TONE;
  return word.isAmongMarked ? WITHOUT_TONE : 1;
};

/* The last two words; a pair that stands in no name cannot be missed, but for one of a saying. */
const pairOf = (features, lexicon, isSaying) => {
  const second = features.length - 1;
  const first = second - 1;
  const count = features[second].plains.reduce((sum, plain) => sum + lexicon.pairCount(features[first].plain, plain), 0);
  const lighter = Math.min(features[first].weight, features[second].weight);
  return { first, second, weight: count || isSaying ? OF_PAIR * Math.min(lexicon.rarity(count), 2 * lighter + 1) : 0 };
};

/* For each form of a word, which features it is and how well. */
const byForm = (features) => {
  const found = new Map();
  features.forEach(({ forms }, number) => {
    for (const [id, likeness] of forms) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push([number, likeness]);
    }
  });
  return found;
};
