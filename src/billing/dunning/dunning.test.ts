/** Reminders of what is late: by level, released by a person, stopped by a dispute; and what is owed, by age. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { seeAges } from "../ages/views.ts";
import { askCharge, recordPayment } from "../charges/acts.ts";
import { moneyCheck } from "../charges/check.ts";
import { listOwed, seeCharge } from "../charges/views.ts";
import { seeDebtor } from "../debtors/views.ts";
import { addPayer } from "../payers/acts.ts";
import { disputeCharge, sendDunning } from "./acts.ts";
import { listToRemind } from "./views.ts";

const SCHOOL = "faire-ess";
const DUE = "2026-12-01";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("a reminder of what is late", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = DUE;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date(`${now}T09:00:00Z`) }));
  });
  after(async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL));
    equal(check.ok, true, check.label.en);
    await close();
  });

  const late = (days: number) => {
    now = addDays(DUE, days);
  };
  const toRemind = async () => {
    const seen = await view(world, listToRemind, { actor: finance, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    return seen.value.charges.map(({ id, level, sent }) => [id, level, sent]);
  };
  const tried = async <F extends TSchema, V>(act: Act<F, V>, input: Static<F>, actor = finance): Promise<string> => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join("; ") : outcome.kind;
  };
  const mails = (address: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", address).orderBy("id").execute(),
    ).then((rows) => rows.map(({ subject }) => subject));
  let count = 0;
  const owing = async (address = `tard-${(count += 1)}@exemple.fr`) => {
    now = DUE;
    const account = await newAccount(world, address);
    return { ...(await owes(world, SCHOOL, { account, days: 0 })), account, address };
  };

  it("is proposed eight, twenty-three and forty-five days after the due day, once for each level", async () => {
    const { id, address } = await owing();
    for (const [days, level] of [
      [8, 1],
      [23, 2],
      [45, 3],
    ] as const) {
      late(days - 1);
      deepEqual(await toRemind(), [], `${days - 1} days`);
      late(days);
      deepEqual(await toRemind(), [[id, level, level - 1]]);
      deepEqual(await deed(world, sendDunning, finance, { charges: [id] }), { sent: 1, byPost: 0, left: 0 });
      match(await tried(sendDunning, { charges: [id] }), /Rien de nouveau/);
    }
    equal((await mails(address)).length, 3);
    match((await mails(address))[1]!, /^Relance/);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
  });

  it("is out of «À faire» until the day of the next level, and comes back after the last to be decided on", async () => {
    const { id } = await owing();
    const asked = async () => {
      const rows = await withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("waiting")
          .select(["from_on as from", "facts"])
          .where("chain", "=", `charge:${id}`)
          .where("key", "=", "chase")
          .execute(),
      );
      return rows.map(({ from, facts }) => [from, (facts as { last?: number }).last ?? null]);
    };
    deepEqual(await asked(), [[addDays(DUE, 1), null]]);
    late(8);
    await deed(world, sendDunning, finance, { charges: [id] });
    deepEqual(await asked(), [[addDays(DUE, 23), 0]]);
    late(30);
    await deed(world, sendDunning, finance, { charges: [id] });
    deepEqual(await asked(), [[addDays(DUE, 52), 0]], "as many days later as lie between the two levels");
    late(55);
    await deed(world, sendDunning, finance, { charges: [id] });
    deepEqual(await asked(), [[addDays(DUE, 77), 1]]);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
    deepEqual(await asked(), []);
  });

  it("stays in sight of who keeps the accounts meanwhile, with what was sent and the day of the next", async () => {
    const { id } = await owing();
    late(8);
    await deed(world, sendDunning, finance, { charges: [id] });
    const seen = await view(world, listToRemind, { actor: finance, establishment: SCHOOL, input: {} });
    const said = { sent: 1, sentOn: now, remindedOn: now, last: false, next: addDays(DUE, 23) };
    ok(seen.kind === "found");
    deepEqual(seen.value.charges, []);
    deepEqual(
      seen.value.later.map(({ id: one, balance, sent, sentOn, remindedOn, last, next }) => [
        one,
        balance,
        { sent, sentOn, remindedOn, last, next },
      ]),
      [[id, 16000, said]],
    );
    const owed = await view(world, listOwed, { actor: finance, establishment: SCHOOL, input: { which: "owed" } });
    deepEqual(owed.kind === "found" && owed.value.reminded, [{ charge: id, ...said }]);
    const one = await view(world, seeCharge, { actor: finance, establishment: SCHOOL, input: { id } });
    deepEqual(one.kind === "found" && one.value.reminded, said);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
  });

  it("does not go on the day of a mail «Rappeler maintenant», nor that mail on the day of a reminder", async () => {
    const { id, address } = await owing();
    const officer = someone(await newAccount(world, "comptable@exemple.fr"), "finance");
    late(8);
    const line = async () => {
      const asked = { chains: [`charge:${id}`], key: "pay" };
      const seen = await view(world, world.house.waitingForOthers, {
        actor: officer,
        establishment: SCHOOL,
        input: asked,
      });
      ok(seen.kind === "found");
      return seen.value.lines[0]!;
    };
    await deed(world, world.house.remindNow, officer, { line: (await line()).line });
    deepEqual(await toRemind(), []);
    match(await tried(sendDunning, { charges: [id] }), /déjà rappelé aujourd’hui/);
    late(9);
    deepEqual(await toRemind(), [[id, 1, 0]]);
    await deed(world, sendDunning, finance, { charges: [id] });
    const again = await line();
    equal(again.reminded, true);
    match(await tried(world.house.remindNow, { line: again.line }, officer), /déjà parti aujourd’hui/);
    equal((await mails(address)).length, 2);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
  });

  it("begins with the first, however late it is, and leaves each its time before the next", async () => {
    const { id, address } = await owing();
    late(60);
    deepEqual(await toRemind(), [[id, 1, 0]]);
    await deed(world, sendDunning, finance, { charges: [id] });
    equal((await mails(address))[0], "160,00\u00a0€ restent à payer");
    match(await tried(sendDunning, { charges: [id] }), /Rien de nouveau/);
    late(74);
    deepEqual(await toRemind(), []);
    late(75);
    deepEqual(await toRemind(), [[id, 2, 1]]);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
  });

  it("goes to nobody by itself, and never from the debtor", async () => {
    const { id, account } = await owing();
    late(30);
    equal(await tried(sendDunning, { charges: [id] }, someone(account, "finance")), "forbidden");
    deepEqual(await toRemind(), [[id, 1, 0]]);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
    deepEqual(await toRemind(), []);
  });

  it("stops while what is owed is disputed, and begins again when it is asked for again", async () => {
    const { id } = await owing();
    late(10);
    await deed(world, disputeCharge, finance, { charge: id, reason: "N’a jamais candidaté." });
    equal(await tried(disputeCharge, { charge: id, reason: "Encore." }), "stale");
    deepEqual(await toRemind(), []);
    match(await tried(sendDunning, { charges: [id] }), /Rien de nouveau/);
    await deed(world, askCharge, finance, { charge: id, dueOn: now, reason: "Le dossier est là." });
    late(18);
    deepEqual(await toRemind(), [[id, 1, 0]]);
    await deed(world, recordPayment, finance, { charge: id, amount: 16000, paidOn: now, means: "cash" });
  });

  it("is a letter for a payer without a mail address, and several go in one act", async () => {
    now = DUE;
    const { payer } = await deed(world, addPayer, finance, { name: "Sans courriel", address: "1 rue Verte" });
    const one = await owes(world, SCHOOL, { name: "Sans courriel", payer, days: 0 });
    const { id } = await owing();
    late(9);
    deepEqual(await deed(world, sendDunning, finance, { charges: [one.id, id] }), { sent: 2, byPost: 1, left: 0 });
    const input = { debtor: `payer:${payer}` };
    const seen = await view(world, seeDebtor, { actor: finance, establishment: SCHOOL, input });
    deepEqual(seen.kind === "found" && [seen.value.recovery, seen.value.open], [4000, 16000]);
  });

  it("leaves what is owed to be seen by age, today and in thirty days, suspended apart", async () => {
    late(9);
    const seen = await view(world, seeAges, { actor: finance, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    const groups = Object.fromEntries(
      seen.value.groups.map(({ age, today, soon }) => [age, [today.amount, soon.amount]]),
    );
    deepEqual(groups, {
      coming: [0, 0],
      month: [32000, 0],
      "two-months": [0, 32000],
      "three-months": [0, 0],
      older: [0, 0],
      suspended: [0, 0],
    });
    deepEqual(
      seen.value.debtors.map(({ open, late: past, soon }) => [open, past, soon]),
      [
        [16000, 16000, 16000],
        [16000, 16000, 16000],
      ],
    );
    const { id } = await owing();
    await deed(world, disputeCharge, finance, { charge: id, reason: "Contesté." });
    const then = await view(world, seeAges, { actor: finance, establishment: SCHOOL, input: {} });
    ok(then.kind === "found");
    deepEqual(then.value.groups.at(-1), {
      age: "suspended",
      today: { count: 1, amount: 16000 },
      soon: { count: 1, amount: 16000 },
    });
  });
});
