// Whoever signs out leaves nothing of theirs on the device but what still waits to be sent.

const CACHE = "wenming-form-"; // as offline.ts names what it keeps
const PATIENCE = 1_000; // milliseconds; then one signs out all the same

export function watchLeaving(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-leaving]") || !("caches" in window)) return;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([forget(), late]).finally(() => form.submit());
  });
}

async function forget(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(CACHE)) await caches.delete(name);
}
