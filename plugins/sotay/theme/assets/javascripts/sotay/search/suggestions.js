/* The list of suggestions below a box: a listbox of links, after the combobox pattern of WAI-ARIA.
   The focus stays in the box; aria-activedescendant says which link is chosen. */

import { asCombobox, asOption } from "./combobox.js";
import { element, linkTo } from "../element.js";
import { markOf } from "./results.js";
import { allWords } from "./words.js";

const option = (link, id) => {
  link.tabIndex = -1;
  return asOption(link, id);
};

const suggestion = (result, base) => {
  const facts = [result.time, result.fee, result.where].filter(Boolean).join(" · ");
  return linkTo(
    new URL(result.address, base).href,
    "suggestion",
    element("span", "suggestion__title", result.title),
    markOf(result),
    element("span", "suggestion__facts", facts),
  );
};

export const suggestionList = (input, form) => {
  const list = element("div", "suggestions");
  asCombobox(input, list, "Gợi ý");
  form.append(list);

  const options = () => [...list.children];
  const chosen = () => options().find((one) => one.getAttribute("aria-selected") === "true");

  const choose = (one) => {
    options().forEach((other) => other.setAttribute("aria-selected", String(other === one)));
    if (one) {
      input.setAttribute("aria-activedescendant", one.id);
      one.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const close = () => {
    choose(undefined);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  const show = ({ results, total, isWeak }, query, base, allHref) => {
    const all = linkTo(allHref, "suggestion suggestion--all", allWords(total, query, isWeak));
    const kept = chosen()?.href;
    const links = [...results.map((result) => suggestion(result, base)), all];
    list.replaceChildren(...links.map((link, index) => option(link, `${list.id}-${index}`)));
    // Who has chosen already while the last letters were still being searched keeps the choice.
    choose(links.find((link) => link.href === kept));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };

  /* Moves by a number of places; beyond either end no suggestion is chosen, and the box stands as typed. */
  const move = (by) => {
    const all = options();
    const places = all.length + 1;
    choose(all[(all.indexOf(chosen()) + by + 1 + places) % places - 1]);
  };

  return { show, close, move, chosen, isOpen: () => !list.hidden };
};
