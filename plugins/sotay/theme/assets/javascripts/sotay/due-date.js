/* Answers “when will I have the result?” for a day, an hour, a way of filing and a case; fetches the calendar only
   when the reader comes near. Without it the page keeps the examples that were worked out when it was built. */

import { dueDate } from "./due-date/calculation.js";
import { clockOf, officeOf } from "./due-date/receipt.js";
import { reasonWords, sentence } from "./due-date/words.js";
import { dayOf, textOf, workingCalendar } from "./due-date/working-calendar.js";
import { element } from "./element.js";

const AHEAD_OF_UTC = 7 * 60 * 60 * 1000;
const NEAR = "600px";

/* The day and hour in Vietnam, whatever the zone of the device. */
const nowInVietnam = () => new Date(Date.now() + AHEAD_OF_UTC).toISOString();

const minuteOf = (clock) => clock.split(":").slice(0, 2).reduce((sum, part) => sum * 60 + Number(part), 0);

const checked = (scope, selector, fallback) => Number(scope.querySelector(`${selector}:checked`)?.value ?? fallback);

function asked(form) {
  const limit = checked(form, "[name=hen-cach-nop]", 0);
  return { limit, number: checked(form, `[name=hen-truong-hop-${limit}]`, 0), day: form.ngay.value, clock: form.gio.value };
}

function answer({ limit, number, day, clock }, page, site) {
  const { words } = site.data;
  if (Number.isNaN(dayOf(day)) || !clock) {
    return [element("p", "due__question", words.results.incomplete)];
  }
  const terms = page.limits[limit];
  const office = officeOf(site.calendar, page.hours, terms.cutoff);
  const due = dueDate({ day: dayOf(day), minute: minuteOf(clock) }, terms.cases[number], office, terms.question !== "counted");
  const facts = { day, at: clock, way: terms.label };
  const question = sentence(words.results[terms.question], facts, words);
  if (due.unknown) {
    return [element("p", "due__question", `${question}:`), element("p", "due__reasons", reasonWords(due.unknown, words))];
  }
  const answered = sentence(words.results.answered, { question }, words);
  const items = due.reasons.map((reason) => element("li", "", reasonWords(reason, words)));
  const reasons = element("ul", "due__reasons", ...items);
  return [element("p", "due__question", answered), element("p", "due__day", dayWords(due, words)), reasons];
}

function dayWords(due, words) {
  const form = due.isLatest ? "latest" : due.minute === null ? "day" : "moment";
  const facts = { day: textOf(due.day), at: due.minute === null ? "" : clockOf(due.minute) };
  return sentence(words.results[form], facts, words);
}

function run(section, data) {
  const page = JSON.parse(section.dataset.dueDate);
  const site = { data, calendar: workingCalendar(data) };
  const form = section.querySelector(".due__form");
  const panel = section.querySelector(".due__panel");
  const now = nowInVietnam();

  function show() {
    const question = asked(form);
    for (const cases of form.querySelectorAll(".due__cases")) {
      cases.hidden = Number(cases.dataset.limit) !== question.limit;
    }
    const box = element("div", "due__answer", "");
    box.append(...answer(question, page, site));
    panel.replaceChildren(box);
  }

  /* Whoever chooses a way of filing among the papers need not choose it again here. */
  function follow(way) {
    const same = [...form.querySelectorAll("[name=hen-cach-nop]")].find((one) => one.dataset.ways.split(" ").includes(way));
    if (same && !same.checked) {
      same.checked = true;
      show();
    }
  }

  form.ngay.min = `${Math.min(...data.years)}-01-01`;
  form.ngay.max = `${Math.max(...data.years)}-12-31`;
  form.ngay.value = now.slice(0, 10);
  form.gio.value = now.slice(11, 16);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    section.dataset.asked = ""; // only a date that somebody asked for goes onto the printed list of papers
    show();
  });
  document.addEventListener("change", ({ target }) => target.name === "cach-nop" && follow(target.value));
  follow(document.querySelector("[name=cach-nop]:checked")?.value ?? "");
  show();
}

async function fetchCalendar(section) {
  const root = new URL(`${document.documentElement.dataset.base}/`, document.baseURI);
  const response = await fetch(new URL(section.dataset.calendar, root));
  const data = await response.json();
  if (!data.years) {
    throw new Error(`no calendar: ${response.status}`);
  }
  return data;
}

export function start(section) {
  const near = new IntersectionObserver(async ([entry]) => {
    if (entry.isIntersecting) {
      near.disconnect();
      const data = await fetchCalendar(section).catch(() => null);
      if (data) {
        run(section, data);
      }
    }
  }, { rootMargin: NEAR });
  near.observe(section);
}
