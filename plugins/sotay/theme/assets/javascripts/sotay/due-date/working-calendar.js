/* Working days as deadlines/working_calendar.py knows them. Days are whole numbers, counted from 01/01/1970. */

const A_DAY = 86_400_000;
const LAST_YEAR = 9999;

export class BeyondCalendar extends Error {
  constructor(year) {
    super(`no calendar for ${year}`);
    this.year = year;
  }
}

export const dayOf = (text) => Date.parse(`${text}T00:00Z`) / A_DAY;

export const textOf = (day) => new Date(day * A_DAY).toISOString().slice(0, 10);

/* 0 for Monday, as in ISO order. */
export const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;

export const yearOf = (day) => new Date(day * A_DAY).getUTCFullYear();

const isWeekend = (day) => weekdayOf(day) > 4;

export function after(day, days) {
  if (yearOf(day + days) > LAST_YEAR) {
    throw new BeyondCalendar(LAST_YEAR + 1);
  }
  return day + days;
}

/* The same day some months later; where that month is too short, its last day. */
export function monthsAfter(day, months) {
  const start = new Date(day * A_DAY);
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  if (first.getUTCFullYear() > LAST_YEAR) {
    throw new BeyondCalendar(LAST_YEAR);
  }
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return first.getTime() / A_DAY + Math.min(start.getUTCDate(), length) - 1;
}

/* `data` is the file of the site: {years, provisional, off: {day: name}, made_up: [day]}. */
export function workingCalendar(data) {
  const years = new Set(data.years);
  const names = new Map(Object.entries(data.off).map(([day, name]) => [dayOf(day), name]));
  const madeUp = new Set(data.made_up.map(dayOf));

  const nameOf = (day) => names.get(day);

  function isWorking(day) {
    if (!years.has(yearOf(day))) {
      throw new BeyondCalendar(yearOf(day));
    }
    return madeUp.has(day) || (!isWeekend(day) && !names.has(day));
  }

  function nextWorking(day) {
    let next = after(day, 1);
    while (!isWorking(next)) {
      next = after(next, 1);
    }
    return next;
  }

  const lastDayBefore = (year) => {
    const known = data.years.filter((one) => one < year);
    return known.length ? `${String(Math.max(...known)).padStart(4, "0")}-12-31` : null;
  };

  return { nameOf, isWorking, nextWorking, lastDayBefore, madeUp, provisional: new Set(data.provisional) };
}

const holidayOf = (name) => name.split(" (")[0];

/* The named days off and the worked weekends after one day and until another, in order. */
export function daysOff(first, until, calendar) {
  const told = [];
  for (let day = first + 1; day <= until; day += 1) {
    const name = calendar.nameOf(day);
    if (calendar.madeUp.has(day)) {
      told.push(...(isWeekend(day) ? [{ why: "made_up", facts: { day: textOf(day) } }] : []));
    } else if (name) {
      const last = lastOf(name, day, until, calendar);
      told.push(holiday(name, day, last));
      day = last;
    }
  }
  return told;
}

function lastOf(name, day, until, calendar) {
  let last = day;
  while (last < until && !calendar.madeUp.has(last + 1)) {
    const following = calendar.nameOf(last + 1);
    if (!following || holidayOf(following) !== holidayOf(name)) {
      break;
    }
    last += 1;
  }
  return last;
}

function holiday(name, first, last) {
  if (first === last) {
    return { why: "holiday", facts: { day: textOf(first), name } };
  }
  return { why: "holidays", facts: { first: textOf(first), last: textOf(last), name: holidayOf(name) } };
}

export function hasWeekend(first, last, calendar) {
  for (let day = first + 1; day < last; day += 1) {
    if (isWeekend(day) && !calendar.madeUp.has(day) && !calendar.nameOf(day)) {
      return true;
    }
  }
  return false;
}
