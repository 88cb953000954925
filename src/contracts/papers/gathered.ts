/** Reads what a contract or a convention is printed from, for one payer of one person. */
import { sql } from "kysely";
import type { Performing } from "../../act/act.ts";
import { decidedPrice } from "../../admission/accepted.ts";
import { lettersGoTo } from "../../dossier/reached.ts";
import type { Tx } from "../../db/school.ts";
import { payerTerms } from "../../billing/payers/terms.ts";
import { findIntake } from "../../intake/intake.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Money } from "../../law/money.ts";
import { isBilled } from "../../decisions/quote/rule.ts";
import { type Identity, identityOf } from "../../livret/identity.ts";
import type { Cohort } from "../../training/cohorts/cohorts.ts";
import { billedPeriods, followedUnits, planOf } from "../../training/cohorts/periods.ts";
import { type EnrolmentState, isOver } from "../../training/rules/enrolment.ts";
import { trainersOf } from "../../training/trainers/trainers.ts";
import { isSigned, type Read } from "../rules/contract.ts";
import { scheduleQuestion } from "../rules/schedule.ts";
import { payerNames, type Person } from "../store.ts";
import type { Instalment, OwnPaper, PaperFacts, PaperShare } from "./facts.ts";

export type PaperAbout = {
  readonly person: Person;
  readonly law: Law;
  readonly money: Money;
  readonly read: Read;
  readonly cohort: Cohort | null;
  readonly startsOn: Day;
};
type Context = Pick<Performing<unknown>, "tx" | "law" | "today" | "decide">;
type Contract = NonNullable<Read["contract"]>;

/**
 * Each paper of ours that is still to be signed, with what it is printed from: one that is signed says what it said. None as long as nobody
 * said who pays.
 */
export async function gatheredPapers(
  context: Context,
  about: PaperAbout,
): Promise<readonly { readonly source: string; readonly paper: OwnPaper; readonly facts: PaperFacts }[]> {
  const { contract } = about.read;
  if (!contract) return [];
  const paperOf = (source: string) => about.money.payers.find(({ payer }) => payer === source)?.paper;
  const toSign = contract.shares.filter((share) => !share.signed && !share.platform && isSigned(paperOf(share.source)));
  if (toSign.length === 0) return [];
  const common = await commonFacts(context, about, contract);
  const own: { source: string; paper: OwnPaper; facts: PaperFacts }[] = [];
  for (const { source, payer } of toSign) {
    const paper = paperOf(source);
    if (!isSigned(paper)) continue;
    const registered = paper === "convention" && payer !== null ? await payerOf(context.tx, payer) : undefined;
    const nth = contract.shares.findIndex((share) => share.source === source) + 1;
    own.push({
      source,
      paper,
      facts: { ...common, source, number: `${about.person.number}-${String(nth)}`, payer: registered ?? null },
    });
  }
  return own;
}

