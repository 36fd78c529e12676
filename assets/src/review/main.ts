// The review of a plan: picking marks, the keyboard, words selected in the document, and on a phone one pane at a time.
import { watchKeys } from "./keys";
import { watchPicks } from "./pick";
import { watchSelection } from "./select";

function watchSwitch(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-switch]");
    if (!link) return;
    event.preventDefault();
    document.querySelector<HTMLElement>("[data-review]")!.dataset.view = link.dataset.switch;
    for (const one of document.querySelectorAll("[data-switch]")) one.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
  });
}

watchPicks();
watchKeys();
watchSelection();
watchSwitch();
