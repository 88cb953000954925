/** Is a page, a mail or a paper in the language it says? Words that only one of the two languages uses, counted in each run of text. */
import type { Page } from "playwright-core";
import { ROLES } from "../../act/permissions.ts";
import { CANDIDACY_STATES } from "../../admission/rules/candidacy.ts";
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";

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
  // What programs are told names their keys.
  const forPrograms = new URL(page.url()).pathname === "/docs";
  return runs.flatMap((text) => (forPrograms && !isForeign(text, lang) ? [] : textFaults(text, lang)));
}

export function textFaults(text: string, lang: string): string[] {
  const said = isForeign(text, lang) ? `not in ${lang}` : wordFault(text, lang);
  return said === undefined ? [] : [`language: ${said}: « ${text.slice(0, 120)} »`];
}

/** What the mails and letters of a place say amiss. */
export async function mailFaults(db: Database, place: string): Promise<string[]> {
  const mails = await withSchool(db, place, (tx) =>
    tx.selectFrom("mail").select(["lang", "subject", "paragraphs", "link"]).execute(),
  );
  return [
    ...new Set(mails.flatMap(({ lang, ...said }) => textsOf(said, lang).flatMap((text) => textFaults(text, lang)))),
  ];
}

/** What is no text of ours in the data of a paper or mail: pictures, files, kinds, codes. */
const NO_TEXT = new Set(["attached", "svg", "lang", "kind", "mark", "align", "template", "path"]);

/** The texts of a paper or mail that claim its own language; a quotation in another says so. */
export function textsOf(said: unknown, lang: string): string[] {
  if (typeof said === "string") return [said];
  if (Array.isArray(said)) return said.flatMap((part) => textsOf(part, lang));
  if (typeof said !== "object" || said === null || ("lang" in said && said.lang !== lang)) return [];
  return Object.entries(said).flatMap(([key, value]) => (NO_TEXT.has(key) ? [] : textsOf(value, lang)));
}

/** Reflexive verbs double these, and some sentences. */
const DOUBLED = new Set("nous vous that had".split(" "));
/** They end in s in the singular. */
const SINGULAR = new Set(
  "mois fois cours avis pays repas accès procès mars dos campus process pass class address access was".split(" "),
);
/** Keys of the program that have words of their own. */
const KEYS = new Set<string>([
  ...ROLES,
  ...CANDIDACY_STATES,
  "not-validated",
  "not-sat",
  "needs-agreement",
  "needs-decision",
]);

/** What a program writes and no person would: a word twice, « 1 pages », a key in place of its words. */
export function wordFault(text: string, lang: string): string | undefined {
  const twice = /(?<![\p{L}-])(\p{L}{3,})\s+(\1)(?![\p{L}-])/iu.exec(text);
  // A bank writes in capitals what it likes; somebody may be called as what they do.
  const meant = twice && (twice[1] === twice[1]!.toUpperCase() || /^\p{Lu}.*\s\p{Ll}/u.test(twice[0]));
  if (twice && !meant && !DOUBLED.has(twice[1]!.toLowerCase())) return `« ${twice[1]} » twice`;
  const one = /(?<![\p{L}\d.,:/–-]|\d\s|\bet\s|\band\s)1\s(\p{Ll}{2,}s)(?![\p{L}-])/u.exec(text);
  if (one && !SINGULAR.has(one[1]!)) return "plural of one";
  const camel = /(?<![\p{L}\d_.@/-])\p{Ll}+\p{Lu}\p{Ll}+/u.exec(text);
  if (camel) return `a key, ${camel[0]}`;
  const key = (text.match(/[a-z]+(?:-[a-z]+)+/g) ?? []).find((word) => KEYS.has(word));
  // In English a role may be called as its key is.
  return key !== undefined && lang === "fr" ? `a key, ${key}` : undefined;
}

/* The few shapes of the DOM that the function below needs, which runs inside the page and may use nothing from here. */
type Node = {
  textContent: string | null;
  closest: (selector: string) => { getAttribute: (name: string) => string | null } | null;
  cloneNode: (deep: boolean) => Node;
  querySelectorAll: (
    selector: string,
  ) => Iterable<{ remove: () => void; before: (text: string) => void; after: (text: string) => void }>;
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
      for (const quoted of copy.querySelectorAll("[lang], code, pre, .exact, .typed")) {
        quoted.before(" … ");
        quoted.remove();
      }
      // What is laid out apart is neither one word nor one sentence.
      for (const inner of copy.querySelectorAll("p, ul, li, div, dl, dt, dd, br, section, tr, td, th")) {
        inner.before(" | ");
        inner.after(" | ");
      }
      for (const inner of copy.querySelectorAll("small, span, a")) {
        inner.before(" ");
        inner.after(" ");
      }
      return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    });
}
