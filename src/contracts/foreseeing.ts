/**
 * What a change would make of a contract, computed before it is done: who pays what, what is asked when, what is credited, and which papers
 * are signed anew. The same rules and the same decision as afterwards, given the fact that the act would add.
 */
import type { Performing } from "../act/act.ts";
import { type DecidedPrice, decidedPrice } from "../admission/accepted.ts";
import type { Period, Stop } from "../decisions/schedule/facts.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import type { Issue } from "../kit/schema.ts";
import { personPeriods } from "../training/cohorts/periods.ts";
import { personal, type SaidOther, sharedBy } from "./acts.ts";
import { billedTo } from "./billed.ts";
import { runningOf } from "./invoicing/gathering.ts";
import { type Contract, isSigned, readContract } from "./rules/contract.ts";
import type { ContractFact, DetailsOf } from "./rules/facts.ts";
import { type Documents, type PayerSchedule, scheduleQuestion, type Turn } from "./rules/schedule.ts";
import type { Agreed } from "./settling.ts";
import { billedSources, factsOf, payerNames } from "./store.ts";

export type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;

type Side = {
  readonly price: number;
  readonly payers: readonly {
    readonly source: string;
    readonly label: Label;
    readonly called: string | null;
    readonly own: boolean;
    readonly amount: number;
    /** What the schedule comes to: less than the amount where training stopped. */
    readonly total: number;
    readonly issued: number;
    readonly credit: number;
    readonly refund: number;
    readonly toCome: readonly { readonly due: Day; readonly amount: number }[];
  }[];
};
export type Foreseen = {
  readonly before: Side;
  readonly after: Side;
  /** Signed papers whose amount changes. */
  readonly again: readonly Label[];
  /** Nothing is asked until the training is taken up again. */
  readonly paused: boolean;
};
type Refused = { readonly issues: readonly Issue[] };

/** As things stand, or would: `periods` undefined as long as the cohort has none. */
export type Scene = {
  readonly contract: Contract;
  readonly periods: readonly Period[] | undefined;
  readonly stop: Stop | undefined;
  /** At a stop, of those who pay in turn. */
  readonly turns?: ReadonlyMap<string, Turn>;
  readonly paused: boolean;
};

/** Null as long as nobody said who pays. */
export async function sceneNow(context: Context, agreed: Agreed): Promise<Scene | null> {
  const { person, read, cohort } = agreed;
  const { contract } = read;
  if (!contract) return null;
  const periods = cohort ? await personPeriods(context, { cohort: cohort.id, dossier: person.dossier }) : undefined;
  const running = periods && periods.length > 0 ? await runningOf(context, agreed, periods) : undefined;
  const stop = running === undefined || typeof running === "string" ? undefined : running.stop;
  const turns = running === undefined || typeof running === "string" ? undefined : running.turns;
  const set = periods?.length === 0 ? undefined : periods;
  return { contract, periods: set, stop, paused: running === "paused", ...(turns && { turns }) };
}

/** The contract once a fund gave this answer; where it falls short, as if the person paid what it does not. */
export async function contractGranted(
  context: Context,
  agreed: Agreed,
  details: DetailsOf["granted"],
): Promise<Contract | Refused | null> {
  const facts = await factsOf(context.tx, [agreed.person.dossier]);
  const answered = [...facts, supposed("granted", context.today, details)];
  const { contract } = readContract(answered, agreed.money.payers);
  if (!contract || contract.short.length === 0) return contract;
  const own = personal(agreed.money);
  const others = contract.shares
    .filter(({ source }) => source !== own)
    .map(({ source, amount, answer, payer, named }) => ({
      source,
      amount: contract.short.includes(source) ? Math.min(answer?.amount ?? 0, amount) : amount,
      ...(payer !== null && { payer }),
      ...(named !== null && { named }),
    }));
  return sharedAfter(context, agreed, { facts: answered, others });
}

/** The contract once these others pay their parts. */
export async function contractShared(
  context: Context,
  agreed: Agreed,
  others: readonly SaidOther[],
  since?: Day,
): Promise<Contract | Refused | null> {
  const facts = await factsOf(context.tx, [agreed.person.dossier]);
  return sharedAfter(context, agreed, { facts, others, ...(since !== undefined && { since }) });
}

/** The contract at another price, where the others pay what they do today. */
export async function contractPriced(
  context: Context,
  agreed: Agreed,
  price: DecidedPrice,
): Promise<Contract | Refused | null> {
  const own = personal(agreed.money);
  const others = agreed.read
    .contract!.shares.filter(({ source }) => source !== own)
    .map(({ source, amount, payer, named }) => ({
      source,
      amount,
      ...(payer !== null && { payer }),
      ...(named !== null && { named }),
    }));
  return sharedAfter(context, agreed, { facts: await factsOf(context.tx, [agreed.person.dossier]), others, price });
}

