/** Money of a debtor that names no charge; what two people decide; the account as it is read. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { SELLER, selling } from "../../test/invoicing.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { recordCheques, reversePayment } from "../../bank/acts.ts";
import { recordPayment, refundCharge, waiveCharge } from "../charges/acts.ts";
import { moneyCheck } from "../charges/check.ts";
import { seeReceipt } from "../charges/views.ts";
import { addPayer, changePayer } from "../payers/acts.ts";
import { seePayer } from "../payers/views.ts";
import { agreeToProposal, proposeRefund, proposeWriteOff, recordDebtorPayment, refuseProposal } from "./acts.ts";
import { findDebtors, seeDebtor } from "./views.ts";

const SCHOOL = "faire-ess";
const DAY = "2026-12-01";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");
const second = someone("00000000-0000-4000-8000-000000000002", "finance");

describe("a debtor", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date(`${DAY}T09:00:00Z`) }));
  });
  after(async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL));
    equal(check.ok, true, check.label.en);
    await close();
  });

  let count = 0;
  const payer = async (more: { byDossier?: true; email?: string } = {}) => {
    const name = `Payeur ${(count += 1)}`;
    const { payer: id } = await deed(world, addPayer, finance, { name, auxiliary: `PAY${count}`, ...more });
    return { id, debtor: `payer:${id}`, name };
  };
  const fees = (amount: number) => [{ key: "part", label: { fr: "formation", en: "training" }, amount }];
  const asked = (who: { id: string; name: string }, amount: number, days = 30) =>
    owes(world, SCHOOL, { name: who.name, payer: who.id, fees: fees(amount), days });
  const received = (debtor: string, amount: number) =>
    deed(world, recordDebtorPayment, finance, { debtor, amount, paidOn: DAY, means: "transfer" });
  const account = async (debtor: string) => {
    const seen = await view(world, seeDebtor, { actor: finance, establishment: SCHOOL, input: { debtor } });
    ok(seen.kind === "found");
    return seen.value;
  };
  const tried = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = finance): Promise<string> => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join("; ") : outcome.kind;
  };

  it("is given back once what came without naming a charge, and was paid too much of it", async () => {
    const who = await payer();
    const [first, second_] = [await asked(who, 1_960, 10), await asked(who, 1_960, 20)];
    const came = { debtor: who.debtor, amount: 3_000, paidOn: "2026-11-20", means: "transfer" } as const;
    await deed(world, recordDebtorPayment, finance, came);
    const reason = "Formation rompue.";
    await deed(world, waiveCharge, finance, { charge: second_.id, amount: 1_960, reason });
    await deed(world, waiveCharge, finance, { charge: first.id, amount: 1_792, reason });
    equal((await account(who.debtor)).available, 2_832);
    const giveBack = (charge: string, amount: number) =>
      tried(refundCharge, { charge, amount, refundedOn: DAY, means: "transfer", reason });
    match(await giveBack(first.id, 1_793), /trop élevé.*.: 17,92/);
    equal(await giveBack(first.id, 1_792), "done");
    const { available, paid, charges } = await account(who.debtor);
    deepEqual([available, paid], [1_040, 1_208]);
    // One transfer had paid both: what is left of it to give back is read on one of them.
    const { id, balance } = charges.find((one) => one.balance < 0)!;
    equal(balance, -1_040);
    equal(await giveBack(id, 1_040), "done");
    const left = await account(who.debtor);
    deepEqual([left.open, left.available, left.paid], [0, 0, 168]);
    match(await giveBack(first.id, 1), /trop élevé/);
  });

  it("pays what it owes, the oldest first, and has to spare what is left, which its next charge takes", async () => {
    const who = await payer();
    const later = await asked(who, 30000, 60);
    const first = await asked(who, 20000, 10);
    const { number } = await received(who.debtor, 60000);
    const seen = await account(who.debtor);
    deepEqual(
      seen.payments[0]!.served.map(({ charge, amount }) => [charge, amount]),
      [
        [first.id, 20000],
        [later.id, 30000],
      ],
    );
    deepEqual([seen.open, seen.available, seen.paid, seen.payments[0]!.left], [0, 10000, 60000, 10000]);
    const next = await asked(who, 25000, 90);
    const then = await account(who.debtor);
    deepEqual([then.open, then.available, then.next], [15000, 0, { dueOn: "2027-03-01", amount: 15000 }]);
    const receipt = await view(world, seeReceipt, { actor: finance, establishment: SCHOOL, input: { number } });
    ok(receipt.kind === "found");
    deepEqual([receipt.value.charge, receipt.value.name, receipt.value.left], [null, who.name, 0]);
    equal(receipt.value.served.at(-1)!.reference, next.reference);
  });

  it("that pays by dossier pays only what is named; the rest waits for somebody to say what it is for", async () => {
    const who = await payer({ byDossier: true });
    const one = await asked(who, 20000);
    await asked(who, 30000);
    await received(who.debtor, 40000);
    deepEqual([(await account(who.debtor)).open, (await account(who.debtor)).available], [50000, 40000]);
    await deed(world, recordPayment, finance, { charge: one.id, amount: 25000, paidOn: DAY, means: "transfer" });
    const seen = await account(who.debtor);
    deepEqual([seen.open, seen.available], [30000, 45000]);
  });

  it("says whether it pays by dossier before it first pays, and not after: what was paid would serve something else", async () => {
    const who = await payer();
    await asked(who, 10000);
    await received(who.debtor, 4000);
    const found = await view(world, seePayer, { actor: finance, establishment: SCHOOL, input: { id: who.id } });
    ok(found.kind === "found");
    const { id, closedAt: _, siren: __, daysToPay: ___, byDossier: ____, ...now } = found.value;
    match(await tried(changePayer, { ...now, payer: id, byDossier: true }), /a déjà payé/);
    equal(await tried(changePayer, { ...now, payer: id, phone: "04" }), "done");
  });

  it("is given back what pays nothing once a second person agrees, and never more than that", async () => {
    const who = await payer({ email: "compta@exemple.fr" });
    await asked(who, 10000);
    await received(who.debtor, 15000);
    const [payment] = (await account(who.debtor)).payments;
    const refund = { payment: payment!.id, amount: 5000, means: "transfer", reason: "Payé deux fois." } as const;
    match(await tried(proposeRefund, { ...refund, amount: 5001 }), /trop élevé/);
    match(await tried(proposeRefund, { ...refund, means: "online" }), /par la somme payée/);
    const { proposal } = await deed(world, proposeRefund, finance, refund);
    match(await tried(proposeRefund, { ...refund, amount: 1 }), /déjà demandé/);
    equal(await tried(agreeToProposal, { proposal }), "forbidden", "by the one who asked");
    equal((await account(who.debtor)).available, 5000);
    await deed(world, agreeToProposal, second, { proposal });
    equal(await tried(agreeToProposal, { proposal }, second), "stale");
    const seen = await account(who.debtor);
    deepEqual(
      [seen.available, seen.paid, seen.payments[0]!.givenBack, seen.proposals[0]!.agreed],
      [0, 10000, 5000, true],
    );
    match(await tried(reversePayment, { payment: payment!.id, reason: "Erreur." }), /a été rendue/);
  });

  it("waits for one decision at a time: what is asked to be given back is for another person alone", async () => {
    const who = await payer();
    await asked(who, 10000);
    await received(who.debtor, 15000);
    const keys = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("waiting").select("key").where("chain", "=", `debtor:${who.debtor}`).execute(),
      ).then((rows) => rows.map(({ key }) => key));
    deepEqual(await keys(), ["useMoney"]);
    const [payment] = (await account(who.debtor)).payments;
    const refund = { payment: payment!.id, amount: 5000, means: "transfer", reason: "Payé deux fois." } as const;
    const { proposal } = await deed(world, proposeRefund, finance, refund);
    deepEqual(await keys(), []);
    await deed(world, refuseProposal, second, { proposal, reason: "Une facture suit." });
    deepEqual(await keys(), ["useMoney"]);
  });

  it("reads in the mail about a refund what is left on its account after it", async () => {
    const who = await payer({ email: "rendu@exemple.fr" });
    await asked(who, 10000);
    await received(who.debtor, 15000);
    const [payment] = (await account(who.debtor)).payments;
    const refund = { payment: payment!.id, amount: 4000, means: "transfer", reason: "Payé deux fois." } as const;
    await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, refund));
    const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("paragraphs")
        .where("to_address", "=", "rendu@exemple.fr")
        .where("subject", "like", "40,00%")
        .execute(),
    );
    match(JSON.stringify(mail), /10,00\s€ restent à votre compte/);
  });

  it("keeps some cents too much for good, with the debtor’s word for it, once a second person agrees; and tells the debtor", async () => {
    const who = await payer({ email: "tropverse@exemple.fr" });
    await asked(who, 10000);
    await received(who.debtor, 10003);
    const [payment] = (await account(who.debtor)).payments;
    const kept = {
      payment: payment!.id,
      amount: 3,
      means: "kept",
      reason: "Le payeur l’écrit le 20 novembre.",
    } as const;
    const { proposal } = await deed(world, proposeRefund, finance, kept);
    equal(await tried(agreeToProposal, { proposal }), "forbidden", "by the one who asked");
    await deed(world, agreeToProposal, second, { proposal });
    const seen = await account(who.debtor);
    deepEqual([seen.available, seen.open, seen.payments[0]!.givenBack], [0, 0, 3]);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["subject"]).where("to_address", "=", "tropverse@exemple.fr").execute(),
    );
    ok(
      mails.some(({ subject }) => /garde/u.test(subject)),
      JSON.stringify(mails),
    );
  });

  it("owes again what a payment that bounced had paid and what was given back of it, and no cents that were kept", async () => {
    const who = await payer();
    await asked(who, 10000);
    await received(who.debtor, 15003);
    const [payment] = (await account(who.debtor)).payments;
    const back = async (amount: number, means: "transfer" | "kept") => {
      const refund = { payment: payment!.id, amount, means, reason: "Payé de trop." };
      await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, refund));
    };
    await back(3, "kept");
    match(await tried(reversePayment, { payment: payment!.id, reason: "Erreur." }), /a été rendue/);
    await back(5000, "transfer");
    equal(await tried(reversePayment, { payment: payment!.id, kind: "bounced", reason: "Sans provision." }), "done");
    const seen = await account(who.debtor);
    deepEqual([seen.open, seen.available], [15000, 0]);
  });

  it("keeps what pays nothing where the refund is refused, or where a charge took it meanwhile", async () => {
    const who = await payer();
    await asked(who, 10000);
    await received(who.debtor, 15000);
    const [payment] = (await account(who.debtor)).payments;
    const refund = { payment: payment!.id, amount: 5000, means: "transfer", reason: "Payé deux fois." } as const;
    const refused = await deed(world, proposeRefund, finance, refund);
    await deed(world, refuseProposal, second, { ...refused, reason: "Une facture suit." });
    const again = await deed(world, proposeRefund, finance, refund);
    await asked(who, 3000);
    match(await tried(agreeToProposal, again, second), /n’en reste plus autant/);
    deepEqual((await account(who.debtor)).available, 2000);
  });

  it("has a charge given up by two people; what is paid of it later is to spare", async () => {
    const account1 = await newAccount(world, "perdu@exemple.fr");
    const { id } = await owes(world, SCHOOL, { account: account1, name: "Camille Perdu" });
    const debtor = `account:${account1}`;
    const lost = { charge: id, amount: 16000, kind: "bad-debt", reason: "Partie sans adresse." } as const;
    const { proposal } = await deed(world, proposeWriteOff, finance, lost);
    equal(await tried(agreeToProposal, { proposal }, someone(account1, "finance")), "forbidden", "by the debtor");
    await deed(world, agreeToProposal, second, { proposal });
    const seen = await account(debtor);
    deepEqual([seen.open, seen.writtenOff, seen.charges[0]!.state], [0, 16000, "written-off"]);
    match(await tried(proposeWriteOff, lost), /passé en perte/);
    await deed(world, recordPayment, finance, { charge: id, amount: 6000, paidOn: "2026-11-30", means: "cash" });
    const then = await account(debtor);
    deepEqual([then.open, then.writtenOff, then.paid], [0, 10000, 6000], "paid before it was given up: not lost");
  });

  it("pays by a cheque that names no charge, which opens again what it served when it bounces", async () => {
    const who = await payer();
    await asked(who, 10000);
    const cheque = { reference: who.debtor, amount: 10000, drawer: who.name, number: "77" };
    await deed(world, recordCheques, finance, { depositedOn: DAY, cheques: [cheque] });
    match(await tried(recordCheques, { depositedOn: DAY, cheques: [cheque] }), /déjà/);
    const [payment] = (await account(who.debtor)).payments;
    equal((await account(who.debtor)).open, 0);
    await deed(world, reversePayment, finance, { payment: payment!.id, kind: "bounced", reason: "Sans provision." });
    deepEqual([(await account(who.debtor)).open, (await account(who.debtor)).payments[0]!.served], [10000, []]);
  });

  it("that is a body and was late may be asked a fixed sum for recovery, which is shown and never billed; a person never", async () => {
    const who = await payer();
    await asked(who, 10000, -5);
    equal((await account(who.debtor)).recovery, 0, "due on the day that it was asked for");
    const { charges, open } = await account(who.debtor);
    deepEqual([charges.length, open], [1, 10000]);
    const person = await newAccount(world, "tardive@exemple.fr");
    await owes(world, SCHOOL, { account: person });
    equal((await account(`account:${person}`)).recovery, null);
  });

  it("that is a body and was late may be asked penalties, at the rate of those days alone where the school’s file has it", async () => {
    const who = await payer();
    await asked(who, 36_500, 10);
    const { rates: _, ...penalties } = SELLER.money!.invoices.penalties;
    const later = async (on: string, rates: { from: string; to: string; business: number; public: number }[]) => {
      const invoices = { ...SELLER.money!.invoices, penalties: { ...penalties, ...(rates.length > 0 && { rates }) } };
      const payee = () => ({ ...SELLER, money: { ...SELLER.money!, invoices } });
      const then = { ...selling(world), now: () => new Date(`${on}T09:00:00Z`), payee };
      const seen = await view(then, seeDebtor, {
        actor: finance,
        establishment: SCHOOL,
        input: { debtor: who.debtor },
      });
      ok(seen.kind === "found");
      return [seen.value.recovery, seen.value.penalties?.why, seen.value.penalties?.amount];
    };
    const half = { from: "2026-07-01", to: "2026-12-31", business: 1000, public: 800 };
    const next = { from: "2027-01-01", to: "2027-06-30", business: 1000, public: 800 };
    deepEqual(await later("2026-12-11", [half]), [0, undefined, undefined], "on its due day");
    // 365 € for ten days at 10 %.
    deepEqual(await later("2026-12-21", [half]), [4000, null, 100]);
    deepEqual(await later("2026-12-21", []), [4000, "unknown", null]);
    deepEqual(await later("2027-01-10", [half]), [4000, "unknown", null]);
    deepEqual(await later("2027-01-10", [half, next]), [4000, null, 300]);
    deepEqual(await later("2027-01-10", [half, { ...next, business: 900 }]), [4000, "changed", null]);
    equal((await account(who.debtor)).open, 36_500, "nothing is billed");
  });

  it("owes what was given back of a payment that then bounces", async () => {
    const who = await payer();
    await asked(who, 10000);
    const cheque = { reference: who.debtor, amount: 15000, drawer: who.name, number: "78" };
    await deed(world, recordCheques, finance, { depositedOn: DAY, cheques: [cheque] });
    const [payment] = (await account(who.debtor)).payments;
    const refund = { payment: payment!.id, amount: 5000, means: "transfer", reason: "Payé de trop." } as const;
    await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, refund));
    await deed(world, reversePayment, finance, { payment: payment!.id, kind: "bounced", reason: "Sans provision." });
    const seen = await account(who.debtor);
    deepEqual([seen.open, seen.available, seen.charges.length], [15000, 0, 2]);
    deepEqual([seen.asked, seen.paid], [15000, 0], "asked for by a charge, and not taken off what was paid as well");
    match(seen.charges.find(({ total }) => total === 5000)!.lines[0]!.label.fr, /revenu impayé/);
  });

  it("is found by a part of its name or its account, and a person by name where they owe several things", async () => {
    const who = await payer();
    const person = await newAccount(world, "double@exemple.fr");
    for (const _ of [1, 2]) await owes(world, SCHOOL, { account: person, name: "Ada Double" });
    const found = async (text: string) => {
      const seen = await view(world, findDebtors, { actor: finance, establishment: SCHOOL, input: { text } });
      return seen.kind === "found" ? seen.value.debtors.map(({ debtor }) => debtor) : [];
    };
    deepEqual(await found(`PAY${count}`), [who.debtor]);
    deepEqual(await found("double ada"), [`account:${person}`]);
    deepEqual(await found(who.debtor), [who.debtor]);
    deepEqual(await found("account:00000000-0000-4000-8000-00000000ffff"), []);
  });

  it("is never one's own: a keeper of the accounts records nothing on their own account", async () => {
    const own = await newAccount(world, "moi@exemple.fr");
    await owes(world, SCHOOL, { account: own });
    const paid = { debtor: `account:${own}`, amount: 100, paidOn: DAY, means: "cash" } as const;
    equal(await tried(recordDebtorPayment, paid, someone(own, "finance")), "forbidden");
    equal(
      await tried(recordDebtorPayment, { ...paid, debtor: "payer:00000000-0000-4000-8000-00000000ffff" }),
      "forbidden",
    );
  });
});
