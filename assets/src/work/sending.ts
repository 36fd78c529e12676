// Sending what waits on the device: first the record, then its photos one by one, each under its own key. Whatever was cut
// off is sent again; only what the server has confirmed is deleted here.

import { forget, photosOf, put, remove, type Draft, type Photo } from "./store";

const LONGEST = 120_000; // milliseconds for one request

export type Errors = Record<string, { message: string }[]>;
export type Outcome =
  | { kind: "sent"; address: string }
  | { kind: "photos-refused"; address: string }
  | { kind: "refused"; errors: Errors }
  | { kind: "signed-out" }
  | { kind: "later" };

export interface Addresses {
  form: string;
  evidence: string; // empty: no photos are taken
}

export type Reply = { kind: "ok" | "wrong"; body: Record<string, unknown> } | { kind: "signed-out" } | { kind: "later" };

function token(): string {
  const headers: unknown = JSON.parse(document.body.getAttribute("hx-headers") ?? "{}");
  return (headers as Record<string, string>)["X-CSRFToken"] ?? "";
}

/** Sends a form as the queue does; what came back, in one of four ways. A form that was kept on the device asks once more. */
export async function post(address: string, body: FormData): Promise<Reply> {
  const reply = await postOnce(address, body);
  if (reply.kind !== "signed-out" || !(await freshToken())) return reply;
  return postOnce(address, body);
}

async function postOnce(address: string, body: FormData): Promise<Reply> {
  const patience = new AbortController();
  const timer = window.setTimeout(() => patience.abort(), LONGEST);
  try {
    const headers = { Accept: "application/json", "X-CSRFToken": token() };
    const answer = await fetch(address, { method: "POST", body, headers, redirect: "manual", signal: patience.signal });
    return await replyOf(answer);
  } catch {
    return { kind: "later" };
  } finally {
    window.clearTimeout(timer);
  }
}

/** Whether the page was kept on the device, and knows the token of now: its own may be of an earlier session. */
async function freshToken(): Promise<boolean> {
  const shell = document.querySelector<HTMLElement>("[data-shell]")?.dataset.shell;
  const page = shell ? await fetch(shell, { redirect: "manual" }).catch(() => null) : null;
  if (!page?.ok) return false;
  const headers = new DOMParser().parseFromString(await page.text(), "text/html").body.getAttribute("hx-headers");
  if (headers) document.body.setAttribute("hx-headers", headers);
  return headers !== null;
}

async function replyOf(answer: Response): Promise<Reply> {
  if (answer.type === "opaqueredirect" || answer.status === 403) return { kind: "signed-out" };
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { kind: "later" };
  const body: unknown = await answer.json().catch(() => ({}));
  return { kind: answer.ok ? "ok" : "wrong", body: body as Record<string, unknown> };
}

/** Sends a draft that waits, and then its photos. */
export async function send(draft: Draft, addresses: Addresses): Promise<Outcome> {
  if (draft.state === "waiting") {
    const reply = await post(addresses.form, formOf(draft));
    if (reply.kind === "wrong") {
      await put("drafts", { ...draft, state: "draft", refused: true });
      return { kind: "refused", errors: (reply.body.errors ?? {}) as Errors };
    }
    if (reply.kind === "later" || reply.kind === "signed-out") return reply;
    draft = { ...draft, state: "entered", address: String(reply.body.address ?? "") };
    await put("drafts", draft);
  }
  return sendPhotos(draft, addresses);
}

function formOf(draft: Draft): FormData {
  const form = new FormData();
  for (const [name, value] of draft.fields) form.append(name, value);
  form.set("key", draft.key);
  return form;
}

async function sendPhotos(draft: Draft, addresses: Addresses): Promise<Outcome> {
  let refused = false;
  for (const photo of await photosOf(draft)) {
    const reply = await post(addresses.evidence, photoForm(draft, photo));
    if (reply.kind === "later" || reply.kind === "signed-out") return reply;
    if (reply.kind === "ok") await remove("photos", photo.key);
    else {
      refused = true;
      await put("photos", { ...photo, problem: String(reply.body.words ?? photo.name) });
    }
  }
  if (refused) return { kind: "photos-refused", address: draft.address };
  await forget(draft);
  return { kind: "sent", address: draft.address };
}

function photoForm(draft: Draft, photo: Photo): FormData {
  const form = new FormData();
  form.append("unit", draft.unit);
  form.append("record", draft.key);
  form.append("key", photo.key);
  form.append("files", photo.blob, photo.name);
  return form;
}
