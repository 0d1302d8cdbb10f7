/* The search of a site beside its page, so that thousands of names are made ready and searched without holding up who
   types. The first message brings the index, each other one a question; each gets one answer, in their order. */

import { createSearch } from "./engine.js";

let search = null;

const taken = ({ index, asked }) => {
  if (index) {
    search = createSearch(JSON.parse(new TextDecoder().decode(index)));
    return search.facets;
  }
  return search.search(...asked);
};

addEventListener("message", ({ data }) => postMessage(taken(data)));
