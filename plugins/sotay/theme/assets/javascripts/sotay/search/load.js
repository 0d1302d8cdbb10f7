/* Fetches the index of the site once a page, when somebody is about to search. */

import { createSearch } from "./engine.js";

const loaded = new Map();

const fetchSearch = async (base) => {
  const answer = await fetch(new URL("tim-kiem/index.json", new URL(base, document.baseURI)));
  if (!answer.ok) throw new Error(`no index: ${answer.status}`);
  return createSearch(await answer.json());
};

/* base: the relative address of the site's root. After a failure the next call tries again. */
export const loadSearch = (base) => {
  if (!loaded.has(base)) {
    const search = fetchSearch(base);
    search.catch(() => loaded.delete(base));
    loaded.set(base, search);
  }
  return loaded.get(base);
};
