/** Runs inside the page, sent as text: it uses nothing from outside itself, and declares the few shapes of the DOM that it needs. */
type Element = {
  readonly scrollHeight: number;
  closest(selector: string): Element | null;
  checkVisibility(options: object): boolean;
  getBoundingClientRect(): { readonly bottom: number };
};
type Text = { readonly textContent: string; readonly parentElement: Element };
declare const document: {
  readonly documentElement: Element;
  querySelector(selector: string): Element;
  createTreeWalker(root: Element, what: 4): { nextNode(): Text | null };
};

/** The visible words of the page's content, its height, and where its header ends, in pixels. */
export function measuredInPage(): { readonly words: number; readonly height: number; readonly header: number } {
  const texts = document.createTreeWalker(document.querySelector("main"), 4);
  let words = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement: parent, textContent } = text;
    // The options of a closed list are not read.
    if (parent.closest("select, script, .ds-sr-only")) continue;
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }))
      continue;
    words += textContent.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  const header = Math.round(document.querySelector("body > header").getBoundingClientRect().bottom);
  return { words, height: document.documentElement.scrollHeight, header };
}