type Sharing = {
  readonly facts: readonly ContractFact[];
  readonly others: readonly SaidOther[];
  readonly price?: DecidedPrice;
  readonly since?: Day;
};

async function sharedAfter(context: Context, agreed: Agreed, { facts, others, ...at }: Sharing) {
  const price = at.price ?? (await decidedPrice(context.tx, agreed.person.dossier));
  const shared = price && sharedBy(context, agreed, price, others, at.since);
  if (!shared || "issues" in shared) return shared ?? null;
  return readContract([...facts, supposed("shares", context.today, shared)], agreed.money.payers).contract;
}

function supposed<K extends "granted" | "shares">(kind: K, on: Day, details: DetailsOf[K]): ContractFact {
  return { id: "", kind, on, details } as unknown as ContractFact;
}

export async function foreseenFrom(
  context: Context,
  agreed: Agreed,
  { now, then }: { readonly now: Scene; readonly then: Scene },
): Promise<Foreseen | Refused> {
  const { tx } = context;
  const { dossier } = agreed.person;
  const sources = new Set([
    ...[now, then].flatMap(({ contract }) => contract.shares.map(({ source }) => source)),
    ...(await billedSources(tx, dossier)),
  ]);
  const documents = new Map<string, Documents>();
  for (const source of sources) documents.set(source, await billedTo(tx, { dossier, source }));
  const ids = [now, then].flatMap(({ contract }) => contract.shares.flatMap(({ payer }) => payer ?? []));
  const names = await payerNames(tx, ids);
  const before = sideOf(context, agreed, now, { documents, names });
  const after = sideOf(context, agreed, then, { documents, names });
  if ("issues" in before) return before;
  if ("issues" in after) return after;
  return { before, after, again: signedAnew(agreed, now.contract, then.contract), paused: then.paused };
}

type Around = {
  readonly documents: ReadonlyMap<string, Documents>;
  readonly names: ReadonlyMap<string, string>;
};

function sideOf(
  { decide, today }: Context,
  { person, law, money }: Agreed,
  { contract, periods, stop, turns }: Scene,
  { documents, names }: Around,
): Side | Refused {
  const entryOf = (source: string) => money.payers.find(({ payer }) => payer === source)!;
  const planned = periods && scheduled();
  if (planned && "issues" in planned) return planned;
  const shares = new Map(contract.shares.map((share) => [share.source, share]));
  const payers = [...documents.keys()].flatMap((source) => {
    const share = shares.get(source);
    const plan = planned?.find((one) => one.source === source);
    const { issued = [] } = documents.get(source) ?? {};
    const net = issued.reduce((sum, { kind, amount }) => sum + (kind === "credit" ? -amount : amount), 0);
    if (share?.platform || (!share && net === 0)) return [];
    const amount = share && !share.undone ? share.amount : 0;
    return [
      {
        source,
        label: entryOf(source).label,
        called: (share?.payer && names.get(share.payer)) || (share?.named ?? null),
        own: source === personal(money),
        amount,
        total: plan?.total ?? amount,
        issued: net,
        credit: (plan?.credits ?? []).reduce((sum, one) => sum + one.amount, 0),
        refund: plan?.refund ?? 0,
        toCome: (plan?.toIssue ?? []).map((one) => ({ due: one.due, amount: one.amount })),
      },
    ];
  });
  return { price: contract.price, payers };

  function scheduled(): readonly PayerSchedule[] | Refused {
    const { papers } = money;
    const asked = {
      periods: periods!,
      payers: money.payers,
      documents,
      ...(papers && { papers }),
      ...(stop && { stop }),
      ...(turns && { turns }),
    };
    const question = scheduleQuestion(contract, asked);
    const listed = new Set(question.payers.map(({ source }) => source));
    const gone = [...documents].flatMap(([source, { issued, paid }]) =>
      listed.has(source) || issued.length === 0 ? [] : [{ source, amount: 0, issued: [...issued], paid }],
    );
    const { diploma, version, establishment } = law.basis;
    const input = { ...question, payers: [...question.payers, ...gone] };
    const answer = decide("schedule", { id: person.number, on: today, diploma, version, establishment, ...input });
    if (!answer || "fault" in answer) return { issues: answer?.fault.issues ?? [] };
    return (answer.answer("fr") as { readonly payers: readonly PayerSchedule[] }).payers;
  }
}

/** Signed by the other party, and no longer for what it is about. */
function signedAnew({ money }: Agreed, before: Contract, after: Contract): Label[] {
  return after.shares.flatMap(({ source, signed, amount, platform }) => {
    const { paper, label } = money.payers.find(({ payer }) => payer === source)!;
    const was = before.shares.find((one) => one.source === source);
    const asked = isSigned(paper) && amount > 0 && !platform;
    return asked && was?.signed && !was.undone && !signed ? [label] : [];
  });
}
