/** What a person asks of their own contract's money: where the price comes from, what another answer would change, and what is due when. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { type DecidedPrice, decidedPathway, decidedPrice } from "../admission/accepted.ts";
import { closed, Id, Language } from "../kit/shapes.ts";
import { findEnrolment } from "../training/cohorts/enrolment.ts";
import { personal } from "./acts.ts";
import { ifSignedToday } from "./if-signed.ts";
import * as output from "./output.ts";
import { pricedAs, pricedWith, sharedIn } from "./pricing.ts";
import { ownContracts, ownDates, ownSchedule } from "./scheduled.ts";
import { handedWith } from "./papers/beside.ts";
import { frozenPaper } from "./papers/frozen.ts";
import { isSigned, keptOf, toHand } from "./rules/contract.ts";
import { type Agreed, agreedOn, decidedOn, isOwn } from "./settling.ts";

const Form = Type.Object({ dossier: Id, language: Language }, closed);
type Asking = Performing<{ readonly dossier: string; readonly language: "fr" | "en" }>;

export const seeOwnMoney = defineView({
  name: "seeOwnMoney",
  label: {
    fr: "Voir d’où vient son prix, et ses échéances",
    en: "See where one’s price comes from, and what is due when",
  },
  who: "agree on one’s training",
  form: Form,
  output: output.seeOwnMoney,
  async read(context) {
    const agreed = await agreedOn(context, context.input.dossier);
    if (!agreed || !isOwn(context.actor, agreed)) return undefined;
    const price = await decidedPrice(context.tx, agreed.person.dossier);
    const { contract } = agreed.read;
    const anew = price ? sharedAnew(context, agreed, price) : null;
    return {
      priced: price ? await pricedFrom(context, agreed, price) : null,
      anew,
      schedule: await ownSchedule(context, agreed, contract ?? (price ? firstSaid(agreed, price) : null)),
      scheduleAnew:
        anew && contract ? await ownSchedule(context, agreed, ownPart(agreed, anew.own, anew.others)) : null,
      ifSigned: ifSignedToday(context, agreed),
      training: await trainingOf(context, agreed),
    };
  },
});

/** For one's own first page and one's payments: what of all one's contracts is due when. */
export const myInstalments = defineView({
  name: "myInstalments",
  label: { fr: "Voir ses échéances", en: "See one’s instalments" },
  who: "agree on one’s training",
  form: Type.Object({}, closed),
  output: output.myInstalments,
  read: async (context) => ({ contracts: await ownDates(context, context.actor) }),
});

/** For one's own first page and one's documents: each paper of ours, with what it still waits for. */
export const myContracts = defineView({
  name: "myContracts",
  label: { fr: "Voir ses contrats", en: "See one’s contracts" },
  who: "agree on one’s training",
  form: Type.Object({}, closed),
  output: output.myContracts,
  async read(context) {
    const contracts = [];
    for (const { id } of await ownContracts(context.tx, context.actor)) {
      const agreed = await agreedOn(context, id);
      if (agreed) contracts.push(await papersIn(context, agreed));
    }
    return { contracts };
  },
});

async function papersIn(context: Performing<unknown>, agreed: Agreed) {
  const { person, money, read, law } = agreed;
  const { dossier, diploma, number } = person;
  const answered = decidedOn(context, agreed);
  const decided = answered && "fr" in answered ? answered.fr : undefined;
  const own = personal(money);
  const owed = toHand(read, money);
  const handed = new Set(handedWith(owed, law.school.teaching));
  const papers = [];
  for (const { source, amount, signed, platform } of read.contract?.shares ?? []) {
    const { paper, label } = money.payers.find(({ payer }) => payer === source)!;
    if (!isSigned(paper) || platform || (amount === 0 && paper === "contract")) continue;
    const draft = agreed.papers.find((one) => one.source === source);
    const lacks =
      (draft?.missing.length ?? 0) + (decided?.papers.find((one) => one.source === source)?.missing.length ?? 0);
    papers.push({
      source,
      label,
      own: source === own,
      amount,
      printed: signed ? (await frozenPaper(context.tx, agreed, source)) !== undefined : draft !== undefined,
      complete: signed !== null || (lacks === 0 && owed.every((key) => handed.has(key))),
      signedOn: signed?.on ?? null,
      schoolSignedOn: signed?.countersigned?.on ?? null,
    });
  }
  const { state } = keptOf(read, decided, money);
  return {
    dossier,
    diploma,
    number,
    startsOn: agreed.startsOn,
    state,
    withdrawn: state === "withdrawn" || read.contract?.undone === true,
    lastDay: decided?.withdrawal?.lastDay ?? null,
    papers,
  };
}

