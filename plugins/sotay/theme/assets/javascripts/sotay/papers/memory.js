/* Which papers of a procedure are at hand, kept in this browser and nowhere else.
   What was ticked for another version is forgotten: its papers may be others. */

const read = (storage, name) => {
  try {
    return JSON.parse(storage().getItem(name));
  } catch {
    return null; // storage is forbidden, or somebody else wrote there
  }
};

const write = (storage, name, value) => {
  try {
    if (value) {
      storage().setItem(name, JSON.stringify(value));
    } else {
      storage().removeItem(name);
    }
  } catch {
    // Storage is forbidden or full; ticks last as long as the page.
  }
};

const papersOf = (kept, version) =>
  kept?.version === version && Array.isArray(kept.papers) ? new Set(kept.papers) : null;

/* `storage` is a function, because asking for a forbidden storage already throws. */
export const memoryOf = (storage, site, code, version) => {
  const name = `sotay.giay-to.${site}${code}`;
  return {
    recall: () => {
      const kept = read(storage, name);
      const papers = papersOf(kept, version);
      if (kept && !papers) {
        write(storage, name, null);
      }
      return papers ?? new Set();
    },
    keep: (papers) => write(storage, name, papers.size ? { version, papers: [...papers] } : null),
    /* What another tab keeps now under the name of which storage tells; null where that is none of ours. */
    heard: (changed) => {
      const kept = changed === name ? read(storage, name) : {};
      return kept === null ? new Set() : papersOf(kept, version);
    },
  };
};

/* Where ticks are kept for as long as the page. */
export const noMemory = { recall: () => new Set(), keep: () => undefined, heard: () => null };
