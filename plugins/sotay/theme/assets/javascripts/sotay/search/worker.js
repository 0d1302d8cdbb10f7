/* The search of a site beside its page, so that thousands of names are made ready and searched without holding up who
   types. The first message brings the index, each other one a question; each gets one answer, in their order. */

import { createSearch } from "./engine.js";
import { warmUp } from "./warm-up.js";

let search = null;
let isAsked = false;

const taken = ({ index, asked }) => {
  if (index) {
    const read = JSON.parse(new TextDecoder().decode(index));
    search = createSearch(read);
    warmUp(search, read, () => isAsked);
    return search.facets;
  }
  isAsked = true;
  return search.search(...asked);
};

addEventListener("message", ({ data }) => postMessage(taken(data)));
