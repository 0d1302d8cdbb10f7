/* Fills the sentences of the site's file with facts, as rendering/due_date_words.py does:
   {day:d} is a day with its weekday, {day:s} a day alone, {at:h} a time of day, {name} a text as it is. */

import { dayOf, weekdayOf } from "./working-calendar.js";

const short = (day) => day.split("-").reverse().join("/");

function clockWords(clock) {
  const [hour, minute] = clock.split(":");
  return `${Number(hour)} giờ${minute === "00" ? "" : ` ${minute}`}`;
}

const dayWords = (day, words) => `${words.weekdays[weekdayOf(dayOf(day))]}, ${short(day)}`;

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

export function sentence(pattern, facts, words) {
  const forms = { d: (day) => dayWords(day, words), s: short, h: clockWords };
  const filled = pattern.replace(/\{(\w+)(?::(\w))?\}/g, (_, key, form) => (form ? forms[form](facts[key]) : facts[key]));
  return capital(filled);
}

export const reasonWords = (reason, words) => sentence(words.reasons[reason.why], reason.facts, words);
