/** For whom a payer pays, one line each: what was agreed on, hours of some days, certificates of exactly these days, money. */
import type { Performing } from "../../act/act.ts";
import { payerNamed } from "../../billing/payers/terms.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { billedMinutes } from "../../training/certificates/billed.ts";
import { certificatesOf } from "../../training/certificates/issued.ts";
import { cohortOf } from "../../training/cohorts/cohorts.ts";
import { type Enrolment, findEnrolment } from "../../training/cohorts/enrolment.ts";
import { periodsOf } from "../../training/cohorts/periods.ts";
import { enrolmentChain } from "../../training/enrolled.ts";
import { billedBefore } from "../billed.ts";
import { contractOf } from "../contract.ts";
import { paperEndedOn } from "../rules/contract.ts";
import { contractChain } from "../rules/facts.ts";
import { paidFor } from "../rules/paid-parts.ts";
import { personOf } from "../store.ts";
import { billedParts, paidBy } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "today" | "decide">;

export type Between = { readonly from: Day; readonly to: Day };

export type PaidTrainee = {
  readonly dossier: string;
  readonly name: string;
  /** Of the contract. */
  readonly number: string;
  /** Null where it pays no more. */
  readonly source: Label | null;
  /** Its own number for this person's file. */
  readonly fileNumber: string | null;
  /** Signed by all parties, or granted. */
  readonly agreed: number;
  /** Asked of it, and not signed or answered yet. */
  readonly asked: number;
  readonly enrolment: string | null;
  /** Minutes of billed units between the days: planned, followed and countersigned, followed and not countersigned yet. */
  readonly planned: number;
  readonly done: number;
  readonly pending: number;
  /** Whose days meet these, latest first. */
  readonly certificates: readonly {
    readonly code: string;
    readonly from: Day;
    readonly to: Day;
    readonly minutes: number;
  }[];
  /** One is of exactly these days, and of all that is countersigned by now. */
  readonly certified: boolean;
  readonly invoiced: number;
  readonly paid: number;
  /** Of what is invoiced. */
  readonly balance: number;
  /** Of what is agreed. */
  readonly toInvoice: number;
};

export type PaidTrainees = {
  readonly payer: string;
  readonly name: string;
  readonly between: Between;
  /** Periods of their cohorts, to choose from. */
  readonly periods: readonly Between[];
  readonly trainees: readonly PaidTrainee[];
  readonly more: boolean;
};

/** Undefined where there is no such payer. Without days: the last period that is over, else all until today. */
export async function traineesPaidBy(
  context: Context,
  payer: string,
  { between, limit }: { readonly between: Between | undefined; readonly limit: number },
): Promise<PaidTrainees | undefined> {
  const { tx, today } = context;
  const name = await payerNamed(tx, payer);
  if (name === undefined) return undefined;
  const found = await paidBy(tx, payer, limit + 1);
  const people = [];
  for (const { dossier } of found.slice(0, limit)) {
    const person = await personOf(tx, dossier);
    const money = person && context.law(person.diploma, { version: person.lawVersion })?.establishment.money;
    if (person && money) people.push({ person, money });
  }
  const cohorts = new Set(people.flatMap(({ person }) => person.enrolledIn ?? []));
  const all = new Map<string, Between>();
  let first = today;
  for (const id of cohorts) {
    for (const { from, to } of await periodsOf(tx, id)) all.set(`${from}/${to}`, { from, to });
    const startsOn = (await cohortOf(tx, id))?.startsOn;
    if (startsOn !== undefined && startsOn < first) first = startsOn;
  }
  const periods = [...all.values()].toSorted((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1,
  );
  const chosen = between ?? periods.findLast(({ to }) => to < today) ?? { from: first, to: today };
  const charged = await billedParts(
    tx,
    payer,
    people.map(({ person }) => contractChain(person.dossier)),
  );
  const trainees: PaidTrainee[] = [];
  for (const { person, money } of people) {
    const about = contractChain(person.dossier);
    const read = await contractOf(tx, person.dossier, money);
    const { contract } = read;
    const shares = contract?.shares.filter((share) => share.payer === payer) ?? [];
    const before = [];
    for (const { source } of shares) before.push(await billedBefore(tx, { dossier: person.dossier, source }));
    const parts = charged.filter((one) => one.parts.some((part) => part.about === about));
    const net = parts.flatMap((one) => one.parts.filter((part) => part.about === about));
    const invoiced = sum(net.map((one) => one.net)) + sum(before.map((one) => one?.amount ?? 0));
    const paid =
      sum(parts.map((one) => paidFor(one.parts, about, Math.max(0, one.paid)))) +
      sum(before.map((one) => one?.paid ?? 0));
    const [share] = shares;
    const ended = paperEndedOn(read, false) !== null;
    const standing = ended ? [] : shares;
    const isAgreed = (one: (typeof shares)[number]) => one.granted !== null || one.signedOn !== null;
    const agreed = sum(standing.filter(isAgreed).map(({ amount, granted }) => granted ?? amount));
    const enrolment = person.enrolment === null ? undefined : await findEnrolment(tx, person.enrolment);
    trainees.push({
      dossier: person.dossier,
      name: person.name,
      number: person.number,
      source: share && !ended ? money.payers.find((entry) => entry.payer === share.source)!.label : null,
      fileNumber: share?.number ?? null,
      agreed,
      asked: sum(standing.filter((one) => !isAgreed(one)).map(({ amount }) => amount)),
      enrolment: enrolment?.id ?? null,
      ...(await attendedIn(context, enrolment, chosen)),
      invoiced,
      paid,
      balance: invoiced - paid,
      toInvoice: Math.max(0, agreed - invoiced),
    });
  }
  return { payer, name, between: chosen, periods, trainees, more: found.length > limit };
}

async function attendedIn(context: Context, enrolment: Enrolment | undefined, { from, to }: Between) {
  if (!enrolment) return { planned: 0, done: 0, pending: 0, certificates: [], certified: false };
  const minutes = await billedMinutes(context, enrolment, to, from);
  const issued = await certificatesOf(context.tx, enrolmentChain(enrolment.id));
  const certificates = issued.flatMap(({ code, data }) =>
    data.kind === "certificate" && data.from <= to && data.to >= from
      ? [{ code, from: data.from, to: data.to, minutes: data.billed }]
      : [],
  );
  const { held = 0, done = 0, pending = 0 } = minutes ?? {};
  const certified = certificates.some((one) => one.from === from && one.to === to && one.minutes === done);
  return { planned: held, done, pending, certificates, certified };
}

function sum(of: readonly number[]): number {
  return of.reduce((total, one) => total + one, 0);
}
