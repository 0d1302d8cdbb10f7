/* Slips of typing: a word that no name and no saying has becomes the one that was most likely meant. */

const LONGEST = 24;
const MOST_PARTS = 5;
const LONGEST_SYLLABLE = 7;
const SURE_BESIDE = 3;
const LETTERS = "abcdeghiklmnopqrstuvxy";
const SPELLINGS = [
  [/^f/, "ph"], [/^z/, "d"], [/^dz/, "d"], [/^z/, "gi"], [/^j/, "gi"], [/^w/, "qu"], [/^k(?=[aou])/, "c"],
  [/^c(?=[ei])/, "k"], [/^ng(?=[ei])/, "ngh"], [/^ngh(?=[aou])/, "ng"], [/^g(?=e)/, "gh"], [/k$/, "ch"], [/g$/, "ng"],
];
/* How people shorten and mistake the letters at the ends of a syllable. */

/* spoken: the words of the glossary, which are known besides those of the documents. */
export const makeMender = (lexicon, spoken) => {
  const said = new Set(spoken.map((word) => word.plain));

  /* What stands for a word that is not known: other words, or null where nothing fits. */
  const meant = (word, before, after) => {
    const { plain } = word;
    if (/\d/.test(plain) || plain.length > LONGEST || said.has(plain) || lexicon.countOf(plain)) return null;
    const isStrange = !lexicon.knows(plain);
    const [best, worth] = mostFitting(candidatesFor(plain, lexicon), before, after, lexicon);
    return best && (isStrange || worth >= SURE_BESIDE) ? best : null;
  };

  return (words, written, isTyping) => {
    const mended = [];
    const text = [];
    let slips = 0;
    words.forEach((word, place) => {
      const isBegun = isTyping && place === words.length - 1 && lexicon.startingWith(word.plain).length > 0;
      const instead = isBegun ? null : meant(word, mended[mended.length - 1], words[place + 1]);
      slips += instead ? 1 : 0;
      mended.push(...(instead ? instead.map((plain) => ({ plain, toned: plain })) : [word]));
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

/* What telex leaves and short spellings first, then missing blanks, then one wrong letter. */
const candidatesFor = (plain, lexicon) => {
  const spellings = [...fromTelex(plain), ...fromShortSpelling(plain)].filter(lexicon.countOf);
  if (spellings.length) return spellings.map((word) => [word]);
  const parts = splits(plain, lexicon);
  if (parts.length || plain.length < 3) return parts;
  return oneEdit(plain).filter(lexicon.countOf).map((word) => [word]);
};

const mostFitting = (candidates, before, after, lexicon) => {
  let best = null;
  let most = 0;
  for (const words of candidates) {
    const line = [...(before ? [before.plain] : []), ...words, ...(after ? [after.plain] : [])];
    let worth = Math.min(...words.map(lexicon.countOf)) / 1000;
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
