// The little of htmx that our modules call; the page loads htmx itself.
interface HtmxConfirm {
  question: string | null;
  elt: Element;
  issueRequest(skipConfirmation: boolean): void;
}

interface DocumentEventMap {
  "htmx:load": CustomEvent<{ elt: Element }>;
  "htmx:afterSwap": CustomEvent<{ target: Element }>;
  "htmx:confirm": CustomEvent<HtmxConfirm>;
  "htmx:responseError": CustomEvent;
  "htmx:sendError": CustomEvent;
  toast: CustomEvent<{ text: string; kind?: string; undo?: string }>;
}

declare const htmx: {
  process(element: Element): void;
};
