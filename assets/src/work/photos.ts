// Photos of a record that is being entered: kept on the device as they came, shown small, taken away again by a press.

import { all, newKey, put, remove, type Photo } from "./store";

const SIDE = 240; // pixels of the longer side of a small picture

/** Keeps what was photographed or chosen, and empties the field for the next. */
export async function takePhotos(form: HTMLFormElement, input: HTMLInputElement, draft: string, person: string): Promise<void> {
  const list = form.querySelector<HTMLElement>("[data-photo-list]");
  const most = Number(list?.dataset.max ?? Infinity);
  const files = [...(input.files ?? [])];
  for (const file of files.filter((one) => one.size <= most)) {
    const bytes = new Blob([await file.arrayBuffer()], { type: file.type }); // the file itself may be gone when the page is opened again
    await put("photos", { key: newKey(), draft, person, name: file.name, blob: bytes, problem: "" });
  }
  input.value = "";
  await showPhotos(form, draft, person);
  list?.append(...files.filter((one) => one.size > most).map((one) => note(`${one.name}：${list.dataset.tooLarge ?? ""}`)));
}

function note(words: string): HTMLElement {
  return Object.assign(document.createElement("li"), { className: "photo-note small", textContent: words });
}

export async function showPhotos(form: HTMLFormElement, draft: string, person: string): Promise<void> {
  const list = form.querySelector<HTMLElement>("[data-photo-list]");
  if (!list) return;
  const photos = (await all("photos", person)).filter((photo) => photo.draft === draft);
  list.replaceChildren(...(await Promise.all(photos.map((photo) => item(form, list, photo, person)))));
}

async function item(form: HTMLFormElement, list: HTMLElement, photo: Photo, person: string): Promise<HTMLElement> {
  const line = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet button-small";
  button.textContent = list.dataset.remove ?? "";
  button.setAttribute("aria-label", `${list.dataset.remove ?? ""} ${photo.name}`);
  button.addEventListener("click", () => void remove("photos", photo.key).then(() => showPhotos(form, photo.draft, person)));
  line.append(await picture(photo), button);
  return line;
}

/** A small copy, drawn here; the name where the browser cannot show the format. */
async function picture(photo: Photo): Promise<HTMLElement> {
  try {
    const whole = await createImageBitmap(photo.blob);
    const scale = Math.min(1, SIDE / Math.max(whole.width, whole.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(whole.width * scale));
    canvas.height = Math.max(1, Math.round(whole.height * scale));
    canvas.getContext("2d")!.drawImage(whole, 0, 0, canvas.width, canvas.height);
    whole.close();
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", photo.name);
    return canvas;
  } catch {
    return Object.assign(document.createElement("span"), { className: "small", textContent: photo.name });
  }
}
