/**
 * Before the papers: who pays what, in which cohort, what was handed over, and what a fund answers. The person says who pays, or the
 * office for them; their own part is what the decision on the quote leaves, with the discount that it brings.
 */
import { FREE } from "../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { type DecidedPrice, decidedPrice } from "../admission/accepted.ts";
import { attachFile } from "../files/attach.ts";
import { fileProblems } from "../files/words.ts";
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { barred, leaves } from "../kit/machine.ts";
import type { Issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import type { Money } from "../law/money.ts";
import { readyMail, shortMail } from "./mails.ts";
import * as output from "./output.ts";
import { handedByOffice } from "./papers/beside.ts";
import { pricedWith, thirdsIn } from "./pricing.ts";
import { refusals } from "./refusals.ts";
import { isSigned, toHand } from "./rules/contract.ts";
import { CONTRACT, contractChain, type DetailsOf, type FactKind, NOTED, type SharedAs } from "./rules/facts.ts";
import { stillTakenOver, takenOver } from "./rules/takeover.ts";
import { type Agreed, lockAgreed, settle, SETTLING_TABLES, stateNow, isOwn, lockOthers } from "./settling.ts";
import { payersInUse } from "./store.ts";
import { tellPerson } from "./telling.ts";

const Cents = Type.Integer({ minimum: 0, maximum: 100_000_000 });
const Line = Type.String({ maxLength: 200 });

const Named = { source: KeySchema, amount: Cents, named: Type.Optional(Line) };
const MOST = 19;
/** `payer`: of the register. */
export const Other = Type.Object({ ...Named, payer: Type.Optional(Id) }, closed);

/** Those who pay beside the person, each once; the person pays the rest. */
const Said = { dossier: Id, status: Type.Optional(KeySchema) };

export const sayWhoPays = defineAct({
  name: "sayWhoPays",
  label: { fr: "Dire qui paie sa formation", en: "Say who pays one’s training" },
  who: "agree on one’s training",
  form: Type.Object({ ...Said, others: Type.Array(Type.Object(Named, closed), { maxItems: MOST }) }, closed),
  from: leaves(CONTRACT, "shares"),
  output: output.whoPays,
  free: FREE.unsigned,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: SETTLING_TABLES,
  async perform(context) {
    const agreed = await ownAgreed(context, context.input.dossier);
    if (!agreed) return FORBIDDEN;
    const price = await decidedPrice(context.tx, agreed.person.dossier);
    if (isSettled(agreed, price?.relief)) return invalid([refusals.settled]);
    return sharesSaid(context, agreed);
  },
});

/** What others signed, granted or were told to pay is changed with the school: not by the person alone. */
export function isSettled({ person, read: { contract } }: Pick<Agreed, "person" | "read">, relief: string | undefined) {
  if (!contract || contract.undone || contract.short.length > 0 || contract.relief !== relief) return false;
  return person.enrolment !== null || contract.shares.some(({ signed, answer }) => signed !== null || answer !== null);
}

export const noteWhoPays = defineAct({
  name: "noteWhoPays",
  label: { fr: "Noter qui paie la formation d’une personne", en: "Note who pays somebody’s training" },
  who: "prepare the contracts",
  form: Type.Object(
    {
      ...Said,
      others: Type.Array(Other, { maxItems: MOST }),
      /** The first day of who takes over from another; left out where they pay from the first day. */
      since: Type.Optional(DaySchema),
    },
    closed,
  ),
  from: leaves(CONTRACT, "shares"),
  output: output.whoPays,
  free: FREE.unsigned,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: [...SETTLING_TABLES, "mail"],
  async perform(context) {
    const agreed = await lockOthers(context, context.input.dossier);
    if (!agreed) return FORBIDDEN;
    return sharesSaid(context, agreed, (after) => tellReady(context, agreed, after));
  },
});

/** The person's own, locked. */
export async function ownAgreed(context: Performing<unknown>, dossier: string): Promise<Agreed | undefined> {
  const agreed = await lockAgreed(context, dossier);
  return agreed && isOwn(context.actor, agreed) ? agreed : undefined;
}

/** Why a fact of this kind may not be added now. */
export function barredHere(context: Performing<unknown>, agreed: Agreed, kind: FactKind): Issue[] {
  if (!agreed.person.accepted && !AFTER_ALL.includes(kind)) return [refusals.noPlace];
  return barred(CONTRACT, kind, stateNow(context, agreed));
}

/** What may still be noted of somebody who has no place any more. */
const AFTER_ALL: readonly FactKind[] = ["renounced", "late-answered", "payer-told"];

export type SaidOther = {
  readonly source: string;
  readonly amount: number;
  readonly named?: string;
  readonly payer?: string;
};
type Saying = Performing<{
  readonly dossier: string;
  readonly status?: string;
  readonly others: readonly SaidOther[];
  readonly since?: Day;
}>;

async function sharesSaid(context: Saying, agreed: Agreed, tell?: (after: Agreed) => Promise<void>) {
  const { tx, input, today } = context;
  const { person, money, read } = agreed;
  const no = barredHere(context, agreed, "shares");
  if (no.length > 0) return invalid(no);
  const price = await decidedPrice(tx, person.dossier);
  if (!price) return invalid([refusals.noPrice]);
  const wrong = [...statusIssues(input.status ?? read.status, money), ...(await otherIssues(context, money))];
  if (wrong.length > 0) return invalid(wrong);
  const details = sharedBy(context, agreed, price, input.others, input.since);
  if ("issues" in details) return invalid(details.issues.map((one) => ({ ...one, path: "others" })));
  const own = details.shares.find(({ source }) => source === personal(money));
  const settled = await settle(context, agreed, [
    { kind: "shares", on: today, details },
    ...(input.status !== undefined && input.status !== read.status
      ? [{ kind: "status", on: today, details: { status: input.status } } as const]
      : []),
  ]);
  if ("issues" in settled) return invalid(settled.issues.map((one) => ({ ...one, path: "others" })));
  await tell?.(settled.agreed);
  const { price: total } = details;
  return done({ price: total, own: own?.amount ?? 0, state: settled.state }, contractChain(person.dossier));
}

/** Who pays what where these others pay their parts, by the price of the last decision on hours. */
export function sharedBy(
  context: Pick<Performing<unknown>, "decide">,
  { law, money, startsOn, read }: Pick<Agreed, "law" | "money" | "startsOn" | "read">,
  price: DecidedPrice,
  others: readonly SaidOther[],
  since?: Day,
): DetailsOf["shares"] | { readonly issues: readonly Issue[] } {
  const sum = others.reduce((total, { amount }) => total + amount, 0);
  const priced = pricedWith(context, { price, law }, sum);
  if ("issues" in priced) return priced;
  const shares = sharesOf(others, priced.own, money);
  const own = shares.find(({ source }) => source === personal(money));
  const said = { price: priced.total, relief: price.relief };
  const before = read.contract;
  const turns =
    since === undefined
      ? stillTakenOver(before?.shares ?? [], shares)
      : before && !before.undone && takenOver(before, { ...said, shares }, since);
  if (!turns) return { issues: [refusals.noTakeover] };
  // Who takes over is asked for no deposit, nor for what the one before was asked beside the hours.
  const begins = own && !own.platform && !turns.some(({ source, takesOver }) => takesOver && source === own.source);
  const plan = money.plan && begins ? { first: money.plan.first, firstOn: startsOn } : null;
  const thirds = begins ? thirdsIn(price.answer, law) : [];
  return { ...said, shares: turns, plan, ...(thirds.length > 0 && { thirds }) };
}

function statusIssues(status: string | null, { declaration }: Money): Issue[] {
  if (status === null) return [refusals.noStatus];
  return declaration.statuses.some((one) => one.status === status) ? [] : [refusals.unknownStatus];
}

async function otherIssues({ tx, input }: Saying, money: Money): Promise<Issue[]> {
  const sources = input.others.map(({ source }) => source);
  if (new Set(sources).size < sources.length) return [refusals.twice];
  const own = personal(money);
  if (sources.some((source) => source === own || !money.payers.some(({ payer }) => payer === source)))
    return [refusals.unknownPayer];
  const registered = input.others.flatMap(({ payer }) => (payer === undefined ? [] : [payer]));
  const inUse = registered.length === 0 ? new Set() : await payersInUse(tx, registered);
  if (registered.some((payer) => !inUse.has(payer))) return [refusals.notRegistered];
  const accord = money.payers.some(({ payer, paper }) => paper === "grant" && sources.includes(payer));
  if (accord && employerAmong(sources, money) === undefined) return [refusals.noEmployer];
  const mayBeNone = (source: string) =>
    accord && money.payers.some(({ payer, employer }) => employer && payer === source);
  return input.others.some(({ source, amount }) => amount === 0 && !mayBeNone(source)) ? [refusals.noAmount] : [];
}

/** The kind of payer that signs a contract: the person. */
export function personal({ payers }: Pick<Money, "payers">): string {
  return payers.find(({ paper }) => paper === "contract")!.payer;
}

function employerAmong(sources: readonly string[], { payers }: Money): string | undefined {
  return sources.find((source) => payers.some(({ payer, employer }) => employer && payer === source));
}

/** An employer owes what its accord does not pay; beside a platform the person pays there. */
function sharesOf(others: readonly SaidOther[], own: number, money: Money): SharedAs[] {
  const entry = (source: string) => money.payers.find(({ payer }) => payer === source)!;
  const employer = employerAmong(
    others.map(({ source }) => source),
    money,
  );
  const platform = others.some(({ source, amount }) => amount > 0 && entry(source).paper === "platform");
  const shares = others.map(({ source, amount, named = "", payer = null }): SharedAs => {
    const behind = entry(source).paper === "grant" ? employer : undefined;
    const name = named.trim();
    return { source, amount, payer, named: name === "" ? null : name, ...(behind !== undefined && { behind }) };
  });
  // Where reliefs leave nothing to pay there is one share of 0, and no paper.
  if (own === 0 && shares.length > 0) return shares;
  const mine = { source: personal(money), amount: own, payer: null, named: null };
  return [...shares, { ...mine, ...(platform && { platform }) }];
}

export const chooseCohort = defineAct({
  name: "chooseCohort",
  label: { fr: "Prévoir la promotion d’une personne", en: "Choose the cohort that somebody is to join" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, cohort: Id }, closed),
  from: leaves(CONTRACT, "cohort"),
  output: output.contractState,
  free: FREE.unsigned,
  shows: { nothing: SHOWN_NOTHING.begun },
  writes: [...SETTLING_TABLES, "mail"],
  async perform(context) {
    const { input, today } = context;
    const agreed = await lockOthers(context, input.dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "cohort");
    if (no.length > 0) return invalid(no);
    const { cohort } = input;
    if (!agreed.cohorts.some(({ id }) => id === cohort)) return invalid([refusals.otherCohort]);
    if (agreed.person.enrolment !== null) return invalid([refusals.enrolledAlready]);
    const settled = await settle(context, agreed, [{ kind: "cohort", on: today, details: { cohort } }]);
    if ("issues" in settled) return invalid(settled.issues);
    const signed = agreed.read.contract?.shares.some((share) => share.signed !== null);
    await tellReady(context, agreed, settled.agreed, signed ? settled.agreed.cohort?.name : undefined);
    return done({ state: settled.state }, contractChain(input.dossier));
  },
});

