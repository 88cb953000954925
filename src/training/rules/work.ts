/**
 * What is written for an exam, by the référentiel: of which exams, how long it may be, whether somebody directs it, and whether it
 * is one for several. And where a work stands, from what happened to it.
 */
import type { Label } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";

/** The measures that say how long a work may be: pages, which are counted in the file, or signs, which its author states. */
const LENGTHS = ["pages", "signs"] as const;
type Length = (typeof LENGTHS)[number];
const PAGES = { fr: "pages", en: "pages" };
const WORK = { fr: "travail", en: "work" };

export type AskedWork = {
  readonly exam: string;
  readonly label: Diploma["domains"][number]["exam"]["label"];
  readonly length: Length;
  readonly measure: Pick<Diploma["domains"][number]["exam"]["measures"][number], "label" | "min" | "max" | "source">;
  /** Somebody directs it, who votes on it too. */
  readonly directed: boolean;
  /** What it is called, without its article; masculine in French. */
  readonly work: Label;
  /** One for a group. */
  readonly collective: boolean;
};

export function askedWorks({ domains }: Diploma): readonly AskedWork[] {
  return domains.flatMap(({ domain, exam }) => {
    const bounded = exam.measures.find((one) => (LENGTHS as readonly string[]).includes(one.measure));
    const director = exam.examiners.find((one) => one.as === "director");
    const directed = director !== undefined;
    if (!bounded && !directed) return [];
    // What somebody directs is a work, also where the texts leave its length to its author.
    const measure: AskedWork["measure"] = bounded ?? { label: PAGES, source: exam.source };
    return [
      {
        exam: domain,
        label: exam.label,
        length: (bounded?.measure ?? "pages") as Length,
        measure,
        directed,
        work: director?.work ?? WORK,
        collective: exam.components?.some(({ shared }) => shared === true) ?? false,
      },
    ];
  });
}

/** Whether so many are within what the entry bounds; out of bounds is told, and bars nothing. */
export function isWithin({ min, max }: AskedWork["measure"], count: number): boolean {
  return (min === undefined || count >= min) && (max === undefined || count <= max);
}

export type WorkFact =
  | { readonly kind: "proposed"; readonly details: { readonly subject: string } }
  | { readonly kind: "validated"; readonly details: { readonly subject: string } }
  | { readonly kind: "refused"; readonly details: { readonly subject: string; readonly reason: string } }
  | { readonly kind: "directed"; readonly details: { readonly director: string; readonly name: string } }
  | { readonly kind: "deposited"; readonly details: { readonly file: string; readonly count: number | null } };

export type Work = {
  readonly subject: string | null;
  readonly standing: "none" | "proposed" | "validated" | "refused";
  readonly reason: string | null;
  readonly director: { readonly actor: string; readonly name: string } | null;
  readonly deposit: { readonly file: string; readonly count: number | null } | null;
};

/** In the order in which they happened: of each, the last counts. */
export function workOf(facts: readonly WorkFact[]): Work {
  const none: Work = { subject: null, standing: "none", reason: null, director: null, deposit: null };
  return facts.reduce<Work>((work, { kind, details }) => {
    if (kind === "directed") return { ...work, director: { actor: details.director, name: details.name } };
    if (kind === "deposited") return { ...work, deposit: details };
    const reason = kind === "refused" ? details.reason : null;
    return { ...work, subject: details.subject, standing: kind, reason };
  }, none);
}
