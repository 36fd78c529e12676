// The honest bar: what is kept on this device, what waits to be sent, what has arrived. Sends by itself when the network is
// back, when the page is opened again, and now and then.

import { send, type Addresses, type Outcome } from "./sending";
import { all, forget, photosOf, type Draft } from "./store";

const AGAIN = 20_000; // milliseconds between two attempts while something waits

export class Queue {
  private busy: Promise<Outcome | null> | null = null;
  private last: Outcome | null = null;
  private delivered = 0;

  constructor(
    private readonly box: HTMLElement,
    readonly person: string,
    private readonly addresses: Addresses,
  ) {}

  /** Begins to watch the network; the key is that of the draft on the page, which its list leaves out. */
  start(current: () => string): void {
    window.addEventListener("online", () => void this.flush(current()));
    window.addEventListener("offline", () => void this.show(current()));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.flush(current());
    });
    window.setInterval(() => void this.flush(current()), AGAIN);
    void this.flush(current());
  }

  /** Sends all that waits, one after the other; what came of the draft `current`. */
  async flush(current: string): Promise<Outcome | null> {
    if (this.busy) await this.busy;
    this.busy = this.sendAll(current);
    const outcome = await this.busy;
    this.busy = null;
    await this.show(current);
    return outcome;
  }

  private async sendAll(current: string): Promise<Outcome | null> {
    let mine: Outcome | null = null;
    const waiting = (await all("drafts", this.person)).filter((draft) => draft.state !== "draft");
    for (const draft of waiting.sort((one, other) => one.at - other.at)) {
      if (await this.isStuck(draft)) continue;
      if (!navigator.onLine) {
        this.last = { kind: "later" };
        return draft.key === current ? this.last : mine;
      }
      this.say(this.box.dataset.sending ?? "");
      this.last = await send(draft, this.addresses);
      if (this.last.kind === "sent") this.delivered += 1;
      if (draft.key === current) mine = this.last;
    }
    return mine;
  }

  /** The record is there, and the server takes none of the photos that are left. */
  private async isStuck(draft: Draft): Promise<boolean> {
    const photos = await photosOf(draft);
    return draft.state === "entered" && photos.length > 0 && photos.every((photo) => photo.problem !== "");
  }

  private say(words: string): void {
    this.box.hidden = words === "";
    this.box.querySelector("[data-queue-words]")!.textContent = words;
  }

  /** Says how it stands. */
  async show(current: string): Promise<void> {
    const drafts = (await all("drafts", this.person)).sort((one, other) => one.at - other.at);
    const waiting = drafts.filter((draft) => draft.state !== "draft").length;
    const counts = [
      this.counted("drafts", drafts.length),
      this.counted("waiting", waiting),
      this.delivered && !waiting ? (this.box.dataset.sent ?? "") : "",
    ].filter((words) => words !== "");
    const why = waiting ? this.why() : "";
    this.say([counts.join(" · "), why].filter((words) => words !== "").join("。"));
    const others = drafts.filter((draft) => draft.key !== current);
    const lines = await Promise.all(others.map((draft) => this.line(draft, current)));
    this.box.querySelector("[data-queue-list]")!.replaceChildren(...lines);
  }

  private counted(name: string, count: number): string {
    return count ? (this.box.dataset[name] ?? "").replace("{n}", String(count)) : "";
  }

  private why(): string {
    if (!navigator.onLine || this.last?.kind === "later") return this.box.dataset.offline ?? "";
    return this.last?.kind === "signed-out" ? (this.box.dataset.signedOut ?? "") : "";
  }

  private async line(draft: Draft, current: string): Promise<HTMLElement> {
    const pattern = this.box.querySelector<HTMLTemplateElement>("[data-queue-item]")!;
    const line = (pattern.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    const title = draft.fields.find(([name]) => name === "title")?.[1];
    const photos = await photosOf(draft);
    const problem = photos.find((photo) => photo.problem !== "")?.problem;
    const state = draft.refused ? this.box.dataset.refused : draft.state === "draft" ? "" : this.counted("waiting", 1);
    const notes = [problem ?? state, this.counted("photoCount", photos.length)];
    line.querySelector("[data-queue-title]")!.textContent = title || (this.box.dataset.unnamed ?? "");
    line.querySelector("[data-queue-note]")!.textContent = notes.filter(Boolean).join(" · ");
    const resume = line.querySelector<HTMLAnchorElement>("[data-queue-resume]")!;
    resume.href = draft.state === "entered" ? draft.address : this.resumeAddress(draft);
    const drop = line.querySelector<HTMLButtonElement>("[data-queue-drop]")!;
    drop.addEventListener("click", () => void this.drop(drop, draft, current));
    return line;
  }

  private resumeAddress(draft: Draft): string {
    const kept = draft.fields.filter(([name, value]) => ["unit", "commitment", "with_units"].includes(name) && value);
    return `${this.addresses.form}?${new URLSearchParams([["draft", draft.key], ...kept]).toString()}`;
  }

  /** The first press asks, the second deletes. */
  private async drop(button: HTMLButtonElement, draft: Draft, current: string): Promise<void> {
    if (!button.classList.contains("button-danger")) {
      button.classList.replace("button-quiet", "button-danger");
      button.textContent = this.box.dataset.sure ?? "";
      return;
    }
    await forget(draft);
    await this.show(current);
  }
}
