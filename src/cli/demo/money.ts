/** What becomes of a fee: paid in every possible way, in part, twice, not at all, waived, refunded. */
import { randomUUID } from "node:crypto";
import { type Actor, performTogether, surroundings } from "../../act/act.ts";
import { importBankFile, readBankFile, recordCheques, reversePayment } from "../../bank/acts.ts";
import { recordPayment, refundCharge, waiveCharge } from "../../billing/charges/acts.ts";
import { myCharges } from "../../billing/charges/views.ts";
import { agreeToProposal, proposeWriteOff } from "../../billing/debtors/acts.ts";
import { noteOnlineEvent, wishOnlinePayment } from "../../billing/online/acts.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Chance } from "./chance.ts";
import { atMoment, before, doing, type Expected, type OpenSite, staffOf, within } from "./site.ts";

/** Percentages; `bank` and `cheque` payments are collected for the bank import. */
const WAYS = [
  ["nothing", 36],
  ["transfer", 22],
  ["bank", 15],
  ["cheque", 9],
  ["online", 8],
  ["cash", 2],
  ["part", 2],
  ["waived", 2],
  ["refunded", 2],
  ["twice", 1],
  ["unpaid cheque", 1],
] as const;
export type Way = (typeof WAYS)[number][0];

export function wayOf(own: Chance): Way {
  let drawn = own.next() * WAYS.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [way, weight] of WAYS) if ((drawn -= weight) < 0) return way;
  return WAYS[0][0];
}

type Paying = {
  readonly actor: Actor;
  readonly way: Way;
  readonly at: Date;
  readonly name: string;
  readonly number: number;
};

/** Paid through finance or online; payments through the bank are only noted here. */
export async function pay(tx: Tx, site: OpenSite, { actor, way, at, name, number }: Paying): Promise<void> {
  if (way === "nothing") return;
  const around = surroundings(atMoment(site, at), site.school, at);
  const [owed] = (await myCharges.read({ tx, ...around, input: {}, actor }))?.charges ?? [];
  if (!owed || owed.balance <= 0) return;
  const { id: charge, balance, reference } = owed;
  const finance = staffOf(site, "finance");
  const on = around.today;
  const paid = (amount: number, means: "transfer" | "cash", again?: true) =>
    within(tx, site, recordPayment, finance, { charge, amount, paidOn: on, means, ...(again && { again }) }, at);
  switch (way) {
    case "bank":
    case "cheque":
    case "unpaid cheque":
      site.expected.push({ number, way, actor, name, reference, amount: balance, on });
      return;
    case "transfer":
    case "cash":
      await paid(balance, way);
      return;
    case "part":
      await paid(Math.ceil(balance / 3 / 100) * 100, "transfer");
      return;
    case "twice":
      await paid(balance, "transfer");
      await paid(balance, "transfer", true);
      return;
    case "online": {
      // A suspended charge is not paid online.
      if (owed.suspended) return;
      const { wish } = await within<{ wish: string }>(tx, site, wishOnlinePayment, actor, { charge }, at);
      await within(tx, site, noteOnlineEvent, PROVIDER, announced({ wish, amount: balance }), at);
      return;
    }
    case "waived": {
      const reason = "Situation financière difficile : décision du directeur.";
      await within(tx, site, waiveCharge, finance, { charge, amount: balance, reason }, at);
      return;
    }
    case "refunded":
      await paid(balance, "transfer");
      await giveBack(tx, site, { actor, at });
  }
}

/** All that was paid of it. */
export async function giveBack(tx: Tx, site: OpenSite, { actor, at }: Pick<Paying, "actor" | "at">): Promise<void> {
  const around = surroundings(atMoment(site, at), site.school, at);
  const [charge] = (await myCharges.read({ tx, ...around, input: {}, actor }))?.charges ?? [];
  if (!charge) return;
  const reason = "Candidature retirée avant l’étude du dossier.";
  const back = { charge: charge.id, amount: charge.paid, refundedOn: around.today, means: "transfer", reason };
  await within(tx, site, refundCharge, staffOf(site, "finance"), back, at);
}

