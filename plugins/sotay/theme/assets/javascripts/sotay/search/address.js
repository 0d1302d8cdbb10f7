/* A search as it stands in the address of the page: the question and the filters, under names that people can read. */

const NAMES = {
  field: "linh-vuc",
  agency: "co-quan",
  level: "cap",
  applicant: "doi-tuong",
  online: "truc-tuyen",
  free: "mien-phi",
};
const TICKED = ["online", "free"];
const YES = "co";

/* Reads the part of an address after the question mark; what it does not know it leaves out. */
export const readAddress = (text) => {
  const stated = new URLSearchParams(text);
  const filters = {};
  for (const [facet, name] of Object.entries(NAMES)) {
    const value = stated.get(name);
    if (TICKED.includes(facet) ? value === YES : value) {
      filters[facet] = TICKED.includes(facet) ? true : value;
    }
  }
  return { query: (stated.get("q") ?? "").trim(), filters };
};

/* Writes a search as the part of an address after the path; empty when nothing is asked. */
export const writeAddress = ({ query, filters = {} }) => {
  const stated = new URLSearchParams();
  if (query) {
    stated.set("q", query);
  }
  for (const [facet, name] of Object.entries(NAMES)) {
    if (filters[facet]) {
      stated.set(name, filters[facet] === true ? YES : filters[facet]);
    }
  }
  const text = stated.toString();
  return text ? `?${text}` : "";
};
