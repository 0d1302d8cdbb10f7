/* Fetches the index of the site once a page, when somebody is about to search. */

import { searchInWorker } from "./in-worker.js";

const loaded = new Map();

const fetchIndex = async (base) => {
  const answer = await fetch(new URL("tim-kiem/index.json", new URL(base, document.baseURI)));
  if (!answer.ok) throw new Error(`no index: ${answer.status}`);
  return answer.arrayBuffer();
};

const searchOnPage = async (index) => {
  const { createSearch } = await import("./engine.js");
  const { search, facets } = createSearch(JSON.parse(new TextDecoder().decode(index)));
  return { facets, search: async (...asked) => search(...asked) };
};

const fetchSearch = async (base, failed) => {
  const index = fetchIndex(base);
  // What goes wrong with the index goes wrong here again, and is told by it.
  return searchInWorker(index, failed).catch(async () => searchOnPage(await index));
};

/* base: the address of the site's root. After a failure, also one of a question, the next call tries again.
   Gives facets, and search(query, filters, limit), which promises an answer, or null where a newer question came. */
export const loadSearch = (base) => {
  if (!loaded.has(base)) {
    const forget = () => loaded.delete(base);
    const search = fetchSearch(base, forget);
    search.catch(forget);
    loaded.set(base, search);
  }
  return loaded.get(base);
};
