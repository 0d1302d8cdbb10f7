/* Puts off work until the next frame, so that fast typing searches once a frame. */

export const oncePerFrame = (work) => {
  let asked = 0;
  return () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(work);
  };
};

/* Puts off work until nobody has asked for it during a while. */
export const whenQuiet = (work, milliseconds) => {
  let asked = 0;
  return () => {
    clearTimeout(asked);
    asked = setTimeout(work, milliseconds);
  };
};
