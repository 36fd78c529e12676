// Which mark is looked at: it is shown in the document and in the outline, its panel is asked for, the address remembers it.

const root = (): HTMLElement => document.querySelector<HTMLElement>("[data-review]")!;
const address = (key: string): string => `${root().dataset.address}marks/${key}/`;

let current = ""; // the key that was picked: duty-12, doubt-5
let at = -1; // the place in the list of what to look at, kept when the item itself has gone
let walk: "items" | "marks" | "" = ""; // whether one goes from doubt to doubt, from mark to mark, or picks by hand

export function items(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("[data-item]")];
}

/** The mark that the panel shows; that of a doubt is often the unit or term that it is about. */
export function shownKey(): string {
  return document.querySelector<HTMLElement>("[data-panel]")?.dataset.panel ?? "";
}

/** Marks what is current in both panes and brings it into sight. */
export function highlight(scroll: boolean): void {
  for (const old of document.querySelectorAll("[data-pick][aria-current]")) old.removeAttribute("aria-current");
  const keys = new Set([current, shownKey()].filter(Boolean));
  for (const key of keys) {
    for (const mark of document.querySelectorAll(`[data-pick="${key}"]`)) mark.setAttribute("aria-current", "true");
  }
  if (scroll) for (const key of keys) bringIntoSight(key);
}

function bringIntoSight(key: string): void {
  const inText = document.getElementById(`in-${key}`) ?? document.getElementById(`at-${key}`);
  const inOutline = document.getElementById(`chip-${key}`) ?? document.getElementById(key);
  for (const one of [inText, inOutline]) if (one) centre(one);
  if (!inOutline && inText) alongside(inText);
}

/** To the middle of its own pane, which is the page itself on a phone; nothing around the pane moves. */
function centre(one: HTMLElement): void {
  const pane = one.closest<HTMLElement>("[data-pane]");
  if (!pane || pane.scrollHeight <= pane.clientHeight) {
    one.scrollIntoView({ block: "center" });
    return;
  }
  const { top, height } = one.getBoundingClientRect();
  const middle = pane.getBoundingClientRect().top + pane.clientHeight / 2;
  pane.scrollTo({ top: pane.scrollTop + top + height / 2 - middle });
}

/** Something that stands only in the document: the outline follows to the measure around it. */
function alongside(inText: HTMLElement): void {
  const before = [...document.querySelectorAll<HTMLElement>(".measure-at")].filter(
    (one) => one.compareDocumentPosition(inText) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const key = before[before.length - 1]?.dataset.pick;
  const measure = key ? document.getElementById(key) : null;
  if (measure) centre(measure);
}

export function pick(key: string): void {
  current = key;
  const place = items().findIndex((item) => item.dataset.pick === key);
  if (place >= 0) at = place;
  history.replaceState(null, "", `?mark=${key}`);
  void htmx.ajax("GET", address(key), { target: "#panel" });
}

/** The next or previous of what is to be looked at; after one has gone, the one that took its place. */
export function step(by: number): void {
  const all = items();
  if (!all.length) return;
  const here = all.findIndex((item) => item.dataset.pick === current);
  const next = here >= 0 ? here + by : by > 0 ? Math.max(at, 0) : at - 1;
  at = next < 0 ? all.length - 1 : next >= all.length ? 0 : next;
  walk = "items";
  pick(all[at]!.dataset.pick!);
}

/** The next or previous mark of the outline, doubtful or not. */
export function stepMark(by: number): void {
  const marks = [...document.querySelectorAll<HTMLElement>("#outline [data-pick]")].filter((mark) => !mark.closest("details:not([open])"));
  const here = marks.findIndex((mark) => mark.dataset.pick === shownKey());
  const next = marks[here < 0 && by < 0 ? marks.length - 1 : (here + by + marks.length) % marks.length];
  walk = "marks";
  if (next) pick(next.dataset.pick!);
}

/** After an act: on to the next, in the way one was going. */
export function goOn(): void {
  const isGone = !items().some((item) => item.dataset.pick === current);
  if (walk === "marks") stepMark(1);
  else if (walk === "items" && isGone && items().length) step(1);
  else highlight(false);
}

export function close(): void {
  current = walk = "";
  at = -1;
  document.querySelector("#panel")!.replaceChildren();
  history.replaceState(null, "", location.pathname);
  highlight(false);
}

/** Opens where the address says, and keeps what is shown in step with what is swapped in. */
export function watchPicks(): void {
  current = new URLSearchParams(location.search).get("mark") ?? "";
  at = items().findIndex((item) => item.dataset.pick === current);
  walk = at >= 0 ? "items" : "";
  if (current) highlight(true);
  document.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLElement>("[data-pick]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection() ?? "")) return;
    event.preventDefault();
    mark.closest<HTMLDetailsElement>("[data-items]")?.removeAttribute("open");
    walk = mark.dataset.item === undefined ? "" : "items";
    pick(mark.dataset.pick!);
  });
}
