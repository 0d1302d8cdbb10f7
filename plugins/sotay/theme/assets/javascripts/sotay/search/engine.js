/* The search of a site: createSearch(index) gives search(query, filters, limit) and facets. */

import { choicesOf } from "./choices.js";
import { isUnsure, MOST_UNSURE } from "./confidence.js";
import { readDocuments } from "./documents.js";
import { countsOf, facetsOf, passes } from "./filters.js";
import { makeLexicon } from "./lexicon.js";
import { makeReader } from "./query.js";
import { makeRanking } from "./ranking.js";
import { makeRecall } from "./recall.js";

const LEAST_SHARE = 0.2;
const LEAST_OF_BEST = 0.45;

const shown = (one, score) => ({
  address: one.address, title: one.title, codes: one.codes, field: one.field[1], where: one.where, time: one.time,
  fee: one.fee, ways: one.ways, badge: one.badge, isOver: one.isOver, kind: one.kind,
  score,
});

/* All else being equal: what is in force, of the commune, for people. */
const standing = (one) =>
  (one.kind === "procedure" ? 1 : 0.6) * (one.isOver ? 0.5 : 1) * (one.applicants.includes("citizen") ? 1.01 : 1) *
  (one.levels.includes("commune") ? 1.03 : one.levels.includes("province") ? 1.01 : 1);

export const createSearch = (index) => {
  const documents = readDocuments(index);
  const lexicon = makeLexicon(documents, index.terms.split(" "));
  const read = makeReader(index, lexicon, documents);
  const rank = makeRanking(lexicon);
  const recall = makeRecall(documents, lexicon);

  const ranked = (one, question) => {
    const byCode = question.codes.reduce((sum, scores) => sum + (scores.get(one.number) || 0), 0);
    const found = rank(question, one);
    return { one, byCode, ...found, score: (byCode + found.score) * standing(one) };
  };

  const find = (question) => {
    if (!question.codes.length && !question.parts.length) return [];
    const near = question.codes.length ? withCodes(documents, question) : recall(question.parts);
    const found = near.map((one) => ranked(one, question)).filter(({ byCode, share }) => byCode || share >= LEAST_SHARE);
    found.sort((a, b) => b.score - a.score || a.one.number - b.one.number);
    return found.filter(({ score }) => score >= found[0].score * LEAST_OF_BEST);
  };

  const search = (query, filters = {}, limit = 20) => {
    const pass = passes(filters);
    const question = read(query);
    const found = question.isEmpty ? documents.map((one) => ({ one, score: 0 })) : find(question);
    const isWeak = !question.isEmpty && isUnsure(question, found);
    const all = isWeak ? found.slice(0, MOST_UNSURE) : found;
    const passing = all.filter(({ one }) => pass(one));
    return {
      results: passing.slice(0, limit).map(({ one, score }) => shown(one, score)),
      total: passing.length,
      isWeak: isWeak && passing.length > 0,
      choices: question.isEmpty || isWeak ? [] : choicesOf(question, passing),
      corrected: question.corrected,
      counts: countsOf(all.map(({ one }) => one), filters),
    };
  };
  return { search, facets: facetsOf(index, documents) };
};

/* Who asks for a code wants what has it; with two codes, what has either. */
const withCodes = (documents, { codes }) => documents.filter(({ number }) => codes.some((scores) => scores.has(number)));
