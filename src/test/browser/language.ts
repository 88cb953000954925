/** Is a page in the language it says? Words that only one of the two languages uses, counted in each run of text. */
import type { Page } from "playwright-core";

/* Little words no sentence does without; those both languages share ("on", "an", "a", "me") are left out. */
const FRENCH =
  "le la les des du une est sont vous votre vos nous dans pour avec sur pas qui que aux cette ces mais ou où être ont plus sans par il elle chaque après".split(
    " ",
  );
const ENGLISH =
  "the of is are you your with for from this that these not and which have has been be when where after each by without it they".split(
    " ",
  );
const WORDS = { fr: new Set(FRENCH), en: new Set(ENGLISH) } as const;

/** How many words of a text are little words of the language. */
function littleWords(text: string, lang: "fr" | "en"): number {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => WORDS[lang].has(word)).length;
}

/** Three little words of the other language, and more of them than of its own: a sentence that was not translated. */
export function isForeign(text: string, lang: string): boolean {
  const [own, other] = lang === "en" ? (["en", "fr"] as const) : (["fr", "en"] as const);
  const strange = littleWords(text, other);
  return strange >= 3 && strange > littleWords(text, own);
}

export async function languageFaults(page: Page, lang: string): Promise<string[]> {
  const runs = await page.evaluate(textsInPageLanguage);
  return runs
    .filter((text) => isForeign(text, lang))
    .map((text) => `language: not in ${lang}: « ${text.slice(0, 120)} »`);
}

/* The few shapes of the DOM that the function below needs, which runs inside the page and may use nothing from here. */
type Node = {
  textContent: string | null;
  closest: (selector: string) => { getAttribute: (name: string) => string | null } | null;
  cloneNode: (deep: boolean) => Node;
  querySelectorAll: (selector: string) => Iterable<{ remove: () => void }>;
};
declare const document: { documentElement: { lang: string }; querySelectorAll: (selector: string) => Iterable<Node> };

/** Runs of text that claim the page's own language: what a `lang` attribute marks as a quotation is left out. */
function textsInPageLanguage(): string[] {
  const page = document.documentElement.lang;
  const blocks = [
    ...document.querySelectorAll(
      "title, h1, h2, h3, h4, p, li, dt, dd, td, th, caption, label, legend, button, a, summary, figcaption, text, desc",
    ),
  ];
  return blocks
    .filter((block) => (block.closest("[lang]")?.getAttribute("lang") ?? page) === page)
    .map((block) => {
      const copy = block.cloneNode(true);
      for (const quoted of copy.querySelectorAll("[lang]")) quoted.remove();
      return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    });
}
