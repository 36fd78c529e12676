// The table's own behaviour: the button that prints, and filters that are folded on a phone until they are wanted.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
});

const filters = document.querySelector<HTMLDetailsElement>("[data-filters]");
if (filters && !("set" in filters.dataset) && window.matchMedia("(max-width: 40rem)").matches) filters.open = false;
