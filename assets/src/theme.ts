// Light or dark: as the system says, unless the reader chose. Runs in the head, before the page is painted. The dark set is one
// style sheet (#dark); its media query alone decides, and never holds on paper.
type Theme = "system" | "light" | "dark";

const KEY = "wenming-theme";
const MEDIA: Record<Theme, string> = {
  system: "screen and (prefers-color-scheme: dark)",
  light: "not all",
  dark: "screen",
};

function chosen(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system"; // storage may be forbidden; the system's choice still holds
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return; // it holds for this page only
  }
}

function show(theme: Theme): void {
  document.querySelector<HTMLLinkElement>("#dark")!.media = MEDIA[theme];
  for (const button of document.querySelectorAll<HTMLElement>("[data-theme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.theme === theme));
  }
}

show(chosen());
document.addEventListener("DOMContentLoaded", () => show(chosen()));
document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-theme]");
  if (!button) return;
  keep(button.dataset.theme as Theme);
  show(button.dataset.theme as Theme);
});
