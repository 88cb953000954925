/**
 * What is performed until a day of each contract in training, by who pays: the decision on the schedule is asked as if the school stopped on
 * that day. Who pays for themselves owes the hours held, everybody else the hours attended and countersigned (§ 11), whatever was invoiced.
 */
import { sql } from "kysely";
import type { FindsPerformed, Performed, Performing, Unperformed } from "../act/act.ts";
import { decidedPrice } from "../admission/accepted.ts";
import type { Tx } from "../db/school.ts";
import type { InvoiceInput } from "../decisions/invoice/rule.ts";
import { type Payer, STOPS } from "../decisions/schedule/rule.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayMoney } from "../kit/lang.ts";
import { vatOn } from "../law/legal.ts";
import { billedMinutes } from "../training/certificates/billed.ts";
import { factsOf as enrolmentFacts, findEnrolment } from "../training/cohorts/enrolment.ts";
import { personPeriods } from "../training/cohorts/periods.ts";
import { isEnding } from "../training/rules/enrolment.ts";
import { pricedAs } from "./pricing.ts";
import { readContract, type Read } from "./rules/contract.ts";
import { contractChain } from "./rules/facts.ts";
import { type PayerSchedule, scheduleQuestion } from "./rules/schedule.ts";
import { factsOf } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "decide" | "today" | "establishment" | "payee">;

export const performedByContracts: FindsPerformed = async (context, on) => {
  const { tx, payee } = context;
  const money = payee?.money;
  const performed: Performed[] = [];
  const unknown: Unperformed[] = [];
  if (!money) return { performed, unknown };
  const people = await peopleInTraining(tx, on);
  const dossiers = people.map(({ dossier }) => dossier);
  const facts = Map.groupBy(await factsOf(tx, dossiers), ({ dossier }) => dossier);
  const over = await invoicedOver(tx, on);
  const all = people.map((person) => ({
    person,
    read: readContract(facts.get(person.dossier) ?? [], money.payers),
  }));
  // Some at once: what one asks of the database leaves with what the others ask.
  const counting = all.filter(({ person, read }) => !read.contract || !isWholly(person, read, over));
  for (let from = 0; from < counting.length; from += AT_ONCE) {
    const some = counting.slice(from, from + AT_ONCE);
    const found = await Promise.all(
      some.map(async ({ person, read }) =>
        read.contract ? performedOf(context, person, read, on) : unsaid(context, person),
      ),
    );
    for (const [nth, one] of found.entries()) {
      const { name, number } = some[nth]!.person;
      if ("fr" in one) unknown.push({ name, called: number, why: one });
      else performed.push(...one);
    }
  }
  return { performed, unknown };
};

const AT_ONCE = 50;

type Person = {
  readonly dossier: string;
  readonly number: string;
  readonly name: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly enrolment: string;
  readonly cohort: string;
};

/** Nothing where reliefs leave nothing to pay: nobody need say who pays. */
async function unsaid(context: Context, person: Person): Promise<readonly Performed[] | Label> {
  const price = await priceOf(context, person);
  return price === 0 ? [] : nobodyPays(price);
}

/** By the last decision on hours; null where it is not known. */
async function priceOf({ tx, law: lawOf }: Context, { dossier, diploma, lawVersion }: Person): Promise<number | null> {
  const price = await decidedPrice(tx, dossier);
  const law = lawOf(diploma, { version: lawVersion });
  return price && law ? pricedAs(price.answer, law).total : null;
}

/** Those whose cohort began by a day, whether they stopped since or not, and whether it was said who pays. Who never began owes nothing. */
async function peopleInTraining(tx: Tx, on: Day): Promise<readonly Person[]> {
  const { rows } = await sql<Person>`
    select d.id as dossier, d.number, coalesce(s.name, d.number) as name, i.diploma, i.law_version as "lawVersion", e.id as enrolment, e.cohort
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

async function performedOf(
  context: Context,
  person: Person,
  read: Read,
  on: Day,
): Promise<readonly Performed[] | Label> {
  const { decide, establishment } = context;
  const contract = read.contract!;
  const { dossier, number, name, cohort } = person;
  const law = context.law(person.diploma, { version: person.lawVersion });
  const { money } = context.payee!;
  const periods = await personPeriods(context, { cohort, dossier });
  if (!law || !periods || periods.length === 0) return withoutPeriods(contract.price);
  if (contract.short.length > 0) return SHORT;
  const hours = await hoursOf(context, person, on);
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
async function hoursOf(context: Context, person: Person, on: Day): Promise<Hours | undefined> {
  const enrolment = (await findEnrolment(context.tx, person.enrolment))!;
  const ended = (await enrolmentFacts(context.tx, [enrolment.id])).findLast((fact) => isEnding(fact.kind));
  const stopped = ended !== undefined && isEnding(enrolment.state) && ended.on <= on ? ended : undefined;
  const until = stopped?.on ?? on;
  const minutes = await billedMinutes(context, enrolment, until);
  if (!minutes) return undefined;
  const kind = STOPS.find((one) => one === stopped?.kind) ?? "school";
  return { held: minutes.held, done: minutes.done, carried: minutes.carried ?? 0, kind, until };
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
