/* The filters of the page of search: native controls of its form, filled from what the index knows. */

import { element } from "../element.js";
import { chosenWords, optionWords } from "./words.js";

const controlOf = (part) => part.querySelector("select, input");

const isTick = (control) => control.type === "checkbox";

/* After its first option, which is any; what a search that failed had filled in is replaced. */
const fillChoice = (part, values) => {
  const control = controlOf(part);
  const options = values.map(({ value, label }) => {
    const made = element("option", "", label);
    made.value = value;
    made.dataset.label = label;
    return made;
  });
  control.replaceChildren(control.options[0], ...options);
  part.hidden = values.length < 2;
};

const countTick = (part, count) => {
  part.querySelector("[data-count]").textContent = `(${count})`;
};

/* What would leave nothing cannot be chosen, unless it is chosen already. */
const countChoice = (part, counts) => {
  const control = controlOf(part);
  for (const option of control.options) {
    if (option.value) {
      const count = counts[option.value] ?? 0;
      option.textContent = optionWords(option.dataset.label, count);
      option.disabled = count === 0 && option.value !== control.value;
    }
  }
};

export const filterPanel = (panel) => {
  const parts = [...panel.querySelectorAll("[data-facet]")];
  const chosen = panel.querySelector("[data-chosen]");

  const read = () => {
    const filters = {};
    for (const part of parts) {
      const control = controlOf(part);
      const value = isTick(control) ? control.checked : control.value;
      if (value) {
        filters[part.dataset.facet] = value;
      }
    }
    return filters;
  };

  const write = (filters) => {
    for (const part of parts) {
      const control = controlOf(part);
      const value = filters[part.dataset.facet];
      if (isTick(control)) {
        control.checked = Boolean(value);
      } else {
        control.value = value ?? "";
      }
    }
    // An address may ask for what cannot be chosen.
    const count = Object.keys(read()).length;
    chosen.textContent = chosenWords(count);
    panel.querySelector("[data-no-filter]").hidden = count === 0;
  };

  const fill = (facets) => {
    parts.filter((part) => facets[part.dataset.facet]).forEach((part) => fillChoice(part, facets[part.dataset.facet]));
    panel.hidden = false;
  };

  const count = (counts) => {
    for (const part of parts) {
      const own = counts[part.dataset.facet] ?? {};
      if (isTick(controlOf(part))) {
        countTick(part, own.true ?? 0);
      } else {
        countChoice(part, own);
      }
    }
  };

  return { read, write, fill, count };
};
