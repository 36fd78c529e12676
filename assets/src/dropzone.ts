// A field for files that also takes what is dropped on it. It says before the upload which files cannot be taken:
//   data-dropzone data-max="bytes" on the box; accept=".docx,.pdf" on the input
//   data-refused-type, data-refused-size, data-refused-empty: what to say; the list of files stands in [data-dropzone-files]

interface Refusal {
  file: File;
  why: string;
}

function check(box: HTMLElement, input: HTMLInputElement, file: File): string {
  const endings = input.accept.split(",").map((ending) => ending.trim().toLowerCase());
  const name = file.name.toLowerCase();
  if (input.accept && !endings.some((ending) => name.endsWith(ending))) return box.dataset.refusedType ?? "";
  if (box.dataset.max && file.size > Number(box.dataset.max)) return box.dataset.refusedSize ?? "";
  return file.size ? "" : (box.dataset.refusedEmpty ?? "");
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function line(file: File, why: string): HTMLLIElement {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = file.name;
  const note = document.createElement("span");
  note.className = "small";
  note.textContent = why || size(file.size);
  item.append(name, note);
  if (why) item.dataset.refused = "";
  return item;
}

/** Keeps what can be taken in the field and lists everything, the refused with the reason. */
function take(box: HTMLElement, input: HTMLInputElement, files: File[]): void {
  const kept = new DataTransfer();
  const refused: Refusal[] = [];
  for (const file of input.multiple ? files : files.slice(0, 1)) {
    const why = check(box, input, file);
    if (why) refused.push({ file, why });
    else kept.items.add(file);
  }
  input.files = kept.files;
  const lines = [...[...kept.files].map((file) => line(file, "")), ...refused.map(({ file, why }) => line(file, why))];
  box.parentElement?.querySelector("[data-dropzone-files]")?.replaceChildren(...lines);
  box.dispatchEvent(new CustomEvent("dropzone", { bubbles: true, detail: { kept: kept.files.length, refused: refused.length } }));
}

function zone(event: Event): [HTMLElement, HTMLInputElement] | null {
  const box = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-dropzone]") : null;
  const input = box?.querySelector<HTMLInputElement>("input[type=file]");
  return box && input ? [box, input] : null;
}

function onDrag(event: DragEvent): void {
  const found = zone(event);
  if (!found) return;
  event.preventDefault();
  found[0].toggleAttribute("data-over", event.type === "dragover");
}

function onDrop(event: DragEvent): void {
  const found = zone(event);
  if (!found) return;
  onDrag(event);
  take(...found, [...(event.dataTransfer?.files ?? [])]);
}

function ready(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>("[data-dropzone]")) box.dataset.ready = "";
}

export function watchDropZones(): void {
  ready(document);
  document.addEventListener("htmx:load", (event) => ready(event.detail.elt));
  for (const name of ["dragover", "dragleave"] as const) document.addEventListener(name, onDrag);
  document.addEventListener("drop", onDrop);
  document.addEventListener("change", (event) => {
    const found = zone(event);
    if (found) take(...found, [...(found[1].files ?? [])]);
  });
}
