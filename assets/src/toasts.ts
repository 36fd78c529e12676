// Short news at the edge: from the page's messages, from the event `toast` that an htmx answer may carry in HX-Trigger
// ({text, kind?, undo?: address to post to}), and when a request of htmx fails. Errors stay until they are closed.

const STAY = 10_000; // milliseconds; longer while the pointer or the focus is on it

function region(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-toasts]");
}

function leaveLater(toast: HTMLElement): void {
  if (toast.classList.contains("toast-error")) return;
  let timer = window.setTimeout(() => toast.remove(), STAY);
  const hold = (): void => window.clearTimeout(timer);
  const go = (): void => {
    hold();
    timer = window.setTimeout(() => toast.remove(), STAY);
  };
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, go);
}

/** Shows one toast; `undo` is an address that takes it back by POST. */
export function showToast(text: string, kind = "success", undo = ""): void {
  const place = region();
  const pattern = document.querySelector<HTMLTemplateElement>("#toast");
  if (!place || !pattern) return;
  const toast = (pattern.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
  toast.classList.add(`toast-${kind}`);
  toast.querySelector(".toast-text")!.textContent = text;
  const form = toast.querySelector("form")!;
  if (undo) {
    form.action = undo;
    form.setAttribute("hx-post", undo);
  } else {
    form.remove();
  }
  place.append(toast);
  htmx.process(toast);
  leaveLater(toast);
}

export function watchToasts(): void {
  for (const toast of region()?.querySelectorAll<HTMLElement>(".toast") ?? []) leaveLater(toast);
  document.addEventListener("click", (event) => {
    const closer = (event.target as Element).closest("[data-toast-closes]");
    if (closer) closer.closest(".toast")?.remove();
  });
  document.addEventListener("htmx:afterRequest", (event) => (event.target as Element).closest?.(".toast")?.remove());
  document.addEventListener("toast", (event) => showToast(event.detail.text, event.detail.kind, event.detail.undo));
  document.addEventListener("htmx:responseError", () => showToast(region()?.dataset.refused ?? "", "error"));
  document.addEventListener("htmx:sendError", () => showToast(region()?.dataset.unreachable ?? "", "error"));
}
