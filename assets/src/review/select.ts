// Words selected in the document: a small bar of what they may be. Offsets count code points, as the server does.

const bar = (): HTMLElement => document.querySelector<HTMLElement>("[data-selection]")!;

/** The offset in the document of a place in a piece of its text. */
function offset(node: Node, within: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (!piece) return null;
  const text = node instanceof Text ? (node.textContent ?? "").slice(0, within) : "";
  return Number(piece.dataset.at) + [...text].length;
}

/** The selected place, or null where the selection is empty or not in the document. */
function selected(): { start: number; end: number; range: Range } | null {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
  const range = chosen.getRangeAt(0);
  const text = document.querySelector("[data-text]")!;
  if (!text.contains(range.commonAncestorContainer)) return null;
  const pieces = [...text.querySelectorAll<HTMLElement>("[data-at]")].filter((piece) => range.intersectsNode(piece) && piece.textContent);
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (!first || !last) return null;
  const start = offset(range.startContainer, range.startOffset) ?? Number(first.dataset.at);
  const end = offset(range.endContainer, range.endOffset) ?? Number(last.dataset.at) + [...last.textContent!].length;
  return end > start ? { start, end, range } : null;
}

function place(range: Range): void {
  const menu = bar();
  menu.hidden = false;
  menu.querySelector<HTMLElement>("[data-move]")!.hidden = !movable();
  const words = range.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const above = words.top - height - 8;
  menu.style.top = `${Math.max(8, above > 60 ? above : words.bottom + 8)}px`;
  menu.style.left = `${Math.min(Math.max(8, words.left), innerWidth - width - 8)}px`;
}

function onSelection(): void {
  const found = selected();
  if (found) place(found.range);
  else bar().hidden = true;
}

/** The field of the panel for the words of a mark, where one is shown. */
function movable(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("#panel [data-mark-form] [name=words]");
}

/** The mark of the panel shall stand at the selected words; saved with the rest of the panel. */
function move(): void {
  const [found, field] = [selected(), movable()];
  if (!found || !field?.form) return;
  const { elements } = field.form;
  field.value = String(getSelection()).trim();
  (elements.namedItem("start") as HTMLInputElement).value = String(found.start);
  (elements.namedItem("end") as HTMLInputElement).value = String(found.end);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  getSelection()?.removeAllRanges();
  bar().hidden = true;
  field.focus();
}

function add(button: HTMLElement): void {
  const found = selected();
  if (!found) return;
  const values = { start: String(found.start), end: String(found.end) };
  const verb = button.dataset.saves === undefined ? "GET" : "POST";
  void htmx.ajax(verb, button.dataset.add!, { target: "#panel", values });
  getSelection()?.removeAllRanges();
  bar().hidden = true;
}

export function watchSelection(): void {
  let timer = 0;
  const later = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(onSelection, 150);
  };
  document.addEventListener("selectionchange", later);
  document.addEventListener("scroll", later, { capture: true, passive: true });
  bar().addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
  bar().addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-add]");
    if (button) add(button);
    else if ((event.target as Element).closest("[data-move]")) move();
  });
}
