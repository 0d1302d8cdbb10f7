/* The list of communes below the box, after the combobox pattern of WAI-ARIA: the focus stays in the box. */

import { asCombobox, asOption } from "./search/combobox.js";
import { element } from "./element.js";

const option = ({ commune, by }, place, input) => {
  const made = element("div", "suggestion", element("span", "suggestion__title", commune.name));
  const told = [by && `gồm ${by} cũ`, !commune.agencies.length && "chưa có trang riêng"].filter(Boolean).join(" · ");
  if (told) made.append(" ", element("span", "suggestion__facts", told));
  return asOption(made, `${input.id}-${place}`);
};

/* Returns {open, close, chosen}; `pick` is told of a commune that was clicked. */
export const communeList = (input, form, pick) => {
  const list = element("div", "suggestions commune__list");
  asCombobox(input, list, "Xã, phường");
  input.parentElement.after(list);
  let found = [];
  let at = -1;

  const mark = (place) => {
    at = place;
    [...list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    mark(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  const open = (answers) => {
    found = answers;
    list.replaceChildren(...found.map((one, place) => option(one, place, input)));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(-1);
  };

  const move = (step) => {
    if (!list.hidden) mark((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
  };

  list.addEventListener("click", (event) => {
    const place = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (place >= 0) {
      close();
      pick(found[place].commune);
    }
  });
  input.addEventListener("keydown", (event) => {
    const step = event.isComposing ? 0 : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Escape") {
      close();
    }
  });
  input.addEventListener("blur", close);
  return { open, close, chosen: () => found[at]?.commune };
};
