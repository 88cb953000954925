/**
 * Slips that a secretary makes in papers, plans and documents: one fact against another, where every value is right by itself. What
 * `mutate.ts` spoils blindly seldom meets these.
 */
import type { AgreementInput } from "./agreement.ts";
import { CODES, type InvoiceInput } from "./invoice.ts";
import { SOURCES } from "./payers.ts";
import type { ScheduleInput } from "./schedule.ts";
import { shift } from "./title-arbitraries.ts";
import type { Json } from "./valid.ts";

/** Changes the input in its place; the number chooses where, and how far. */
type Slip<T> = (input: T, dice: number) => void;
/** A slip puts keys where they do not belong. */
type Loose<T> = T extends readonly (infer Each)[]
  ? Loose<Each>[]
  : T extends object
    ? { [K in keyof T]?: Loose<T[K]> } & { [key: string]: unknown }
    : T;

const pick = <T>(list: readonly T[], dice: number): T => list[dice % list.length]!;
/** −1, 0 or 1 day beside. */
const beside = (day: string, dice: number) => shift(day, (dice % 3) - 1);

/** The day before the first version, and its first. */
const early: Slip<{ on: string }> = (input, dice) => void (input.on = pick(["2006-08-31", "2006-09-01"], dice));

const shareOf = ({ shares }: AgreementInput, dice: number) => pick(shares, dice) as Loose<AgreementInput["shares"][0]>;
export const agreementSlips: readonly Slip<AgreementInput>[] = [
  early,
  (input) => void delete input.concluded,
  (input, dice) => void (input.letterOn = beside(input.on, dice)),
  (input, dice) => {
    const signedOn = input.shares.find(({ source }) => source === "personal")?.signedOn;
    if (signedOn !== undefined) input.letterOn = beside(signedOn, dice);
  },
  (input, dice) => void (shareOf(input, dice).signedOn = shift(input.on, -(dice % 3))),
  (input, dice) => void (shareOf(input, dice).grantedOn = shift(input.on, -(dice % 3))),
  (input, dice) => void (shareOf(input, dice).signedOn = beside(input.on, dice)),
  (input, dice) => void (shareOf(input, dice).platform = dice % 2 === 0),
  (input, dice) => void delete shareOf(input, dice).platform,
  (input, dice) => void (shareOf(input, dice).amount = dice % 2),
  (input, dice) => void (shareOf(input, dice).source = pick(SOURCES, dice)),
  (input, dice) => void (input.shares.length > 1 && input.shares.splice(dice % input.shares.length, 1)),
];

