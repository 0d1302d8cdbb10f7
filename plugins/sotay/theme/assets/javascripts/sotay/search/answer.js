/* Shows on the page of search what was found, that nothing was found, or that search cannot be had. */

import { writeAddress } from "./address.js";
import { element, linkTo } from "../element.js";
import { whenQuiet } from "./frame.js";
import { replaceKeepingFocus } from "./moves.js";
import { resultItem } from "./results.js";
import { correctedWords, countWords, LOADING, unsureWords } from "./words.js";

const SPOKEN_AFTER = 700;

const only = (place, shown) => {
  for (const name of ["state", "failed", "answer", "nothing"]) {
    place.querySelector(`[data-${name}]`).hidden = !shown.includes(name);
  }
};

const put = (found, words) => {
  found.hidden = !words;
  found.textContent = words;
};

const putChoices = (found, choices, filters) => {
  const items = choices.map(({ label, query }) => element("li", "", linkTo(writeAddress({ query, filters }), "", label)));
  found.querySelector("ul").replaceChildren(...items);
  found.hidden = items.length === 0;
};

export const answerOn = (place, base) => {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const found = part("found");
  const said = part("said");
  let words = "";
  const speak = whenQuiet(() => {
    said.textContent = words;
  }, SPOKEN_AFTER);
  const say = (text) => {
    words = text;
    speak();
  };

  const frame = ({ asked, index }) => {
    found.hidden = !asked;
    part("index").hidden = !index;
    part("tries")?.toggleAttribute("hidden", asked);
  };

  const rest = () => {
    frame({ asked: false, index: true });
    say("");
  };

  const wait = () => {
    frame({ asked: true, index: true });
    only(place, ["state"]);
    part("state").textContent = LOADING;
  };

  const fail = () => {
    frame({ asked: true, index: true });
    only(place, ["failed"]);
    say(part("failed").textContent);
  };

  const show = (answer, asked) => {
    const none = answer.total === 0;
    const helps = none || answer.isWeak;
    frame({ asked: true, index: helps });
    only(place, helps ? ["answer", "nothing"] : ["answer"]);
    const line = answer.isWeak ? unsureWords(asked) : countWords(answer.total, asked);
    part("count-line").textContent = line;
    put(part("corrected"), answer.corrected ? correctedWords(answer.corrected) : "");
    // Where the choices are all there is, the results below say more.
    putChoices(part("choices"), answer.total > answer.choices.length ? answer.choices : [], asked.filters);
    replaceKeepingFocus(part("hits"), answer.results.map((result) => resultItem(result, base)));
    part("hits").hidden = none;
    part("wider-line")?.toggleAttribute("hidden", none);
    part("more").hidden = answer.results.length >= answer.total;
    part("with-filters").hidden = Object.keys(asked.filters).length === 0;
    say([answer.corrected && correctedWords(answer.corrected), line].filter(Boolean).join(". "));
  };

  return { rest, wait, fail, show };
};
