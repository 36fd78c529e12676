// The form of a new record: every keystroke and every photo is kept on the device at once; sending is left to the queue.

import { showPhotos, takePhotos } from "./photos";
import type { Queue } from "./queue";
import { post, type Errors } from "./sending";
import { find, newKey, put, type Draft } from "./store";

const PAUSE = 300; // milliseconds without a keystroke after which what was typed is kept
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "key"]);

export class RecordForm {
  private timer = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly queue: Queue,
  ) {}

  get key(): string {
    return this.form.querySelector<HTMLInputElement>("[name=key]")!.value;
  }

  async start(): Promise<void> {
    const draft = await find("drafts", this.key);
    if (draft && draft.person === this.queue.person) this.fill(draft);
    await showPhotos(this.form, this.key, this.queue.person);
    this.form.addEventListener("input", () => this.keepSoon());
    this.form.addEventListener("change", (event) => void this.onChange(event));
    this.watchProposals();
    this.form.addEventListener("submit", (event) => void this.onSubmit(event));
  }

  /** What the record may count for is asked while one types; without a network nothing is lost by not knowing. */
  private watchProposals(): void {
    this.form.addEventListener("htmx:beforeRequest", (event) => {
      if (!navigator.onLine) event.preventDefault();
    });
    this.form.addEventListener("htmx:sendError", (event) => event.stopPropagation());
  }

  private keepSoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep("draft"), PAUSE);
  }

  private async onChange(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    if (input.matches("[data-photos]")) {
      await this.keep("draft");
      await takePhotos(this.form, input, this.key, this.queue.person);
      await this.queue.show(this.key);
    } else if (input.name === "roster_file") await this.readRoster(input);
    else this.keepSoon();
  }

  private async keep(state: "draft" | "waiting"): Promise<Draft> {
    window.clearTimeout(this.timer);
    const fields: [string, string][] = [];
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string" && !NOT_KEPT.has(name)) fields.push([name, value]);
    }
    const unit = fields.find(([name]) => name === "unit")?.[1] ?? "";
    const draft = { key: this.key, person: this.queue.person, fields, state, address: "", unit, refused: false, at: Date.now() };
    await put("drafts", draft);
    if (state === "draft") await this.queue.show(this.key);
    return draft;
  }

  /** A list of people in a file: the server finds the names, which then stand in the form like pasted ones. */
  private async readRoster(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    const text = this.form.querySelector<HTMLTextAreaElement>("[name=roster]");
    if (!file || !text) return;
    const form = new FormData();
    form.append("roster_file", file);
    const reply = await post(this.form.dataset.roster ?? "", form);
    this.showErrors(reply.kind === "wrong" ? ((reply.body.errors ?? {}) as Errors) : {});
    if (reply.kind === "later" || reply.kind === "signed-out") {
      this.showErrors({ roster_file: [{ message: this.form.dataset.rosterLater ?? "" }] });
    } else if (reply.kind === "ok") {
      text.value = [text.value.trim(), String(reply.body.roster ?? "")].filter((part) => part !== "").join("\n");
    }
    input.value = "";
    await this.keep("draft");
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.showErrors({});
    const button = this.form.querySelector<HTMLButtonElement>(".record-send button");
    button?.setAttribute("aria-busy", "true");
    await this.keep("waiting");
    const outcome = await this.queue.flush(this.key);
    button?.removeAttribute("aria-busy");
    if (outcome?.kind === "sent" || outcome?.kind === "photos-refused") window.location.assign(outcome.address);
    else if (outcome?.kind === "refused") this.showErrors(outcome.errors);
    else await this.next();
  }

  /** What was filled in waits on the device; the form is ready for the next one. */
  private async next(): Promise<void> {
    this.form.reset();
    this.form.querySelector<HTMLInputElement>("[name=key]")!.value = newKey();
    await showPhotos(this.form, this.key, this.queue.person);
    await this.queue.show(this.key);
    document.querySelector("[data-queue]")?.scrollIntoView({ block: "center" });
  }

  private showErrors(errors: Errors): void {
    for (const old of this.form.querySelectorAll(".errorlist")) old.remove();
    for (const wrong of this.form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
    for (const [name, faults] of Object.entries(errors)) this.showError(name, faults.map((fault) => fault.message));
    this.form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }

  private showError(name: string, messages: string[]): void {
    const list = document.createElement("ul");
    list.className = "errorlist";
    list.setAttribute("role", "alert");
    list.append(...messages.map((message) => Object.assign(document.createElement("li"), { textContent: message })));
    const field = this.form.querySelector<HTMLElement>(`[name="${name}"]:not([type=hidden])`);
    const box = field?.closest<HTMLElement>(".field");
    field?.setAttribute("aria-invalid", "true");
    for (const folded of [box?.closest("details")]) if (folded) folded.open = true;
    if (box) box.append(list);
    else this.form.prepend(list);
  }

  private fill(draft: Draft): void {
    const values = new Map<string, string[]>();
    for (const [name, value] of draft.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const one of this.form.elements) fillOne(one, values);
    const more = this.form.querySelector<HTMLDetailsElement>("details.record-more");
    const inside = [...(more?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])];
    if (more && inside.some((one) => one.type !== "checkbox" && one.value !== "")) more.open = true;
    this.form.querySelector("#id_kind")?.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function fillOne(one: Element, values: Map<string, string[]>): void {
  if (one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")) {
    if (values.has("shown") || one.name !== "use") one.checked = values.get(one.name)?.includes(one.value) ?? false;
  } else if (one instanceof HTMLInputElement && (one.type === "hidden" || one.type === "file" || one.type === "search")) {
    return;
  } else if (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) {
    const value = values.get(one.name)?.[0];
    if (value !== undefined && !(one.name === "roster" && value === "")) one.value = value; // names may have come meanwhile
  }
}
