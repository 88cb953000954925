/** What waits on a charge: to be paid, to be decided on while it is suspended, or to be given back. */
import { sql } from "kysely";
import { type Called, type WaitingFacts, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { sayMoney } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { debtorsName, knownDebtors } from "./charges/hands.ts";
import { charge, mine, toDebtor } from "./charges/pages/parts.ts";
import { proposalAt } from "./debtors/pages/account.ts";
import { settling } from "./online/pages/waiting.ts";
import { lockEvents, ONLINE_TO_SETTLE, waitingAmong } from "./online/to-settle.ts";

type Key = "pay" | "collect" | "chase" | "decideSuspended" | "giveBack";

type Charge = {
  readonly id: string;
  readonly reference: string;
  readonly about: string;
  readonly debtor: string | null;
  readonly balance: number;
  readonly suspended: boolean;
  readonly dueOn: Day;
  readonly chargedOn: Day;
  readonly suspendedOn: Day | null;
  readonly tooMuchOn: Day | null;
  /** The level of the last reminder, 0 where there was none; and when what was reminded of is to be looked at again. */
  readonly level: number;
  readonly nextOn: Day | null;
  readonly last: boolean;
  readonly invoiced: boolean;
  /** What one person asked to give back, which waits for another. */
  readonly asked: number;
};

/** A debt is not forgotten within a year. */
const YEARS = 5;
const amountOf = ({ amount }: WaitingFacts) => Number(amount);

export const billingWaits: readonly Waits[] = [
  waits({
    readBy: "see the accounts",
    on: "charge",
    version: 6,
    after: [
      "charge",
      "charge_due",
      "charge_suspension",
      "charge_suspension_end",
      "payment",
      "payment_reversal",
      "waiver",
      "waiver_reversal",
      "refund",
      "refund_failure",
      "adjustment",
      "dunning",
      "money_proposal",
      "money_answer",
      "invoice",
    ],
    keys: {
      pay: {
        answeredBy: ["recordPayment"],
        words: (facts) => ({
          why: {
            fr: `Avec la référence ${facts.reference}. Si vous avez payé ces derniers jours, ne payez pas une seconde fois.`,
            en: `With the reference ${facts.reference}. If you paid in the last few days, do not pay a second time.`,
          },
          verb: { fr: `Payez ${sayMoney(amountOf(facts), "fr")}`, en: `Pay ${sayMoney(amountOf(facts), "en")}` },
          otherwise: {
            fr: "Sans paiement ni réponse, l’école relance, puis peut vous mettre en demeure. Vous ne pouvez pas payer, ou pas en une fois ? Écrivez-lui.",
            en: "Without payment or an answer, the school reminds you, then may give you formal notice. You cannot pay, or not at once? Write to it.",
          },
          go: { fr: "Voir comment payer", en: "See how to pay" },
        }),
        to: () => mine.to(),
        remindedBy: "keep the accounts",
        mails: [-7, -2, 0],
      },
      chase: {
        answeredBy: ["recordPayment", "sendDunning", "disputeCharge", "waiveCharge", "proposeWriteOff"],
        words: chaseWords,
        many: (count) => ({
          fr: `${count} sommes échues à réclamer`,
          en: `${count} sums past their due day to ask for`,
        }),
        to: (id) => charge.to({ charge: id }),
        takenBy: ["keep the accounts"],
      },
      collect: {
        answeredBy: ["recordPayment"],
        words: (facts) => ({
          verb: {
            fr: `Recevoir ${sayMoney(amountOf(facts), "fr")} d’une personne sans compte`,
            en: `Receive ${sayMoney(amountOf(facts), "en")} from a person without an account`,
          },
        }),
        to: (id) => charge.to({ charge: id }),
        takenBy: ["keep the accounts"],
      },
      decideSuspended: {
        answeredBy: ["waiveCharge"],
        words: (facts) => ({
          verb: {
            fr: `Décider de ce que deviennent ${sayMoney(amountOf(facts), "fr")} suspendus`,
            en: `Decide what becomes of ${sayMoney(amountOf(facts), "en")} suspended`,
          },
        }),
        to: (id) => charge.to({ charge: id }),
        takenBy: ["keep the accounts"],
      },
      giveBack: {
        answeredBy: ["refundCharge", "proposeRefund"],
        words: giveBackWords,
        to: (id) => charge.to({ charge: id }),
        takenBy: ["keep the accounts"],
      },
    },
    each: async (tx, { after, limit, locks }) => {
      const page = tx.selectFrom("charge_state").select("id").orderBy("id").limit(limit);
      const next = after === undefined ? page : page.where("id", ">", after);
      return (await (locks ? next.forUpdate() : next).execute()).map(({ id }) => id);
    },
    async rows({ tx }, ids) {
      const { rows } = await sql<Charge>`
        select c.id, c.reference, c.about, c.debtor, s.balance, s.suspended, s.due_on as "dueOn", c.charged_on as "chargedOn",
          (select max(y.suspended_on) from charge_suspension y where y.charge = c.id) as "suspendedOn",
          greatest((select max(p.recorded_on) from payment p where p.charge = c.id),
            (select max(w.waived_on) from waiver w where w.charge = c.id),
            (select max(x.failed_on) from refund_failure x where x.charge = c.id)) as "tooMuchOn",
          coalesce(d.level, 0) as level, d.next_on as "nextOn", coalesce(d.last, false) as last,
          exists (select from invoice i where i.charge = c.id) as invoiced,
          (select coalesce(sum(q.amount), 0)::integer from money_proposal q where q.charge = c.id and q.kind = 'refund'
            and not exists (select from money_answer a where a.id = q.id)) as asked
        from charge c join charge_state s on s.id = c.id
        left join lateral (select level, next_on, last from dunning where charge = c.id order by level desc limit 1) d on true
        where c.id = any(${ids}::uuid[]) and s.balance <> 0`.execute(tx);
      return rows.flatMap(waitingOn);
    },
  }),
];

function chaseWords(facts: WaitingFacts) {
  const [fr, en] = [sayMoney(amountOf(facts), "fr"), sayMoney(amountOf(facts), "en")];
  if (facts.last === 1)
    return { verb: { fr: `Décider de ${fr} relancés en vain`, en: `Decide on ${en} reminded of in vain` } };
  return typeof facts.sent === "number"
    ? { verb: { fr: `Relancer de nouveau : ${fr}`, en: `Remind again of ${en}` } }
    : {
        verb: { fr: `Réclamer ${fr} dont l’échéance est passée`, en: `Ask for ${en} past their due day` },
      };
}

/** What was paid of an invoice that a credit lowered serves the next one, unless it is given back. */
function giveBackWords(facts: WaitingFacts) {
  const [fr, en] = [sayMoney(amountOf(facts), "fr"), sayMoney(amountOf(facts), "en")];
  if (facts.invoiced !== 1)
    return {
      verb: { fr: `Rendre ${fr}`, en: `Give back ${en}` },
      why: { fr: "La personne a payé de trop.", en: "The person paid too much." },
    };
  return {
    verb: { fr: `Garder ou rendre ${fr} payés de trop`, en: `Keep or give back ${en} paid too much` },
    why: {
      fr: "Une facture suit ? Gardez-les : ils la paieront. Sinon, demandez de les rendre.",
      en: "Is there an invoice to come? Keep it: it pays that. Else ask to give it back.",
    },
  };
}

const ACCOUNTS = "may:keep the accounts" as const;

/** What is paid and serves nothing, of a debtor that named no charge. */
const spareWaits = waits({
  readBy: "see the accounts",
  on: "debtor",
  version: 2,
  after: [
    "payment",
    "payment_reversal",
    "charge",
    "waiver",
    "refund",
    "refund_failure",
    "adjustment",
    "money_proposal",
    "money_answer",
  ],
  keys: {
    useMoney: {
      answeredBy: ["proposeRefund", "reversePayment"],
      words: (facts) => ({
        verb: {
          fr: `Décider de ${sayMoney(amountOf(facts), "fr")} reçus sans somme demandée en face`,
          en: `Decide on ${sayMoney(amountOf(facts), "en")} received where no sum is asked for`,
        },
        why: {
          fr: "Gardés, ils paieront la prochaine somme demandée.",
          en: "Kept, it pays what is asked for next.",
        },
      }),
      to: (debtor) => toDebtor(debtor),
      takenBy: ["keep the accounts"],
    },
  },
  each: async (tx, { after, limit, locks }) => {
    const page = tx.selectFrom("debtor_state").select("debtor").orderBy("debtor").limit(limit);
    const next = after === undefined ? page : page.where("debtor", ">", after);
    return (await (locks ? next.forUpdate() : next).execute()).map(({ debtor }) => debtor);
  },
  async rows({ tx }, debtors) {
    const { rows } = await sql<{ debtor: string; unnamed: number; last: Day }>`
      select s.debtor, s.unnamed - q.asked as unnamed, coalesce(l.last, '2000-01-01'::date) as last from debtor_state s
      cross join lateral (select max(p.recorded_on) as last from payment p where p.debtor = s.debtor) l
      -- What somebody asked to give back of it waits for another person, and for nobody else.
      cross join lateral (select coalesce(sum(q.amount), 0)::integer as asked from money_proposal q where q.debtor = s.debtor
        and q.payment is not null and q.charge is null and not exists (select from money_answer a where a.id = q.id)) q
      where s.debtor = any(${[...debtors]}::text[]) and s.unnamed > q.asked`.execute(tx);
    return rows.map(({ debtor, unnamed, last }) => ({
      id: debtor,
      key: "useMoney" as const,
      who: ACCOUNTS,
      person: debtor.startsWith("payer:") ? null : debtor,
      from: last,
      due: null,
      until: addYears(last, YEARS),
      facts: { amount: unnamed },
    }));
  },
});

/** What one person asked to give back or give up, for another. */
const proposalWaits = waits({
  readBy: "see the accounts",
  on: "proposal",
  after: ["money_proposal", "money_answer"],
  keys: {
    agreeMoney: {
      answeredBy: ["agreeToProposal", "refuseProposal"],
      words: (facts) => ({
        verb:
          facts.kind === "refund"
            ? {
                fr: `Accepter ou refuser de rendre ${sayMoney(amountOf(facts), "fr")}`,
                en: `Agree or refuse to give back ${sayMoney(amountOf(facts), "en")}`,
              }
            : {
                fr: `Accepter ou refuser de passer ${sayMoney(amountOf(facts), "fr")} en perte`,
                en: `Agree or refuse to write off ${sayMoney(amountOf(facts), "en")}`,
              },
      }),
      to: (proposal) => proposalAt.to({ proposal }),
      takenBy: ["keep the accounts"],
    },
  },
  each: async (tx, { after, limit, locks }) => {
    const page = tx.selectFrom("money_proposal").select("id").orderBy("id").limit(limit);
    const next = after === undefined ? page : page.where("id", ">", after);
    return (await (locks ? next.forUpdate() : next).execute()).map(({ id }) => id);
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<{ id: string; debtor: string; kind: string; amount: number; on: Day; by: string }>`
      select q.id, q.debtor, q.kind, q.amount, q.asked_on as "on", q.asked_by as "by" from money_proposal q
      where q.id = any(${[...ids]}::uuid[]) and not exists (select from money_answer a where a.id = q.id)`.execute(tx);
    return rows.map(({ id, debtor, kind, amount, on, by }) => ({
      id,
      key: "agreeMoney" as const,
      who: ACCOUNTS,
      person: debtor.startsWith("payer:") ? null : debtor,
      except: [by],
      from: on,
      due: null,
      until: addYears(on, YEARS),
      facts: { amount, kind },
    }));
  },
});

/** Announced on the provider's page, and not accounted for by the program: a person settles it with the provider. */
const onlineWaits = waits({
  readBy: "see the accounts",
  on: ONLINE_TO_SETTLE,
  after: ["online_event", "online_settlement"],
  keys: {
    settleOnline: {
      answeredBy: ["settleOnlineEvent"],
      words: (facts) => ({
        verb:
          facts.euros === null
            ? { fr: "Classer un paiement en ligne", en: "Settle an online payment" }
            : {
                fr: `Classer un paiement en ligne de ${sayMoney(Number(facts.euros), "fr")}`,
                en: `Settle an online payment of ${sayMoney(Number(facts.euros), "en")}`,
              },
        why: {
          fr: "Le prestataire l’annonce, et le programme ne sait pas à quoi il sert : voyez-le avec lui.",
          en: "The provider tells of it, and the program cannot say what it is for: clear it up with them.",
        },
      }),
      to: (event) => settling.to({ event }),
      takenBy: ["keep the accounts"],
    },
  },
  each: async (tx, { after, limit, locks }) => {
    if (locks) await lockEvents(tx);
    const page = tx.selectFrom("online_event").select("id").orderBy("id").limit(limit);
    return (await (after === undefined ? page : page.where("id", ">", after)).execute()).map(({ id }) => id);
  },
  async rows({ tx, zone }, ids) {
    const waiting = await waitingAmong(tx, ids);
    return waiting.map(({ id, amount, currency, receivedAt, debtor }) => {
      const from = dayIn(receivedAt, zone);
      return {
        id,
        key: "settleOnline" as const,
        who: ACCOUNTS,
        person: debtor === null || debtor.startsWith("payer:") ? null : debtor,
        from,
        due: null,
        until: addYears(from, YEARS),
        facts: { euros: currency === "eur" ? amount : null },
      };
    });
  },
});

export const debtorWaits: readonly Waits[] = [spareWaits, proposalWaits, onlineWaits];

export const onlineCalled: Called = async ({ tx }, ids) => {
  const waiting = await waitingAmong(tx, ids);
  return new Map(waiting.map(({ id, name, session }) => [id, name ?? session]));
};

export const debtorsCalled: Called = async ({ tx }, ids) => {
  const known = await knownDebtors(tx, ids);
  return new Map(known.map(({ debtor, name }) => [debtor, name ?? debtor]));
};

export const proposalsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select q.id, coalesce(${debtorsName(sql`q.debtor`)}, q.debtor) as name from money_proposal q
    where q.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

function waitingOn({ id, reference, about, debtor, balance, suspended, ...on }: Charge): WaitingRow<Key>[] {
  const payer = debtor?.startsWith("payer:") ?? false;
  const person = payer ? null : (debtor ?? (about.startsWith("dossier:") ? about : null));
  const row = (key: Key, who: WaitingRow["who"], from: Day, due: Day | null): WaitingRow<Key> => {
    return {
      id,
      key,
      who,
      person,
      from,
      due,
      until: addYears(due ?? from, YEARS),
      facts: {
        amount: balance < 0 ? -balance - on.asked : balance,
        ...(key === "giveBack" && on.invoiced && { invoiced: 1 }),
        ...(key === "pay" && { reference }),
        ...(key === "chase" && on.level > 0 && { sent: on.level, last: on.last ? 1 : 0 }),
      },
    };
  };
  if (balance < 0 && on.asked >= -balance) return [];
  if (balance < 0) return [row("giveBack", ACCOUNTS, on.tooMuchOn ?? on.chargedOn, null)];
  if (suspended) return [row("decideSuspended", ACCOUNTS, on.suspendedOn ?? on.chargedOn, null)];
  // Once reminded of, not before the next level: what was put off since counts from its new day.
  const late = addDays(on.dueOn, 1);
  const chased = on.nextOn !== null && on.nextOn > late ? on.nextOn : late;
  if (payer) return [row("chase", ACCOUNTS, chased, on.dueOn)];
  // What a person without an account pays, the office records.
  if (debtor === null) return [row("collect", ACCOUNTS, on.chargedOn, on.dueOn)];
  return [row("pay", debtor as `account:${string}`, on.chargedOn, on.dueOn), row("chase", ACCOUNTS, chased, on.dueOn)];
}

export const chargesCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(debtor_name, reference) as name from charge where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
