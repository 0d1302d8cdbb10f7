/* Lets one question through at a time. Of those that come meanwhile only the newest is asked; the others get null. */

export const newestOnly = (ask) => {
  let isBusy = false;
  let next = null;

  const run = async ({ asked, resolve, reject }) => {
    isBusy = true;
    try {
      resolve(await ask(...asked));
    } catch (fault) {
      reject(fault);
    }
    isBusy = false;
    const newest = next;
    next = null;
    if (newest) {
      run(newest);
    }
  };

  return (...asked) =>
    new Promise((resolve, reject) => {
      const question = { asked, resolve, reject };
      if (isBusy) {
        next?.resolve(null);
        next = question;
      } else {
        run(question);
      }
    });
};
