/** The pieces that sections are made of. */
import { capital } from "../../kit/typography.ts";
import type { Block } from "../../documents/blocks.ts";
import type { Missing, PaperFacts } from "./facts.ts";

export type Said = { readonly blocks: readonly Block[]; readonly missing: readonly Missing[] };

export const text = (said: string): Block => ({ kind: "text", text: said });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const heading = (said: string, level: 1 | 2 = 2): Block => ({ kind: "heading", level, text: said });
export const saying = (...blocks: readonly Block[]): Said => ({ blocks, missing: [] });
export const lacking = (...missing: readonly Missing[]): Said => ({ blocks: [], missing });
/** « Trente jours. » ends with one full stop, whatever its label ended with. */
export const sentence = (said: string) => `${capital(said.replace(/\.$/, ""))}.`;

/** «, promotion 2027-2030»: the word once, where the name begins with it. */
export const inCohort = (name: string) => `, promotion ${name.replace(/^promotion\s+/i, "")}`;

export const planPage = ({ cohort }: Pick<PaperFacts, "cohort">) =>
  cohort ? `/promotions/${cohort.id}/periodes` : null;

/** Where the office says which cohort is meant. */
export const cohortPage = ({ dossier }: Pick<PaperFacts, "dossier">) => `/contrats/${dossier}/promotion`;
