// Where a row of tabs is wider than the screen, the tab one is on stands in the middle of it, and its neighbours can be seen.

function show(root: ParentNode): void {
  for (const here of root.querySelectorAll<HTMLElement>(".tabs > [aria-current]")) {
    const row = here.parentElement!;
    row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - here.offsetWidth) / 2;
  }
}

export function watchTabs(): void {
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.detail.elt.parentElement ?? event.detail.elt));
}
