/**
 * The written works that the référentiel asks for: for which exams, how long, with a director or not, and whether by a group. And the state
 * of a work, from its facts.
 */
import type { Label } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";

/** The units of length: pages, which are counted in the file, or signs, which the author states. */
const LENGTHS = ["pages", "signs"] as const;
type Length = (typeof LENGTHS)[number];
const PAGES = { fr: "pages", en: "pages" };
const WORK = { fr: "travail", en: "work" };

export type AskedWork = {
  readonly exam: string;
  readonly label: Diploma["domains"][number]["exam"]["label"];
  readonly length: Length;
  readonly measure: Pick<Diploma["domains"][number]["exam"]["measures"][number], "label" | "min" | "max" | "source">;
  /** Has a director, who also votes on it. */
  readonly directed: boolean;
  /** Its name, without article; masculine in French. */
  readonly work: Label;
  /** One work per group. */
  readonly collective: boolean;
};

export function askedWorks({ domains }: Diploma): readonly AskedWork[] {
  return domains.flatMap(({ domain, exam }) => {
    const bounded = exam.measures.find((one) => (LENGTHS as readonly string[]).includes(one.measure));
    const director = exam.examiners.find((one) => one.as === "director");
    const directed = director !== undefined;
    if (!bounded && !directed) return [];
    // A directed work is asked for even where the texts leave its length to its author.
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

/** Whether the length is within the entry's bounds; out of bounds is reported, not refused. */
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

/** Facts in the order in which they happened: of each kind, the last counts. */
export function workOf(facts: readonly WorkFact[]): Work {
  const none: Work = { subject: null, standing: "none", reason: null, director: null, deposit: null };
  return facts.reduce<Work>((work, { kind, details }) => {
    if (kind === "directed") return { ...work, director: { actor: details.director, name: details.name } };
    if (kind === "deposited") return { ...work, deposit: details };
    const reason = kind === "refused" ? details.reason : null;
    return { ...work, subject: details.subject, standing: kind, reason };
  }, none);
}
