// The length of a report while it is written, counted as rules/filing/lengths.py counts it: the ranges are the same.

const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const WIDE =
  "\\xb7\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u2460-\\u249b\\u2e80-\\u2fff\\u3001-\\u312f\\u31a0-\\u4dbf\\u4e00-\\u9fff" +
  "\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uffef\\u{20000}-\\u{3ffff}";
const COUNTED = new RegExp(`[${WIDE}]|[^${BLANK}${WIDE}]+`, "gu");

function wordsIn(text: string): number {
  return text.match(COUNTED)?.length ?? 0;
}

function show(field: HTMLTextAreaElement): void {
  const place = document.querySelector<HTMLElement>("[data-count]");
  if (!place) return;
  const words = wordsIn(field.value);
  const most = Number(field.dataset.most ?? "0");
  const isOver = most > 0 && words > most;
  place.querySelector("[data-count-words]")!.textContent = String(words);
  place.querySelector("[data-count-over]")!.textContent = isOver ? (place.dataset.over ?? "") : "";
  place.classList.toggle("filing-over", isOver);
}

for (const field of document.querySelectorAll<HTMLTextAreaElement>("[data-counted]")) {
  field.addEventListener("input", () => show(field));
  show(field);
}
