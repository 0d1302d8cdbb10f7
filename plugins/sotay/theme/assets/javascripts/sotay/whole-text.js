/* Folds the text of the controlled document, which few people come for; the page's own search still finds it.
   It is printed with the rest of the page. */

export const start = (text) => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  text.open = Boolean(target) && text.contains(target);
  let wasOpen = text.open;
  addEventListener("beforeprint", () => {
    wasOpen = text.open;
    text.open = true;
  });
  addEventListener("afterprint", () => {
    text.open = wasOpen;
  });
};
