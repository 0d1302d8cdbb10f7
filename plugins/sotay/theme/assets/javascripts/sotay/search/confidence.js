/* Whether what was found is what was asked for, or only the nearest that the site has. */

const OF_NAME = 0.6;
const SURE = 0.7;

/* The few nearest are worth a look; a long list would only look like an answer. */
export const MOST_UNSURE = 5;

/* found: the answers, the best first. Firm is what share of the question they answer in words that stand together as
   typed, known how much of their own name the question says. A code that was found is meant; slips with nothing beside
   them may have been any words. */
export const isUnsure = (question, [best]) => {
  if (!best || question.codes.length) return false;
  return question.isGuess || best.firm + OF_NAME * best.known < SURE;
};
