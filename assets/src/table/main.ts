// The table's own behaviour: the button that prints. The page itself is plain HTML.
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-print]")) window.print();
});