/** Where what the office did makes the contract ready for its person to sign, they are written to. `moved`: signed for another cohort. */
async function tellReady(context: Performing<unknown>, before: Agreed, after: Agreed, moved?: string): Promise<void> {
  if (isReady(before) || !isReady(after)) return;
  const { amount } = after.read.contract!.shares.find(({ source }) => source === personal(after.money))!;
  await tellPerson(context, after, (lang) => readyMail(lang, { number: after.person.number, amount, moved }));
}

/** Nothing is missing of it, and the office has nothing left to hand over. */
function isReady({ person, law, money, read, papers }: Agreed): boolean {
  const { contract } = read;
  if (person.account === null || !contract || contract.undone || contract.short.length > 0) return false;
  const paper = papers.find((one) => one.paper === "contract");
  return paper?.missing.length === 0 && handedByOffice(toHand(read, money), law.school.teaching, true).length === 0;
}

/** Adds the facts, and answers with where the contract then stands. */
export async function settledAs(context: Performing<unknown>, agreed: Agreed, facts: Parameters<typeof settle>[2]) {
  const settled = await settle(context, agreed, facts);
  if ("issues" in settled) return invalid(settled.issues);
  return done({ state: settled.state }, contractChain(agreed.person.dossier));
}

const Keys = Type.Array(KeySchema, { maxItems: 40, uniqueItems: true });

