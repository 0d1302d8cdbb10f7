/* The documents of an index as objects; rendering/search/packing.py wrote them as columns. */

import { searchWords } from "./fold.js";

const FORMAT = 1;
const START = { procedure: "thu-tuc/" };

export const readDocuments = (index) => {
  if (index.format !== FORMAT) throw new Error(`index of another format: ${index.format}`);
  const terms = index.terms.split(" ");
  return index.documents.title.map((title, number) => documentAt(index, terms, number));
};

const documentAt = (index, terms, number) => {
  const { documents, texts } = index;
  const [where, time, fee, ways, badge] = documents.shown[number].map((text) => texts[text]);
  const codes = documents.codes[number].split(" ");
  const kind = texts[documents.kind[number]];
  const field = index.fields[documents.field[number]] || ["", ""];
  const flags = documents.flags[number];
  return {
    number,
    title: documents.title[number],
    address: documents.address[number] || `${START[kind] || "tai-lieu/"}${codes[0]}/`,
    codes, kind, where, time, fee, ways, badge,
    field,
    isOver: Boolean(flags & 1),
    isFree: Boolean(flags & 2),
    isOnline: Boolean(flags & 4),
    levels: namesOf(documents.levels[number], index.levels),
    applicants: namesOf(documents.applicants[number], index.applicants),
    agencies: index.sets[documents.performers[number]].map((agency) => index.agencies[agency][0]),
    keywords: documents.keywords[number] ? documents.keywords[number].split("|") : [],
    results: termsOf(documents.results[number], terms),
    papers: termsOf(documents.papers[number], terms),
    context: [...new Set(searchWords(`${field[1]} ${where}`).map((word) => word.plain))],
    legal: documents.legal[number].map((law) => index.legalNumbers[law]),
  };
};

const namesOf = (bits, pairs) => pairs.filter((pair, place) => bits & (1 << place)).map(([id]) => id);

const termsOf = (steps, terms) => {
  let last = 0;
  return steps.map((step) => terms[(last += step)]);
};
