// Tells in time that the session will end because nobody acts, so that nothing typed is lost. What pages ask for by themselves
// (a poll) is marked, and keeps no session alive. Tabs of one browser share a session, and so what they have seen.

const KEY = "wenming-seen"; // milliseconds since 1970 of the last request that somebody's hand asked for
const WARN = 180_000; // milliseconds before the end
const NOTED = 60_000; // the server writes down at most once a minute that somebody is there
const LOOK = 5_000;

interface Limits {
  idle: number;
  over: number;
}

function seen(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0; // storage may be forbidden; then each tab knows only of itself
  }
}

let here = Date.now();

function note(): void {
  here = Date.now();
  try {
    localStorage.setItem(KEY, String(here));
  } catch {
    return;
  }
}

function look(box: HTMLElement, limits: Limits): void {
  const idleEnd = Math.max(here, seen()) + limits.idle - NOTED;
  const end = Math.min(idleEnd, limits.over);
  const left = end - Date.now();
  box.hidden = left > WARN;
  box.querySelector<HTMLElement>("[data-session-idle-words]")!.hidden = end === limits.over;
  box.querySelector<HTMLElement>("[data-session-over-words]")!.hidden = end !== limits.over;
}

export function watchSession(): void {
  const box = document.querySelector<HTMLElement>("[data-session]");
  if (!box) return;
  const limits = { idle: Number(box.dataset.idle) * 1000, over: Date.now() + Number(box.dataset.left) * 1000 };
  note();
  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.detail.triggeringEvent) event.detail.headers["X-In-Background"] = "1";
    else note();
  });
  document.addEventListener("htmx:afterRequest", () => look(box, limits));
  window.setInterval(() => look(box, limits), LOOK);
}