async function commonFacts(
  context: Context,
  about: PaperAbout,
  contract: Contract,
): Promise<Omit<PaperFacts, "source" | "number" | "payer">> {
  const { tx, today } = context;
  const { person, law, money, cohort, startsOn } = about;
  const { dossier, number, name } = person;
  const of = cohort && { cohort: cohort.id, dossier };
  const follows = of ? await followedUnits(context, of) : undefined;
  const plan = cohort ? await planOf(tx, cohort.id) : undefined;
  const periods = (follows && plan && billedPeriods(follows, plan.periods)) ?? [];
  const campus = law.establishment.campuses.find((one) => one.campus === plan?.campus);
  const units = follows ? law.diploma.domains.flatMap((domain) => domain.units) : [];
  const registered = contract.shares.flatMap(({ payer }) => payer ?? []);
  const names = await payerNames(tx, registered);
  const terms = await payerTerms(tx, registered);
  const daysToPay = Object.fromEntries(
    contract.shares.map(({ source, payer }) => {
      const own = payer === null ? undefined : terms.get(payer);
      return [source, own ?? money.payers.find((one) => one.payer === source)!.daysToPay];
    }),
  );
  const shares = contract.shares.map((share): PaperShare => {
    const entry = money.payers.find(({ payer }) => payer === share.source)!;
    return {
      source: share.source,
      label: entry.label.fr,
      paper: share.platform ? "platform" : entry.paper,
      amount: share.amount,
      name: (share.payer === null ? null : names.get(share.payer)) ?? share.named,
      behind: share.behind ?? null,
      platform: share.platform === true,
      since: share.takesOver?.since ?? null,
    };
  });
  const identity = await identityOf(tx, { dossier, name });
  const schedule = scheduleOf(context, about, { contract, periods, daysToPay });
  return {
    law,
    on: today,
    dossier,
    person: {
      name: fullName(identity, name),
      bornOn: identity.bornOn,
      address: await lettersGoTo(tx, { id: dossier, number }),
      dossierNumber: number,
    },
    cohort: cohort && { id: cohort.id, name: cohort.name },
    site: campus ? { name: campus.name, address: campus.address ?? law.establishment.address } : null,
    startsOn,
    periods,
    units: units.map((unit) => ({
      unit: unit.unit,
      label: unit.label.fr,
      billed: isBilled(law.school, unit),
      planned: Math.round((cohort?.maquette[unit.unit] ?? 0) * 60),
      follows: follows?.minutes[unit.unit] ?? 0,
    })),
    exams: Object.fromEntries((follows?.pathway("fr").domains ?? []).map(({ domain, exam }) => [domain, exam])),
    lessons: cohort ? await lessonsOf(tx, cohort.id) : { count: 0, first: null },
    trainers: cohort ? await trainersOf(tx, cohort.id) : [],
    ...(await headcountOf(tx, person, cohort)),
    price: await priceOf(context, about, contract),
    shares,
    daysToPay,
    schedule: schedule?.instalments ?? null,
    earlyDeposit: schedule?.early ?? false,
    withdrawal: withdrawalOf(context, about),
  };
}

/** « Claire Durand (nom d’usage : Martin) »; as in lists where the dossier does not say. */
function fullName({ givenNames, birthName, usedName }: Identity, listed: string): string {
  if (givenNames === "") return listed;
  const used = usedName === "" || usedName === birthName ? "" : ` (nom d’usage : ${usedName})`;
  return `${givenNames} ${birthName}${used}`;
}

async function lessonsOf(tx: Tx, cohort: string): Promise<PaperFacts["lessons"]> {
  const { rows } = await sql<{ on: Day; from: string; to: string }>`
    select to_char(on_day, 'YYYY-MM-DD') as "on", from_time as "from", to_time as "to" from lesson
    where cohort = ${cohort}::uuid and cancelled_why is null order by on_day, from_time, id`.execute(tx);
  return { count: rows.length, first: rows[0] ?? null };
}

/** Several intakes may enter one cohort, each with places of its own. */
async function headcountOf(
  tx: Tx,
  { dossier, intake }: Person,
  cohort: Cohort | null,
): Promise<Pick<PaperFacts, "places" | "others">> {
  const { rows } = await sql<{ intake: string | null; state: string }>`
    select a.intake, e.state from enrolment e left join admission_state a on a.id = e.dossier
    where e.cohort = ${cohort?.id ?? null}::uuid and e.dossier <> ${dossier}::uuid order by e.id`.execute(tx);
  const there = rows.filter(({ state }) => !isOver(state as EnrolmentState));
  const intakes = [];
  for (const id of new Set([intake, ...there.flatMap((one) => one.intake ?? [])]))
    intakes.push(await findIntake(tx, id));
  const known = intakes.flatMap((one) => one ?? []);
  return { places: known.length === 0 ? null : sum(known.map(({ places }) => places)), others: there.length };
}

async function payerOf(tx: Tx, id: string): Promise<PaperFacts["payer"]> {
  const { rows } = await sql<{ name: string; form: string; siren: string | null; address: string; contact: string }>`
    select name, form, siren, address, contact from payer where id = ${id}::uuid`.execute(tx);
  const [payer] = rows;
  return payer ? { ...payer, address: payer.address.split("\n").filter(Boolean) } : null;
}

