/** What the doctor says of money: where charges and bank lines stand, computed again from their facts, is what is kept. */
import type { Tx } from "../../db/school.ts";
import { type Label, plural } from "../../kit/lang.ts";
import type { Check } from "../../record/doctor.ts";
import { computeLines, pageOfLines } from "../bank/store.ts";
import { openPages, waitingEvents } from "../online/store.ts";
import { openRefunds } from "../refunds/store.ts";
import { LONGEST_DAYS } from "../rules/online-page.ts";
import { computeStates, pageOfStates } from "./states/store.ts";

const PAGE = 500;
const MOST = 1_000;

type Online = {
  /** Whether the settings still name who takes payments online. */
  readonly paysOnline: boolean;
  readonly at: Date;
};

export async function moneyCheck(tx: Tx, establishment: string, online?: Online): Promise<Check> {
  const wrong = [...(await wrongCharges(tx)), ...(await wrongLines(tx))];
  if (wrong.length > 0) return { name: "money", ok: false, label: say(establishment, wrong) };
  const left = online && !online.paysOnline ? await leftWithoutProvider(tx, online.at) : { refunds: 0, pages: 0 };
  if (left.refunds + left.pages > 0) return { name: "money", ok: false, label: sayLeft(establishment, left) };
  const waiting = (await waitingEvents(tx, MOST)).length;
  return waiting === 0
    ? { name: "money", ok: true, label: sound(establishment) }
    : { name: "money", ok: null, label: toSettle(establishment, waiting) };
}

/** Pages as old as the provider would still have been asked about. */
async function leftWithoutProvider(tx: Tx, at: Date): Promise<Left> {
  const refunds = (await openRefunds(tx, MOST)).filter(({ state }) => state === "asked" || state === "accepted").length;
  return { refunds, pages: await openPages(tx, new Date(at.getTime() - LONGEST_DAYS * 86_400_000)) };
}

async function wrongCharges(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const kept = await pageOfStates(tx, after, PAGE);
    const computed = await computeStates(
      tx,
      kept.map(({ id }) => id),
    );
    for (const { id, ...state } of kept) {
      const other = computed.get(id);
      const same = other && Object.entries(state).every(([key, value]) => other[key as keyof typeof other] === value);
      if (!same) wrong.push(`charge ${id}`);
    }
    if (kept.length < PAGE) return wrong;
    after = kept.at(-1)!.id;
  }
}

async function wrongLines(tx: Tx): Promise<string[]> {
  const wrong: string[] = [];
  for (let after: string | undefined; ; ) {
    const kept = await pageOfLines(tx, after, PAGE);
    const computed = await computeLines(
      tx,
      kept.map(({ id }) => id),
    );
    for (const { id, remaining } of kept)
      if (computed.get(id) !== remaining) wrong.push(`bank_line ${id.slice(0, 12)}`);
    if (kept.length < PAGE) return wrong;
    after = kept.at(-1)!.id;
  }
}

function sound(establishment: string): Label {
  return {
    fr: `${establishment}\u00a0: les sommes dues et reçues sont celles que leurs faits donnent.`,
    en: `${establishment}: what is owed and received is what its facts come to.`,
  };
}

function say(establishment: string, wrong: readonly string[]): Label {
  const [first] = wrong;
  const count = wrong.length;
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "état ne correspond pas à ses faits", "états ne correspondent pas à leurs faits", "fr")}, dont ${first}.`,
    en: `${establishment}: ${count} ${plural(count, "state differs from its facts", "states differ from their facts", "en")}, ${first} first.`,
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
