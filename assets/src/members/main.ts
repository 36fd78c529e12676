// The people of a roll beside the list of a record: a tick writes a line of the list, taking it away removes the line.
// What is kept is the list alone, so a draft on the device knows the ticks, too.

const LIST = "[name=roster]";

function lineOf(box: HTMLInputElement): string {
  const label = box.closest("label");
  const words = (part: string): string => label?.querySelector(`[data-roll-${part}]`)?.textContent?.trim() ?? "";
  return words("office") || words("name").includes(" ") ? `${words("name")}\t${words("office")}` : words("name");
}

function boxesIn(root: ParentNode): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>("[data-roll-one]")];
}

function list(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>(LIST);
}

function linesOf(text: HTMLTextAreaElement): string[] {
  return text.value.split("\n").filter((line) => line.trim() !== "");
}

/** The lines of all boxes as they are ticked now, the others as they were typed. */
function write(root: ParentNode): void {
  const text = list();
  if (!text) return;
  const boxes = boxesIn(root);
  const offered = new Set(boxes.map(lineOf));
  const ticked = boxes.filter((box) => box.checked).map(lineOf);
  const before = linesOf(text);
  const kept = before.filter((line) => !offered.has(line) || ticked.includes(line));
  const there = new Set(kept);
  text.value = [...kept, ...ticked.filter((line) => !there.has(line))].join("\n");
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function read(root: ParentNode): void {
  const text = list();
  const there = new Set(text ? linesOf(text) : []);
  for (const box of boxesIn(root)) box.checked = there.has(lineOf(box));
}

document.addEventListener("change", (event) => {
  const box = event.target as HTMLElement;
  const root = box.closest("[data-roll]");
  if (root && box.matches("[data-roll-one]")) write(root);
});

document.addEventListener("click", (event) => {
  const button = (event.target as HTMLElement).closest<HTMLElement>("[data-roll-all], [data-roll-none]");
  const root = button?.closest("[data-roll]");
  if (!button || !root) return;
  for (const box of boxesIn(root)) box.checked = button.matches("[data-roll-all]");
  write(root);
});

document.addEventListener("input", (event) => {
  if ((event.target as HTMLElement).matches(LIST)) for (const root of document.querySelectorAll("[data-roll]")) read(root);
});

document.addEventListener("htmx:afterSettle", () => {
  for (const root of document.querySelectorAll("[data-roll]")) read(root);
});
