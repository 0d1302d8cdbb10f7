/* Starts what a page needs: each feature is a module of its own, fetched only where its element stands.
   A module exports start(element); pages read well without any of them. */

const FEATURES = [
  ["[data-search]", "./search-box.js"],
  ["[data-search-page]", "./search-page.js"],
  ["[data-commune]", "./commune.js"],
  ["[data-agencies]", "./agency-filter.js"],
  ["[data-folds]", "./unfold.js"],
  [".dossier", "./papers.js"],
  ["[data-print]", "./print-choice.js"],
  ["details.wholetext", "./whole-text.js"],
  ["[data-due-date]", "./due-date.js"],
  [".moment, .compare", "./versions.js"],
  ["[data-palette]", "./palette-switch.js"],
];

for (const [selector, module] of FEATURES) {
  const places = document.querySelectorAll(selector);
  if (places.length) {
    import(module).then(({ start }) => places.forEach((place) => start(place)));
  }
}
