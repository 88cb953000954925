/** What is to be invoiced for one person today: their contract, periods, hours and what was issued, asked of the decision on the schedule. */
import type { Performing } from "../../act/act.ts";
import { decidedPrice } from "../../admission/accepted.ts";
import { isEnding } from "../../training/rules/enrolment.ts";
import { billedMinutes } from "../../training/certificates/billed.ts";
import { factsOf as enrolmentFacts, findEnrolment } from "../../training/cohorts/enrolment.ts";
import { personPeriods } from "../../training/cohorts/periods.ts";
import { payerTerms } from "../../billing/payers/terms.ts";
import { lastCovered } from "../../decisions/schedule/covers.ts";
import { type Payer, type Stop, STOPS } from "../../decisions/schedule/facts.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Issue } from "../../kit/schema.ts";
import { billedTo } from "../billed.ts";
import { type Documents, scheduleQuestion, type Turn } from "../rules/schedule.ts";
import { carriedNumber } from "../rules/facts.ts";
import { askedAs, turnOf } from "../rules/takeover.ts";
import { withoutRemitted } from "../rules/remitted.ts";
import { type Agreed, agreedOn, type Decided, decidedOn } from "../settling.ts";
import { billedSources } from "../store.ts";
import { type Answered, type Facts, lastOver, type Proposal, proposalsFor } from "./rules/proposals.ts";
import { doneInTurn, minutesInTurns } from "./turns.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;

/** Why nothing is proposed for somebody, or nothing of one payer. */
export type Held =
  | "no-periods"
  | "paused"
  | "elsewhere"
  | "carried"
  | "credit-elsewhere"
  | "short"
  | "outdated"
  | "not-computed"
  | "not-yet"
  | "no-payer";

export type Invoicing = {
  readonly agreed: Agreed;
  readonly periods: readonly { readonly from: string; readonly to: string; readonly minutes: number }[];
  readonly proposals: readonly Proposal[];
  readonly held: readonly { readonly source: string | null; readonly why: Held }[];
  /** What the decision said, where it refused. */
  readonly issues: readonly Issue[];
  /** Days on which time alone may change what is proposed, and those that are past. */
  readonly changesOn: readonly Day[];
  /** Whether something is left to ask, now or later, or it is not known. */
  readonly isOpen: boolean;
  /** Of somebody enrolled in a cohort without periods: what of the price was never invoiced, here or before. */
  readonly unbilled: number | null;
  /** The last day whose hours count; null where it is asked for none. */
  readonly hoursUntil: Day | null;
};

