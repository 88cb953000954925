/** The place of a person who came in by a table, already in training, and the relief that the school had decided for them. */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { officeReads } from "../dossier/hands.ts";
import type { Day } from "../kit/day.ts";
import type { Issue } from "../kit/schema.ts";
import { computeRelief, declaredIn, NO_RELIEF, type ReliefDetails, type ReliefFacts } from "./facts.ts";
import { addFact, keepStanding } from "./store.ts";

type Accepting = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "law" | "decide">;

type CarriedRelief = {
  readonly facts: ReliefFacts;
  /** The day on which the school had decided it. */
  readonly on: Day;
  /** What it rests on: the protocol, the decision, its reference; empty where nothing was granted. */
  readonly paper: string;
};

/** In the chain of the candidacy, which the act has taken. Returns the decision, or what the rules refuse of these facts. */
export async function acceptCarried(
  context: Accepting,
  id: string,
  { facts, on, paper }: CarriedRelief,
): Promise<{ readonly relief: string } | { readonly issues: readonly Issue[] }> {
  const { tx, actor, at } = context;
  const dossier = (await officeReads(tx, actor, id))!;
  const declared = await declaredIn(context, dossier);
  const decided = computeRelief(context, declared, { on, facts, confirmations: [] });
  if (decided.issues.length > 0) return { issues: decided.issues };
  const without = computeRelief(context, declared, { on, facts: NO_RELIEF, confirmations: [] });
  const by = actorName(actor);
  await addFact(tx, { dossier: id, kind: "carried", at, by, details: { intake: dossier.intake } });
  const details: ReliefDetails = {
    on,
    facts,
    ground: paper,
    carried: true,
    pathway: decided.pathway,
    without: without.pathway,
    quote: decided.quote,
    quoteWithout: without.quote,
  };
  const decision = await addFact(tx, { dossier: id, kind: "relief", at, by, details });
  const accepted = { id, intake: dossier.intake, state: "accepted", answerBy: null, rank: null, list: null } as const;
  await keepStanding(tx, accepted, at);
  return { relief: decision };
}
