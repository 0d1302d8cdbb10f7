/* Suggestions as one types into the box of a form, which works without them. */

import { writeAddress } from "./address.js";
import { oncePerFrame } from "./frame.js";
import { loadSearch } from "./load.js";
import { suggestionList } from "./suggestions.js";

const MOST = 6;
const SHORTEST = 2;

const keys = (list, input) => ({
  ArrowDown: () => list.move(1),
  ArrowUp: () => list.move(-1),
  Enter: () => list.chosen()?.click(),
  Escape: () => {
    if (!list.isOpen()) {
      input.value = "";
    }
    list.close();
  },
});

const answerKeys = (input, list) => {
  const does = keys(list, input);
  input.addEventListener("keydown", (event) => {
    const isOurs = event.key === "Escape" || (list.isOpen() && (event.key !== "Enter" || list.chosen()));
    if (event.isComposing || !does[event.key] || !isOurs) {
      return;
    }
    event.preventDefault();
    does[event.key]();
  });
};

export const suggestTo = (form) => {
  const input = form.elements.q;
  // A form may lead to the search of another site: the portal's, where an agency is no more.
  const base = new URL("../", form.action).href;
  const list = suggestionList(input, form);

  const suggest = oncePerFrame(async () => {
    const query = input.value.trim();
    if (query.length < SHORTEST) {
      list.close();
      return;
    }
    // Without the index there are no suggestions; the page of search says what is the matter.
    const answer = await loadSearch(base).then((search) => search.search(query, {}, MOST)).catch(() => null);
    if (answer && query === input.value.trim() && document.activeElement === input) {
      list.show(answer, query, base, form.action.split(/[?#]/)[0] + writeAddress({ query }));
    }
  });

  loadSearch(base).catch(() => null);
  input.addEventListener("input", suggest);
  input.addEventListener("blur", list.close);
  form.addEventListener("submit", list.close);
  answerKeys(input, list);
  suggest();
};
