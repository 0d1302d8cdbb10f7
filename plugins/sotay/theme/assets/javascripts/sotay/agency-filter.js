/* A box above the list of agencies: typing a name, with or without diacritics, leaves only what has all its words. */

import { element } from "./element.js";
import { plainKey } from "./search/fold.js";

const box = () => {
  const label = element("label", "filter__label", "Tìm cơ quan theo tên hoặc địa chỉ");
  const input = element("input", "filter__box");
  const told = element("p", "filter__told");
  input.type = "search";
  input.id = "loc-co-quan";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  told.setAttribute("role", "status");
  return { form: element("div", "filter", label, input, told), input, told };
};

const has = (card, words) => words.every((word) => ` ${card.dataset.key}`.includes(` ${word}`));

const narrow = (list, words) => {
  let left = 0;
  for (const group of list.querySelectorAll("section")) {
    const cards = [...group.querySelectorAll("[data-key]")];
    cards.forEach((card) => (card.hidden = !has(card, words)));
    const count = cards.filter((card) => !card.hidden).length;
    group.hidden = count === 0;
    group.querySelector("h2 small").hidden = words.length > 0;
    left += count;
  }
  return left;
};

const tell = (words, left) => {
  if (!words.length) return "";
  return left ? `Còn ${left} cơ quan.` : "Không có cơ quan nào tên hoặc địa chỉ như vậy. Ông, bà thử gõ ít chữ hơn.";
};

export const start = (list) => {
  const { form, input, told } = box();
  const jumps = list.querySelector(".jumps");
  list.prepend(form);
  input.addEventListener("input", () => {
    const words = plainKey(input.value).split(" ").filter(Boolean);
    const left = narrow(list, words);
    if (jumps) jumps.hidden = words.length > 0;
    told.textContent = tell(words, left);
  });
};
