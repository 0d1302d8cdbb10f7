/* What narrows a search down: field, agency, level, applicant, online, free. */

const TESTS = {
  field: (one, value) => one.kind === "procedure" && one.field[0] === value,
  agency: (one, value) => one.agencies.includes(value),
  level: (one, value) => one.levels.includes(value),
  applicant: (one, value) => one.applicants.includes(value),
  online: (one) => one.isOnline,
  free: (one) => one.isFree,
};

/* A filter that is not set, or that nobody knows, lets everything pass. */
export const passes = (filters) => {
  const set = Object.entries(filters || {}).filter(([name, value]) => Object.hasOwn(TESTS, name) && isSet(value));
  return (one) => set.every(([name, value]) => TESTS[name](one, value));
};

const isSet = (value) => value !== undefined && value !== null && value !== false && value !== "";

/* What can be chosen: only what some document has. */
export const facetsOf = (index, documents) => {
  const procedures = documents.filter((one) => one.kind === "procedure");
  const having = (pairs, of) => {
    const had = new Set(procedures.flatMap(of));
    return pairs.filter(([value]) => had.has(value)).map(([value, label]) => ({ value, label }));
  };
  return {
    field: having(index.fields, (one) => [one.field[0]]),
    agency: having(index.agencies, (one) => one.agencies),
    level: having(index.levels, (one) => one.levels),
    applicant: having(index.applicants, (one) => one.applicants),
  };
};

const VALUES = {
  field: (one) => (one.kind === "procedure" ? [one.field[0]] : []),
  agency: (one) => one.agencies,
  level: (one) => one.levels,
  applicant: (one) => one.applicants,
  online: (one) => [one.isOnline],
  free: (one) => [one.isFree],
};

const countOf = (documents, valuesOf) => {
  const counts = {};
  for (const value of documents.flatMap(valuesOf)) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

/* How many results would remain with each value that could be chosen in the place of what is chosen now. */
export const countsOf = (documents, filters = {}) =>
  Object.fromEntries(
    Object.entries(VALUES).map(([name, valuesOf]) => {
      const others = passes({ ...filters, [name]: undefined });
      return [name, countOf(documents.filter(others), valuesOf)];
    }),
  );
