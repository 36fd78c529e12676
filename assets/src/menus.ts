// Menus are <details data-menu>: they open without us. We close them, move with the arrow keys, and keep them on the screen.

function openMenus(): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
}

function around(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("details[data-menu]") : null;
}

function closeAllBut(kept: Element | null): void {
  for (const menu of openMenus()) if (menu !== kept) menu.open = false;
}

/** Panels are taken out of any scrolling box around them and stay inside the window. */
function place(menu: HTMLDetailsElement): void {
  const panel = menu.querySelector<HTMLElement>(".menu-panel")!;
  const by = menu.getBoundingClientRect();
  panel.style.position = "fixed";
  panel.style.inset = "auto";
  const { width, height } = panel.getBoundingClientRect();
  const under = by.bottom + 4;
  const top = under + height > window.innerHeight ? Math.max(8, by.top - height - 4) : under;
  panel.style.top = `${top}px`;
  panel.style.left = `${Math.min(Math.max(8, by.right - width), window.innerWidth - width - 8)}px`;
}

function move(menu: HTMLDetailsElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>(".menu-item")];
  const here = items.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here < 0 ? items.length - 1 : here - 1,
    Home: 0,
    End: items.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined || !items.length) return;
  event.preventDefault();
  items[(next + items.length) % items.length]!.focus();
}

function onKey(event: KeyboardEvent): void {
  const menu = (event.target as Element).closest<HTMLDetailsElement>("details[data-menu]");
  if (!menu) return;
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary")!.focus();
  } else if (menu.open) {
    move(menu, event);
  }
}

export function watchMenus(): void {
  document.addEventListener("keydown", onKey);
  for (const name of ["click", "focusin", "scroll"]) {
    document.addEventListener(name, ({ target }) => closeAllBut(around(target)), { capture: true, passive: true });
  }
  document.addEventListener(
    "toggle",
    (event) => {
      const menu = event.target as Element;
      if (menu instanceof HTMLDetailsElement && menu.open && menu.matches("[data-menu]")) place(menu);
    },
    { capture: true }, // toggle does not bubble
  );
}
