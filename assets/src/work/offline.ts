// Keeps on this device what the form of a new record needs to open without a network: its page without names of people, the
// files of that page, and the commitments that the person's own unit has open. One person's at a time; signing out removes it.

const CACHE = "wenming-form-"; // then whose it is

/** After signing in, and at each visit with a network, what is kept becomes that of now. */
export async function keepForm(box: HTMLElement): Promise<void> {
  const { worker, shell, person } = box.dataset;
  if (!worker || !shell || !person || !("serviceWorker" in navigator) || !("caches" in window)) return; // over HTTPS only
  const own = CACHE + person;
  for (const name of await caches.keys()) if (name.startsWith(CACHE) && name !== own) await caches.delete(name);
  const page = await fetch(shell, { redirect: "manual" }).catch(() => null);
  if (!page) return; // no network: what is kept stays
  if (!page.ok) return void (await caches.delete(own)); // signed out meanwhile, or nothing to record any more
  const html = await page.clone().text();
  await keep(await caches.open(own), shell, page, piecesOf(html));
  await navigator.serviceWorker.register(worker);
  box.setAttribute("data-kept", "");
}

function piecesOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const found = [...page.querySelectorAll("link[href], script[src], img[src], use[href]")].map(
    (one) => one.getAttribute("href") ?? one.getAttribute("src") ?? "",
  );
  const whole = found.map((one) => new URL(one, location.href));
  return [...new Set(whole.filter((one) => one.origin === location.origin).map((one) => one.pathname + one.search))];
}

/** A file whose name bears its fingerprint is fetched once; what the page no longer asks for goes. */
async function keep(cache: Cache, shell: string, page: Response, pieces: string[]): Promise<void> {
  const missing = await Promise.all(pieces.map(async (one) => !/\.[0-9a-f]{12}\./.test(one) || !(await cache.match(one))));
  await cache.addAll(pieces.filter((_one, place) => missing[place]));
  await cache.put(shell, page);
  const wanted = new Set([...pieces, shell]);
  for (const request of await cache.keys()) {
    const address = new URL(request.url);
    if (!wanted.has(address.pathname + address.search)) await cache.delete(request);
  }
}