/** Undefined where nobody said who pays yet. */
export async function invoicingOf(context: Context, dossier: string): Promise<Invoicing | undefined> {
  const agreed = await agreedOn(context, dossier);
  const contract = agreed?.read.contract;
  if (!agreed || !contract) return undefined;
  const { person, law, money, cohort } = agreed;
  const none = (why: Held, issues: readonly Issue[] = []): Invoicing => ({
    agreed,
    periods: [],
    proposals: [],
    held: [{ source: null, why }],
    issues,
    changesOn: [],
    isOpen: why === "not-computed",
    unbilled: null,
    hoursUntil: null,
  });
  const periods = cohort ? await personPeriods(context, { cohort: cohort.id, dossier }) : undefined;
  if (!periods || periods.length === 0) {
    const unbilled = person.enrolment === null ? null : await unbilledOf(context.tx, agreed);
    const held = none("no-periods");
    // Nothing is left to ask: reliefs leave nothing to pay, or all was asked before.
    return unbilled === 0 ? { ...held, held: [] } : { ...held, unbilled };
  }
  if (contract.short.length > 0) return none("short");
  // The hours are those decided last, the amounts those of the decision before: together they would ask a sum that nobody owes.
  const price = await decidedPrice(context.tx, dossier);
  if (price && price.relief !== contract.relief) return none("outdated");
  // Of a contract that was concluded elsewhere, no paper of ours is to be signed first.
  const decided = contract.carried ? undefined : decidedOn(context, agreed);
  if (!contract.carried && (!decided || "issues" in decided)) return none("not-computed", decided?.issues ?? []);
  const agreement = decided && "fr" in decided ? decided.fr : undefined;
  const running = await runningOf(context, agreed, periods);
  if (typeof running === "string") return none(running);
  const documents = new Map<string, Documents>();
  // Who pays nothing any more may have been asked before.
  const before = await billedSources(context.tx, dossier);
  const former = contract.shares.flatMap(({ takesOver }) => takesOver?.source ?? []);
  for (const source of new Set([...contract.shares.map((share) => share.source), ...former, ...before]))
    documents.set(source, await billedTo(context.tx, { dossier, source }));
  const question = scheduleQuestion(contract, {
    periods,
    payers: money.payers,
    ...(money.papers && { papers: money.papers }),
    documents,
    ...(running.stop && { stop: running.stop, turns: running.turns }),
  });
  const gone = before.filter((source) => !question.payers.some((one) => one.source === source));
  const payersAsked = [
    ...question.payers,
    ...gone.map((source) => ({
      source,
      amount: 0,
      issued: documents.get(source)!.issued,
      paid: documents.get(source)!.paid + (documents.get(source)!.remitted ?? 0),
    })),
  ];
  const { diploma, version, establishment } = law.basis;
  const answer = context.decide("schedule", {
    id: person.number,
    on: context.today,
    diploma,
    version,
    establishment,
    ...question,
    payers: await withTerms(context, agreed, payersAsked),
  });
  if (!answer || "fault" in answer) return none("not-computed", answer?.fault.issues ?? []);
  const { payers } = answer.answer("fr") as { readonly payers: readonly Answered[] };
  const over = lastOver(periods, context.today);
  const until = over === undefined ? undefined : periods[over]!.to;
  const enrolment = person.enrolment === null ? undefined : await findEnrolment(context.tx, person.enrolment);
  const proposals: Proposal[] = [];
  const held: { source: string; why: Held }[] = [];
  for (const one of payers) {
    const entry = entryOf(money, one.source);
    const asked: Payer = payersAsked.find(({ source }) => source === one.source)!;
    const issued = documents.get(one.source)?.issued ?? [];
    const elsewhere = agreed.read.billedBefore.find(({ source }) => source === one.source);
    const turn = turnOf(contract.shares, one.source);
    const ends = turn?.before !== undefined && turn.before <= context.today ? addDays(turn.before, -1) : until;
    const inTurn =
      turn && entry.fund && enrolment && ends !== undefined
        ? await doneInTurn(context, enrolment, { shares: contract.shares, source: one.source, until: ends })
        : undefined;
    const facts: Facts = {
      dossier,
      today: context.today,
      periods,
      entry,
      agreed: (asked.granted ?? asked.amount) - (elsewhere?.invoiced ?? 0),
      before:
        issued.reduce((sum, doc) => sum + (doc.kind === "credit" ? -doc.amount : trainingOf(doc)), 0) -
        (elsewhere?.invoiced ?? 0),
      done: inTurn ?? running.done,
      carried: running.carried,
      turn,
      stop: running.stop,
      covered: lastCovered(issued),
    };
    const found = proposalsFor(withoutRemitted(one, documents.get(one.source)?.remitted), facts);
    const why = found.some(({ kind }) => kind === "invoice")
      ? heldOf(agreed, agreement, one.source, context.today)
      : undefined;
    // A credit on a document that is not ours is made where that one was.
    const ours = ({ of }: Proposal) => !elsewhere || of !== carriedNumber(elsewhere);
    proposals.push(...found.filter((each) => (each.kind === "credit" ? ours(each) : why === undefined)));
    if (found.some((each) => each.kind === "credit" && !ours(each)))
      held.push({ source: one.source, why: "credit-elsewhere" });
    if (why) held.push({ source: one.source, why });
  }
  const byHours = running.stop || payersAsked.some(({ source }) => entryOf(money, source).fund);
  return {
    agreed,
    periods,
    proposals,
    held,
    issues: [],
    changesOn: [
      periods[0]!.from,
      ...periods.map(({ to }) => addDays(to, 1)),
      ...payers.flatMap(({ instalments }) => instalments.map(({ issue }) => issue)),
      ...contract.shares.flatMap(({ takesOver }) => takesOver?.since ?? []),
      ...(agreement?.money ? [agreement.money.from] : []),
      ...(agreement?.withdrawal ? [addDays(agreement.withdrawal.lastDay, 1)] : []),
    ],
    unbilled: null,
    isOpen: held.length > 0 || proposals.length > 0 || payers.some(({ toIssue }) => toIssue.length > 0),
    hoursUntil: byHours ? (running.stop?.on ?? (over === undefined ? null : periods[over]!.to)) : null,
  };
}

async function unbilledOf(tx: Context["tx"], { person, read }: Agreed): Promise<number> {
  let left = read.contract!.price;
  const asked = [...(await billedSources(tx, person.dossier)), ...read.billedBefore.map(({ source }) => source)];
  for (const source of new Set(asked)) {
    const { issued } = await billedTo(tx, { dossier: person.dossier, source });
    left -= issued.reduce((sum, { kind, amount }) => sum + (kind === "credit" ? -amount : amount), 0);
  }
  return Math.max(0, left);
}

