/** What all acts and views of a contract begin with, and how an act keeps where the contract then stands. */
import type { Actor, Performing } from "../act/act.ts";
import { lockChains, takeChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { decidedPrice, leavesNothingToPay } from "../admission/accepted.ts";
import { candidacyChain } from "../admission/rules/candidacy.ts";
import { placeChains } from "../admission/settling.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Issue } from "../kit/schema.ts";
import { findIntake } from "../intake/intake.ts";
import type { Law } from "../law/law.ts";
import type { Money } from "../law/money.ts";
import { type Cohort, cohortOf, cohortsOf } from "../training/cohorts/cohorts.ts";
import { contractConcluded } from "../training/cohorts/enrolling.ts";
import { enrolmentChain } from "../training/enrolled.ts";
import { contractOf } from "./contract.ts";
import { type Drafted, draftedPapers, type Stated, statedIn } from "./papers/stated.ts";
import { agreementInput, concludedOn, keptOf, type KeptPaper, type Read } from "./rules/contract.ts";
import { contractChain, type ContractState, type DetailsOf, type FactKind } from "./rules/facts.ts";
import { firstLesson, insertFact, type Person, personOf, putState } from "./store.ts";

export type Agreed = {
  readonly person: Person;
  readonly law: Law;
  readonly money: Money;
  readonly read: Read;
  /** Nobody said who pays, and reliefs leave nothing to pay: there is nothing to say. */
  readonly free: DetailsOf["shares"] | null;
  /** The cohort that was chosen, or begins on the day of the intake; null as long as it is not known. */
  readonly cohort: Cohort | null;
  readonly cohorts: readonly Cohort[];
  /** The first session, as far as it is known. */
  readonly startsOn: Day;
  /** Our papers that are still to be signed, as they would be printed today. */
  readonly papers: readonly Drafted[];
  readonly stated: Stated;
};

type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;

/** Undefined where there is no such person, or the school's file says nothing of money. */
export async function agreedOn(context: Context, dossier: string): Promise<Agreed | undefined> {
  const { tx, law: lawOf } = context;
  const person = await personOf(tx, dossier);
  const law = person && lawOf(person.diploma, { version: person.lawVersion });
  const money = law?.establishment.money;
  if (!person || !law || !money) return undefined;
  const read = await contractOf(tx, dossier, money);
  const { entryOn } = (await findIntake(tx, person.intake))!;
  const cohorts = await cohortsOf(tx, person.diploma);
  const chosen = person.enrolledIn ?? read.cohort;
  const cohort = chosen === null ? beginningOn(cohorts, entryOn) : ((await cohortOf(tx, chosen)) ?? null);
  const startsOn = cohort ? ((await firstLesson(tx, cohort.id)) ?? cohort.startsOn) : entryOn;
  const papers = await draftedPapers(context, { person, law, money, read, cohort, startsOn });
  const free = read.contract ? null : await freeOf(tx, dossier, { law, money });
  return { person, law, money, read, free, cohort, cohorts, startsOn, papers, stated: statedIn(papers) };
}

/** One share of 0, and no paper; null where something is to be paid, or hours are not decided yet. */
async function freeOf(
  tx: Context["tx"],
  dossier: string,
  { law, money }: Pick<Agreed, "law" | "money">,
): Promise<DetailsOf["shares"] | null> {
  const price = await decidedPrice(tx, dossier);
  if (!price || !leavesNothingToPay(price.answer, law)) return null;
  const own = money.payers.find(({ paper }) => paper === "contract")!.payer;
  const shares = [{ source: own, amount: 0, payer: null, named: null }];
  return { price: 0, relief: price.relief, shares, plan: null };
}

/** The day that the person accepted, and no other: a contract that begins a week earlier is not what they said yes to. */
function beginningOn(cohorts: readonly Cohort[], entryOn: Day): Cohort | null {
  const same = cohorts.filter(({ startsOn }) => startsOn === entryOn);
  return same.length === 1 ? same[0]! : null;
}

/** Locks a contract with the candidacy that it stands on; undefined where there is none that this act may touch. */
export async function lockAgreed(context: Context, dossier: string): Promise<Agreed | undefined> {
  const { tx } = context;
  if (!(await lockChains(tx, [candidacyChain(dossier)])).has(candidacyChain(dossier))) return undefined;
  await takeChains(tx, [contractChain(dossier)]);
  const agreed = await agreedOn(context, dossier);
  const enrolment = agreed?.person.enrolment ?? null;
  if (enrolment !== null) await lockChains(tx, [enrolmentChain(enrolment)]);
  return agreed;
}

/**
 * The same for an act that may give the person's place back: with the list that they stand in, since the next may be called, and with their
 * training, which ends too.
 */
export async function lockLeaving(context: Context, dossier: string): Promise<Agreed | undefined> {
  const { tx } = context;
  const enrolment = (await personOf(tx, dossier))?.enrolment ?? null;
  await lockChains(tx, [
    ...(await placeChains(tx, dossier)),
    candidacyChain(dossier),
    contractChain(dossier),
    ...(enrolment === null ? [] : [enrolmentChain(enrolment)]),
  ]);
  return lockAgreed(context, dossier);
}

/** The same for an act of the office: a colleague sees to one's own contract. */
export async function lockOthers(
  context: Context & Pick<Performing<unknown>, "actor">,
  dossier: string,
): Promise<Agreed | undefined> {
  const agreed = await lockAgreed(context, dossier);
  return agreed && !isOwn(context.actor, agreed) ? agreed : undefined;
}

export function isOwn(actor: Actor, { person }: { readonly person: Pick<Person, "account"> }): boolean {
  return "account" in actor && actor.account !== undefined && actor.account === person.account;
}

/** The answer of the decision on the agreement, in its parts. */
export type Decided = {
  readonly papers: readonly (Pick<KeptPaper, "source" | "paper" | "amount"> & {
    readonly state: "unsigned" | "withdrawal" | "binding" | "withdrawn";
    readonly missing: readonly string[];
  })[];
  readonly withdrawal: { readonly lastDay: Day; readonly late: boolean } | null;
  readonly money: { readonly from: Day; readonly first: number; readonly rest: number } | null;
  readonly enrolment: "may" | "not-yet" | "ended";
  readonly findings: readonly { readonly condition: string; readonly met: boolean | null; readonly reason: string }[];
};
type Answered = { readonly fr: Decided; readonly en: Decided };

/** Undefined as long as nobody said who pays. */
export function decidedOn(
  { decide, today }: Pick<Context, "decide" | "today">,
  { person, law, money, read, startsOn, stated }: Omit<Agreed, "cohort" | "cohorts" | "free" | "papers">,
): Answered | { readonly issues: readonly Issue[] } | undefined {
  if (!read.contract) return undefined;
  const { diploma, version, establishment } = law.basis;
  const asked = agreementInput({ ...read, contract: read.contract }, { startsOn, stated, payers: money.payers });
  const answer = decide("agreement", { id: person.number, on: today, diploma, version, establishment, ...asked });
  if (!answer || "fault" in answer) return { issues: answer?.fault.issues ?? [] };
  return { fr: answer.answer("fr") as unknown as Decided, en: answer.answer("en") as unknown as Decided };
}

/** The findings that are not met, in both languages. */
export function wanting({ fr, en }: Answered): readonly Label[] {
  return fr.findings.flatMap(({ met, reason }, at) => (met ? [] : [{ fr: reason, en: en.findings[at]!.reason }]));
}

type Settled = {
  readonly agreed: Agreed;
  readonly answered: Answered | undefined;
  readonly state: ContractState;
};

/** What every act that settles may write: an enrolment made before is given the days of its contract. */
export const SETTLING_TABLES = ["contract_fact", "enrolment"] as const;

type Adding<K extends FactKind> = { readonly kind: K; readonly on: Day; readonly details: DetailsOf[K] };

/**
 * Adds facts to a contract that the act has locked, and keeps where it stands by them; or the issues of the decision. Where nothing is to be
 * paid, that is said by the first act that needs it said.
 */
export async function settle(
  context: Performing<unknown>,
  before: Agreed,
  facts: readonly { readonly [K in FactKind]: Adding<K> }[FactKind][],
): Promise<Settled | { readonly issues: readonly Issue[] }> {
  const { tx, actor, at, today } = context;
  const { dossier } = before.person;
  const unsaid = before.free !== null && !facts.some(({ kind }) => kind === "shares" || kind === "carried");
  const free = unsaid ? [{ kind: "shares", on: today, details: before.free } as const] : [];
  for (const fact of [...free, ...facts]) await insertFact(tx, { dossier, by: actorName(actor), at, ...fact });
  const agreed = (await agreedOn(context, dossier))!;
  const answered = decidedOn(context, agreed);
  if (answered && "issues" in answered) return answered;
  const kept = keptOf(agreed.read, answered?.fr, agreed.money);
  await putState(tx, dossier, kept, at);
  const { enrolment } = agreed.person;
  if (enrolment !== null && kept.state === "concluded")
    await contractConcluded(tx, enrolment, concludedOn(agreed.read, agreed.money.payers));
  return { agreed, answered, state: kept.state };
}

/** Where it stands now, without a fact: as an act finds it. */
export function stateNow(context: Context, agreed: Agreed): ContractState {
  const answered = decidedOn(context, agreed);
  const decided = answered && "fr" in answered ? answered.fr : undefined;
  return keptOf(agreed.read, decided, agreed.money).state;
}
