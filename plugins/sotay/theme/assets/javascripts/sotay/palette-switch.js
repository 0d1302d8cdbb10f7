/* The button that changes between light, dark and what the machine says; remembered on this machine only. */

const ORDER = ["system", "light", "dark"];
const WORDS = { system: "theo máy", light: "sáng", dark: "tối" };
const root = document.documentElement;
const machine = matchMedia("(prefers-color-scheme: dark)");

const remember = (chosen) => {
  try {
    localStorage.setItem("sotay-palette", chosen);
  } catch {
    /* Storage may be full or forbidden; the choice then holds for this page. */
  }
};

const show = (chosen) => {
  root.dataset.chosen = chosen;
  root.dataset.scheme = chosen === "dark" || (chosen === "system" && machine.matches) ? "dark" : "light";
};

export function start(button) {
  const after = () => ORDER[(ORDER.indexOf(root.dataset.chosen) + 1) % ORDER.length];
  const say = () => {
    button.setAttribute("aria-label", `Màu nền: ${WORDS[root.dataset.chosen]}. Đổi sang ${WORDS[after()]}`);
    button.title = `Màu nền: ${WORDS[root.dataset.chosen]}`;
  };
  button.addEventListener("click", () => {
    const chosen = after();
    show(chosen);
    remember(chosen);
    say();
  });
  machine.addEventListener("change", () => show(root.dataset.chosen));
  say();
}
