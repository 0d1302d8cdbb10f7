/* Asks the shipped search: node measure-search.mjs INDEX [QUERIES…]; see scripts/measure-search. */

import fs from "node:fs";
import MiniSearch from "../plugins/sotay/theme/assets/javascripts/vendor/minisearch/index.js";
import { readDocuments } from "../plugins/sotay/theme/assets/javascripts/sotay/search/documents.js";
import { createSearch } from "../plugins/sotay/theme/assets/javascripts/sotay/search/engine.js";
import { plainKey } from "../plugins/sotay/theme/assets/javascripts/sotay/search/fold.js";
import { warmUp } from "../plugins/sotay/theme/assets/javascripts/sotay/search/warm-up.js";

const WITHIN = 3;
const [file, ...questionFiles] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");

/* The time of all processors, in milliseconds: what else the machine does at the moment does not count, but compiling
   and tidying up beside the search does; the clock is what somebody waits. */
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (run) => {
  const [began, start] = [performance.now(), spent()];
  const value = run();
  return [value, spent() - start, performance.now() - began];
};
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
const summary = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
};

const plainSearch = (documents) => {
  const mini = new MiniSearch({ idField: "number", fields: ["folded"] });
  mini.addAll(documents.map(({ number, title }) => ({ number, folded: plainKey(title) })));
  return (query) => mini.search(plainKey(query)).map(({ id }) => documents[id]);
};

const rankOf = (results, expected) => 1 + results.findIndex(({ codes }) => codes.some((code) => expected.includes(code)));
const count = (ranks, most) => ranks.filter((rank) => rank && rank <= most).length;

const index = JSON.parse(text);
const [search, built] = timed(() => createSearch(index));
const plain = plainSearch(readDocuments(index));
const read = timed(() => JSON.parse(text))[1].toFixed(0);
const cold = timed(() => search.search("xin giấy xác nhận"))[2].toFixed(0);
await warmUp(search, index, () => false);
console.log(`${index.documents.title.length} procedures; JSON read in ${read} ms, made ready in ${built.toFixed(0)} ms`);
console.log(`the very first question, should somebody ask before search has warmed up: ${cold} ms`);

for (const name of questionFiles) {
  const questions = JSON.parse(fs.readFileSync(name, "utf8"));
  const ranks = [];
  const plainRanks = [];
  const times = [];
  const waits = [];
  let unsure = 0;
  for (const { query, expected_codes: expected } of questions) {
    const [{ results, isWeak }, time, wait] = timed(() => search.search(query));
    const rank = rankOf(results, expected);
    ranks.push(rank);
    plainRanks.push(rankOf(plain(query).slice(0, WITHIN), expected));
    times.push(time);
    waits.push(wait);
    unsure += isWeak ? 1 : 0;
    const sign = rank && rank <= WITHIN ? " " : "✗";
    console.log(`${sign} ${rank || "–"}  ${query}`);
    for (const { codes, title } of results.slice(0, WITHIN)) console.log(`       ${codes[0]} ${title.slice(0, 90)}`);
  }
  console.log(`${name}`);
  console.log(`  among the first three: ${share(count(ranks, WITHIN), ranks.length)}; first: ${share(count(ranks, 1), ranks.length)}`);
  console.log(`  told as not sure: ${share(unsure, ranks.length)}`);
  console.log(`  plain MiniSearch on folded titles: ${share(count(plainRanks, WITHIN), ranks.length)}`);
  console.log(`  time to results: ${summary(waits)}; of all processors: ${summary(times)}`);
}
