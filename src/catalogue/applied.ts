/** The decisions that apply an entry, by its part of the file. Other parts are only displayed. */
import type { RuleWords } from "./rule-sentences.ts";

export type AppliedBy = keyof RuleWords["appliedWords"];

const PARTS: readonly (readonly [start: string, by: readonly AppliedBy[]])[] = [
  ["registration", ["eligibility", "pathway", "quote", "places", "hours", "certification", "jury"]],
  ["levels", ["eligibility", "pathway"]],
  ["homeTerritory", ["eligibility", "pathway"]],
  ["titleKinds", ["eligibility", "pathway"]],
  ["catalogue", ["eligibility", "pathway"]],
  ["corps", ["eligibility"]],
  ["waivers", ["eligibility"]],
  ["experience", ["eligibility"]],
  ["doors", ["eligibility"]],
  ["reliefs", ["pathway", "quote", "hours", "certification"]],
  ["grants", ["pathway", "quote", "hours"]],
  ["held", ["pathway", "quote", "hours"]],
  ["clock", ["certification"]],
  ["marks", ["certification"]],
  ["missed", ["certification"]],
  ["jury.powers", ["certification", "jury"]],
  ["jury", ["jury"]],
  ["money.payers", ["agreement", "schedule", "invoice", "bpf"]],
  ["money.agreement.deposit", ["agreement", "schedule"]],
  ["money.agreement.earlyDeposit", ["schedule"]],
  ["money.agreement", ["agreement"]],
  ["money.invoices.levels", ["account"]],
  ["money.invoices.recovery", ["account"]],
  ["money.invoices", ["invoice"]],
  ["money.indicators", ["indicators"]],
  ["money.declaration", ["bpf"]],
];

/** For a school's entry, the path after its diploma. */
const SCHOOL_PARTS: typeof PARTS = [
  ["maquette", ["pathway", "quote", "hours"]],
  ["tracks", ["quote"]],
  ["price", ["quote"]],
  ["funders", ["quote"]],
  ["admission.offers", ["places"]],
  ["attendance", ["hours"]],
];

export function appliedBy(id: string): readonly AppliedBy[] {
  const [first, , ...rest] = id.split(".");
  if (first === "diplomas") return find(SCHOOL_PARTS, rest.join("."));
  if (first === "domains" && rest[0] === "bloc") return [];
  if (first === "domains" && rest[1] === "examiners") return ["jury"];
  if (first === "domains")
    return rest[0] === "exam" ? ["certification"] : ["pathway", "quote", "hours", "certification"];
  return find(PARTS, id);
}

function find(parts: typeof PARTS, id: string): readonly AppliedBy[] {
  return parts.find(([start]) => id === start || id.startsWith(`${start}.`))?.[1] ?? [];
}
