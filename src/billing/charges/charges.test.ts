import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Act, type Outcome, perform, view } from "../../act/act.ts";
import { withSchool } from "../../db/school.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { runDue } from "../../worker/run-due.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { recordPayment, refundCharge, reverseWaiver, waiveCharge } from "./acts.ts";
import { moneyCheck } from "./check.ts";
import { recountAccounts } from "./recounting.ts";
import { chargeHistory } from "./movements/store.ts";
import { lockCharges } from "./states/store.ts";
import { exportMovements, findCharges, myReceipt, seeCharge } from "./views.ts";

const SCHOOL = "school-a";
const DAY = "2026-12-01";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("a charge", () => {
  let given: TestWorld;
  before(async () => {
    given = await testWorld({ now: `${DAY}T09:00:00Z` });
  });
  after(() => given.close());

  const act = <F extends TSchema, V>(deed: Act<F, V>, input: Static<F>, actor = finance): Promise<Outcome<V>> =>
    perform(given.world, deed, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const stands = async (id: string) =>
    (await withSchool(given.world.db, SCHOOL, (tx) => lockCharges(tx, [id]))).get(id)!;
  const pay = (charge: string, amount: number) => act(recordPayment, { charge, amount, paidOn: DAY, means: "cash" });
  const mailsTo = (address: string) =>
    withSchool(given.world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "lang"])
        .where("to_address", "=", address)
        .orderBy("id")
        .execute(),
    );

  it("is paid in parts, each with a receipt of its own", async () => {
    const { id } = await owes(given.world, SCHOOL);
    const first = await pay(id, 5000);
    const second = await pay(id, 11000);
    const numbers = [first, second].map((one) => (one.kind === "done" ? one.value.number : ""));
    match(numbers[0]!, /^R-2026-\d{6}$/);
    equal(new Set(numbers).size, 2);
    equal((await stands(id)).state, "paid");
  });

  it("is not paid tomorrow, nor for nothing, nor by whoever owes it", async () => {
    const { id } = await owes(given.world, SCHOOL);
    const tomorrow = { charge: id, amount: 100, paidOn: "2026-12-02", means: "cash" } as const;
    equal((await act(recordPayment, tomorrow)).kind, "invalid");
    equal((await act(recordPayment, { ...tomorrow, paidOn: DAY, amount: 0 })).kind, "invalid");
    const account = "00000000-0000-4000-8000-000000000002";
    equal((await act(recordPayment, { ...tomorrow, paidOn: DAY }, someone(account))).kind, "forbidden");
    equal((await stands(id)).paid, 0);
  });

  it("gives back what was paid too much, never more than was received, and says so by mail", async () => {
    const account = await newAccount(given.world, "ana@exemple.fr", "en");
    const { id } = await owes(given.world, SCHOOL, { account });
    await pay(id, 17000);
    const refund = { charge: id, refundedOn: DAY, means: "transfer", reason: "paid too much" } as const;
    const most = await act(refundCharge, { ...refund, amount: 17001 });
    match(most.kind === "invalid" ? most.issues[0]!.message("en") : "", /€170\.00 at most/);
    equal((await act(refundCharge, { ...refund, amount: 1000 })).kind, "done");
    deepEqual([(await stands(id)).state, (await stands(id)).balance], ["paid", 0]);
    const [receipt, refunded] = await mailsTo("ana@exemple.fr");
    match(JSON.stringify(receipt), /You paid €10\.00 too much/);
    match(refunded!.subject, /€10\.00 is given back/);
    equal((await act(refundCharge, { ...refund, amount: 16000 })).kind, "done");
    equal((await stands(id)).state, "refunded");
    equal((await act(refundCharge, { ...refund, amount: 1 })).kind, "invalid");
  });

  it("is served by what its debtor paid too much of another, and by what they pay later first", async () => {
    const account = await newAccount(given.world, "deux@exemple.fr");
    const first = await owes(given.world, SCHOOL, { account });
    const second = await owes(given.world, SCHOOL, { account });
    await pay(first.id, 20000);
    const both = async () => [(await stands(first.id)).balance, (await stands(second.id)).balance];
    deepEqual(await both(), [0, 12000]);
    await pay(first.id, 15000);
    deepEqual(await both(), [-3000, 0]);
    const third = await owes(given.world, SCHOOL, { account });
    deepEqual([...(await both()), (await stands(third.id)).balance], [0, 0, 13000]);
    equal((await withSchool(given.world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
  });

  it("is counted again by the calendar where an earlier release counted each charge apart", async () => {
    const { world } = given;
    const account = await newAccount(world, "avant@exemple.fr");
    const [first, second] = [await owes(world, SCHOOL, { account }), await owes(world, SCHOOL, { account })];
    await pay(first.id, 20000);
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`update charge_state set balance = -4000, paid = 20000, state = 'over-paid' where id = ${first.id}::uuid`.execute(
        tx,
      );
      await sql`update charge_state set balance = 16000, paid = 0, state = 'owed' where id = ${second.id}::uuid`.execute(
        tx,
      );
      await sql`update debtor_state set recount = true where debtor = ${`account:${account}`}`.execute(tx);
    });
    await runDue(world, SCHOOL, [recountAccounts] as never);
    deepEqual([(await stands(first.id)).balance, (await stands(second.id)).balance], [0, 12000]);
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
  });

  it("is waived with a reason; what was paid before is then to be given back", async () => {
    const { id } = await owes(given.world, SCHOOL);
    await pay(id, 5000);
    equal((await act(waiveCharge, { charge: id, amount: 16000, reason: "boursier" })).kind, "done");
    deepEqual([(await stands(id)).state, (await stands(id)).balance], ["over-paid", -5000]);
    equal((await act(waiveCharge, { charge: id, amount: 1, reason: "encore" })).kind, "invalid");
    const refund = { charge: id, refundedOn: DAY, means: "transfer", reason: "boursier" } as const;
    const most = await act(refundCharge, { ...refund, amount: 5001 });
    match(most.kind === "invalid" ? most.issues[0]!.message("en") : "", /€50\.00 at most/, "never more than was paid");
    equal((await act(waiveCharge, { charge: id, amount: 1, reason: "" })).kind, "invalid");
  });

  it("is asked for again by another charge once a waiver is reversed, once, with a reason, and the waiver stands", async () => {
    const { id } = await owes(given.world, SCHOOL);
    await act(waiveCharge, { charge: id, amount: 16000, reason: "non boursière" });
    await act(waiveCharge, { charge: id, amount: 16000, reason: "encore" });
    const history = await withSchool(given.world.db, SCHOOL, (tx) => chargeHistory(tx, id));
    const [waiver] = history.waivers;
    equal((await act(reverseWaiver, { waiver: waiver!.id, reason: "" })).kind, "invalid");
    const reversed = await act(reverseWaiver, { waiver: waiver!.id, reason: "erreur de dossier" });
    equal((await act(reverseWaiver, { waiver: waiver!.id, reason: "encore" })).kind, "stale");
    if (reversed.kind !== "done") throw new Error(reversed.kind);
    const again = reversed.value.charge;
    deepEqual(await stands(id).then(({ state, balance, waived }) => [state, balance, waived]), ["waived", 0, 16000]);
    deepEqual(await stands(again).then(({ state, balance, dueOn }) => [state, balance, dueOn]), [
      "owed",
      16000,
      "2026-12-31",
    ]);
    const kept = await withSchool(given.world.db, SCHOOL, (tx) => chargeHistory(tx, id));
    deepEqual(
      [
        kept.waivers.map(({ reason, reversed: undone, stands: stays }) => [reason, undone, stays]),
        kept.waiverReversals.map(({ reason, charged }) => [reason, charged]),
      ],
      [[["non boursière", true, true]], [["erreur de dossier", again]]],
    );
  });

  it("is refunded once where two people refund it at the same moment", async () => {
    const { id } = await owes(given.world, SCHOOL);
    await pay(id, 16000);
    const refund = { charge: id, amount: 16000, refundedOn: DAY, means: "transfer", reason: "désistement" } as const;
    const both = await Promise.all([act(refundCharge, refund), act(refundCharge, refund)]);
    deepEqual(both.map(({ kind }) => kind).toSorted(), ["done", "invalid"]);
    equal((await stands(id)).refunded, 16000);
  });

  it("is looked at by the doctor, who tells a state that its facts do not give", async () => {
    const look = () => withSchool(given.world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL));
    equal((await look()).ok, true);
    const { id } = await owes(given.world, SCHOOL);
    const spoil = (balance: number) =>
      withSchool(given.world.db, SCHOOL, (tx) =>
        tx.updateTable("charge_state").set({ balance }).where("id", "=", id).execute(),
      );
    await spoil(15999);
    const told = await look();
    equal(told.ok, false);
    match(told.label.fr, new RegExp(id));
    await spoil(16000);
    equal((await look()).ok, true);
  });

  it("is nobody’s of another school, and its receipt nobody else’s", async () => {
    const account = await newAccount(given.world, "zoe@exemple.fr");
    const { id } = await owes(given.world, SCHOOL, { account });
    const paid = await pay(id, 16000);
    const { number } = paid.kind === "done" ? paid.value : { number: "" };
    const elsewhere = { actor: finance, establishment: "school-b" };
    const refund = { charge: id, amount: 1, refundedOn: DAY, means: "transfer", reason: "vol" } as const;
    const tried = [
      await perform(given.world, refundCharge, { ...elsewhere, attempt: newAttempt(), input: refund }),
      await perform(given.world, waiveCharge, {
        ...elsewhere,
        attempt: newAttempt(),
        input: { charge: id, amount: 1, reason: "vol" },
      }),
    ];
    deepEqual(
      tried.map(({ kind }) => kind),
      ["forbidden", "forbidden"],
    );
    equal((await view(given.world, seeCharge, { ...elsewhere, input: { id } })).kind, "missing");
    const other = someone(await newAccount(given.world, "max@exemple.fr"));
    const mine = (actor: typeof other, establishment = SCHOOL) =>
      view(given.world, myReceipt, { actor, establishment, input: { number } });
    deepEqual(
      [await mine(other), await mine(someone(account)), await mine(someone(account), "school-b")].map(
        ({ kind }) => kind,
      ),
      ["missing", "found", "missing"],
    );
    equal(
      (await view(given.world, seeCharge, { actor: other, establishment: SCHOOL, input: { id } })).kind,
      "forbidden",
    );
  });

  it("is found by a part of its name without accents, a receipt, a dossier or its reference, and in its own school alone", async () => {
    const who = { name: "Zélie d’Œuvre-Été", called: "D-2026-000777" };
    const { id, reference } = await owes(given.world, SCHOOL, who);
    await owes(given.world, "school-b", who);
    const paid = await pay(id, 16000);
    const { number } = paid.kind === "done" ? paid.value : { number: "" };
    const found = async (text: string) => {
      const seen = await view(given.world, findCharges, { actor: finance, establishment: SCHOOL, input: { text } });
      return seen.kind === "found" ? seen.value.charges.map((one) => one.id) : [];
    };
    for (const text of ["zelie", "ETE oeuvre", "d-2026-000777", number.toLowerCase(), reference.replaceAll("-", " ")])
      deepEqual(await found(text), [id], text);
    for (const text of ["zelie martin", "D-2026-000778", "R-2026-999999", "%", "_", "z", "", "LV-0000-0000"])
      deepEqual(await found(text), [], text);
  });

  it("leaves its movements to the accountant, each on the day it was recorded", async () => {
    const { id, reference } = await owes(given.world, SCHOOL, { name: "=HYPERLINK(1)" });
    await pay(id, 16000);
    await act(refundCharge, { charge: id, amount: 500, refundedOn: DAY, means: "cheque", reason: "a;b" });
    const seen = await view(given.world, exportMovements, {
      actor: finance,
      establishment: SCHOOL,
      input: { from: DAY, to: DAY },
    });
    const all = seen.kind === "found" ? seen.value.movements : [];
    const own = all.filter((one) => one.reference === reference);
    deepEqual(
      own.map(({ kind, amount, day, means }) => [kind, amount, day, means]),
      [
        ["refund", -500, DAY, "cheque"],
        ["payment", 16000, DAY, "cash"],
      ],
    );
    deepEqual(
      all
        .filter(({ kind, words }) => kind.startsWith("waiver") && /erreur de dossier|non boursière/.test(words ?? ""))
        .map(({ kind, amount }) => [kind, amount]),
      [["waiver", 16000]],
    );
    equal(
      all.some(({ kind }) => kind === "waiver"),
      true,
    );
  });
});
