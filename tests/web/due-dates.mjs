/* Works out due dates with the script that the pages ship.
   Reads a JSON line {calendars, words}, then lines {calendar, hours, cutoff, day, minute, count, isReceipt}, where `calendar` is the
   number of one; writes for each what the script says, and its words. */

import { createInterface } from "node:readline";

import { dueDate } from "../../plugins/sotay/theme/assets/javascripts/sotay/due-date/calculation.js";
import { officeOf } from "../../plugins/sotay/theme/assets/javascripts/sotay/due-date/receipt.js";
import { reasonWords } from "../../plugins/sotay/theme/assets/javascripts/sotay/due-date/words.js";
import { dayOf, textOf, workingCalendar } from "../../plugins/sotay/theme/assets/javascripts/sotay/due-date/working-calendar.js";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { calendars, words } = JSON.parse((await lines.next()).value);
const known = calendars.map(workingCalendar);

function answer({ calendar, hours, cutoff, day, minute, count, isReceipt }) {
  const due = dueDate({ day: dayOf(day), minute }, count, officeOf(known[calendar], hours, cutoff), isReceipt);
  const reasons = due.unknown ? [due.unknown] : due.reasons;
  const told = { reasons, words: reasons.map((reason) => reasonWords(reason, words)) };
  return due.unknown ? { day: null, ...told } : { day: textOf(due.day), minute: due.minute, latest: due.isLatest, ...told };
}

for await (const line of lines) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
