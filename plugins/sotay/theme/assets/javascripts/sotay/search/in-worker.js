/* Starts the worker that searches, and asks it. */

import { newestOnly } from "./newest.js";

const SCRIPT = new URL("./worker.js", import.meta.url).href;

/* A server may demand that addresses of scripts come from policies that it names; this one knows a single address. */
let policy = null;
const trusted = () => {
  if (!globalThis.trustedTypes) {
    return SCRIPT;
  }
  policy ??= trustedTypes.createPolicy("sotay-search", { createScriptURL: () => SCRIPT });
  return policy.createScriptURL("");
};

const answerTo = (worker, message) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? "the worker of search does not start"));
    };
    worker.postMessage(message);
  });

/* index: the promise of its bytes, for which the worker need not wait to start.
   Fails where the browser has no workers of modules, or the server does not know our policy. */
export const searchInWorker = async (index) => {
  const worker = new Worker(trusted(), { type: "module" });
  try {
    const facets = await answerTo(worker, { index: await index });
    return { facets, search: newestOnly((...asked) => answerTo(worker, { asked })) };
  } catch (fault) {
    worker.terminate();
    throw fault;
  }
};
