/* Makes an element with its class and children; text stays text, so that no word of an index can become markup. */

export const element = (name, className = "", ...children) => {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
};

export const linkTo = (href, className, ...children) => {
  const made = element("a", className, ...children);
  made.href = href;
  return made;
};
