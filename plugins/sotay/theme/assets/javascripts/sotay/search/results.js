/* One found procedure with what a person wants to know before opening it: time, fee, where, ways of filing. */

import { element, linkTo } from "../element.js";

const FACTS = [
  ["Thời hạn", "time"],
  ["Lệ phí", "fee"],
  ["Nơi làm", "where"],
  ["Cách nộp", "ways"],
];

// Words made for running text say again what they are about: “lệ phí tùy trường hợp”.
const withoutTerm = (term, value) =>
  value.startsWith(`${term.toLowerCase()} `) ? value.slice(term.length + 1) : value;

const fact = (term, value) =>
  element("div", "", element("dt", "", term), element("dd", "", withoutTerm(term, value)));

const factsOf = (result) =>
  FACTS.filter(([, key]) => result[key]).map(([term, key]) => fact(term, result[key]));

/* How a document stands, unless it is simply in force. */
export const markOf = ({ badge, isOver }) => {
  const tone = isOver ? "mark--past" : "mark--upcoming";
  return badge ? element("span", `mark ${tone}`, badge) : null;
};

export const resultItem = (result, base) => {
  const isProcedure = result.kind === "procedure";
  const kinds = [...result.codes, isProcedure ? result.field : result.where].filter(Boolean).join(" · ");
  return element(
    "li",
    "hit",
    linkTo(new URL(result.address, base).href, "hit__title", result.title),
    markOf(result),
    isProcedure ? element("dl", "hit__facts", ...factsOf(result)) : null,
    element("p", "hit__codes", kinds),
  );
};
