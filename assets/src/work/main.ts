// Records of work on a phone: nothing that was typed or photographed is lost with the network, or with the browser.

import { RecordForm } from "./form";
import { keepForm } from "./offline";
import { Queue } from "./queue";
import { prepareShell } from "./shell";

async function start(): Promise<void> {
  const box = document.querySelector<HTMLElement>("[data-queue]");
  if (!box || !("indexedDB" in window)) return; // the plain form does without
  const addresses = { form: box.dataset.form ?? "", evidence: box.dataset.evidence ?? "" };
  const queue = new Queue(box, box.dataset.person ?? "", addresses);
  const element = document.querySelector<HTMLFormElement>("[data-record-form]");
  if (element) prepareShell(element);
  const form = element ? new RecordForm(element, queue) : null;
  await form?.start();
  queue.start(() => form?.key ?? "");
  element?.setAttribute("data-ready", "");
}

const offline = document.querySelector<HTMLElement>("[data-offline-form]");
if (offline) void keepForm(offline).catch(() => undefined);
void start().catch(() => undefined); // a browser that forbids storage keeps the plain form
