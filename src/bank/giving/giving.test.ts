/** Money that two people agreed to give back waits for who sends it, until it is noted or the bank shows it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { listOwed, seeReceipt } from "../../billing/charges/views.ts";
import { agreeToProposal, proposeRefund, recordDebtorPayment } from "../../billing/debtors/acts.ts";
import { seeProposal } from "../../billing/debtors/views.ts";
import { atTheBank, finance, second } from "../../test/at-the-bank.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { runDue } from "../../worker/run-due.ts";
import { tieLine, untieLine } from "../ties/acts.ts";
import { noteMoneyGiven } from "./acts.ts";
import { seeMoneyToGive } from "./views.ts";

const SCHOOL = "faire-ess";

describe("money that two people agreed to give back", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const { within, tried, imported, line, account, employer, sound } = atTheBank(() => world);
  /** Asked to be given back, of what was paid too much. */
  const asked = async (debtor: string, amount: number, means: "transfer" | "cash" | "kept" = "transfer") => {
    await deed(world, recordDebtorPayment, finance, {
      debtor,
      amount: 10000 + amount,
      paidOn: "2026-11-26",
      means: "cash",
    });
    const [payment] = (await account(debtor)).payments;
    const back = { payment: payment!.id, amount, means, reason: "Payé de trop." };
    return (await deed(world, proposeRefund, finance, back)).proposal;
  };
  const agreed = async (...given: Parameters<typeof asked>) => {
    const proposal = await asked(...given);
    await deed(world, agreeToProposal, second, { proposal });
    return proposal;
  };
  const waits = async (proposal: string) =>
    (
      await within((tx) =>
        tx.selectFrom("waiting").select(["key", "facts"]).where("chain", "=", `money-to-give:${proposal}`).execute(),
      )
    ).map(({ key, facts }) => [key, facts]);
  const stands = async (proposal: string) => {
    const seen = await view(world, seeMoneyToGive, { actor: finance, establishment: SCHOOL, input: { proposal } });
    return seen.kind === "found" ? seen.value : undefined;
  };

  it("waits once it is agreed to, until somebody notes that it left", async () => {
    const { debtor } = await employer("Les Hêtres", 10000);
    const proposal = await asked(debtor, 4000);
    deepEqual([await waits(proposal), await stands(proposal)], [[], undefined]);
    equal((await tried(noteMoneyGiven, { proposal, madeOn: "2026-12-01" })).kind, "forbidden");
    await deed(world, agreeToProposal, second, { proposal });
    deepEqual(await waits(proposal), [["giveAgreed", { amount: 4000, means: "transfer" }]]);
    equal((await tried(noteMoneyGiven, { proposal, madeOn: "2026-11-30" })).kind, "invalid", "before it was agreed to");
    equal((await tried(noteMoneyGiven, { proposal, madeOn: "2026-12-02" })).kind, "invalid", "a day to come");
    await deed(world, noteMoneyGiven, finance, { proposal, madeOn: "2026-12-01" });
    deepEqual(await waits(proposal), []);
    equal((await stands(proposal))?.made?.on, "2026-12-01");
    equal((await tried(noteMoneyGiven, { proposal, madeOn: "2026-12-01" }, second)).kind, "stale");
    await sound();
  });

  it("is counted in what is paid too much, whether it was paid for a sum that is asked for or for none", async () => {
    const counted = async () => {
      const input = { which: "over-paid" } as const;
      const seen = await view(world, listOwed, { actor: finance, establishment: SCHOOL, input });
      ok(seen.kind === "found");
      return seen.value;
    };
    const before = (await counted()).totals.toGiveBack;
    const { debtor } = await employer("Les Amandiers", 10000);
    await deed(world, recordDebtorPayment, finance, { debtor, amount: 155_000, paidOn: "2026-11-26", means: "cash" });
    const { totals, spare } = await counted();
    equal(totals.toGiveBack - before, 145_000);
    deepEqual(spare.find((one) => one.debtor === debtor)?.amount, 145_000);
  });

  it("is said to have left on one day, on the proposal, on the account and on the receipt", async () => {
    const { debtor } = await employer("Les Cerisiers", 10000);
    const proposal = await agreed(debtor, 4050);
    const said = async () => {
      const asked = { actor: finance, establishment: SCHOOL };
      const one = await view(world, seeProposal, { ...asked, input: { proposal } });
      const [payment] = (await account(debtor)).payments;
      const receipt = await view(world, seeReceipt, { ...asked, input: { number: payment!.number } });
      ok(one.kind === "found" && receipt.kind === "found");
      const listed = (await account(debtor)).proposals.map(({ toSend, madeOn }) => [toSend, madeOn]);
      const since = receipt.value.since.map(({ on, toSend }) => [on, toSend]);
      return [[one.value.toSend, one.value.madeOn], ...listed, ...since];
    };
    deepEqual(await said(), [
      [true, null],
      [true, null],
      ["2026-12-01", true],
    ]);
    now = new Date("2026-12-04T09:00:00Z");
    await deed(world, noteMoneyGiven, finance, { proposal, madeOn: "2026-12-03" });
    deepEqual(await said(), [
      [false, "2026-12-03"],
      [false, "2026-12-03"],
      ["2026-12-03", false],
    ]);
    now = new Date("2026-12-01T09:00:00Z");
    await sound();
  });

  it("waits no more once an entry of the bank shows it, and again where that entry was other money", async () => {
    const { debtor } = await employer("Les Aulnes", 10000);
    const proposal = await agreed(debtor, 4100);
    const { line: id } = await imported("01/12/2026", "VIR EMIS AULNES", "-41,00");
    const { tie } = await deed(world, tieLine, finance, { line: id, refund: (await line(id)).refunds[0]!.id });
    deepEqual([await waits(proposal), (await stands(proposal))?.line], [[], id]);
    await deed(world, untieLine, finance, { line: id, tie });
    deepEqual((await waits(proposal)).length, 1);
    await sound();
  });

  it("waits in cash as by transfer, and not at all where it is kept", async () => {
    const [cash, kept] = [await employer("Les Noisetiers", 10000), await employer("Les Sureaux", 10000)];
    deepEqual(await waits(await agreed(cash.debtor, 500, "cash")), [["giveAgreed", { amount: 500, means: "cash" }]]);
    deepEqual(await waits(await agreed(kept.debtor, 3, "kept")), []);
  });

  it("is noted by nobody to whom it is given back", async () => {
    const own = await newAccount(world, "rendu@exemple.fr");
    const fees = [{ key: "part", label: { fr: "formation", en: "training" }, amount: 10000 }];
    await owes(world, SCHOOL, { account: own, fees });
    const proposal = await agreed(`account:${own}`, 4200);
    const noted = { proposal, madeOn: "2026-12-01" };
    equal((await tried(noteMoneyGiven, noted, someone(own, "finance"))).kind, "forbidden");
  });

  it("goes with the debtor, once accounting lets it go", async () => {
    const { debtor } = await employer("Les Charmes", 10000);
    const proposal = await agreed(debtor, 4300);
    await deed(world, noteMoneyGiven, second, { proposal, madeOn: "2026-12-01" });
    now = new Date("2038-01-01T09:00:00Z");
    await runDue(world, SCHOOL);
    const left = within((tx) => tx.selectFrom("money_made").select("id").where("id", "=", proposal).execute());
    deepEqual(await left, []);
    await sound();
  });
});
