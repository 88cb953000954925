/** The output schemas of invoicing. */
import { Type } from "typebox";
import { Cents, Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";

export const issued = Type.Object({
  numbers: Type.Array(Type.String()),
  /** Of what was chosen, what could not be issued, each with its reasons. */
  refused: Type.Array(Type.Object({ key: Type.String(), why: Type.Array(Words) })),
});

export const seeToInvoice = Type.Object({
  people: Type.Integer(),
  asks: Cents,
  credits: Cents,
  /** In training, or through with it, of whom nothing can be invoiced: nobody said who pays, or the cohort has no periods. */
  blocked: Type.Object({ people: Type.Integer(), amount: Cents }),
});

const Proposed = named("ProposedInvoice", {
  key: Type.String(),
  dossier: Id,
  name: Type.String(),
  number: Type.String(),
  kind: oneOf("invoice", "credit"),
  what: orNull(Words),
  source: Words,
  payer: orNull(Type.String()),
  of: orNull(Type.String()),
  issue: Day,
  amount: Cents,
  period: Type.Object({ from: Day, to: Day }),
  /** Those of one group may be asked in one invoice. */
  group: orNull(Type.String()),
});

export const listProposals = Type.Object({
  proposals: Type.Array(Proposed),
  /** Of those asked about by `chosen`, what is proposed no more. */
  gone: Type.Array(
    named("FormerProposal", {
      key: Type.String(),
      dossier: Id,
      name: Type.String(),
      number: Type.String(),
      group: orNull(Type.String()),
    }),
  ),
  held: Type.Array(
    named("HeldInvoicing", {
      dossier: Id,
      name: Type.String(),
      source: orNull(Words),
      /** All who pay, where it is of none of them alone. */
      payers: Type.Array(Words),
      why: Words,
      /** Whose periods are to be set first. */
      cohort: orNull(Id),
      /** Of somebody enrolled in a cohort without periods: what of the price was never invoiced. */
      unbilled: orNull(Cents),
      issues: Type.Array(Words),
    }),
  ),
  next: orNull(Id),
  /** In training, or through with it, and nobody said who pays; of the first page alone. */
  unshared: Type.Array(
    named("TraineeWithoutShares", { dossier: Id, number: Type.String(), name: Type.String(), price: orNull(Cents) }),
  ),
});
