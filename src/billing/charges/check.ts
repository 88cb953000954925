/** The doctor's check of money: recomputes the states of charges from their facts and compares them with what is stored. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { type Label, plural, sayList } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import type { World } from "../../act/world.ts";
import type { Establishment, Payee } from "../../law/establishment.ts";
import { unstated } from "../../law/legal.ts";
import type { Check, SchoolCheck } from "../../act/check.ts";
import { openPages, waitingEvents } from "../online/store.ts";
import { openRefunds } from "../refunds/store.ts";
import { LONGEST_DAYS } from "../rules/online-page.ts";
import { hasWay } from "./how-to-pay.ts";
import { listCharges } from "./store.ts";
import { computeLedgers, computeStates, pageOfDebtors, pageOfStates } from "./states/store.ts";

const PAGE = 500;
const MOST = 1_000;

type Online = {
  /** Whether the settings still name a payment provider. */
  readonly paysOnline: boolean;
  readonly at: Date;
};

/** Checks that a school that asks for fees has a way to be paid. */
export function waysCheckOf({ payments, laws }: Pick<World, "payments" | "laws">): SchoolCheck {
  return (tx, school) => {
    const payee = laws.establishments.find(({ data }) => data.establishment === school)?.data;
    const online = payments?.(school) !== undefined;
    return waysCheck(tx, school, { payee, asks: payee !== undefined && asksFees(payee), paysOnline: online });
  };
}

/** Names what contracts and invoices want of a school and its file does not say. */
export function legalCheckOf({ laws, now }: Pick<World, "laws" | "now">): SchoolCheck {
  return (_, school) => {
    const file = laws.establishments.find(({ data }) => data.establishment === school)?.data;
    return Promise.resolve(file && legalCheck(file, dayIn(now(), file.timezone)));
  };
}

function legalCheck({ establishment, legal = {}, money }: Establishment, on: Day): Check | undefined {
  const missing = money ? unstated(legal, on) : [];
  return missing.length === 0 ? undefined : { name: "legal", ok: null, label: notSaid(establishment, missing) };
}

/** Whether any of its diplomas has a selection fee. */
function asksFees({ diplomas }: Establishment): boolean {
  return diplomas.some(({ price }) => price.lines.some(({ selection, unitAmount }) => selection && unitAmount > 0));
}

/** A demonstration takes no money, so online payment counts as available. */
export function moneyCheckOf({ payments, demo, now }: Pick<World, "payments" | "demo" | "now">): SchoolCheck {
  return (tx, school) =>
    moneyCheck(tx, school, { paysOnline: demo !== undefined || payments?.(school) !== undefined, at: now() });
}

export async function moneyCheck(tx: Tx, establishment: string, online?: Online): Promise<Check> {
  const wrong = [...(await wrongCharges(tx)), ...(await wrongDebtors(tx))];
  if (wrong.length > 0) return { name: "money", ok: false, label: sayWrong(establishment, wrong) };
  const left = online && !online.paysOnline ? await leftWithoutProvider(tx, online.at) : { refunds: 0, pages: 0 };
  if (left.refunds + left.pages > 0) return { name: "money", ok: false, label: sayLeft(establishment, left) };
  const waiting = (await waitingEvents(tx, MOST)).length;
  return waiting === 0
    ? { name: "money", ok: true, label: sound(establishment) }
    : { name: "money", ok: null, label: toSettle(establishment, waiting) };
}

type Paid = {
  readonly payee: Payee | undefined;
  /** Whether the school's own file has a selection fee. */
  readonly asks: boolean;
  readonly paysOnline: boolean;
};

/** Debtors must be told how to pay: a fault once someone owes, before that a setting to complete. */
export async function waysCheck(
  tx: Tx,
  establishment: string,
  { payee, asks, paysOnline }: Paid,
): Promise<Check | undefined> {
  if (!payee) return undefined;
  const { holder, iban } = payee.payment.transfer;
  const name = "payment";
  if (hasWay(payee) || paysOnline) {
    const noCode = iban !== undefined && holder === undefined;
    return noCode ? { name, ok: null, label: noHolder(establishment) } : undefined;
  }
  const owing = (await listCharges(tx, "owed", undefined, MOST)).some(({ suspended }) => !suspended);
  return owing || asks ? { name, ok: owing ? false : null, label: noWay(establishment, owing) } : undefined;
}

/** Counts the pages young enough for the provider still to be asked. */
async function leftWithoutProvider(tx: Tx, at: Date): Promise<Left> {
  const refunds = (await openRefunds(tx, MOST)).filter(({ state }) => state === "asked" || state === "accepted").length;
  return { refunds, pages: await openPages(tx, new Date(at.getTime() - LONGEST_DAYS * 86_400_000)) };
}