const PROVIDER: Actor = { kind: "payment-provider" };

function announced({ wish, amount }: { readonly wish: string | null; readonly amount: number }): object {
  const [id, session] = [`evt_${randomUUID()}`, `cs_${randomUUID()}`];
  return { id, kind: "checkout.session.completed", session, wish, amount, currency: "eur", paid: true };
}

const ON_A_SLIP = 20;
const IN_A_FILE = 500;

/** The cheque deposits, one cheque bounced; the bank file; and two entries that a person must match. */
export async function reconcile(site: OpenSite): Promise<void> {
  const expected = site.expected.toSorted((one, other) => one.number - other.number);
  const finance = staffOf(site, "finance");
  const at = before(site, 0, 60);
  const cheques = expected.filter(({ way }) => way === "cheque" || way === "unpaid cheque");
  for (let from = 0; from < cheques.length; from += ON_A_SLIP) {
    const brought = cheques.slice(from, from + ON_A_SLIP);
    const slip = brought.map(({ reference, amount, name, number }) => {
      return { reference, amount, drawer: name, number: String(1_000_000 + ((number * 7919) % 9_000_000)) };
    });
    await doing(site, recordCheques, finance, { depositedOn: latest(brought), cheques: slip }, at);
  }
  for (const [place, { actor }] of cheques.filter(({ way }) => way === "unpaid cheque").entries())
    await performTogether(site.world, site.school, async (tx) => {
      const around = surroundings(atMoment(site, at), site.school, at);
      const [charge] = (await myCharges.read({ tx, ...around, input: {}, actor }))!.charges;
      const unpaid = { payment: charge!.payments[0]!.id, kind: "bounced" as const, reason: "Provision insuffisante." };
      await within(tx, site, reversePayment, finance, unpaid, at);
      // The first is given up as lost, by two people.
      if (place > 0) return;
      const lost = {
        charge: charge!.id,
        amount: charge!.total,
        kind: "bad-debt",
        reason: "Sans réponse aux relances.",
      };
      const asked = await within<{ proposal: string }>(tx, site, proposeWriteOff, finance, lost, at);
      await within(tx, site, agreeToProposal, staffOf(site, "director"), asked, at);
    });
  const transfers = expected.filter(({ way }) => way === "bank");
  for (let from = 0; from < transfers.length; from += IN_A_FILE) {
    const content = bankFile(transfers.slice(from, from + IN_A_FILE)).toString("base64");
    const name = from === 0 ? "releve.csv" : `releve-${from / IN_A_FILE + 1}.csv`;
    const { file } = await doing<{ file: string }>(site, readBankFile, finance, { name, content }, at);
    await doing(site, importBankFile, finance, { file }, at);
  }
  await doing(site, noteOnlineEvent, PROVIDER, announced({ wish: null, amount: 5_000 }), at);
}

function latest(those: readonly Expected[]): Day {
  return those
    .map(({ on }) => on)
    .sort()
    .at(-1)!;
}

/** As a bank exports it: each transfer with its reference, and one without. */
function bankFile(transfers: readonly Expected[]): Buffer {
  const [first] = transfers as [Expected];
  const row = ({ on, amount }: Pick<Expected, "on" | "amount">, words: string) =>
    `${on.split("-").toReversed().join("/")};${words};;${(amount / 100).toFixed(2).replace(".", ",")}`;
  const rows = transfers.map((transfer) =>
    row(transfer, `VIR SEPA ${transfer.name.toUpperCase()} ${transfer.reference}`),
  );
  const forgotten = row({ on: first.on, amount: 11_000 }, "VIR SEPA M OU MME FRAIS DE SELECTION");
  return Buffer.from(["Date;Libellé;Débit;Crédit", ...rows, forgotten, ""].join("\r\n"));
}
