/** Lives as text: each step, its outcome, and how it differs from the expected one. */
import { inBoth } from "../../kit/in-both.ts";
import { sayMoment } from "../../kit/moment.ts";
import { type Lang, plural } from "../../kit/lang.ts";
import { sayIssues } from "../../kit/schema.ts";
import { typographic } from "../../kit/typography.ts";
import type { Came, Played } from "./play.ts";
import type { Script, Step } from "./script.ts";

export function sayLife({ life, says }: Script, lang: Lang): string {
  return `${typographic(says[lang], lang)} (${life})`;
}

/** « mardi 12 janvier 2027 à 10 h · officer – Enregistrer l’entretien : fait » */
export function sayStep({ step, due, came }: Played, zone: string, lang: Lang): string {
  const when = sayMoment(step.instant, zone, lang);
  const calendar = due === 0 ? "" : `  · ${CALENDAR[lang](due)}\n`;
  return `${calendar}  ${when} · ${step.written.as} – ${sayDeed(step, lang)}${lang === "fr" ? "\u00a0:" : ":"} ${sayCame(step, came, lang)}`;
}

const CALENDAR = {
  fr: (count: number) => `le calendrier a fait ${count} ${plural(count, "chose échue", "choses échues", "fr")}`,
  en: (count: number) =>
    `the calendar did ${count} ${plural(count, "thing that was due", "things that were due", "en")}`,
} as const;

function sayDeed({ deed }: Step, lang: Lang): string {
  if (deed.kind !== "file") return (deed.kind === "act" ? deed.act : deed.view).label[lang];
  const { slot, pages } = deed.file;
  const sheets = `${pages} ${plural(pages, "page", "pages", lang)}`;
  const what = lang === "fr" ? "Envoyer un fichier" : "Send a file";
  return `${what} (${slot === undefined ? sheets : `${slot}, ${sheets}`})`;
}

function sayCame({ deed }: Step, came: Came, lang: Lang): string {
  const words = CAME[lang];
  if (came.kind === "done") return deed.kind === "view" ? words.read : words.done;
  if (came.kind === "refused" || came.kind === "invalid") return `${words[came.kind]} (${came.all.join(", ")})`;
  return words[came.kind];
}

const CAME = inBoth({
  done: ["fait", "done"],
  read: ["lu", "read"],
  refused: ["refusé", "refused"],
  invalid: ["mal rempli", "badly filled in"],
  stale: ["changé entre-temps", "changed in between"],
  forbidden: ["interdit", "forbidden"],
});

/** Each difference by its file and line, with the expected and the actual value. */
export function sayDifferences({ step, came, differences }: Played, lang: Lang): string {
  const words = DIFFERS[lang];
  const lines = differences.map(({ path, wanted, got }) => {
    const expected = path.startsWith("absent") ? words.nothing : show(wanted, lang);
    return `${step.file}:${step.lineOf(path)}: ${path}${words.wanted} ${expected}${words.got} ${show(got, lang)}`;
  });
  const why = came.kind === "invalid" ? sayIssues(came.issues, lang) : [];
  return [...lines, ...why.map(({ path, message }) => `    ${path === "" ? "" : `${path}: `}${message}`)].join("\n");
}

const DIFFERS = inBoth({
  wanted: ["\u00a0: attendu", ": wanted"],
  got: [", reçu", ", got"],
  nothing: ["rien", "nothing"],
});

/** The longest value printed, in characters; longer ones are cut. */
const LONGEST = 400;

function show(value: unknown, lang: Lang): string {
  if (value === undefined) return DIFFERS[lang].nothing;
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** How many lives went as written, and how many did not. */
export function sayPlayed(whole: number, all: number, lang: Lang): string {
  return SUMMARY[lang](whole, all);
}

const SUMMARY: Readonly<Record<Lang, (whole: number, all: number) => string>> = {
  fr: (whole, all) => `${whole} ${plural(whole, "vie jouée", "vies jouées", "fr")} jusqu’au bout, sur ${all}.`,
  en: (whole, all) => `${whole} of ${all} ${plural(all, "life", "lives", "en")} played to the end.`,
};
