/** Entries of the bank that name no charge: matched with a payer, shared out by dossier, taken back, kept as long as accounting asks. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { agreeToProposal, proposeRefund } from "../billing/debtors/acts.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { atTheBank, finance, second } from "../test/at-the-bank.ts";
import { owes } from "../test/charging.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { runDue } from "../worker/run-due.ts";
import { matchLine, recordCheques, reversePayment } from "./acts.ts";
import { seeBankFile, seeSlip } from "./views.ts";

const SCHOOL = "faire-ess";

describe("an entry of the bank that names no charge", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const { within, line, left, sound, ...desk } = atTheBank(() => world);
  const payer = async (name: string, more: { auxiliary?: string; byDossier?: true } = {}) =>
    (await deed(world, addPayer, finance, { name, ...more })).payer;
  const asked = (of: string, called: string, amount: number) =>
    owes(world, SCHOOL, {
      name: "Fonds",
      payer: of,
      called,
      fees: [{ key: "part", label: { fr: "formation", en: "training" }, amount }],
    });
  const imported = (label: string, amount: string) => desk.imported("30/11/2026", label, amount);
  const account = (of: string) => desk.account(`payer:${of}`);

  it("is proposed to the payer that it names, and pays the oldest of what they owe", async () => {
    const employer = await payer("Les Amandiers", { auxiliary: "AMAND" });
    const first = await asked(employer, "D-2026-000601", 20000);
    await asked(employer, "D-2026-000602", 30000);
    const { line: id, file } = await imported("VIR LES AMANDIERS FORMATION", "450,00");
    const { payers } = await line(id);
    deepEqual(
      payers.map(({ debtor, why }) => [debtor, why]),
      [[`payer:${employer}`, ["name"]]],
    );
    await deed(world, matchLine, finance, { line: id, shares: [{ reference: `payer:${employer}`, amount: 45000 }] });
    equal(await left(id), 0);
    const seen = await account(employer);
    deepEqual([seen.open, seen.payments[0]!.served[0]!.charge], [5000, first.id]);
    const read = await view(world, seeBankFile, { actor: finance, establishment: SCHOOL, input: { file } });
    ok(read.kind === "found");
    deepEqual(
      read.value.lines[0]!.pays.map(({ charge, debtor, named }) => [charge, debtor, named]),
      [[null, `payer:${employer}`, "Les Amandiers"]],
    );
    await sound();
  });

  it("is free again where it was matched with the wrong payer, and what it paid is owed", async () => {
    const wrong = await payer("Le Chêne");
    const right = await payer("Le Tilleul");
    await asked(wrong, "D-2026-000603", 10000);
    await asked(right, "D-2026-000604", 10000);
    const { line: id } = await imported("VIR TILLEUL", "100,00");
    await deed(world, matchLine, finance, { line: id, shares: [{ reference: `payer:${wrong}`, amount: 10000 }] });
    equal((await account(wrong)).open, 0);
    const [payment] = (await account(wrong)).payments;
    await deed(world, reversePayment, finance, { payment: payment!.id, reason: "C’était Le Tilleul." });
    equal((await account(wrong)).open, 10000);
    equal(await left(id), 10000);
    await deed(world, matchLine, finance, { line: id, shares: [{ reference: `payer:${right}`, amount: 10000 }] });
    deepEqual([(await account(right)).open, (await account(wrong)).payments[0]!.reversed], [0, true]);
    await sound();
  });

  it("of a fund is shared out by the dossiers that it names", async () => {
    const fund = await payer("Opco Santé", { byDossier: true });
    const one = await asked(fund, "D-2026-000701", 20000);
    const two = await asked(fund, "D-2026-000702", 30000);
    await asked(fund, "D-2026-000703", 40000);
    const { line: id } = await imported("OPCO SANTE D-2026-000701 D-2026-000702", "500,00");
    const { proposals } = await line(id);
    deepEqual(
      proposals.map((proposal) => [proposal.id, proposal.why]),
      [
        [one.id, ["dossier"]],
        [two.id, ["dossier"]],
      ],
    );
    const shares = proposals.map(({ reference, balance }) => ({ reference, amount: balance }));
    await deed(world, matchLine, finance, { line: id, shares });
    const seen = await account(fund);
    deepEqual([seen.open, seen.available], [40000, 0]);
    await sound();
  });

  it("stands on the slip of a cheque under the name of who brought it", async () => {
    const employer = await payer("Le Cèdre");
    const cheque = { reference: `payer:${employer}`, amount: 5000, drawer: "Le Cèdre" };
    const { slip } = await deed(world, recordCheques, finance, { depositedOn: "2026-12-01", cheques: [cheque] });
    const seen = await view(world, seeSlip, { actor: finance, establishment: SCHOOL, input: { id: slip } });
    ok(seen.kind === "found");
    deepEqual([seen.value.cheques[0]!.named, seen.value.cheques[0]!.charge], ["Le Cèdre", null]);
    equal((await account(employer)).available, 5000);
  });

  it("is kept with what it paid, and goes with the last charge of its debtor", async () => {
    const employer = await payer("Le Frêne");
    await asked(employer, "D-2026-000801", 10000);
    const { line: id } = await imported("VIR FRENE", "130,00");
    await deed(world, matchLine, finance, { line: id, shares: [{ reference: `payer:${employer}`, amount: 13000 }] });
    const [payment] = (await account(employer)).payments;
    const back = { payment: payment!.id, amount: 3000, means: "transfer", reason: "Payé de trop." } as const;
    await deed(world, agreeToProposal, second, await deed(world, proposeRefund, finance, back));
    const left = () =>
      within(async (tx) => {
        const lines = await tx.selectFrom("bank_line").select("id").where("id", "=", id).execute();
        const alone = await tx.selectFrom("payment").select("id").where("debtor", "=", `payer:${employer}`).execute();
        const asks = await tx.selectFrom("money_proposal").select("id").where("payment", "=", payment!.id).execute();
        return [lines.length, alone.length, asks.length];
      });
    now = new Date("2036-12-31T09:00:00Z");
    await runDue(world, SCHOOL);
    deepEqual(await left(), [1, 1, 1]);
    now = new Date("2037-01-01T09:00:00Z");
    await runDue(world, SCHOOL);
    deepEqual(await left(), [0, 0, 0]);
    await sound();
  });
});
