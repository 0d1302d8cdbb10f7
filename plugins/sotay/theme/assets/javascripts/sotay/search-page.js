/* The page of search: results as one types, filters, and an address that says what was asked. */

import { readAddress, writeAddress } from "./search/address.js";
import { answerOn } from "./search/answer.js";
import { filterPanel } from "./search/filter-panel.js";
import { oncePerFrame } from "./search/frame.js";
import { keepHistory } from "./search/history.js";
import { loadSearch } from "./search/load.js";
import { moveByArrows } from "./search/moves.js";
import { focusOnSlash } from "./search/slash.js";

const AT_ONCE = 20;

const isAsked = ({ query, filters }) => Boolean(query || Object.keys(filters).length);

/* Tells one search from the next, so that an answer that comes late does not replace a newer one. */
const searching = (place, base, panel, asked) => {
  const answer = answerOn(place, base);
  let search = null;
  let loading = null;
  let latest = 0;
  let most = AT_ONCE;

  const load = async () => {
    search = await loadSearch(base);
    panel.fill(search.facets);
    panel.write(readAddress(location.search).filters);
  };

  const loadOnce = () => {
    loading ??= load();
    return loading;
  };

  const show = async (turn) => {
    await loadOnce();
    const now = asked();
    if (turn === latest && !isAsked(now)) {
      answer.rest();
    } else if (turn === latest) {
      const found = await search.search(now.query, now.filters, most);
      if (found && turn === latest) {
        panel.count(found.counts);
        answer.show(found, now);
      }
    }
  };

  /* What fails once is fetched and started anew by the next question. */
  const failed = (turn) => {
    search = null;
    loading = null;
    if (turn === latest && isAsked(asked())) {
      answer.fail();
    }
  };

  const ask = async () => {
    const turn = (latest += 1);
    most = AT_ONCE;
    if (!search && isAsked(asked())) {
      answer.wait();
    }
    await show(turn).catch(() => failed(turn));
  };

  const more = async () => {
    const last = most;
    const turn = (latest += 1);
    most += AT_ONCE;
    await show(turn).catch(() => failed(turn));
    place.querySelectorAll("[data-hits] a")[last]?.focus();
  };

  return { ask, more, isLoaded: () => search !== null };
};

const leadWider = (place, { query }) => {
  for (const link of place.querySelectorAll("[data-wider]")) {
    link.search = writeAddress({ query });
  }
};

const listen = (place, form, { input, panel, does, history }) => {
  const changed = oncePerFrame(() => {
    leadWider(place, { query: input.value.trim() });
    does.ask();
    history.typed();
  });
  input.addEventListener("focus", () => does.isLoaded() || does.ask(), { once: true });
  input.addEventListener("input", changed);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      input.value = "";
      changed();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.settle();
    does.ask();
    // On a phone the keyboard would go on covering the results.
    if (matchMedia("(pointer: coarse)").matches) {
      input.blur();
    }
  });
  const filtered = () => {
    panel.write(panel.read());
    history.settle();
    does.ask();
  };
  form.querySelector("[data-filters]").addEventListener("change", filtered);
  for (const button of place.querySelectorAll("[data-no-filter]")) {
    button.addEventListener("click", () => {
      panel.write({});
      filtered();
    });
  }
  place.querySelector("[data-again]").addEventListener("click", does.ask);
  place.querySelector("[data-more]").addEventListener("click", does.more);
  place.querySelector("[data-hits]").addEventListener("click", history.write);
  return changed;
};

export const start = (place) => {
  const form = place.querySelector("form");
  const input = form.elements.q;
  const panel = filterPanel(form.querySelector("[data-filters]"));
  // Until the index is there the filters have no options to be read from; the address states them.
  const asked = () => ({
    query: input.value.trim(),
    filters: does.isLoaded() ? panel.read() : readAddress(location.search).filters,
  });
  const does = searching(place, new URL("../", form.action).href, panel, asked);
  const restore = () => {
    const { query, filters } = readAddress(location.search);
    input.value = query;
    panel.write(filters);
    leadWider(place, { query });
    does.ask();
  };
  const history = keepHistory(asked, restore);
  const changed = listen(place, form, { input, panel, does, history });
  moveByArrows(input, place.querySelector("[data-hits]"));
  focusOnSlash(input);
  // What somebody typed before the scripts came stays; else the address says what is asked.
  if (input.value) {
    changed();
  } else if (isAsked(readAddress(location.search))) {
    restore();
  } else if (document.activeElement === input) {
    does.ask();
  }
};
