/* Slips of typing: a word that no name and no saying has becomes the one that was most likely meant. */

import { searchWords } from "./fold.js";

const LONGEST = 24;
const SHORTEST = 3;
const MOST_PARTS = 5;
const LONGEST_SYLLABLE = 7;
const BESIDE = 1;
const SURE_BESIDE = 3;
const LETTERS = "abcdeghiklmnopqrstuvxy";
const SPELLINGS = [
  [/^f/, "ph"], [/^z/, "d"], [/^dz/, "d"], [/^z/, "gi"], [/^j/, "gi"], [/^w/, "qu"], [/^k(?=[aou])/, "c"],
  [/^c(?=[ei])/, "k"], [/^ng(?=[ei])/, "ngh"], [/^ngh(?=[aou])/, "ng"], [/^g(?=e)/, "gh"], [/k$/, "ch"], [/g$/, "ng"],
];
/* How people shorten and mistake the letters at the ends of a syllable. */

/* spoken: the phrases of the glossary; their words are known besides those of the documents. */
export const makeMender = (lexicon, spoken) => {
  let said = null;
  const isSaid = (plain) => {
    said ??= new Set(spoken.flatMap(searchWords).map((word) => word.plain));
    return said.has(plain);
  };

  /* What stands for a word that is not known: other words, or null where nothing fits. */
  const meant = (word, before, after) => {
    const { plain } = word;
    if (/\d/.test(plain) || plain.length > LONGEST || lexicon.countOf(plain) || isSaid(plain)) return null;
    const isStrange = !lexicon.knows(plain);
    const least = isStrange ? BESIDE : SURE_BESIDE;
    let first = null;
    for (const candidates of CANDIDATES) {
      const [best, worth] = mostFitting(candidates(plain, lexicon), before, after, lexicon);
      if (worth >= least) return best;
      first ??= best;
    }
    return isStrange ? first : null;
  };

  return (words, written, isTyping) => {
    const mended = [];
    const text = [];
    let slips = 0;
    words.forEach((word, place) => {
      const isBegun = isTyping && place === words.length - 1 && lexicon.startingWith(word.plain).length > 0;
      const instead = isBegun ? null : meant(word, mended[mended.length - 1], words[place + 1]);
      slips += instead ? 1 : 0;
      mended.push(...(instead ? instead.map((plain) => ({ plain, toned: plain, isMended: true })) : [word]));
      text.push(...(instead ? instead.map(() => null) : [written[place]]));
    });
    if (!slips) return { words, text: null };
    const isMarked = slips * 2 >= words.length || words.some(({ plain, toned }) => plain !== toned);
    return { words: mended, text: spelled(text, mended, isMarked, lexicon) };
  };
};

/* Only words that were mended are spelled anew; without diacritics where the others have none. */
const spelled = (text, words, isMarked, lexicon) =>
  text
    .map((one, place) => (one === null ? spellingAt(words, place, lexicon) : one))
    .map((one) => (isMarked ? one : one.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")))
    .join(" ");

const spellingAt = (words, place, lexicon) => {
  const [before, here, after] = [words[place - 1], words[place], words[place + 1]];
  return lexicon.spellingOf(here.plain, before && before.plain, after && after.plain);
};

/* Words that stand beside their neighbours in many names; how often each stands in a name settles only what is left. */
const UNTIL_A_PAIR = 1e6;
const mostFitting = (candidates, before, after, lexicon) => {
  let best = null;
  let most = 0;
  for (const words of candidates) {
    const line = [...(before ? [before.plain] : []), ...words, ...(after ? [after.plain] : [])];
    let worth = Math.min(...words.map(lexicon.countOf)) / UNTIL_A_PAIR;
    for (let place = 1; place < line.length; place += 1) worth += lexicon.pairCount(line[place - 1], line[place]);
    if (worth > most) [best, most] = [words, worth];
  }
  return [best, most];
};

const soleI = (word) => word.replace(/(^|[^aeou]|qu)y$/, "$1i");

/* ddang → dang, kys → ki, nhaan → nhan, ddaats → dat, quyeenf → quyen */
const fromTelex = (plain) => {
  const letters = plain.replace(/^dd/, "d").replace(/d$/, "").replace(/([aeo])\1/, "$1").replace(/w/g, "");
  const endings = [letters, letters.replace(/[sfrxj]$/, ""), letters.replace(/([aeiouy])[sfrxj]/, "$1")];
  return [...new Set(endings.map(soleI))].filter((word) => word && word !== plain);
};

const fromShortSpelling = (plain) => SPELLINGS.map(([from, to]) => plain.replace(from, to)).filter((word) => word !== plain);

/* Ways to part a run of letters into words that stand beside each other in some name. */
const splits = (plain, lexicon) => {
  const found = [];
  const walk = (rest, words) => {
    if (!rest && words.length > 1) found.push(words);
    if (!rest || words.length === MOST_PARTS) return;
    for (let end = Math.min(LONGEST_SYLLABLE, rest.length); end > 1; end -= 1) {
      const word = soleI(rest.slice(0, end));
      const before = words[words.length - 1];
      const fits = before ? lexicon.pairCount(before, word) : lexicon.countOf(word);
      if (fits) walk(rest.slice(end), [...words, word]);
    }
  };
  walk(plain, []);
  return found;
};

/* Every word that is one letter away: left out, put in, taken for another, or changed places with the next. */
const oneEdit = (word) => {
  const made = new Set();
  for (let place = 0; place <= word.length; place += 1) {
    const before = word.slice(0, place);
    const after = word.slice(place);
    if (after) made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of LETTERS) {
      if (after) made.add(before + letter + after.slice(1));
      made.add(before + letter + after);
    }
  }
  made.delete(word);
  return [...made];
};

/* What telex leaves and short spellings first, then missing blanks, then one wrong letter: of these the first that
   stands beside its neighbours in some name, “khai sinh” for “kai sinh” before “cai sinh”. */
const CANDIDATES = [
  (plain, lexicon) => known([...fromTelex(plain), ...fromShortSpelling(plain)], lexicon),
  splits,
  (plain, lexicon) => (plain.length < SHORTEST ? [] : known(oneEdit(plain), lexicon)),
];

const known = (words, lexicon) => words.filter(lexicon.countOf).map((word) => [word]);
