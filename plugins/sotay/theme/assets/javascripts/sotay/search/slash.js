/* The key / leads to the box from anywhere on a page, unless somebody is typing. */

const isTyping = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/* `reach` is called where the box is hidden, on narrow screens. */
export const focusOnSlash = (input, reach) => {
  document.addEventListener("keydown", (event) => {
    const isPlain = event.key === "/" && !(event.ctrlKey || event.metaKey || event.altKey);
    if (!isPlain || event.defaultPrevented || isTyping(event.target)) {
      return;
    }
    event.preventDefault();
    if (input.offsetParent) {
      input.focus();
      input.select();
    } else {
      reach();
    }
  });
};