const payerOf = ({ payers }: ScheduleInput, dice: number) => pick(payers, dice) as Loose<ScheduleInput["payers"][0]>;
const documentOf = (input: ScheduleInput, dice: number) => {
  const all = input.payers.flatMap(({ issued = [] }) => issued);
  return (all.length === 0 ? undefined : pick(all, dice)) as Loose<{ amount: number }> | undefined;
};
const change = (target: Json | undefined, key: string, value: unknown) => {
  if (target !== undefined) target[key] = value;
};
export const scheduleSlips: readonly Slip<ScheduleInput>[] = [
  early,
  (input, dice) => change(payerOf(input, dice), "granted", Math.max(0, payerOf(input, dice).amount! + (dice % 3) - 1)),
  (input, dice) => void delete payerOf(input, dice).behind,
  (input, dice) =>
    change(payerOf(input, dice), "behind", pick([...input.payers.map(({ source }) => source), "cpf"], dice)),
  (input, dice) => change(payerOf(input, dice), "behind", pick(SOURCES, dice)),
  (input, dice) => change(payerOf(input, dice), "earlyEnd", 0),
  (input, dice) => change(payerOf(input, dice), "absence", 0),
  (input, dice) => change(payerOf(input, dice), "first", 1),
  (input, dice) => change(payerOf(input, dice), "firstOn", input.on),
  (input, dice) =>
    void Object.assign(payerOf(input, dice), { first: 1 + (dice % 100), firstOn: beside(input.on, dice) }),
  (input, dice) => change(payerOf(input, dice), "source", pick(SOURCES, dice)),
  (input, dice) => void input.payers.push({ source: pick(["cpf", "personal"], dice), amount: dice % 3 }),
  (input, dice) => void (input.payers.length > 1 && input.payers.splice(dice % input.payers.length, 1)),
  (input, dice) => {
    const at = dice % input.periods.length;
    input.periods[at]!.from = input.periods[Math.max(0, at - 1)]!.to;
  },
  (input, dice) => void (pick(input.periods, dice).to = shift(pick(input.periods, dice).from, -(dice % 2))),
  (input, dice) => change(documentOf(input, dice), "nature", pick(["training", "third", "indemnity"], dice)),
  (input, dice) => change(documentOf(input, dice), "of", pick(["F-0", "F-1", "F-2", "F-3"], dice)),
  (input, dice) => change(documentOf(input, dice), "number", pick(["F-0", "F-1", "F-2", "F-3"], dice)),
  (input, dice) => change(documentOf(input, dice), "kind", pick(["invoice", "credit"], dice)),
  (input, dice) => change(documentOf(input, dice), "on", beside(input.on, dice)),
  (input, dice) => change(documentOf(input, dice), "on", shift(input.on, -(dice % 60))),
  (input, dice) => {
    const document = documentOf(input, dice);
    if (document !== undefined) document.amount = document.amount! + 1;
  },
  // A credit of all that is left of an invoice, and as often of one cent more.
  (input, dice) => {
    const { issued = [] } = pick(input.payers, dice);
    const invoice = issued.find(({ kind }) => kind === "invoice");
    if (invoice === undefined) return;
    const credits = issued.filter(({ of }) => of === invoice.number).map(({ amount }) => amount);
    const left = invoice.amount - credits.reduce((sum, each) => sum + each, 0);
    const amount = Math.max(1, left + (dice % 2));
    issued.push({ number: "A-1", kind: "credit", on: beside(invoice.on, dice), amount, of: invoice.number });
  },
  ({ stop }, dice) => change(stop, "attended", stop && stop.given + (dice % 2)),
  ({ stop }, dice) => change(stop, "given", stop && stop.planned + (dice % 2)),
  ({ stop, on }, dice) => change(stop, "on", beside(on, dice)),
  ({ stop }, dice) => change(stop, "followed", stop && (dice % 4 === 0 ? null : beside(stop.on, dice))),
  (input, dice) =>
    change(payerOf(input, dice), "id", pick(["a", "b", ...input.payers.map(({ source }) => source)], dice)),
  (input, dice) =>
    change(payerOf(input, dice), "takesOver", pick([...input.payers.map((each) => each.id ?? each.source), "z"], dice)),
  (input, dice) =>
    change(payerOf(input, dice), "since", beside(pick(input.periods, dice)[dice % 2 ? "from" : "to"], dice)),
  (input, dice) =>
    void delete payerOf(input, dice)[pick(["since", "takesOver", "id", "given", "attended"] as const, dice)],
  (input, dice) => change(payerOf(input, dice), pick(["given", "attended"], dice), dice % 50),
  // Another of some kind takes over, on a day beside an edge.
  (input, dice) => {
    const from = pick(input.payers, dice);
    const since = beside(pick([input.periods[0]!.from, input.periods.at(-1)!.to], dice), dice);
    const amount = from.amount + (dice % 5 === 0 ? 1 : 0);
    input.payers.push({
      id: "z",
      source: pick(["personal", "region", "employer-plan"], dice),
      amount,
      since,
      takesOver: from.id ?? from.source,
    });
  },
  (input, dice) => {
    const on = pick(input.periods, dice).from;
    change(documentOf(input, dice), "covers", { from: on, to: beside(on, dice) });
  },
];

const OF = { number: "F-1", amount: 1_000_000_000, credited: 0, vat: "E", type: 380 } as const;
export const invoiceSlips: readonly Slip<InvoiceInput>[] = [
  early,
  (input, dice) => void (input.nature = pick(["training", "third", "indemnity"], dice)),
  (input, dice) => void (input.source = pick(SOURCES, dice)),
  (input, dice) => void (input.kind = pick(["invoice", "credit"], dice)),
  (input) => void delete input.of,
  (input) => void (input.of = { ...OF, on: input.on }),
  (input) => void (input.basis = { by: "hours", minutes: 60, rate: 2_100, before: 0 }),
  (input, dice) => void (input.basis = { by: "completion", agreed: 9, planned: 2, done: 1 + (dice % 3), before: 0 }),
  (input) => void (input.basis = { by: "agreed", amount: 1 }),
  ({ basis }, dice) => change(basis, pick(["cap", "before", "agreed", "amount", "done"], dice), 1),
  (input, dice) => void (input.period.to = beside(input.period.from, dice)),
  ({ of }, dice) => change(of, "code", pick(Object.values(CODES).flat(), dice)),
  ({ of }, dice) => change(of, "vat", pick(["E", "O", "S"], dice)),
  ({ of }, dice) => change(of, "credited", of && Math.max(0, of.amount + (dice % 3) - 1)),
  ({ of, on }, dice) => change(of, "on", beside(on, dice)),
  ({ attestation, on }, dice) => change(attestation, "to", beside(on, dice)),
];
