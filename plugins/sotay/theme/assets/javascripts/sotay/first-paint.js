/* Runs before anything is painted: says that there are scripts, and gives the page the light that was chosen.
   What is chosen is `system` where nothing that we know is remembered, or nothing may be. */
{
  const root = document.documentElement;
  const chosen = () => {
    try {
      const kept = localStorage.getItem("sotay-palette");
      return ["light", "dark"].includes(kept) ? kept : "system";
    } catch {
      return "system";
    }
  };
  const isDark = { light: false, dark: true }[chosen()] ?? matchMedia("(prefers-color-scheme: dark)").matches;

  root.classList.remove("no-js");
  root.dataset.chosen = chosen();
  root.dataset.scheme = isDark ? "dark" : "light";
}
