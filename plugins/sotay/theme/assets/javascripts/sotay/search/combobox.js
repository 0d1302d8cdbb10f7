/* What a box and the list below it tell those who listen, after the combobox pattern of WAI-ARIA. */

export const asOption = (option, id) => {
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  return option;
};

export const asCombobox = (input, list, label) => {
  list.id = `${input.id}-goi-y`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  // A click into the list must not take the focus out of the box before it has been heard.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
};
