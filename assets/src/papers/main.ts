// ← and → lead to the page before and the one after, where the page names them and nobody is typing; a button prints.

function isBusy(element: Element | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches("input, textarea, select, [data-scroller]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isBusy(document.activeElement)) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const link = rel && document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

for (const button of document.querySelectorAll<HTMLElement>("[data-print]")) {
  button.addEventListener("click", () => window.print());
}

// What is shown once is chosen whole with one click.
for (const box of document.querySelectorAll<HTMLTextAreaElement>("textarea[readonly]")) {
  box.addEventListener("focus", () => box.select());
}
