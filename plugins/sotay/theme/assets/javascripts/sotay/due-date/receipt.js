/* When a dossier counts as received, as deadlines/receipt.py says. */

import { textOf, weekdayOf } from "./working-calendar.js";

export const clockOf = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/* `hours` are the spans of each weekday in minutes, Monday first, or null; `cutoff` is a minute, or null. */
export function officeOf(calendar, hours, cutoff) {
  function spansOn(day) {
    const own = hours ? hours[weekdayOf(day)] : [];
    return hours && !own.length && calendar.madeUp.has(day) ? hours.find((spans) => spans.length) : own;
  }

  function receivesOn(day) {
    if (calendar.isWorking(day)) {
      return !hours || spansOn(day).length > 0;
    }
    return !calendar.nameOf(day) && spansOn(day).length > 0;
  }

  function nextReceiving(day) {
    let next = calendar.nextWorking(day);
    while (!receivesOn(next)) {
      next = calendar.nextWorking(next);
    }
    return next;
  }

  return { calendar, hours, cutoff, spansOn, receivesOn, nextReceiving };
}

export function receiptOf(handedIn, office) {
  const late = tooLate(handedIn, office);
  if (!late) {
    const span = office.spansOn(handedIn.day).find(([, closes]) => handedIn.minute <= closes);
    return { day: handedIn.day, minute: span ? Math.max(handedIn.minute, span[0]) : handedIn.minute, reasons: [] };
  }
  const day = office.nextReceiving(handedIn.day);
  const [first] = office.spansOn(day);
  const reason = { why: late.why, facts: { ...late.facts, to: textOf(day) } };
  return { day, minute: first ? first[0] : null, reasons: [reason] };
}

function tooLate({ day, minute }, office) {
  if (!office.receivesOn(day)) {
    return closed(day, office.calendar);
  }
  if (office.cutoff !== null && minute > office.cutoff) {
    return { why: "after_cutoff", facts: { cutoff: clockOf(office.cutoff) } };
  }
  const last = office.spansOn(day).at(-1);
  return last && minute > last[1] ? { why: "after_closing", facts: { closes: clockOf(last[1]) } } : null;
}

function closed(day, calendar) {
  const name = calendar.nameOf(day);
  if (calendar.isWorking(day)) {
    return { why: "received_closed", facts: { day: textOf(day) } };
  }
  return name
    ? { why: "received_holiday", facts: { day: textOf(day), name } }
    : { why: "received_weekend", facts: { day: textOf(day) } };
}
