/** Money told twice: a payment that somebody typed and the entry that the bank brings of it; a slip of cheques and its deposit; a cheque that came back. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Outcome, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { recordPayment } from "../billing/charges/acts.ts";
import { agreeToProposal, proposeRefund, recordDebtorPayment } from "../billing/debtors/acts.ts";
import { atTheBank, finance, second } from "../test/at-the-bank.ts";
import { newAccount, owes, someone } from "../test/charging.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { runDue } from "../worker/run-due.ts";
import { importBankFile, matchLine, noteReturned, recordCheques, reversePayment, setLineAside } from "./acts.ts";
import { tieLine, untieLine } from "./ties/acts.ts";
import { openLines } from "./store.ts";
import { seeBankDraft, seeBankFile, seeSlip } from "./views.ts";

const SCHOOL = "faire-ess";

describe("money told twice", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const { within, tried, read, imported, line, account, left, sound, employer } = atTheBank(() => world);
  const said = (outcome: Outcome<unknown>) =>
    outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path} ${message("fr")}`).join()
      : outcome.kind;
  const typed = async (debtor: string, amount: number, paidOn = "2026-11-26") => {
    const by = { debtor, amount, paidOn, means: "transfer" } as const;
    const { number } = await deed(world, recordDebtorPayment, finance, by);
    return (await account(debtor)).payments.find((one) => one.number === number)!.id;
  };

  it("typed on an account, then brought by the bank under a reference, is asked of a person; tied, it pays once", async () => {
    const { debtor, reference } = await employer("Les Bouleaux", 50000);
    const payment = await typed(debtor, 30000);
    const { file, line: id } = await imported("28/11/2026", `VIR ${reference}`, "300,00");
    const seen = await line(id);
    deepEqual(
      seen.typed.map((one) => [one.id, one.name]),
      [[payment, "Les Bouleaux"]],
    );
    const { tie } = await deed(world, tieLine, finance, { line: id, payment });
    deepEqual([await left(id), (await account(debtor)).open, (await account(debtor)).payments.length], [0, 20000, 1]);
    equal((await tried(tieLine, { line: id, payment })).kind, "stale");
    const of = await view(world, seeBankFile, { actor: finance, establishment: SCHOOL, input: { file } });
    ok(of.kind === "found");
    deepEqual(
      of.value.lines[0]!.pays.map(({ named }) => named),
      ["Les Bouleaux"],
    );
    await sound();
    // Another transfer after all.
    await deed(world, untieLine, finance, { line: id, tie });
    equal(await left(id), 30000);
    await deed(world, matchLine, finance, { line: id, shares: [{ reference, amount: 30000 }] });
    deepEqual([(await account(debtor)).open, (await account(debtor)).available], [0, 10000]);
    await sound();
  });

  it("without a reference is proposed by its sum, some days around and no further", async () => {
    const { debtor } = await employer("Les Charmes", 90000);
    const payment = await typed(debtor, 31000, "2026-11-10");
    const near = await imported("15/11/2026", "VIR SANS RIEN", "310,00");
    const far = await imported("16/11/2026", "VIR SANS RIEN NON PLUS", "310,00");
    deepEqual(
      (await line(near.line)).typed.map(({ id }) => id),
      [payment],
    );
    deepEqual((await line(far.line)).typed, []);
    const draft = await read("15/11/2026;VIR ENCORE;310,00");
    const plan = await view(world, seeBankDraft, { actor: finance, establishment: SCHOOL, input: { file: draft } });
    ok(plan.kind === "found");
    deepEqual(
      plan.value.planned.map(({ told }) => told),
      ["typed"],
    );
    await deed(world, tieLine, finance, { line: near.line, payment });
    deepEqual(
      (await line(near.line)).ties.map(({ payment: of, amount }) => [of, amount]),
      [[payment, 31000]],
    );
    for (const one of [far.line])
      await deed(world, setLineAside, finance, { line: one, reason: "don", elsewhere: true });
    await sound();
  });

  it("is free again where the payment that was typed was none", async () => {
    const { debtor } = await employer("Les Cormiers", 20000);
    const payment = await typed(debtor, 20000);
    const { line: id } = await imported("27/11/2026", "VIR CORMIERS X", "200,00");
    await deed(world, tieLine, finance, { line: id, payment });
    await deed(world, reversePayment, finance, { payment, reason: "Saisi pour un autre." });
    deepEqual([await left(id), (await account(debtor)).open], [20000, 20000]);
    await sound();
  });

  it("is told before a transfer is typed that the bank brought already, or that waits to be matched", async () => {
    const { debtor, charge, reference } = await employer("Les Érables", 80000);
    await imported("25/11/2026", `VIR ${reference}`, "111,00");
    const again = { debtor, amount: 11100, paidOn: "2026-11-27", means: "transfer" } as const;
    match(said(await tried(recordDebtorPayment, again)), /^again Le relevé de la banque a déjà apporté ce virement/);
    match(
      said(await tried(recordPayment, { charge, amount: 11100, paidOn: "2026-11-24", means: "transfer" })),
      /^again Le relevé/,
    );
    equal((await account(debtor)).open, 68900);
    await deed(world, recordDebtorPayment, finance, { ...again, again: true });
    equal((await account(debtor)).open, 57800);
    const { line: id } = await imported("20/11/2026", "VIR INCONNU", "112,00");
    const other = { debtor, amount: 11200, paidOn: "2026-11-22", means: "transfer" } as const;
    match(said(await tried(recordDebtorPayment, other)), /attend d’être rapprochée : VIR INCONNU/);
    // Cash is no transfer; nor is another sum.
    equal(said(await tried(recordDebtorPayment, { ...other, means: "cash" })), "done");
    equal(said(await tried(recordDebtorPayment, { ...other, amount: 11201 })), "done");
    match(said(await tried(recordDebtorPayment, { ...other, amount: 11201 })), /^again Ce virement est déjà saisi/);
    await deed(world, setLineAside, finance, { line: id, reason: "ailleurs", elsewhere: true });
    await sound();
  });

  it("of a deposit of cheques is the slip of the same total", async () => {
    const { debtor } = await employer("Les Ormes", 60000);
    const cheque = (amount: number, number: string) => ({ reference: debtor, amount, drawer: "Les Ormes", number });
    const cheques = [cheque(21000, "1"), cheque(22000, "2")];
    const { slip, number } = await deed(world, recordCheques, finance, { depositedOn: "2026-11-20", cheques });
    const { line: id } = await imported("24/11/2026", "REMISE CHEQUES 2", "430,00");
    deepEqual(
      (await line(id)).slips.map((one) => one.number),
      [number],
    );
    await deed(world, tieLine, finance, { line: id, slip });
    deepEqual([await left(id), (await account(debtor)).open], [0, 17000]);
    const { line: second } = await imported("25/11/2026", "REMISE CHEQUES BIS", "430,00");
    deepEqual((await line(second)).slips, []);
    equal((await tried(tieLine, { line: second, slip })).kind, "stale");
    await deed(world, setLineAside, finance, { line: second, reason: "dit deux fois" });
    await sound();
  });

  it("went out because a cheque was not honoured: it is owed again from the bank’s day, with the bank’s fee", async () => {
    const { debtor } = await employer("Les Peupliers", 60000);
    const cheque = { reference: debtor, amount: 23400, drawer: "SARL Peupliers", number: "0007" };
    await deed(world, recordCheques, finance, { depositedOn: "2026-11-20", cheques: [cheque] });
    const file = await read(
      "25/11/2026;LOYER;-234,00",
      "25/11/2026;CHQ IMPAYE 7 PEUPLIERS;-234,00",
      "25/11/2026;REJET PRLV EDF;-99,00",
    );
    await deed(world, importBankFile, finance, { file });
    const lines = (await within((tx) => openLines(tx, undefined, 50))).filter(({ amount }) => amount < 0);
    // What is no payment of ours is not kept.
    deepEqual(
      lines.map(({ label }) => label),
      ["CHQ IMPAYE 7 PEUPLIERS"],
    );
    const id = lines[0]!.id;
    const { returned } = await line(id);
    deepEqual(
      returned.map(({ drawer, chequeNumber }) => [drawer, chequeNumber]),
      [["SARL Peupliers", "0007"]],
    );
    equal((await account(debtor)).open, 36600);
    const back = { line: id, payment: returned[0]!.id, reason: "Sans provision.", bankFee: 1200 };
    await deed(world, noteReturned, finance, back);
    equal((await account(debtor)).open, 60000);
    equal((await tried(noteReturned, back)).kind, "stale");
    equal(await left(id), 0);
    const [reversal] = await within((tx) =>
      tx
        .selectFrom("payment_reversal")
        .select(["reversed_on", "bank_fee", "bounced"])
        .where("id", "=", back.payment)
        .execute(),
    );
    deepEqual(reversal, { reversed_on: "2026-11-25", bank_fee: 1200, bounced: true });
    // The same told by another file is recognised; and the slip no longer has it for paid.
    const { charge: other } = await employer("Les Trembles", 23400);
    await deed(world, recordPayment, finance, {
      charge: other,
      amount: 23400,
      paidOn: "2026-11-20",
      means: "transfer",
    });
    const { line: again } = await imported("26/11/2026", "REJET CHQ", "-234,00");
    const { bounced } = await line(again);
    deepEqual(
      bounced.map(({ id: of, returnedOn }) => [of, returnedOn]),
      [[back.payment, "2026-11-25"]],
    );
    await deed(world, setLineAside, finance, { line: again, reason: "déjà noté" });
    const slip = await within((tx) =>
      tx.selectFrom("cheque_slip").select("id").where("total", "=", 23400).executeTakeFirstOrThrow(),
    );
    const deposited = await view(world, seeSlip, { actor: finance, establishment: SCHOOL, input: slip });
    deepEqual(deposited.kind === "found" && deposited.value.cheques.map((one) => one.returned), [true]);
    await sound();
  });

  it("that goes out in the amount of a refund is kept, and told to be that refund; other spending is not kept", async () => {
    const { debtor } = await employer("Les Ormes", 10000);
    const payment = await typed(debtor, 155000);
    const back = { payment, amount: 145000, means: "transfer", reason: "Payé de trop." } as const;
    await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, back));
    now = new Date("2026-12-04T09:00:00Z");
    const file = await read("03/12/2026;VIR EMIS LES ORMES REMB;-1450,00", "03/12/2026;LOYER;-900,00");
    const plan = await view(world, seeBankDraft, { actor: finance, establishment: SCHOOL, input: { file } });
    ok(plan.kind === "found");
    deepEqual([plan.value.planned.map(({ told }) => told), plan.value.spent], [["refund"], 1]);
    await deed(world, importBankFile, finance, { file });
    const lines = await within((tx) => openLines(tx, undefined, 50));
    const { id } = lines.find(({ amount }) => amount === -145000)!;
    const seen = await line(id);
    deepEqual(
      seen.refunds.map((one) => [one.name, one.amount, one.debtor]),
      [["Les Ormes", 145000, debtor]],
    );
    const refund = seen.refunds[0]!.id;
    const { tie } = await deed(world, tieLine, finance, { line: id, refund });
    deepEqual([await left(id), (await line(id)).refunds, (await line(id)).ties[0]!.refund], [0, [], refund]);
    equal((await tried(tieLine, { line: id, refund })).kind, "stale");
    await sound();
    await deed(world, untieLine, finance, { line: id, tie });
    equal(await left(id), -145000);
    await deed(world, tieLine, finance, { line: id, refund });
    const again = await read("03/12/2026;VIR EMIS LES ORMES REMB;-1450,00", "04/12/2026;VIR EMIS;-1450,00");
    const next = await view(world, seeBankDraft, { actor: finance, establishment: SCHOOL, input: { file: again } });
    deepEqual(next.kind === "found" && [next.value.planned, next.value.spent], [[], 2]);
    await sound();
  });

  it("is nobody’s own to tie", async () => {
    const id = await newAccount(world, "finance@exemple.fr");
    const { id: charge } = await owes(world, SCHOOL, { account: id });
    await deed(world, recordPayment, finance, { charge, amount: 4100, paidOn: "2026-11-26", means: "transfer" });
    const payment = (await account(`account:${id}`)).payments[0]!.id;
    const { line: entry } = await imported("26/11/2026", "VIR MOI", "41,00");
    equal((await tried(tieLine, { line: entry, payment }, someone(id, "finance"))).kind, "forbidden");
    await deed(world, tieLine, finance, { line: entry, payment });
    await sound();
  });

  it("goes with what it told of, once accounting lets it go", async () => {
    const { debtor } = await employer("Les Saules", 10000);
    const payment = await typed(debtor, 10000);
    const { line: id } = await imported("26/11/2026", "VIR SAULES", "100,00");
    await deed(world, tieLine, finance, { line: id, payment });
    const paid = await typed(debtor, 2000);
    const back = { payment: paid, amount: 2000, means: "transfer", reason: "Payé de trop." } as const;
    await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, back));
    const { line: out } = await imported("04/12/2026", "VIR EMIS SAULES", "-20,00");
    await deed(world, tieLine, finance, { line: out, refund: (await line(out)).refunds[0]!.id });
    now = new Date("2038-01-01T09:00:00Z");
    await runDue(world, SCHOOL);
    deepEqual(await within((tx) => tx.selectFrom("bank_line").select("id").where("id", "=", id).execute()), []);
    deepEqual(await within((tx) => tx.selectFrom("bank_line_tie").select("id").where("line", "=", id).execute()), []);
    await sound();
  });
});
