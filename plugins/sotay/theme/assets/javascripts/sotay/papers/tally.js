/* How many papers are needed and at hand, in words. Says nothing that depends on a choice not made yet. */

import { isAsked } from "./choice.js";

const sum = (papers, what) => papers.reduce((total, paper) => total + paper[what], 0);

const amounts = (papers) =>
  [[sum(papers, "originals"), "bản chính"], [sum(papers, "copies"), "bản sao"]]
    .filter(([count]) => count)
    .map(([count, what]) => `, ${count} ${what}`)
    .join("");

const needed = (always, sometimes, verb) => {
  if (always.length) {
    const more = sometimes.length ? ` Thêm ${sometimes.length} loại chỉ khi có điều kiện ghi kèm.` : "";
    return `${verb} ${always.length} loại giấy tờ${amounts(always)}.${more}`;
  }
  return sometimes.length
    ? `Chỉ cần giấy tờ khi có điều kiện ghi kèm: ${sometimes.length} loại.`
    : "Không cần giấy tờ nào.";
};

const undecided = (brought, choice, hasCases) => [
  ...(hasCases && !choice.case ? ["trường hợp"] : []),
  ...(!choice.way && brought.some((paper) => paper.ways.length) ? ["cách nộp"] : []),
];

const progress = (have, total) => {
  if (!have) {
    return "";
  }
  return have === total ? `Đã có đủ ${total} loại.` : `Đã có ${have} trong ${total}.`;
};

/* `ticked` is the set of the keys of papers at hand. Returns {needed, progress}. */
export const tally = (papers, choice, ticked, { hasCases = false, verb = "Cần chuẩn bị" } = {}) => {
  const brought = papers.filter((paper) => paper.isBrought && isAsked(paper, choice));
  const here = brought.filter((paper) => ticked.has(paper.key));
  const open = undecided(brought, choice, hasCases);
  if (open.length) {
    const count = new Set(here.map((paper) => paper.key)).size;
    return {
      needed: `Chọn ${open.join(" và ")} để biết đúng giấy tờ của ông, bà.`,
      progress: count ? `Đã đánh dấu ${count}.` : "",
    };
  }
  const always = brought.filter((paper) => !paper.isConditional);
  const sometimes = brought.filter((paper) => paper.isConditional);
  const total = always.length + sometimes.filter((paper) => ticked.has(paper.key)).length;
  return { needed: needed(always, sometimes, verb), progress: progress(here.length, total) };
};
