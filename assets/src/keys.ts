// Keys that work on every page: "/" goes to the search box, as its hint says.

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select"));
}

export function watchKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || isTyping(document.activeElement)) return;
    if (document.querySelector("dialog[open]")) return;
    const box = document.querySelector<HTMLInputElement>("[data-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
  });
}
