// What is typed and photographed stays on the device, in IndexedDB, until the server has confirmed it.

const NAME = "wenming-work";
const VERSION = 1;

/** draft: still being filled in; waiting: to be sent; entered: the record is there, its photos are still on their way. */
export type State = "draft" | "waiting" | "entered";

export interface Draft {
  key: string; // of the record: sent twice is once
  person: string; // whose it is: a computer may be shared
  fields: [string, string][];
  state: State;
  address: string; // of the record's page, once it is entered
  unit: string;
  refused: boolean; // the server found something wrong with it
  at: number; // milliseconds since 1970
}

export interface Photo {
  key: string;
  draft: string;
  person: string;
  name: string;
  blob: Blob;
  problem: string; // why the server does not take it
}

interface Tables {
  drafts: Draft;
  photos: Photo;
}

function asPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  if (opened) return opened;
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    for (const name of ["drafts", "photos"]) request.result.createObjectStore(name, { keyPath: "key" });
  };
  opened = asPromise(request);
  return opened;
}

async function table(name: keyof Tables, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return (await open()).transaction(name, mode).objectStore(name);
}

export async function put<N extends keyof Tables>(name: N, row: Tables[N]): Promise<void> {
  await asPromise((await table(name, "readwrite")).put(row));
}

export async function remove(name: keyof Tables, key: string): Promise<void> {
  await asPromise((await table(name, "readwrite")).delete(key));
}

export async function find<N extends keyof Tables>(name: N, key: string): Promise<Tables[N] | undefined> {
  return asPromise<Tables[N] | undefined>((await table(name, "readonly")).get(key));
}

/** All rows of that person. */
export async function all<N extends keyof Tables>(name: N, person: string): Promise<Tables[N][]> {
  const rows = await asPromise<Tables[N][]>((await table(name, "readonly")).getAll());
  return rows.filter((row) => row.person === person);
}

/** A draft with its photos is forgotten. */
export async function forget(draft: Draft): Promise<void> {
  for (const photo of await photosOf(draft)) await remove("photos", photo.key);
  await remove("drafts", draft.key);
}

export async function photosOf(draft: Draft): Promise<Photo[]> {
  return (await all("photos", draft.person)).filter((photo) => photo.draft === draft.key);
}

/** A key that nobody else makes; crypto.randomUUID is only there over HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
