/**
 * What is performed until a day of each contract in training, by who pays: the decision on the schedule is asked as if the school stopped on
 * that day. Who pays for themselves owes the hours held, everybody else the hours attended and countersigned (§ 11), whatever was invoiced.
 */
import { sql } from "kysely";
import type { FindsPerformed, Performed, Unperformed } from "../act/act.ts";
import { quotedAnswers } from "../admission/accepted.ts";
import type { Tx } from "../db/school.ts";
import type { InvoiceInput } from "../decisions/invoice/rule.ts";
import { type Payer, STOPS } from "../decisions/schedule/facts.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayMoney } from "../kit/lang.ts";
import { vatOn } from "../law/legal.ts";
import { billedAmong, type Trained } from "../training/certificates/billed-among.ts";
import { isEnding } from "../training/rules/enrolment.ts";
import { pricedAs } from "./pricing.ts";
import { readContract, type Read } from "./rules/contract.ts";
import { contractChain } from "./rules/facts.ts";
import { type PayerSchedule, scheduleQuestion } from "./rules/schedule.ts";
import { factsOf } from "./store.ts";

type Context = Parameters<FindsPerformed>[0];

export const performedByContracts: FindsPerformed = async (context, on) => {
  const { tx, payee } = context;
  const money = payee?.money;
  const performed: Performed[] = [];
  const unknown: Unperformed[] = [];
  if (!money) return { performed, unknown };
  const people = await peopleInTraining(tx, on);
  const trained = billedAmong(context, on);
  const found = new Map<string, readonly Performed[] | Label>();
  for await (const some of counting(tx, people, { payers: money.payers, over: await invoicedOver(tx, on) })) {
    const said = some.filter(({ read }) => read.contract);
    const known = await trained(said.map(({ person }) => person));
    for (const { person, read } of said)
      found.set(person.dossier, performedOf(context, { person, read, trained: known.get(person.enrolment), on }));
    const unsaid = some.filter(({ read }) => !read.contract).map(({ person }) => person);
    for (const [dossier, one] of await withoutContract(context, unsaid)) found.set(dossier, one);
  }
  for (const { dossier, name, number } of people) {
    const one = found.get(dossier) ?? [];
    if ("fr" in one) unknown.push({ name, called: number, why: one });
    else performed.push(...one);
  }
  return { performed, unknown };
};

/** A page is read in some twenty statements, however many are on it; what is read of one is let go before the next. */
const AT_ONCE = 1_000;

type Counting = { readonly person: Person; readonly read: Read };
type Among = { readonly payers: Parameters<typeof readContract>[1]; readonly over: ReadonlyMap<string, number> };

/** Those who are not wholly invoiced, cohort by cohort; of many years, nearly all are. */
async function* counting(tx: Tx, people: readonly Person[], { payers, over }: Among): AsyncGenerator<Counting[]> {
  const all = [...Map.groupBy(people, ({ cohort }) => cohort).values()].flat();
  let page: Counting[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const dossiers = some.map(({ dossier }) => dossier);
    const facts = Map.groupBy(await factsOf(tx, dossiers), ({ dossier }) => dossier);
    const read = some.map((person) => ({ person, read: readContract(facts.get(person.dossier) ?? [], payers) }));
    page.push(...read.filter((one) => !one.read.contract || !isWholly(one.person, one.read, over)));
    if (page.length < AT_ONCE) continue;
    yield page;
    page = [];
  }
  yield page;
}

type Person = {
  readonly dossier: string;
  readonly number: string;
  readonly name: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly enrolment: string;
  readonly cohort: string;
  readonly state: string;
};

/** By the last decision on hours. Nothing where reliefs leave nothing to pay: nobody need say who pays. */
async function withoutContract(
  { tx, law: lawOf }: Context,
  people: readonly Person[],
): Promise<readonly (readonly [string, readonly Performed[] | Label])[]> {
  const prices = await quotedAnswers(
    tx,
    people.map(({ dossier }) => dossier),
  );
  return people.map(({ dossier, diploma, lawVersion }) => {
    const answer = prices.get(dossier);
    const law = lawOf(diploma, { version: lawVersion });
    const price = answer && law ? pricedAs(answer, law).total : null;
    return [dossier, price === 0 ? [] : nobodyPays(price)];
  });
}

