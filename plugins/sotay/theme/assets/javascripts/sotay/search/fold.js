/* Search keys: Vietnamese words however they are typed. The same as text/search_key.py; both are held to one file of
   vectors. A word has a plain key without diacritics, and a toned one whose tone stands behind the word. */

const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const BARRED = /[\u0110\u0111\u00d0\u00f0\u0189\u0256]/g;
const WORD = /[A-Za-z0-9\u0111][A-Za-z0-9\u0111\u0300-\u036f]*/g;
const MARK = /[\u0300-\u036f]/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
const SHAPES = {
  "a\u0302": "â", "a\u0306": "ă", "a\u030c": "ă", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ", "u\u031b": "ư",
};
const PLAIN = { "â": "a", "ă": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u", "đ": "d" };

const decomposed = (text) => text.replace(UNSEEN, "").normalize("NFD").replace(BARRED, "\u0111");
const plainLetter = (letter) => PLAIN[letter] || letter;

/* A y that sounds as i: kỹ and kĩ, quý and quí are the same words; thủy is not thủi. */
const isI = (plain, place) =>
  plain[place] === "y" && (!/[aeou]/.test(plain[place - 1] || "") || plain.slice(Math.max(0, place - 2), place) === "qu");

/* A word in a hundred is new: the others are not worked out again. */
const known = new Map();
const MOST_KNOWN = 20000;

const keysOf = (written) => {
  let keys = known.get(written);
  if (!keys) {
    keys = Object.freeze(workedOut(written));
    if (known.size < MOST_KNOWN) known.set(written, keys);
  }
  return keys;
};

const small = (character) => (/[A-Z]/.test(character) ? character.toLowerCase() : character);

const workedOut = (written) => {
  const letters = [];
  let tone = "";
  for (const character of written) {
    if (TONE.test(character)) tone = character;
    else if (MARK.test(character)) letters.push(shaped(letters.pop(), character));
    else letters.push(small(character));
  }
  const plain = letters.map(plainLetter).join("");
  const spelt = letters.map((letter, place) => (isI(plain, place) ? "i" : letter));
  return { plain: spelt.map(plainLetter).join(""), toned: spelt.join("") + tone };
};

const shaped = (letter, mark) => SHAPES[letter + mark] || letter;

/* The words of a text, each {plain, toned}; whatever is no Latin letter and no digit parts them. */
export const searchWords = (text) => (decomposed(text).match(WORD) || []).map(keysOf);

/* The same words as they are written. */
export const writtenWords = (text) => (decomposed(text).match(WORD) || []).map((word) => word.normalize("NFC"));

export const plainKey = (text) => searchWords(text).map((word) => word.plain).join(" ");

/* A code without its marks: 123/2015/NĐ-CP and 1232015ndcp are the same. */
export const codeKey = (text) =>
  decomposed(text)
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/\u0111/g, "d")
    .replace(/[A-Z]/g, small)
    .replace(/[^a-z0-9]/g, "");
