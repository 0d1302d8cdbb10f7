/* Restores the chosen light or dark before anything is painted. */
(function () {
  var palette = window.__md_get("__palette");
  var dark = palette && palette.color
    ? palette.color.scheme === "slate"
    : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
})();