/** Those whose cohort began by a day, whether they stopped since or not, and whether it was said who pays. Who never began owes nothing. */
async function peopleInTraining(tx: Tx, on: Day): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select d.id as dossier, d.number, coalesce(s.name, d.number) as name, i.diploma, i.law_version as "lawVersion", e.id as enrolment, e.cohort, e.state
    from enrolment e join cohort h on h.id = e.cohort join dossier d on d.id = e.dossier join admission_state a on a.id = d.id
      join intake i on i.id = a.intake join dossier_state s on s.id = d.id left join contract_state c on c.id = d.id
    where h.starts_on <= ${on}::date and (c.id is not null or e.state <> 'withdrawn') order by name, d.id`.execute(tx);
  return rows;
}

/** By contract and payer: invoiced, less credits, for periods that are over; those of whom this is all need no hours to be counted. */
async function invoicedOver(tx: Tx, on: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ about: string; source: string; amount: number }>`
    select p.about, i.source, sum(case when i.kind = 'credit' then 0 - p.amount else p.amount end)::integer as amount
    from invoice_part p join invoice i on i.id = p.invoice
    where p.about like 'contract:%' and i.nature = 'training' and i.issued_on <= ${on}::date and i.period_to <= ${on}::date
    group by p.about, i.source order by p.about, i.source`.execute(tx);
  return new Map(rows.map(({ about, source, amount }) => [`${about} ${source}`, amount]));
}

function isWholly({ dossier }: Person, { contract }: Read, over: ReadonlyMap<string, number>): boolean {
  return contract!.shares.every(
    ({ source, amount }) => (over.get(`${contractChain(dossier)} ${source}`) ?? 0) >= amount,
  );
}

type Known = Counting & { readonly trained: Trained | undefined; readonly on: Day };

function performedOf(context: Context, { person, read, trained, on }: Known): readonly Performed[] | Label {
  const { decide, establishment } = context;
  const contract = read.contract!;
  const { dossier, number, name } = person;
  const law = context.law(person.diploma, { version: person.lawVersion });
  const { money } = context.payee!;
  const periods = trained?.periods;
  if (!law || !trained || !periods || periods.length === 0) return withoutPeriods(contract.price);
  if (contract.short.length > 0) return SHORT;
  const hours = hoursOf(person, trained, on);
  if (!hours) return NOT_COMPUTED;
  const before = new Map(read.billedBefore.map(({ source, invoiced }) => [source, invoiced]));
  if (hours.carried > 0 && !contract.carried) return CARRIED;
  // What was asked for before is for the hours before: what is left is for the others.
  const planned = periods.reduce((sum, { minutes }) => sum + minutes, 0) - hours.carried;
  if (planned <= 0) return [];
  const given = Math.min(hours.held, planned);
  const attended = Math.min(hours.done, given);
  const question = scheduleQuestion({ ...contract, plan: null }, { periods, payers: money!.payers });
  const answer = decide("schedule", {
    id: number,
    on,
    diploma: person.diploma,
    version: person.lawVersion,
    establishment,
    periods: question.periods,
    payers: question.payers.map((payer) => withoutBefore(payer, before.get(payer.source) ?? 0)),
    stop: { on: hours.until, kind: hours.kind, planned, given, attended },
  });
  if (!answer || "fault" in answer) return NOT_COMPUTED;
  const { payers } = answer.answer("fr") as { readonly payers: readonly PayerSchedule[] };
  const all = payers.map(({ source, instalments }): Performed | Label => {
    const gross = instalments.reduce((sum, { kind, amount }) => sum + (TRAINING.includes(kind) ? amount : 0), 0);
    const net = withoutTax(context, { source, gross, on });
    const personal = money!.payers.find(({ payer }) => payer === source)!.paper === "contract";
    const done = personal ? given : attended;
    return net === undefined
      ? NO_REGIME
      : { about: contractChain(dossier), source, name, called: number, net, done, planned };
  });
  return all.find((one): one is Label => "fr" in one) ?? all.filter((one): one is Performed => "about" in one);
}

/** Indemnities and what is another body's are no income of training. */
const TRAINING: readonly PayerSchedule["instalments"][number]["kind"][] = ["first", "fixed", "period", "stop"];

function withoutBefore(payer: Payer, invoiced: number): Payer {
  const { amount, granted } = payer;
  return {
    ...payer,
    amount: Math.max(0, amount - invoiced),
    ...(granted !== undefined && { granted: Math.max(0, granted - invoiced) }),
  };
}

type Hours = {
  readonly held: number;
  readonly done: number;
  readonly carried: number;
  readonly kind: (typeof STOPS)[number];
  readonly until: Day;
};

/** Until the day, or until the training stopped before it. */
function hoursOf({ state }: Person, { member, minutes }: Trained, on: Day): Hours | undefined {
  const ended = member.facts.findLast((fact) => isEnding(fact.kind));
  const stopped = ended !== undefined && isEnding(state) && ended.on <= on ? ended : undefined;
  const until = stopped?.on ?? on;
  const counted = minutes(until);
  if (!counted) return undefined;
  const kind = STOPS.find((one) => one === stopped?.kind) ?? "school";
  return { held: counted.held, done: counted.done, carried: counted.carried ?? 0, kind, until };
}

/** As an invoice of that day would say it; undefined where none could be issued. */
function withoutTax(
  { decide, payee, establishment }: Context,
  { source, gross, on }: { readonly source: string; readonly gross: number; readonly on: Day },
): number | undefined {
  if (gross === 0) return 0;
  const regime = vatOn(payee?.legal ?? {}, on);
  if (!regime) return undefined;
  const { attestation, from, to } = regime;
  const input: InvoiceInput = {
    id: "accrued",
    on,
    establishment: payee?.establishment ?? establishment,
    kind: "invoice",
    series: "A",
    regime: regime.regime,
    source,
    period: { from: on, to: on },
    basis: { by: "agreed", amount: gross },
    ...(attestation !== undefined && { attestation: { number: attestation, from, ...(to !== undefined && { to }) } }),
  };
  const answer = decide("invoice", input);
  return !answer || "fault" in answer ? undefined : (answer.answer("fr") as { readonly net: number }).net;
}

function nobodyPays(price: number | null): Label {
  if (price === null) return { fr: "personne ne paie : dites qui paie", en: "nobody pays: say who pays" };
  return {
    fr: `prix ${sayMoney(price, "fr")}, personne ne paie : dites qui paie`,
    en: `price ${sayMoney(price, "en")}, nobody pays: say who pays`,
  };
}

function withoutPeriods(price: number): Label {
  return {
    fr: `prix ${sayMoney(price, "fr")}, sa promotion n’a pas de périodes : fixez-les`,
    en: `price ${sayMoney(price, "en")}, their cohort has no periods: set them`,
  };
}
const SHORT: Label = {
  fr: "un financeur ne paie pas tout : dites d’abord qui paie le reste",
  en: "a fund does not pay all: first say who pays the rest",
};
const NOT_COMPUTED: Label = {
  fr: "ses heures ou son échéancier ne se calculent pas",
  en: "their hours or their schedule cannot be computed",
};
const CARRIED: Label = {
  fr: "des heures ont été suivies avant que l’école les tienne ici, et rien ne dit ce qui en était facturé",
  en: "hours were followed before the school kept them here, and nothing says what of them was invoiced",
};
const NO_REGIME: Label = {
  fr: "l’école ne dit pas son régime de TVA de ce jour",
  en: "the school does not say its regime of VAT on this day",
};
