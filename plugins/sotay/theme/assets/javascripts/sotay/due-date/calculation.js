/* When a result is due and why, as deadlines/due_date.py and deadlines/ends.py say; tests hold the two together. */

import { clockOf, receiptOf } from "./receipt.js";
import { BeyondCalendar, after, daysOff, hasWeekend, monthsAfter, textOf, weekdayOf, yearOf } from "./working-calendar.js";

const MINUTES_A_DAY = 24 * 60;
const WORKING_MINUTES_A_DAY = 8 * 60;

/* `begins` is {day, minute}; `count` is [unit, whole, rest]. Without a receipt the limit begins at its moment, whether or
   not a desk is open then.
   Gives {day, minute, isLatest, reasons: [{why, facts}]}, or {unknown: reason} where the calendar has no answer. */
export function dueDate(begins, count, office, isReceipt = true) {
  try {
    const start = isReceipt ? receiptOf(begins, office) : { ...begins, reasons: [] };
    const end = { minute: null, isLatest: false, moved: [], ...endOf(start, count, office) };
    return { day: end.day, minute: end.minute, isLatest: end.isLatest, reasons: reasons(begins, start, end, count, office) };
  } catch (error) {
    if (error instanceof BeyondCalendar) {
      return { unknown: unknown(error.year, office.calendar) };
    }
    throw error;
  }
}

function unknown(year, calendar) {
  const until = calendar.lastDayBefore(year);
  return until ? { why: "beyond", facts: { until } } : { why: "no_calendar", facts: { year: String(year) } };
}

function reasons(begins, start, end, [unit], office) {
  const { calendar } = office;
  const told = [...start.reasons, ...daysOff(begins.day, start.day, calendar), ...end.rules];
  if (unit === "working_day" || unit === "working_hour") {
    told.push(...(hasWeekend(start.day, end.last, calendar) ? [{ why: "weekends", facts: {} }] : []));
    told.push(...daysOff(start.day, end.last, calendar));
  }
  told.push(...end.moved, ...daysOff(end.last, end.day, calendar));
  if (borrowsHours(begins, start, end, unit, office)) {
    told.push({ why: "made_up_hours", facts: {} });
  }
  for (let year = yearOf(begins.day); year <= yearOf(end.day); year += 1) {
    if (calendar.provisional.has(year)) {
      told.push({ why: "provisional", facts: { year: String(year) } });
    }
  }
  return told;
}

/* Whether hours counted on a weekend that was worked, for which the office states none of its own. */
function borrowsHours(begins, start, end, unit, office) {
  const isCounted = (day) =>
    day === begins.day || (unit.endsWith("hour") && start.day <= day && day <= end.day);
  return Boolean(office.hours) &&
    [...office.calendar.madeUp].some((day) => isCounted(day) && !office.hours[weekdayOf(day)].length);
}

function endOf(start, [unit, whole, rest], office) {
  switch (unit) {
    case "working_day": {
      if (whole === 0) {
        return moved(start.day, [{ why: "same_day", facts: {} }], office);
      }
      const day = workingDaysAfter(start.day, whole + rest, office);
      return { last: day, day, rules: fromTheNextDay(start, rest) };
    }
    case "day":
      return moved(after(start.day, whole + rest), fromTheNextDay(start, rest), office);
    case "month":
      return months(start, whole, rest, office);
    case "working_hour":
      return workingHours(start, whole, office);
    default:
      return hours(start, whole, office);
  }
}

const firstDay = (start) => ({ why: "first_day", facts: { day: textOf(start.day) } });

const fromTheNextDay = (start, rest) =>
  rest ? [firstDay(start), { why: "part_of_day", facts: {} }] : [firstDay(start)];

function workingDaysAfter(day, days, office) {
  let last = day;
  for (let counted = 0; counted < days; counted += 1) {
    last = office.calendar.nextWorking(last);
  }
  return last;
}

/* A last day that is off gives way to the next working day. */
function moved(last, rules, { calendar }) {
  if (calendar.isWorking(last)) {
    return { last, day: last, rules };
  }
  const day = calendar.nextWorking(last);
  const name = calendar.nameOf(last);
  const days = { day: textOf(last), to: textOf(day) };
  const reason = name ? { why: "ends_holiday", facts: { ...days, name } } : { why: "ends_weekend", facts: days };
  return { last, day, rules, moved: [reason] };
}

function months(start, whole, rest, office) {
  const last = monthsAfter(start.day, whole);
  const rules = [firstDay(start)];
  if (textOf(last).slice(-2) !== textOf(start.day).slice(-2)) {
    rules.push({ why: "short_month", facts: { day: textOf(last) } });
  }
  if (rest) {
    rules.push({ why: "part_of_month", facts: { days: String(rest) } });
  }
  return moved(after(last, rest), rules, office);
}

function workingHours(start, whole, office) {
  if (!office.hours || start.minute === null) {
    const last = workingDaysAfter(start.day, Math.ceil(whole / WORKING_MINUTES_A_DAY), office);
    return { ...moved(last, [{ why: "eight_hours", facts: {} }], office), isLatest: true };
  }
  const rules = [{ why: "from_moment", facts: { at: clockOf(start.minute) } }, { why: "office_hours", facts: {} }];
  const isWorking = office.calendar.isWorking(start.day);
  let day = isWorking ? start.day : office.calendar.nextWorking(start.day);
  let minute = isWorking ? start.minute : 0;
  let left = whole;
  for (;;) {
    for (const [opens, closes] of office.spansOn(day)) {
      const began = Math.max(opens, minute);
      if (closes >= began + left) {
        return { last: day, day, rules, minute: began + left };
      }
      left -= Math.max(closes - began, 0);
    }
    day = office.calendar.nextWorking(day);
    minute = 0;
  }
}

function hours(start, whole, office) {
  if (start.minute === null) {
    const days = Math.floor((MINUTES_A_DAY + whole - 1) / MINUTES_A_DAY);
    return { ...moved(after(start.day, days), [{ why: "unknown_opening", facts: {} }], office), isLatest: true };
  }
  const sum = start.minute + whole;
  const last = after(start.day, Math.floor(sum / MINUTES_A_DAY));
  const end = moved(last, [{ why: "from_moment", facts: { at: clockOf(start.minute) } }], office);
  if (end.moved) {
    return end;
  }
  const minute = sum % MINUTES_A_DAY;
  return { ...end, moved: fetchedLater(last, minute, office), minute };
}

/* When the result can be fetched, if the office is closed at the minute at which it is due. */
function fetchedLater(day, minute, office) {
  const spans = office.spansOn(day);
  if (!office.hours || spans.some(([opens, closes]) => opens <= minute && minute <= closes)) {
    return [];
  }
  const today = spans.find(([opens]) => opens > minute);
  const then = today ? day : office.nextReceiving(day);
  const [opens] = today || office.spansOn(then)[0];
  return [{ why: "closed_then", facts: { opens: clockOf(opens), to: textOf(then) } }];
}