/** On paper, by mail or at a meeting; what the person opens on their page is noted when they sign there. */
export const handOver = defineAct({
  name: "handOver",
  label: { fr: "Noter ce qui a été remis avant l’inscription", en: "Note what was handed over before the enrolment" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, keys: Keys, on: DaySchema }, closed),
  from: leaves(CONTRACT, "handed"),
  output: output.contractState,
  free: "notes what was handed over or told: it agrees to nothing",
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: SETTLING_TABLES,
  async perform(context) {
    const { input, today } = context;
    const { keys, on } = input;
    const agreed = await lockOthers(context, input.dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "handed");
    if (no.length > 0) return invalid(no);
    if (keys.length === 0) return invalid([refusals.noKeys]);
    const known = agreed.money.agreement.particulars.before.map(({ particular }) => particular);
    if (keys.some((key) => !known.includes(key))) return invalid([refusals.unknownKeys]);
    if (on > today) return invalid([refusals.ahead]);
    return settledAs(context, agreed, [{ kind: "handed", on, details: { keys, how: "paper" } }]);
  },
});

/** Of a fund or a platform: that it was asked, then what it answers. What its answer leaves unpaid is shared anew, and the person is told. */
export const noteGrant = defineAct({
  name: "noteGrant",
  label: { fr: "Noter une demande à un financeur, ou sa réponse", en: "Note what a fund is asked, or its answer" },
  who: "prepare the contracts",
  form: Type.Object(
    {
      dossier: Id,
      source: KeySchema,
      answer: oneOf(...NOTED),
      /** Of an answer in part. */
      amount: Type.Optional(Cents),
      on: DaySchema,
      /** Its number for this person’s file. */
      number: Type.Optional(Line),
      upload: Type.Optional(Id),
    },
    closed,
  ),
  from: leaves(CONTRACT, "granted"),
  output: output.contractState,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: [...SETTLING_TABLES, "stored_file", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, source, answer, on } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "granted");
    if (no.length > 0) return invalid(no);
    const share = agreed.read.contract?.shares.find((one) => one.source === source);
    const paper = agreed.money.payers.find(({ payer }) => payer === source)?.paper;
    if (!share || share.amount === 0 || paper === undefined || isSigned(paper)) return invalid([refusals.notAsked]);
    if (on > today) return invalid([refusals.ahead]);
    const { amount: part = 0 } = input;
    if (answer === "in-part" && (part <= 0 || part >= share.amount)) return invalid([refusals.inPart]);
    const amount = answer === "granted" ? share.amount : answer === "in-part" ? part : 0;
    let file: string | null = null;
    if (input.upload !== undefined) {
      if (actor.kind !== "account") return FORBIDDEN;
      const about = contractChain(dossier);
      const attached = await attachFile(tx, {
        upload: input.upload,
        account: actor.account,
        about,
        slot: `grant:${source}`,
        at,
      });
      if ("problem" in attached) return invalid([fileIssue(attached.problem)]);
      file = attached.file;
    }
    const typed = input.number?.trim() ?? "";
    const number = typed === "" ? null : typed;
    if (answer === "asked")
      return settledAs(context, agreed, [{ kind: "asked", on, details: { source, number, file } }]);
    const details = { source, answer, amount, number, file };
    const settled = await settle(context, agreed, [{ kind: "granted", on, details }]);
    if ("issues" in settled) return invalid(settled.issues);
    if (settled.agreed.read.contract!.short.includes(source)) {
      const { label } = agreed.money.payers.find(({ payer }) => payer === source)!;
      const asked = share.amount;
      await tellPerson(context, agreed, (lang) => shortMail(lang, { label, answer, asked, amount }));
    }
    return done({ state: settled.state }, contractChain(dossier));
  },
});

export function fileIssue(problem: keyof (typeof fileProblems)["fr"]): Issue {
  return { path: "upload", message: (lang: Lang) => fileProblems[lang][problem] };
}
