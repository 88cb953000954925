/**
 * The written works that the référentiel asks for: for which exams, how long, with a director or not, and whether by a group. And the state
 * of a work, from its facts.
 */
import { FILE_TYPES, type FileType } from "../../files/rules/file-type.ts";
import type { Label } from "../../kit/lang.ts";
import type { Day } from "../../kit/day.ts";
import type { Machine } from "../../kit/machine.ts";
import type { Diploma } from "../../law/diploma.ts";

/** The units of length: pages, which are counted in the file, or signs, which the author states. */
const LENGTHS = ["pages", "signs"] as const;
type Length = (typeof LENGTHS)[number];
const PAGES = { fr: "pages", en: "pages" };
const PLAIN = { fr: "travail", en: "work" };

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
  /** A length out of bounds is refused; otherwise it is told. */
  readonly strict: boolean;
  /** The kinds of files taken as its text. */
  readonly files: readonly FileType[];
};

export function askedWorks(diploma: Pick<Diploma, "domains" | "works">): readonly AskedWork[] {
  const strict = diploma.works?.outside === "refused";
  const files = filesTaken(diploma);
  return diploma.domains.flatMap(({ domain, exam }) => {
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
        work: director?.work ?? PLAIN,
        collective: exam.components?.some(({ shared }) => shared === true) ?? false,
        strict,
        files,
      },
    ];
  });
}

/** The kinds of files that are taken as the text of a work. */
export function filesTaken({ works }: Pick<Diploma, "works">): readonly FileType[] {
  return works?.files ?? (Object.keys(FILE_TYPES) as FileType[]);
}

/** Whether the length is within the entry's bounds. */
export function isWithin({ min, max }: AskedWork["measure"], count: number): boolean {
  return (min === undefined || count >= min) && (max === undefined || count <= max);
}

export type WorkFact =
  | { readonly kind: "proposed"; readonly details: { readonly subject: string } }
  | { readonly kind: "validated"; readonly details: { readonly subject: string } }
  | { readonly kind: "refused"; readonly details: { readonly subject: string; readonly reason: string } }
  | { readonly kind: "directed"; readonly details: { readonly director: string; readonly name: string } }
  | { readonly kind: "deposited"; readonly details: Deposit }
  | { readonly kind: "withdrawn"; readonly details: { readonly file: string } };

/** What was received. The receipt has a number and a fingerprint, except of deposits from before there were receipts. */
type Deposit = {
  readonly file: string;
  /** In pages or signs. */
  readonly count: number | null;
  readonly receipt?: string;
  readonly sha256?: string;
  readonly pages?: number | null;
};

/** A deposited text, which is replaced or withdrawn until its day; later rooms say from when examiners rely on it. */
export const WORK: Machine<"none" | "deposited", "deposited" | "withdrawn"> = {
  name: "work",
  thing: { fr: "Ce travail", en: "This work" },
  again: { fr: "il", en: "it" },
  states: {
    none: { fr: "à déposer", en: "to be deposited" },
    deposited: { fr: "déposé", en: "deposited" },
  },
  moves: {
    deposited: { from: ["none", "deposited"], to: ["deposited"] },
    withdrawn: { from: ["deposited"], to: ["none"] },
  },
};

/** The thing that the machine is about: one exam's work of one trainee. */
export const workKey = (enrolment: string, exam: string) => `${enrolment}:${exam}`;

/** Its last day is that of the course. */
export function mayWithdraw({ deposit }: Pick<Work, "deposit">, today: Day, lastDay: Day): boolean {
  return deposit !== null && today <= lastDay;
}

export type Work = {
  readonly subject: string | null;
  readonly standing: "none" | "proposed" | "validated" | "refused";
  readonly reason: string | null;
  readonly director: { readonly actor: string; readonly name: string } | null;
  readonly deposit: Deposit | null;
};

/** Facts in the order in which they happened: of each kind, the last counts. */
export function workOf(facts: readonly WorkFact[]): Work {
  const none: Work = { subject: null, standing: "none", reason: null, director: null, deposit: null };
  return facts.reduce<Work>((work, { kind, details }) => {
    if (kind === "directed") return { ...work, director: { actor: details.director, name: details.name } };
    if (kind === "deposited") return { ...work, deposit: details };
    if (kind === "withdrawn") return { ...work, deposit: null };
    const reason = kind === "refused" ? details.reason : null;
    return { ...work, subject: details.subject, standing: kind, reason };
  }, none);
}
