// The fold-outs beside the phones, one at a time, and the choice between light and dark.

const THEME = "simulator-theme";

export function openPanels(opened) {
  const buttons = [...document.querySelectorAll("[data-panel]")];
  const show = (name) => {
    for (const button of buttons) {
      const on = button.dataset.panel === name;
      button.setAttribute("aria-expanded", String(on));
      document.getElementById(`panel-${button.dataset.panel}`).hidden = !on;
    }
    document.getElementById("side").hidden = !name;
    if (name) opened(name);
  };
  for (const button of buttons) button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "true" ? null : button.dataset.panel));
  document.getElementById("side-close").addEventListener("click", () => {
    const open = buttons.find((button) => button.getAttribute("aria-expanded") === "true");
    show(null);
    open?.focus();
  });
  themes();
}

function themes() {
  const button = document.getElementById("theme");
  const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const kept = localStorage.getItem(THEME);
  if (kept) document.documentElement.dataset.theme = kept;
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    localStorage.setItem(THEME, document.documentElement.dataset.theme);
  });
}