type Quoted = {
  readonly lines: readonly {
    readonly key: string;
    readonly quantity: number;
    readonly unitAmount: number;
    readonly amount: number;
  }[];
  readonly discount: number;
};

/** By the decision on hours that the shares rest on; null where a later one has replaced it. */
async function priceOf(
  { tx, decide }: Context,
  { person, law, money }: PaperAbout,
  contract: Contract,
): Promise<PaperFacts["price"]> {
  const price = await decidedPrice(tx, person.dossier);
  if (!price || price.relief !== contract.relief) return null;
  const own = money.payers.find(({ paper }) => paper === "contract")?.payer;
  const others = sum(contract.shares.filter(({ source }) => source !== own).map(({ amount }) => amount));
  const other = law.school.funders.find((one) => !one.personal);
  const funding = others > 0 && other ? [{ source: other.funder, amount: others }] : [];
  const decided = decide("quote", { ...price.input, funding });
  if (!decided || "fault" in decided) return null;
  const { lines, discount } = decided.answer("fr") as unknown as Quoted;
  const entries = new Map(law.school.price.lines.map((one) => [one.line, one]));
  const known = lines.flatMap((line) => {
    const entry = entries.get(line.key);
    if (!entry) return [];
    const { label, selection = false, third } = entry;
    return [{ ...line, label, selection, third: third?.label }];
  });
  // What was asked on applying stands beside the contract, unless its price holds it.
  const training = known.filter(({ selection }) => !selection);
  const holds = sum(training.map(({ amount }) => amount)) - discount !== contract.price;
  const said = (holds ? known : training).map(({ label, quantity, unitAmount, amount, third }) => ({
    label,
    quantity,
    unitAmount,
    amount,
    ...(third !== undefined && { third }),
  }));
  return { lines: said, discount, total: contract.price };
}

type Scheduled = {
  readonly payers: readonly { readonly source: string; readonly instalments: readonly Instalment[] }[];
  readonly findings: readonly { readonly condition: string }[];
};
type Planned = { readonly contract: Contract } & Pick<PaperFacts, "periods" | "daysToPay">;

/** What is due when from each; undefined as long as there are no periods, or where the decision refuses. */
function scheduleOf(
  { decide, today }: Context,
  { person, law, money }: PaperAbout,
  { contract, periods, daysToPay }: Planned,
) {
  if (periods.length === 0) return undefined;
  const { diploma, version, establishment } = law.basis;
  const question = scheduleQuestion(contract, { periods, payers: money.payers, papers: money.papers });
  const payers = question.payers.map((one) => ({ ...one, terms: daysToPay[one.source]! }));
  const asked = { id: person.number, on: today, diploma, version, establishment, ...question, payers };
  const decided = decide("schedule", asked);
  if (!decided || "fault" in decided) return undefined;
  const answer = decided.answer("fr") as unknown as Scheduled;
  return {
    instalments: new Map(answer.payers.map(({ source, instalments }) => [source, instalments])),
    early: answer.findings.some(({ condition }) => condition === "early-deposit"),
  };
}

/** By the decision on the agreement, as if it were signed today. */
function withdrawalOf(
  { decide, today }: Context,
  { person, law, money, startsOn }: PaperAbout,
): PaperFacts["withdrawal"] {
  const { diploma, version, establishment } = law.basis;
  const own = money.payers.find(({ paper }) => paper === "contract");
  if (!own) return null;
  const stated = { contract: money.agreement.particulars.contract.map(({ particular }) => particular) };
  const lastDay = (concluded: "premises" | "distance") => {
    const shares = [{ source: own.payer, amount: 1, signedOn: today }];
    const asked = {
      id: person.number,
      on: today,
      diploma,
      version,
      establishment,
      startsOn,
      shares,
      concluded,
      stated,
    };
    const decided = decide("agreement", asked);
    if (!decided || "fault" in decided) return undefined;
    return (decided.answer("fr").withdrawal as { readonly lastDay: Day } | null)?.lastDay;
  };
  const [premises, distance] = [lastDay("premises"), lastDay("distance")];
  return premises !== undefined && distance !== undefined ? { premises, distance } : null;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, one) => total + one, 0);
}