/** The lines of the price, the selection fee apart, and what the decisions on hours and price say of them. */
async function pricedFrom({ tx, decide, input }: Asking, { person, law }: Agreed, price: DecidedPrice) {
  const { language } = input;
  const entries = new Map(law.school.price.lines.map((one) => [one.line, one]));
  const { lines } = price.answer as unknown as Quoted;
  const said = lines.flatMap(({ key, quantity, unitAmount, amount }) => {
    const entry = entries.get(key);
    if (!entry || entry.selection || amount === 0) return [];
    return [{ label: entry.label, quantity, unitAmount, amount, hourly: entry.per !== "candidate" }];
  });
  const asked = said.reduce((sum, { amount }) => sum + amount, 0);
  const billed = said.reduce((sum, { hourly, quantity }) => sum + (hourly ? Math.round(quantity * 60) : 0), 0);
  const { track: _, funding: __, ...pathway } = price.input;
  const reasons = [
    ["pathway", pathway],
    ["quote", price.input],
  ] as const;
  return {
    lines: said,
    whole: price.whole !== null && price.whole > asked ? price.whole : null,
    billed,
    unbilled: Math.max(0, (price.minutes ?? billed) - billed),
    decidedOn: (await decidedPathway(tx, person.dossier)).decidedOn,
    reasons: [...new Set(reasons.flatMap(([decision, asked]) => reasonsOf(decide(decision, asked), language)))],
  };
}

type Quoted = {
  readonly lines: readonly {
    readonly key: string;
    readonly quantity: number;
    readonly unitAmount: number;
    readonly amount: number;
  }[];
};

function reasonsOf(decided: ReturnType<Asking["decide"]>, language: "fr" | "en"): string[] {
  if (!decided || "fault" in decided) return [];
  const { findings } = decided.answer(language) as { readonly findings?: readonly { readonly reason: string }[] };
  return (findings ?? []).map(({ reason }) => reason);
}

/** The price once a fund paid less than was said, or hours were decided anew; null where what was said holds. */
function sharedAnew(context: Asking, { law, money, read }: Agreed, price: DecidedPrice) {
  const { contract } = read;
  if (!contract || (contract.short.length === 0 && contract.relief === price.relief)) return null;
  const own = personal(money);
  const others = contract.shares
    .filter(({ source }) => source !== own)
    .map(({ source, amount, answer }) => ({
      source,
      amount: contract.short.includes(source) ? Math.min(answer?.amount ?? 0, amount) : amount,
    }));
  const priced = pricedWith(
    context,
    { price, law },
    others.reduce((sum, { amount }) => sum + amount, 0),
  );
  if ("issues" in priced) return null;
  return { total: priced.total, discount: priced.discount, own: priced.own, others };
}

/** What the person would pay to the school; null where they pay it on a platform. */
function ownPart({ money, startsOn }: Agreed, amount: number, others: readonly Paying[]) {
  const paperOf = (source: string) => money.payers.find(({ payer }) => payer === source)?.paper;
  if (others.some((one) => one.amount > 0 && paperOf(one.source) === "platform")) return null;
  const unsigned = {
    payer: null,
    named: null,
    signed: null,
    sent: null,
    asked: null,
    answer: null,
    signedOn: null,
    grantedOn: null,
  };
  const share = { source: personal(money), amount, ...unsigned, granted: null, number: null, undone: false };
  return { shares: [share], plan: money.plan ? { first: money.plan.first, firstOn: startsOn } : null };
}
type Paying = { readonly source: string; readonly amount: number };

/** By what the person said of who pays, on applying. */
function firstSaid(agreed: Agreed, { answer }: DecidedPrice) {
  return ownPart(agreed, pricedAs(answer, agreed.law).own, sharedIn(answer, agreed.law));
}

/** Where the training of somebody enrolled stands; null of anybody else. */
async function trainingOf({ tx }: Asking, { person }: Agreed) {
  return person.enrolment === null ? null : ((await findEnrolment(tx, person.enrolment))?.state ?? null);
}
