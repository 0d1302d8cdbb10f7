/* What a title is about: its head, without “Thủ tục” before it and the cases for which it holds behind it. */

import { searchWords } from "./fold.js";

const HEAD_ENDS = /\s+(?:đối với|trong trường hợp|thuộc thẩm quyền|theo quy định)\s|[(;:]/i;
const LEAD = ["thu", "tuc"];

/* How many words stand before the head. */
export const leadLength = (words) =>
  words.length > LEAD.length && LEAD.every((word, place) => words[place].plain === word) ? LEAD.length : 0;

/* How many words there are up to the end of the head. */
export const headLength = (title, words) => {
  const end = title.search(HEAD_ENDS);
  const length = end > 0 ? searchWords(title.slice(0, end)).length : words.length;
  return length > leadLength(words) ? length : words.length;
};

/* The head as a name of its own. */
export const shortName = (title) => {
  const end = title.search(HEAD_ENDS);
  const name = (end > 0 ? title.slice(0, end) : title).replace(/^thủ tục\s+/i, "").trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
};
