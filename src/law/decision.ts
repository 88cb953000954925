/**
 * The type of a decision: a pure function from facts to a reasoned answer. It is declared once; the CLI, the API, its OpenAPI entry, pages
 * and letters all derive from that declaration and print the same answer.
 */
import type { Label, Lang } from "../kit/lang.ts";
import type { Issue, JsonSchema } from "../kit/schema.ts";
import type { Law } from "./law.ts";

/** Why an input gets no answer. If several apply, the first in this order. */
export const FAULTS = [
  "invalid",
  "maquette",
  "grant",
  "funding",
  "places",
  "cap",
  "number",
  "exemption",
  "nothing",
  "credit",
  "refund",
  "adjust",
] as const;
export type Fault = (typeof FAULTS)[number];
export type Rejection = { readonly code: Fault; readonly issues: readonly Issue[] };

/** A decision prepared for one law. `check` runs after the schema; `say` gives the contract's answer without `id` and `basis`. */
export type Ready<I, A> = {
  readonly schema: JsonSchema;
  readonly check: (input: I) => Rejection | undefined;
  readonly decide: (input: I) => A;
  readonly say: (answer: A, lang: Lang) => Record<string, unknown>;
};

export type Decision<I extends CommonInput, A> = {
  readonly name: string;
  readonly label: Label;
  /** It belongs to no diploma: it rests on the school's file alone. */
  readonly of?: "school";
  /** The shape of the answer, for OpenAPI. */
  readonly answer: JsonSchema;
  readonly ready: (law: Law) => Ready<I, A>;
};

export type CommonInput = {
  readonly id: string;
  readonly on: string;
  readonly diploma?: string;
  readonly version?: string;
  readonly establishment?: string;
};

export function invalid(issues: readonly Issue[]): Rejection | undefined {
  return issues.length === 0 ? undefined : { code: "invalid", issues };
}
