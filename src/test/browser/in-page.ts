/**
 * What runs inside the page. Each function is sent as text: it may use nothing from outside itself. The few shapes of
 * the DOM they need are declared here, so that the server's code never sees a `document`, or a global `name`.
 */
type Box = { left: number; right: number; width: number; height: number };
type Style = { readonly [property: string]: string };
type Element = {
  tagName: string;
  outerHTML: string;
  id: string;
  className: unknown;
  textContent: string | null;
  innerText?: string;
  parentElement: Element | null;
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  getBoundingClientRect(): Box;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  checkVisibility(options: object): boolean;
  childNodes: Iterable<Element>;
  replaceWith(...nodes: Element[]): void;
};
type Sheet = { replaceSync(css: string): void };
declare const document: {
  title: string;
  documentElement: Element;
  body: Element;
  activeElement: Element | null;
  adoptedStyleSheets: Sheet[];
  querySelectorAll(selector: string): Iterable<Element>;
  addEventListener(type: string, listener: (event: { target: Element }) => void, capture: boolean): void;
};
declare const window: { heard?: string[]; looked?: readonly string[] };
declare const CSSStyleSheet: new () => Sheet;
declare const MutationObserver: new (
  listener: (changes: readonly { target: Element & { nodeType: number } }[]) => void,
) => { observe(target: unknown, what: object): void };
declare function getComputedStyle(element: Element): Style;
declare function requestAnimationFrame(callback: () => void): void;

export function head(): { title: string; lang: string; headings: string[] } {
  const shown = [...document.querySelectorAll("h1")].filter((one) => one.getBoundingClientRect().height > 0);
  return {
    title: document.title.trim(),
    lang: document.documentElement.getAttribute("lang") ?? "",
    headings: shown.map((one) => one.textContent?.trim() ?? ""),
  };
}

/** The buttons that Enter, or “Go” on a telephone, would press although another of their form is the one that goes on. */
export function wrongDefaults(): string[] {
  const looks = ["", "secondary", "tertiary"];
  return [...document.querySelectorAll("form")].flatMap((form) => {
    const buttons = [...form.querySelectorAll("button:not([type=button]):not([type=reset]):not([disabled])")];
    const orders = buttons.map((one) => looks.indexOf(one.getAttribute("data-variant") ?? ""));
    const name = (at: number) => (buttons[at]!.textContent ?? "").replace(/\s+/g, " ").trim();
    const best = orders.indexOf(Math.min(...orders));
    return best > 0 ? [`« ${name(0)} » is pressed by Enter, where « ${name(best)} » goes on`] : [];
  });
}

/** What does not fit in the width of the window: the page itself, what sticks out, and what is cut off. */
export function misfits(): string[] {
  const width = document.documentElement.clientWidth;
  const name = (one: Element) =>
    `<${one.tagName.toLowerCase()}${one.id ? ` id="${one.id}"` : ""}${typeof one.className === "string" && one.className ? ` class="${one.className}"` : ""}>`;
  const said: string[] = [];
  const blamed = new Set<Element>();
  const hasScroller = (one: Element) => {
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX!)) return true;
    return false;
  };
  if (document.documentElement.scrollWidth > width)
    said.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} px wide in ${width}`);
  for (const one of document.body.querySelectorAll("*")) {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    // A box of one pixel is the usual way of keeping words for screen readers alone.
    if (box.width <= 1 || box.height <= 1 || style.visibility === "hidden" || one.closest("svg *")) continue;
    if (one.parentElement && blamed.has(one.parentElement)) {
      blamed.add(one);
      continue;
    }
    const out = box.right > width + 1 || (box.left < -1 && box.right > 1);
    if (out && !hasScroller(one)) {
      blamed.add(one);
      said.push(
        `${name(one)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px in a window of ${width}`,
      );
      continue;
    }
    if (one.matches("input, select, textarea, svg, img")) continue;
    const cutX = /hidden|clip/.test(style.overflowX!) && one.scrollWidth > one.clientWidth + 1;
    const cutY = /hidden|clip/.test(style.overflowY!) && one.scrollHeight > one.clientHeight + 4;
    if (cutX || cutY) {
      blamed.add(one);
      said.push(
        `${name(one)} cuts off what it holds: ${one.scrollWidth}×${one.scrollHeight} px in ${one.clientWidth}×${one.clientHeight}`,
      );
    }
  }
  return said;
}

/** The spacing that WCAG 1.4.12 lets any reader set; nothing may be lost under it. */
export function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

export function unspace(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
}

/** The style sheets that it is drawn by. */
export function sheets(): string {
  return [...document.querySelectorAll('link[rel~="stylesheet"]')].map((link) => link.getAttribute("href")).join(" ");
}

/** Whether readers without scripts meet words of their own. */
export function hasNoscript(): boolean {
  return [...document.querySelectorAll("noscript")].length > 0;
}

/**
 * The elements that are shown or hidden since the last call, or have changed colours or the size of large print, which is
 * judged by another contrast; nothing at the first call on a document, or where elements came or went. Where each stands on
 * the screen is left out.
 */
export function changedLooks(): string[] | undefined {
  const all = [...document.body.querySelectorAll("*")];
  const looks = all.map((one) => {
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return "";
    const style = getComputedStyle(one);
    const size = Number.parseFloat(style.fontSize!);
    const large = size >= 24 || (size >= 18.5 && Number(style.fontWeight) >= 700);
    return [
      style.color,
      style.backgroundColor,
      style.backgroundImage,
      style.opacity,
      style.textDecorationLine,
      large,
    ].join();
  });
  const before = window.looked;
  window.looked = looks;
  if (before?.length !== looks.length) return undefined;
  return all.flatMap((one, at) => (looks[at] === before[at] ? [] : [`${before[at]} > ${looks[at]}: ${one.outerHTML}`]));
}

/** Takes the words out of every `noscript`: once scripts are allowed again, the browser hides the element itself. */
export function unwrapNoscript(): void {
  for (const one of document.querySelectorAll("noscript")) one.replaceWith(...one.childNodes);
}

/** Put before the page's own scripts: notes what a screen reader would say without being asked. */
export function listen(): void {
  const LIVE = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"], output';
  const words = (one: Element) => (one.innerText ?? "").replace(/\s+/g, " ").trim();
  window.heard = [];
  const observer = new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { target } of changes) {
      const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(LIVE);
      if (region && region.getAttribute("aria-live") !== "off") regions.add(region);
    }
    for (const region of regions) if (words(region)) window.heard?.push(words(region));
  });
  // What a live region holds as the page opens is part of the page, and is not announced.
  document.addEventListener(
    "DOMContentLoaded",
    () => observer.observe(document, { subtree: true, childList: true, characterData: true }),
    true,
  );
  // Only a script or a fragment brings focus to what no Tab reaches: the error summary, the heading of a new step.
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (target.matches('[tabindex="-1"]')) window.heard?.push(words(target));
    },
    true,
  );
}

/** What was heard since the last call; where scripts are off, what the page puts under focus as it opens. */
export function heard(): string[] {
  const said = window.heard;
  if (said) return said.splice(0);
  const active = document.activeElement;
  return active?.matches('[tabindex="-1"], [autofocus]') ? [(active.innerText ?? "").replace(/\s+/g, " ").trim()] : [];
}

/** Resolves once the page has been drawn, the moment at which a browser gives focus to what asks for it as the page opens. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

export function hasHeard(part: string): boolean {
  return window.heard?.some((said) => said.includes(part)) ?? false;
}

/** Where Tab stands: a link from the focused element to the accessibility tree, for the debugger to follow. */
export const FOCUSED = "document.activeElement ?? document.body";
