// Opens a piece of evidence larger, in a dialog; the arrow keys go on to the next one that has a picture.

function pictures(row: Element): HTMLAnchorElement[] {
  return [...row.querySelectorAll<HTMLAnchorElement>("a[data-preview]")];
}

function show(viewer: HTMLDialogElement, link: HTMLAnchorElement, all: HTMLAnchorElement[]): void {
  const picture = viewer.querySelector<HTMLImageElement>("[data-viewer-picture]")!;
  picture.src = link.dataset.preview!;
  picture.alt = link.querySelector("img")?.alt || (link.dataset.name ?? "");
  viewer.querySelector("[data-viewer-name]")!.textContent = link.dataset.name ?? "";
  viewer.querySelector<HTMLAnchorElement>("[data-viewer-page]")!.href = link.href;
  viewer.dataset.at = String(all.indexOf(link));
  for (const step of viewer.querySelectorAll<HTMLButtonElement>("[data-viewer-step]")) {
    step.disabled = !all[all.indexOf(link) + Number(step.dataset.viewerStep)];
  }
  if (!viewer.open) viewer.showModal();
}

function step(viewer: HTMLDialogElement, by: number): void {
  const row = viewer.previousElementSibling;
  if (!row) return;
  const all = pictures(row);
  const next = all[Number(viewer.dataset.at) + by];
  if (next) show(viewer, next, all);
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element;
  const stepper = target.closest<HTMLElement>("[data-viewer-step]");
  if (stepper) step(stepper.closest<HTMLDialogElement>("[data-viewer]")!, Number(stepper.dataset.viewerStep));
  const link = target.closest<HTMLAnchorElement>("[data-pieces] a[data-preview]");
  const row = link?.closest("[data-pieces]");
  const viewer = row?.nextElementSibling;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !row || !isPlain || !(viewer instanceof HTMLDialogElement)) return;
  event.preventDefault();
  show(viewer, link, pictures(row));
}

function onKey(event: KeyboardEvent): void {
  const viewer = document.querySelector<HTMLDialogElement>("[data-viewer][open]");
  if (viewer && event.key === "ArrowLeft") step(viewer, -1);
  if (viewer && event.key === "ArrowRight") step(viewer, 1);
}

export function watchViewer(): void {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
}
