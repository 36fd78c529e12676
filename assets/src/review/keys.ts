// The keyboard of the review page. Each key presses a button that is there for the mouse too.
import { close, goOn, highlight, step, stepMark } from "./pick";

const panel = (): HTMLElement => document.querySelector<HTMLElement>("#panel")!;

function press(what: string): boolean {
  const button = document.querySelector<HTMLElement>(`#panel [data-do="${what}"], #bar [data-do="${what}"]`);
  button?.click();
  return Boolean(button);
}

/** To the field that is most likely to be wrong. */
function edit(): void {
  const field =
    panel().querySelector<HTMLElement>("[aria-invalid=true], [data-edit]") ??
    panel().querySelector<HTMLElement>("[data-mark-form] :is(input:not([type=hidden]), select, textarea)");
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
  if (field instanceof HTMLAnchorElement) field.click();
  if (field instanceof HTMLInputElement) field.select();
}

const DOES: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepMark(1),
  p: () => stepMark(-1),
  Enter: () => press("confirm"),
  a: () => press("adopt"),
  x: () => press("everywhere"),
  e: edit,
  Delete: () => press("remove"),
  u: () => press("undo"),
  "?": () => document.querySelector<HTMLDialogElement>("#keys")?.showModal(),
};

function isTyping(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches("input, textarea, select"));
}

/** Enter on a button or link is theirs; everywhere else, and on the mark that is shown already, it confirms. */
function isOnControl(element: Element | null): boolean {
  return Boolean(element?.closest("button, a:not([data-pick][aria-current]), summary"));
}

let isWaiting = false; // for the panel to come
let pressed: string[] = []; // keys that came before it
let settled: XMLHttpRequest | null = null; // the last answer that was dealt with

/** Keys pressed faster than the panel comes are kept in order, so that none hits the mark before. */
function does(key: string): void {
  if (isWaiting && key !== "?") pressed.push(key);
  else DOES[key]!();
}

let isSeeking = false; // Enter in the search for a unit waits for its list

const candidates = (): HTMLElement[] => [...panel().querySelectorAll<HTMLElement>("#candidates button")];

/** In the search for a unit Enter and the arrows lead into the list, where one sees which unit one takes. */
function intoCandidates(event: KeyboardEvent): boolean {
  const search = panel().querySelector<HTMLInputElement>("#find-unit");
  const here = candidates().indexOf(event.target as HTMLElement);
  const isSearch = search !== null && event.target === search;
  if (isSearch && event.key === "Enter") {
    isSeeking = true;
    htmx.trigger(search, "search");
  } else if (event.key === "ArrowDown" && (isSearch || here >= 0)) {
    candidates()[here + 1]?.focus();
  } else if (event.key === "ArrowUp" && here >= 0) {
    (candidates()[here - 1] ?? search)?.focus();
  } else {
    return false;
  }
  event.preventDefault();
  return true;
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return;
  const here = document.activeElement;
  if (event.key === "Escape") {
    if (isTyping(here)) (here as HTMLElement).blur();
    else if (panel().querySelector("[data-panel]")) close();
    return;
  }
  if (intoCandidates(event)) return;
  if (isTyping(here) || (event.key === "Enter" && isOnControl(here))) return;
  if (!(event.key in DOES)) return;
  event.preventDefault();
  if (event.repeat && !"jknp".includes(event.key)) return; // a key held down must not answer what nobody has seen
  does(event.key);
}

function onClick(event: MouseEvent): void {
  const what = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
  if (what === "next") step(1);
  if (what === "previous") step(-1);
  if (what === "close") close();
}

/** The button says whether it confirms or saves what was changed; a term of another kind has other fields. */
function onChange(event: Event): void {
  const field = event.target as HTMLInputElement;
  const form = field.closest<HTMLFormElement>("[data-mark-form]");
  if (!form) return;
  const button = panel().querySelector<HTMLElement>("[data-changed]");
  if (button?.firstChild) button.firstChild.textContent = button.dataset.changed!;
  if (event.type === "change" && field.name === "kind" && form.dataset.kindAddress) {
    void htmx.ajax("GET", `${form.dataset.kindAddress}?kind=${field.value}`, { target: "#panel" });
  }
}

/** Once an answer has settled: after a saved act on to the next, otherwise show where one is; then the keys that waited. */
function onSettled({ detail: { target, requestConfig, xhr } }: DocumentEventMap["htmx:afterSettle"]): void {
  if (xhr === settled) return; // htmx tells it once for each piece of the answer
  settled = xhr;
  if (target.id === "candidates" && isSeeking) candidates()[0]?.focus();
  if (target.id === "candidates") isSeeking = false;
  if (target.id === "presence" || target.id === "second") highlight(false); // what came meanwhile was swapped in
  if (target.id !== "panel") return;
  isWaiting = false;
  if (requestConfig.verb === "post" && xhr.status < 300) goOn();
  else highlight(requestConfig.verb === "get");
  while (pressed.length && !isWaiting) does(pressed.shift()!);
}

function onRequest(event: DocumentEventMap["htmx:beforeRequest"]): void {
  if (event.detail.target.id === "panel") isWaiting = true;
}

/** Nothing came, or nothing to show: what was pressed meanwhile was meant for something else. */
function onNothing(): void {
  isWaiting = false;
  pressed = [];
}

export function watchKeys(): void {
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  for (const name of ["input", "change"]) document.addEventListener(name, onChange);
  document.addEventListener("htmx:beforeRequest", onRequest);
  document.addEventListener("htmx:afterSettle", onSettled);
  for (const name of ["htmx:sendError", "htmx:responseError"]) document.addEventListener(name, onNothing);
  document.addEventListener("htmx:afterRequest", (event) => event.detail.xhr.status === 204 && onNothing());
}
