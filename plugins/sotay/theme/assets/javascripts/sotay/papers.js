/* Narrows the papers of a procedure to one case and one way of filing, and keeps what was ticked off (ticks.js).
   Without scripts the page shows everything under headings. */

import { addressOf, choiceIn, isAsked } from "./papers/choice.js";
import { memoryOf, noMemory } from "./papers/memory.js";
import { keepTicks } from "./papers/ticks.js";
import { tally } from "./papers/tally.js";

const MANY = 9; // more are printed smaller, and still more closer together, so that they fit on one sheet of A4
const CROWDED = 14;

const paperOf = (item) => ({
  item,
  tick: item.querySelector(".paper__tick"),
  key: item.dataset.paper,
  case: item.dataset.case || "",
  ways: item.dataset.ways?.split(" ") || [],
  isBrought: "paper" in item.dataset,
  isConditional: "conditional" in item.dataset,
  originals: Number(item.dataset.originals || 0),
  copies: Number(item.dataset.copies || 0),
});

const radios = (dossier, name) => [...dossier.querySelectorAll(`input[type=radio][name=${name}]`)];
const chosen = (options) => options.find((option) => option.checked);
const words = (option) => option.nextElementSibling.textContent;

const check = (options, value) => {
  for (const option of options) {
    option.checked = option.value === value;
  }
};

const showPapers = (dossier, papers, choice) => {
  for (const paper of papers) {
    paper.item.hidden = !isAsked(paper, choice);
  }
  for (const part of dossier.querySelectorAll(".case[data-case]")) {
    part.hidden = Boolean(choice.case) && part.dataset.case !== choice.case;
  }
  for (const list of dossier.querySelectorAll(".papers")) {
    list.hidden = [...list.children].every((item) => item.hidden);
  }
  for (const part of dossier.querySelectorAll(".lookedup")) {
    part.hidden = part.querySelector(".papers").hidden;
  }
  dossier.classList.toggle("dossier--case", Boolean(choice.case));
  dossier.classList.toggle("dossier--way", Boolean(choice.way));
  const count = papers.filter(({ item }) => !item.hidden).length;
  dossier.classList.toggle("dossier--many", count > MANY);
  dossier.classList.toggle("dossier--crowded", count > CROWDED);
};

const showFacts = (way) => {
  for (const fact of document.querySelectorAll("[data-way]")) {
    fact.hidden = fact.dataset.way !== way;
  }
};

/* Whoever goes on to the page of a single agency need not choose again there. */
const takeAlong = (choice) => {
  for (const link of document.querySelectorAll("[data-agency] a, .commune__told a")) {
    link.href = addressOf(choice, link.href);
  }
};

const sheetWords = (cases, ways) =>
  [["Trường hợp", cases], ["Cách nộp", ways]]
    .filter(([, options]) => options.length)
    .map(([title, options]) => `${title}: ${words(chosen(options))}`)
    .join(" · ");

const memoryFor = (dossier) => {
  const { remember, version } = dossier.dataset;
  const site = new URL(document.documentElement.dataset.base || ".", location.href).pathname;
  return remember ? memoryOf(() => localStorage, site, remember, version) : noMemory;
};

/* Says how many papers there are to bring, and how many of them are ready. */
const tallyOf = (dossier, papers, ways, hasCases) => {
  const line = dossier.querySelector(".tally");
  const [needed, progress] = line.children;
  return (choice, ticked) => {
    const way = chosen(ways);
    const verb = (way?.value && way.dataset.verb) || line.dataset.verb;
    const said = tally(papers, choice, ticked, { hasCases, verb });
    needed.textContent = said.needed;
    progress.textContent = said.progress;
  };
};

export const start = (dossier) => {
  const papers = [...dossier.querySelectorAll(".paper")].map(paperOf);
  const cases = radios(dossier, "truong-hop");
  const ways = radios(dossier, "cach-nop");
  const asked = choiceIn(location.href, cases.map((option) => option.value), ways.map((option) => option.value));
  check(cases, asked.case);
  check(ways, asked.way);

  const choice = () => ({ case: chosen(cases)?.value || "", way: chosen(ways)?.value || "" });
  const say = tallyOf(dossier, papers, ways, cases.length > 0);
  const count = () => say(choice(), ticked());
  const ticked = keepTicks(papers, memoryFor(dossier), dossier.querySelector("[data-forget]"), count);

  const show = () => {
    const now = choice();
    showPapers(dossier, papers, now);
    showFacts(now.way);
    dossier.querySelector(".sheetchoice").textContent = sheetWords(cases, ways);
    count();
    takeAlong(now);
  };
  for (const option of [...cases, ...ways]) {
    option.addEventListener("change", () => {
      history.replaceState(history.state, "", addressOf(choice(), location.href));
      show();
    });
  }
  show();
};
