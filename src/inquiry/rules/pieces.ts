/** The pieces asked of a person, from their declaration: the same with the questions, in the dossier and in print. Pure. */
import type { NEEDED } from "../../law/intake.ts";
import type { Law } from "../../law/law.ts";
import type { Draft } from "./draft.ts";

export type Needed = (typeof NEEDED)[number];

export function isNeeded(needed: Needed, { periods, titles, waivers, plan }: Draft): boolean {
  const because: Readonly<Record<Needed, boolean>> = {
    always: true,
    experience: periods.length > 0,
    abroad: titles.some(({ country }) => typeof country === "string"),
    waiver: (waivers?.length ?? 0) > 0,
    relief: (plan?.grants?.length ?? 0) > 0 || (plan?.held?.length ?? 0) > 0,
    optional: false,
  };
  return because[needed];
}

type PieceEntry = Law["diploma"]["admission"]["pieces"][number];
/** `maybe`: only if the person makes a request that they were not asked about yet. */
export type PieceToBring = { readonly entry: PieceEntry; readonly maybe: boolean };

/** National pieces first, then the school's own. Relief is asked about with the path. */
export function piecesToBring({ diploma, school }: Law, draft: Draft): PieceToBring[] {
  return [...diploma.admission.pieces, ...school.admission.pieces].flatMap((entry): PieceToBring[] => {
    const needed = entry.piece?.needed;
    if (needed === undefined) return [];
    if (isNeeded(needed, draft)) return [{ entry, maybe: false }];
    return needed === "relief" && draft.plan === undefined ? [{ entry, maybe: true }] : [];
  });
}
