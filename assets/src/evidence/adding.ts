// The form that adds evidence: large files go in pieces first, then the form as it is with the small ones.

import { keyOf, Refusal, send } from "./upload";

const LARGE = 4 * 1024 * 1024; // bytes; what is smaller is sent again as a whole

function field(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.value ?? "";
}

function filled(words: string, file: File, part = ""): string {
  return words.replace("%name", file.name).replace("%part", part);
}

/** The server takes in what has come in pieces; its answer is a piece of the page. */
async function finish(form: HTMLFormElement, key: string): Promise<void> {
  const body = new URLSearchParams({ upload: key, unit: field(form, "unit"), record: field(form, "record"), words: field(form, "words") });
  const headers = { "X-CSRFToken": field(form, "csrfmiddlewaretoken"), "HX-Request": "true" };
  const answer = await fetch(form.action, { method: "POST", headers, body, credentials: "same-origin" });
  if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
  const added = form.querySelector("[data-added]")!;
  const piece = document.createElement("div");
  piece.innerHTML = await answer.text();
  added.append(piece);
  htmx.process(piece);
  showThereIsSome();
}

/** A page that said that there is none says so no more. */
function showThereIsSome(): void {
  if (document.querySelector("[data-added] .piece")) document.querySelector("[data-none]")?.remove();
}

async function sendLarge(form: HTMLFormElement, file: File): Promise<boolean> {
  const told = form.querySelector("[data-progress]")!;
  const unit = field(form, "unit");
  const key = keyOf(file, unit);
  const target = { begin: form.dataset.begin!, token: field(form, "csrfmiddlewaretoken"), unit };
  try {
    await send(file, key, target, (part) => (told.textContent = filled(form.dataset.sending!, file, `${Math.floor(part * 100)} %`)));
    await finish(form, key);
    told.textContent = "";
    return true;
  } catch (error) {
    told.textContent = error instanceof Refusal ? `${file.name} ${error.message}` : filled(form.dataset.broken!, file);
    return false;
  }
}

function keep(input: HTMLInputElement, files: File[]): void {
  const kept = new DataTransfer();
  for (const file of files) kept.items.add(file);
  input.files = kept.files;
}

async function onSubmit(event: Event): Promise<void> {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.evidenceAdd === undefined) return;
  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const files = [...(input.files ?? [])];
  const large = files.filter((file) => file.size > LARGE);
  if (!large.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const left: File[] = [];
  for (const file of large) if (!(await sendLarge(form, file))) left.push(file);
  const small = files.filter((file) => file.size <= LARGE);
  keep(input, small);
  if (small.length) form.requestSubmit();
  else keep(input, left);
}

export function watchAdding(): void {
  document.addEventListener("submit", (event) => void onSubmit(event), { capture: true });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (form instanceof HTMLFormElement && form.dataset.evidenceAdd !== undefined && event.detail.successful) {
      form.reset();
      showThereIsSome();
    }
  });
}
