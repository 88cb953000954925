/** What the doctor says of money: where charges and bank lines stand, computed again from their facts, is what is kept. */
import type { Tx } from "../../db/school.ts";
import { type Label, plural } from "../../kit/lang.ts";
import type { Check } from "../../record/doctor.ts";
import { computeLines, pageOfLines } from "../bank/store.ts";
import { waitingEvents } from "../online/store.ts";
import { computeStates, pageOfStates } from "./store.ts";

const PAGE = 500;
const MOST = 1_000;

export async function moneyCheck(tx: Tx, establishment: string): Promise<Check> {
  const wrong = [...(await wrongCharges(tx)), ...(await wrongLines(tx))];
  if (wrong.length > 0) return { name: "money", ok: false, label: say(establishment, wrong) };
  const waiting = (await waitingEvents(tx, MOST)).length;
  return waiting === 0
    ? { name: "money", ok: true, label: sound(establishment) }
    : { name: "money", ok: null, label: toSettle(establishment, waiting) };
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

function toSettle(establishment: string, count: number): Label {
  return {
    fr: `${establishment}\u00a0: ${count} ${plural(count, "annonce de paiement en ligne n’a pas pu être rattachée", "annonces de paiement en ligne n’ont pas pu être rattachées", "fr")}\u00a0; à voir par la comptabilité.`,
    en: `${establishment}: ${count} ${plural(count, "announcement of a payment online", "announcements of payments online", "en")} could not be tied to a charge; for the accounts to see.`,
  };
}