function entryOf({ payers }: Agreed["money"], source: string) {
  return payers.find(({ payer }) => payer === source)!;
}

function trainingOf({ nature = "training", amount }: Documents["issued"][number]): number {
  return nature === "training" ? amount : 0;
}

/** Nothing is asked before the day on which the law lets it be asked, and no body without its data in the register. */
function heldOf(
  { read, money, person }: Agreed,
  decided: Decided | undefined,
  source: string,
  today: string,
): Held | undefined {
  const entry = entryOf(money, source);
  const share = askedAs(read.contract!.shares, source);
  // What was agreed with who is taken over from holds for the days before.
  if (turnOf(read.contract!.shares, source)?.before !== undefined)
    return entry.paper !== "contract" && share?.payer === null ? "no-payer" : undefined;
  if (!decided) return entry.paper !== "contract" && share && share.payer === null ? "no-payer" : undefined;
  const paper = decided.papers.find((one) => one.source === source);
  if (entry.paper === "contract") {
    // After a withdrawal, or an end, what the schedule asks is owed.
    if (person.enrolment !== null && paper?.state === "withdrawn") return undefined;
    return decided.money && decided.money.from <= today ? undefined : "not-yet";
  }
  if (paper && paper.state !== "binding") return "not-yet";
  return share && share.payer === null ? "no-payer" : undefined;
}

/** `carried`: minutes followed, and asked for, before the school used this service. */
type Running = {
  readonly done: number;
  readonly carried: number;
  readonly stop: Stop | undefined;
  /** At a stop, of those who pay in turn. */
  readonly turns: ReadonlyMap<string, Turn>;
};

/** Hours followed so far, and whether training ended; or why it is not known what is owed. */
export async function runningOf(
  context: Context,
  { person, read }: Agreed,
  periods: Invoicing["periods"],
): Promise<Running | Held> {
  const planned = periods.reduce((sum, { minutes }) => sum + minutes, 0);
  const { renounced } = read;
  const none = { given: 0, attended: 0, planned, followed: null };
  if (person.enrolment === null)
    return {
      done: 0,
      carried: 0,
      stop: renounced && !renounced.late ? { on: renounced.on, kind: "withdrawn", ...none } : undefined,
      turns: await minutesInTurns(context, undefined, read.contract?.shares ?? [], { on: context.today, ...none }),
    };
  const enrolment = (await findEnrolment(context.tx, person.enrolment))!;
  if (enrolment.state === "interrupted" || enrolment.state === "deferred") return "paused";
  const over = lastOver(periods, context.today);
  const until = over === undefined ? periods[0]!.from : periods[over]!.to;
  if (enrolment.state === "in-training") {
    const minutes = await billedMinutes(context, enrolment, until);
    if (!minutes) return "not-computed";
    // What was asked for them is known where the contract came with them.
    if (minutes.carried !== null && !read.contract!.carried) return "carried";
    return { done: minutes.done, carried: minutes.carried ?? 0, stop: undefined, turns: new Map() };
  }
  const kind = STOPS.find((one) => one === enrolment.state);
  if (!kind) return "elsewhere";
  const ended = (await enrolmentFacts(context.tx, [enrolment.id])).findLast((fact) => isEnding(fact.kind))!;
  const minutes = await billedMinutes(context, enrolment, ended.on);
  if (!minutes) return "not-computed";
  if (minutes.carried !== null) return "carried";
  const given = Math.min(minutes.held, planned);
  const attended = Math.min(minutes.done, given);
  const shares = read.contract?.shares ?? [];
  return {
    done: minutes.done,
    carried: 0,
    turns: await minutesInTurns(context, enrolment, shares, { on: ended.on, given, attended }),
    stop: { on: ended.on, kind, planned, given, attended, followed: minutes.followed },
  };
}

/** The days to pay of the register, where a payer has its own. */
async function withTerms<P extends { readonly source: string }>(
  { tx }: Pick<Context, "tx">,
  { read }: Agreed,
  payers: readonly P[],
) {
  const { shares } = read.contract!;
  const terms = await payerTerms(
    tx,
    shares.flatMap(({ payer, takesOver }) => [payer ?? [], takesOver?.payer ?? []].flat()),
  );
  return payers.map((one) => {
    const payer = askedAs(shares, one.source)?.payer ?? null;
    const days = payer === null ? undefined : terms.get(payer);
    return { ...one, ...(days !== undefined && { terms: days }) };
  });
}
