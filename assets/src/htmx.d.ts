// The little of htmx that our modules call; the page loads htmx itself.
interface HtmxConfirm {
  question: string | null;
  elt: Element;
  issueRequest(skipConfirmation: boolean): void;
}

interface DocumentEventMap {
  "htmx:load": CustomEvent<{ elt: Element }>;
  "htmx:afterSwap": CustomEvent<{ target: Element }>;
  "htmx:afterSettle": CustomEvent<{ target: Element; requestConfig: { verb: string }; xhr: XMLHttpRequest }>;
  "htmx:beforeRequest": CustomEvent<{ target: Element }>;
  "htmx:afterRequest": CustomEvent<{ target: Element; elt: Element; successful: boolean; xhr: XMLHttpRequest }>;
  "htmx:confirm": CustomEvent<HtmxConfirm>;
  "htmx:configRequest": CustomEvent<{ triggeringEvent?: Event; headers: Record<string, string> }>;
  "htmx:responseError": CustomEvent;
  "htmx:sendError": CustomEvent;
  toast: CustomEvent<{ text: string; kind?: string; undo?: string }>;
}

declare const htmx: {
  process(element: Element): void;
  trigger(element: Element, event: string): void;
  ajax(verb: string, address: string, how: { target: string; values?: Record<string, string> }): Promise<void>;
};
