// Drawer and dialogs, all <dialog>: the browser keeps the focus inside and closes on Esc; focus goes back to what opened them.
//   data-opens="ID"       opens that dialog
//   data-closes           closes the dialog it stands in
//   data-drawer           on a dialog: opens when htmx has put something into it
//   data-confirm="…?"     on a form or its button: asks first; hx-confirm asks in the same way

function dialog(id: string): HTMLDialogElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
}

function open(wanted: HTMLDialogElement | null): void {
  if (wanted && !wanted.open) wanted.showModal();
}

/** Asks in the page's own dialog; calls `then` on yes. */
function ask(question: string, word: string | undefined, then: () => void): void {
  const asking = dialog("confirm")!;
  const yes = asking.querySelector<HTMLButtonElement>("[value=yes]")!;
  asking.querySelector("[data-question]")!.textContent = question;
  yes.textContent = word || yes.dataset.word!;
  asking.returnValue = "";
  asking.addEventListener("close", () => asking.returnValue === "yes" && then(), { once: true });
  open(asking);
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const opener = target.closest<HTMLElement>("[data-opens]");
  if (opener) open(dialog(opener.dataset.opens!));
  if (target.closest("[data-closes]")) target.closest("dialog")?.close();
  if (target instanceof HTMLDialogElement && isOutside(target, event)) target.close();
}

/** A click on the veil around a dialog reaches the dialog itself, outside its box. */
function isOutside(box: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const asker = [event.submitter, form].find((one) => one instanceof HTMLElement && one.dataset.confirm) as HTMLElement;
  if (!asker || form.dataset.agreed !== undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(asker.dataset.confirm!, asker.dataset.yes, () => {
    form.dataset.agreed = "";
    form.requestSubmit(event.submitter);
    delete form.dataset.agreed;
  });
}

// A piece that brings a title of its own names the drawer; its own heading would say it twice.
function nameDrawer(drawer: HTMLDialogElement): void {
  const title = drawer.querySelector<HTMLElement>(".drawer-title");
  const own = drawer.querySelector<HTMLElement>("[data-drawer-title]");
  if (own) own.hidden = true;
  if (title) title.textContent = own?.textContent ?? title.dataset.word ?? "";
}

export function watchDialogs(): void {
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit, { capture: true });
  document.addEventListener("htmx:confirm", (event) => {
    const { question, elt, issueRequest } = event.detail;
    if (!question) return;
    event.preventDefault();
    ask(question, (elt as HTMLElement).dataset.yes, () => issueRequest(true));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    const filled = event.detail.target.closest("dialog");
    if (filled?.matches("[data-drawer]")) {
      nameDrawer(filled);
      open(filled);
    }
  });
}
