// Says at the edges of a wide table that there is more: data-more-start, data-more-end. A table that fits is no stop for Tab.

const seen = new ResizeObserver((entries) => entries.forEach(({ target }) => mark((target as HTMLElement).closest("[data-scroller]")!)));

function mark(box: HTMLElement): void {
  const rest = box.scrollWidth - box.clientWidth - box.scrollLeft;
  box.toggleAttribute("data-more-start", box.scrollLeft > 1);
  box.toggleAttribute("data-more-end", rest > 1);
  const scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
  if (scrolls) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function watch(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>("[data-scroller]")) {
    seen.observe(box);
    if (box.firstElementChild) seen.observe(box.firstElementChild);
    mark(box);
  }
}

export function watchScrollers(): void {
  watch(document);
  document.addEventListener("htmx:load", (event) => watch(event.detail.elt.parentElement ?? event.detail.elt));
  document.addEventListener(
    "scroll",
    ({ target }) => target instanceof HTMLElement && target.matches("[data-scroller]") && mark(target),
    { capture: true, passive: true },
  );
}
