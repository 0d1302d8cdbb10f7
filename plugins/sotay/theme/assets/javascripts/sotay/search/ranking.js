/* How well a document answers a question, between 0 and about 1: how much of the question it covers and where,
   and how much of its own name the question covers. */

const WORTH = { title: 1, keyword: 0.97, result: 0.5, context: 0.3, paper: 0.25 };
const NEAR = [0, 1, 0.6, 0.4];
const BESIDE = 0.5;
const MOSTLY = 0.75;
const OF_NAME = 0.25;
const BEHIND_HEAD = 0.15;
const MEANT = 0.97;
const LATER_MEANT = 0.985;
const MOST_MEANT = 2;
const ASIDE = 0.4;

export const makeRanking = (lexicon) => (question, one) => {
  const phrases = lexicon.phrases[one.number];
  const explained = phrases.map(() => new Set());
  let covered = 0;
  let firm = 0;
  let whole = 0;
  for (const { typed, alternatives, trust, isAside } of question.parts) {
    const weight = partWeight(typed, alternatives) * (isAside ? ASIDE : 1);
    if (!weight) continue;
    const spread = alternatives.length ? null : spreadCover(typed, one, phrases, explained);
    const asTyped = shareOf(typed, spread ? spread.cover : closeCover(typed, one, phrases, explained));
    const asMeant = alternatives.map((meant, place) => {
      const cover = closeCover(meant, one, phrases, explained);
      return MEANT * trust * LATER_MEANT ** place * shareOf(meant, cover);
    });
    const most = Math.max(asTyped, ...asMeant);
    covered += weight * most;
    firm += weight * (spread ? shareOf(typed, spread.firm) : most >= MOSTLY ? most : 0);
    whole += weight;
  }
  const share = whole ? covered / whole : 0;
  const named = phrases.map((phrase, number) => namedShare(phrase, explained[number], lexicon));
  const known = Math.max(...named);
  const score = share * (1 - OF_NAME + OF_NAME * known);
  return { share, named: named[0], known, firm: whole ? firm / whole : 0, score };
};

/* A long meaning is not worth much more than the few words for which it stands. */
const partWeight = (typed, alternatives) => {
  const meant = Math.max(0, ...alternatives.map(({ weight }) => weight));
  return Math.max(typed.weight, Math.min(meant, typed.weight * MOST_MEANT));
};

const shareOf = (reading, cover) => (reading.weight ? cover / reading.weight : 0);

/* What was typed may be spread over names, results, papers and the place. */
const spreadCover = (reading, one, phrases, explained) => {
  const words = new Float32Array(reading.features.length);
  const pairs = new Float32Array(reading.pairs.length);
  phrases.forEach((phrase, number) => {
    const hits = hitsIn(phrase, reading, explained[number]);
    if (!hits) return;
    keepBest(words, hits.words, WORTH[phrase.kind]);
    keepBest(pairs, hits.pairs, WORTH[phrase.kind]);
  });
  const firm = words.map((hit, place) => (isFirm(reading.beside[place], pairs) ? hit : 0));
  lookElsewhere(reading, one, words);
  const together = sumOf(reading.pairs, pairs);
  return { cover: sumOf(reading.features, words) + together, firm: sumOf(reading.features, firm) + together };
};

/* Most words have two syllables: one without its neighbour is likely another word. What was typed alone stands alone. */
const isFirm = (beside, hits) => !beside.length || beside.some((number) => hits[number] >= BESIDE);

/* What is meant must stand in one name, or among what people receive. */
const closeCover = (reading, one, phrases, explained) => {
  let most = 0;
  phrases.forEach((phrase, number) => {
    const hits = hitsIn(phrase, reading, explained[number]);
    if (!hits) return;
    const cover = sumOf(reading.features, hits.words) + sumOf(reading.pairs, hits.pairs);
    most = Math.max(most, cover * WORTH[phrase.kind]);
  });
  const received = reading.features.map(({ plain }) => (one.results.includes(plain) ? 1 : 0));
  return Math.max(most, WORTH.result * sumOf(reading.features, received));
};

const sumOf = (features, hits) => features.reduce((sum, { weight }, place) => sum + weight * hits[place], 0);

const keepBest = (into, hits, worth) => hits.forEach((hit, place) => (into[place] = Math.max(into[place], hit * worth)));

const lookElsewhere = ({ features }, one, words) => {
  features.forEach(({ plains }, place) => {
    for (const plain of plains) {
      if (words[place] >= WORTH.result) return;
      if (one.results.includes(plain)) words[place] = WORTH.result;
      else if (one.context.includes(plain)) words[place] = Math.max(words[place], WORTH.context);
      else if (one.papers.includes(plain)) words[place] = Math.max(words[place], WORTH.paper);
    }
  });
};

/* Which features a name has, how well, and which stand as near each other as they were typed. */
const hitsIn = ({ words }, reading, explained) => {
  const places = [];
  words.forEach((id, place) => {
    for (const [number, likeness] of reading.byForm.get(id) || []) {
      (places[number] ||= []).push([place, likeness]);
      explained.add(place);
    }
  });
  if (!places.length) return null;
  return {
    words: reading.features.map((feature, number) => Math.max(0, ...(places[number] || []).map(([, likeness]) => likeness))),
    pairs: reading.pairs.map(({ first, second }) => nearness(places[first] || [], places[second] || [])),
  };
};

const nearness = (these, those) => {
  let best = 0;
  for (const [here, one] of these) {
    for (const [there, other] of those) best = Math.max(best, (NEAR[there - here] || 0) * Math.min(one, other));
  }
  return best;
};

/* How much of a name the question says; the cases behind its head count little. */
const namedShare = ({ words, start, end }, places, lexicon) => {
  if (!places.size) return 0;
  let said = 0;
  let whole = 0;
  for (let place = start; place < words.length; place += 1) {
    const weight = lexicon.rarities[words[place]] * (place < end ? 1 : BEHIND_HEAD);
    whole += weight;
    if (places.has(place)) said += weight;
  }
  return whole ? said / whole : 0;
};