async function wrongCharges(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageOfStates(tx, after, PAGE);
    const computed = await computeStates(
      tx,
      page.map(({ id }) => id),
    );
    for (const { id, ...state } of page) {
      const other = computed.get(id);
      const same = other && Object.entries(state).every(([key, value]) => other[key as keyof typeof other] === value);
      if (!same) wrong.push(`charge ${id}`);
    }
    if (page.length < PAGE) return wrong;
    after = page.at(-1)!.id;
  }
}

async function wrongDebtors(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await pageOfDebtors(tx, after, PAGE);
    const computed = await computeLedgers(
      tx,
      page.map(({ debtor }) => debtor),
    );
    for (const { debtor, available, unnamed, open } of page) {
      const now = computed.get(debtor)!;
      // What is not counted yet is not wrong: the calendar counts it.
      const differs = now.available !== available || now.unnamed !== unnamed || (open !== null && now.open !== open);
      if (differs) wrong.push(debtor);
    }
    if (page.length < PAGE) return wrong;
    after = page.at(-1)!.debtor;
  }
}

function sound(establishment: string): Label {
  return {
    fr: `${establishment}\u00a0: les sommes dues et reçues sont celles que leurs faits donnent.`,
    en: `${establishment}: what is owed and received is what its facts come to.`,
  };
}

/** Stored states that differ from their facts. */
export function sayWrong(establishment: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  const count = wrong.length;
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "état ne correspond pas à ses faits", "états ne correspondent pas à leurs faits", "fr")}, dont ${first}.`,
    en: `${establishment}: ${count} ${plural(count, "state differs from its facts", "states differ from their facts", "en")}, ${first} first.`,
  };
}

const SET: Label = {
  fr: "Donnez dans son fichier un IBAN et son titulaire (payment.transfer.iban, holder), ou l’ordre d’un chèque (payment.cheque.payableTo)\u00a0; ou un paiement en ligne (LIVRET_STRIPE_KEYS).",
  en: "Give in its file an IBAN and its holder (payment.transfer.iban, holder), or to whom a cheque is made out (payment.cheque.payableTo); or payment online (LIVRET_STRIPE_KEYS).",
};

function noWay(establishment: string, owing: boolean): Label {
  return owing
    ? {
        fr: `${establishment}\u00a0: des frais sont demandés, et personne ne peut les payer\u00a0: l’école ne dit pas comment. ${SET.fr}`,
        en: `${establishment}: fees are asked for, and nobody can pay them: the school does not say how. ${SET.en}`,
      }
    : {
        fr: `${establishment}\u00a0: l’école demandera des frais de sélection et ne dit pas comment les payer. ${SET.fr}`,
        en: `${establishment}: the school will ask for a selection fee and does not say how it is paid. ${SET.en}`,
      };
}

function notSaid(establishment: string, missing: readonly Label[]): Label {
  return {
    fr: `${establishment}\u00a0: pour les contrats et les factures, son fichier ne dit pas (legal)\u00a0: ${sayList(
      missing.map(({ fr }) => fr),
      "fr",
    )}.`,
    en: `${establishment}: for contracts and invoices, its file does not say (legal): ${sayList(
      missing.map(({ en }) => en),
      "en",
    )}.`,
  };
}

function noHolder(establishment: string): Label {
  return {
    fr: `${establishment}\u00a0: l’IBAN n’a pas de titulaire (payment.transfer.holder)\u00a0: sans lui, les banques n’ont pas de code QR à lire, et avertissent le payeur.`,
    en: `${establishment}: the IBAN has no holder (payment.transfer.holder): without it banks have no QR code to read, and warn the payer.`,
  };
}

type Left = { readonly refunds: number; readonly pages: number };

function sayLeft(establishment: string, { refunds, pages }: Left): Label {
  return {
    fr: `${establishment}\u00a0: la clé du prestataire de paiement n’est plus dans LIVRET_STRIPE_KEYS, et il reste à lui demander ${refunds} ${plural(refunds, "remboursement", "remboursements", "fr")} et ${pages} ${plural(pages, "paiement", "paiements", "fr")}. Remettez-la jusqu’à ce qu’ils soient réglés\u00a0; sinon la comptabilité y renonce et rembourse à la main (Finances, en ligne).`,
    en: `${establishment}: the payment provider's key is no longer in LIVRET_STRIPE_KEYS, and it is still to be asked for ${refunds} ${plural(refunds, "refund", "refunds", "en")} and ${pages} ${plural(pages, "payment", "payments", "en")}. Put it back until they are settled; else the accounts give them up and refund by hand (Finances, online).`,
  };
}

function toSettle(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "annonce de paiement en ligne n’a pas pu être rattachée", "annonces de paiement en ligne n’ont pas pu être rattachées", "fr")}\u00a0; à voir par la comptabilité.`,
    en: `${establishment}: ${count} ${plural(count, "announcement of a payment online", "announcements of payments online", "en")} could not be tied to a charge; for the accounts to see.`,
  };
}
