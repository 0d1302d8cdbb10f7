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

/* Listens from the start: a worker may fail before there is anything to ask it. */
const failureOf = (worker) =>
  new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? "the worker of search does not start"));
    };
  });

const answerTo = (worker, message) =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });

/* index: the promise of its bytes, for which the worker need not wait to start. `failed` is called when it stops working.
   Fails where the browser has no workers of modules, or the server does not know our policy. */
export const searchInWorker = async (index, failed) => {
  const worker = new Worker(trusted(), { type: "module" });
  const failure = failureOf(worker);
  try {
    const facets = await Promise.race([failure, index.then((bytes) => answerTo(worker, { index: bytes }))]);
    failure.catch(() => {
      worker.terminate();
      failed();
    });
    return { facets, search: newestOnly((...asked) => Promise.race([failure, answerTo(worker, { asked })])) };
  } catch (fault) {
    worker.terminate();
    throw fault;
  }
};
