/* Which words of a question are sayings and which say nothing; the others stay as typed. */

const LOOSE = 0.85;
const OF_SPAN = 0.1;

/* findSaying(line, place) and findStop(place) look for what stands together, findLoose for what has others between.
   Gives a map from first places to {places, meanings, trust}; without meanings the words say nothing. */
export const spansOf = (line, findSaying, findLoose, findStop) => {
  const together = standingTogether(line, findSaying, findStop);
  const loose = standingApart(line, findLoose, together);
  const taken = new Set(loose.flatMap(({ places }) => places));
  const kept = together.filter(({ places }) => !places.some((place) => taken.has(place)));
  return new Map([...kept, ...loose].map((span) => [span.places[0], span]));
};

/* So chosen that most words are in some span: “hoàn thuế · thu nhập” and “xin · giấy phép môi trường”. */
const standingTogether = (line, findSaying, findStop) => {
  const chosen = [];
  const worth = new Array(line.length + 1).fill(0);
  for (let place = line.length - 1; place >= 0; place -= 1) {
    worth[place] = worth[place + 1];
    for (const span of spansAt(line, place, findSaying, findStop)) {
      const { length } = span.places;
      const gain = length - OF_SPAN * (span.meanings ? 1 : 2) + worth[place + length];
      if (gain > worth[place]) [worth[place], chosen[place]] = [gain, span];
    }
  }
  const spans = [];
  for (let place = 0; place < line.length; place += chosen[place] ? chosen[place].places.length : 1) {
    if (chosen[place]) spans.push(chosen[place]);
  }
  return spans;
};

const spansAt = (line, place, findSaying, findStop) => {
  const saying = findSaying(line, place);
  const stop = findStop(place);
  return [
    ...(saying ? [{ places: run(place, saying.length), meanings: saying.meanings.flat(), trust: 1 }] : []),
    ...(stop ? [{ places: run(place, stop), meanings: null, trust: 1 }] : []),
  ];
};

const run = (start, length) => Array.from({ length }, (none, step) => start + step);

/* Words that say nothing are no part of a saying with others between, and none breaks one that stands together. */
const standingApart = (line, findLoose, together) => {
  const owner = new Map(together.flatMap((span) => span.places.map((place) => [place, span])));
  const taken = new Set();
  const spans = [];
  const isFree = (place) => !taken.has(place) && owner.get(place)?.meanings !== null;
  line.forEach((word, place) => {
    const found = findLoose(line, place, isFree);
    if (!found || !holdsWhole(found.places, owner)) return;
    spans.push({ places: found.places, meanings: found.meanings.flat(), trust: LOOSE });
    found.places.forEach((one) => taken.add(one));
  });
  return spans;
};

const holdsWhole = (places, owner) => {
  const owners = new Set(places.map((place) => owner.get(place)).filter(Boolean));
  const isMore = [...owners].every((span) => span.places.length < places.length);
  return isMore && [...owners].every((span) => span.places.every((place) => places.includes(place)));
};
