/* Prints the list of papers alone, on one sheet, unless the whole page is asked for.
   Without scripts a browser prints the whole page. */

const page = document.documentElement;

const printAll = () => {
  page.classList.remove("prints-list");
  addEventListener("afterprint", () => page.classList.add("prints-list"), { once: true });
  print();
};

export const start = (button) => {
  page.classList.add("prints-list");
  button.addEventListener("click", button.dataset.print === "page" ? printAll : () => print());
};
