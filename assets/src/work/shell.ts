// The form as it was kept on the device: what a server would have filled in is filled in here.

import { newKey } from "./store";

export function prepareShell(form: HTMLFormElement): void {
  if (!form.matches("[data-shell]")) return;
  const asked = new URLSearchParams(location.search);
  set(form, "key", asked.get("draft") || newKey());
  set(form, "first", today());
  const tasks = form.querySelector<HTMLSelectElement>("[name=commitment]");
  tasks?.addEventListener("change", () => begin(form, tasks));
  if (tasks && asked.get("commitment")) {
    tasks.value = asked.get("commitment")!;
    begin(form, tasks);
  }
  form.addEventListener("reset", () => window.setTimeout(() => set(form, "first", today()))); // ready for the next one
}

/** Title and kind as the chosen commitment has them. */
function begin(form: HTMLFormElement, tasks: HTMLSelectElement): void {
  const chosen = tasks.selectedOptions[0];
  if (!chosen?.value) return;
  set(form, "title", chosen.dataset.title ?? "");
  if (chosen.dataset.kind) set(form, "kind", chosen.dataset.kind);
}

function set(form: HTMLFormElement, name: string, value: string): void {
  const field = form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
  if (field) field.value = value;
}

/** The day here, not in Greenwich. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
