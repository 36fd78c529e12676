// The service worker of the form of a new record, and of nothing else: with no network the form opens from what offline.ts
// keeps on the device. It keeps nothing itself, so that what is kept is in one place, and goes when its person signs out.

export {};

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Program {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: "install" | "activate", listener: (event: Waiting) => void): void;
  addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Program;
const PATIENCE = 8_000; // milliseconds for a page; in a lift there is a network that carries nothing
const SHELL = "offline/"; // of the form's address

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (address.pathname.endsWith(SHELL)) return; // asked for by itself it is that of now
  event.respondWith(request.mode === "navigate" ? page(request, address.pathname + SHELL) : piece(request));
});

/** The page itself while there is a network; what is kept of it where there is none, or it says nothing for long. */
async function page(request: Request, shell: string): Promise<Response> {
  const kept = await caches.match(shell);
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept.clone()), PATIENCE));
  return Promise.race([fetch(request), late]).catch(() => kept);
}

async function piece(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
