/* Which case and which way of filing a person has chosen: read from the address of the page, and written back to it.
   A choice is {case, way}, both names as in the address; an empty name stands for all. */

const CASE = "truong-hop";
const WAY = "cach-nop";

const known = (name, names) => (names.includes(name) ? name : "");

export const choiceIn = (address, cases, ways) => {
  const asked = new URL(address).searchParams;
  return { case: known(asked.get(CASE), cases), way: known(asked.get(WAY), ways) };
};

export const addressOf = (choice, address) => {
  const url = new URL(address);
  for (const [name, value] of [[CASE, choice.case], [WAY, choice.way]]) {
    if (value) {
      url.searchParams.set(name, value);
    } else {
      url.searchParams.delete(name);
    }
  }
  return url.href;
};

/* A paper is {key, case, ways, isBrought, isConditional, originals, copies}. */
export const isAsked = (paper, choice) =>
  (!paper.case || !choice.case || paper.case === choice.case) &&
  (!paper.ways.length || !choice.way || paper.ways.includes(choice.way));
