// Sends a large file in pieces. What has come stays with the server, so that sending the same file again goes on from there.

export interface Target {
  begin: string; // the address where an upload begins; that of its pieces stands below it
  token: string; // against forgery
  unit: string;
}

interface Standing {
  offset: number;
  size: number;
  piece: number;
}

export class Refusal extends Error {}

const TRIES = 5;

/** A key that is the same whenever the same file is chosen again for the same unit. */
export function keyOf(file: File, unit: string): string {
  let [one, other] = [0x811c9dc5, 0x1000193];
  for (const sign of `${unit}/${file.name}/${file.size}/${file.lastModified}`) {
    one = Math.imul(one ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
    other = Math.imul(other + sign.codePointAt(0)!, 0x85ebca6b) >>> 0;
  }
  const hex = [one, other, one ^ other, Math.imul(one, 31) >>> 0].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function ask(address: string, init: RequestInit): Promise<Standing> {
  const answer = await fetch(address, { ...init, credentials: "same-origin" });
  if (answer.status === 422) throw new Refusal(((await answer.json()) as { words: string }).words);
  if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
  return (await answer.json()) as Standing;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Tries again after waits that grow; what the server refuses is not tried again. */
async function persistently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Refusal || tried === TRIES) throw error;
      await rest(500 * 2 ** tried);
    }
  }
}

/** Sends all of it; `onPart` hears how much is there, from 0 to 1. */
export async function send(file: File, key: string, target: Target, onPart: (part: number) => void): Promise<void> {
  const headers = { "X-CSRFToken": target.token };
  const about = new URLSearchParams({ key, unit: target.unit, file_name: file.name, size: String(file.size) });
  let at = await persistently(() => ask(target.begin, { method: "POST", headers, body: about }));
  while (at.offset < at.size) {
    const from = at;
    onPart(from.offset / from.size);
    const body = file.slice(from.offset, from.offset + from.piece);
    const told = { ...headers, "Upload-Offset": String(from.offset), "Content-Type": "application/octet-stream" };
    at = await persistently(() => ask(`${target.begin}${key}/`, { method: "POST", headers: told, body }));
  }
  onPart(1);
}
