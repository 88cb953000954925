/** What waits on a charge: for whoever owes it, or for the accounts. */
import { deepEqual, ok, rejects } from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { newAccount, owes, someone, suspended } from "../test/charging.ts";
import { draft, issued, selling } from "../test/invoicing.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { soundWaiting, waitingFor, whereToDo } from "../test/waiting-lines.ts";
import { recomputeWaiting } from "../waiting/recompute.ts";
import { askCharge, recordPayment, refundCharge, reverseWaiver, waiveCharge } from "./charges/acts.ts";
import { agreeToProposal, proposeRefund } from "./debtors/acts.ts";
import { creditInvoice } from "./invoices/acts.ts";
import { chargeHistory } from "./charges/movements/store.ts";
import { withSchool } from "../db/school.ts";

const SCHOOL = "faire-ess";
const DAY = "2026-11-25";
const DUE = "2026-12-25";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("what waits on a charge", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let count = 0;
  let now = new Date(`${DAY}T09:00:00Z`);
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => soundWaiting(world));
  after(() => close());

  const debtor = async (): Promise<{ account: string; actor: Actor }> => {
    const account = await newAccount(world, `owing-${(count += 1)}@exemple.fr`);
    return { account, actor: someone(account) };
  };
  const pay = (charge: string, amount: number) =>
    deed(world, recordPayment, finance, { charge, amount, paidOn: DAY, means: "cash" });
  const ofAccounts = (charge: string) =>
    waitingFor(world, finance).then(async (lines) => {
      const keys = [...new Set(lines.map(([key]) => key))];
      const here = await Promise.all(
        keys.map(async (key) =>
          (await whereToDo(world, finance, key)).some((to) => to.endsWith(charge)) ? [key] : [],
        ),
      );
      return here.flat();
    });

  it("is to pay it by its day, for whoever owes it, until nothing is left to pay", async () => {
    const { account, actor } = await debtor();
    const { id } = await owes(world, SCHOOL, { account });
    deepEqual(await waitingFor(world, actor), [["pay", DUE]]);
    deepEqual(await ofAccounts(id), []);
    await pay(id, 5000);
    deepEqual(await waitingFor(world, actor), [["pay", DUE]]);
    await pay(id, 11000);
    deepEqual(await waitingFor(world, actor), []);
  });

  it("is for the accounts to ask for it once its day is past, until it is paid", async () => {
    const { account } = await debtor();
    const { id } = await owes(world, SCHOOL, { account });
    deepEqual(await ofAccounts(id), []);
    now = new Date("2026-12-26T09:00:00Z");
    deepEqual(await ofAccounts(id), ["chase"]);
    await pay(id, 16000);
    deepEqual(await ofAccounts(id), []);
    now = new Date(`${DAY}T09:00:00Z`);
  });

  it("is what was paid too much, for the accounts, until it is given back", async () => {
    const { account, actor } = await debtor();
    const { id } = await owes(world, SCHOOL, { account });
    await pay(id, 20000);
    deepEqual(await ofAccounts(id), ["giveBack"]);
    deepEqual(await waitingFor(world, actor), []);
    const refund = { charge: id, amount: 4000, refundedOn: DAY, means: "transfer", reason: "Payé de trop." } as const;
    await deed(world, refundCharge, finance, refund);
    deepEqual(await ofAccounts(id), []);
  });

  it("is to keep or to give back what a credit left over of an invoice, until it is asked to be given back, by two", async () => {
    const { account } = await debtor();
    const outcome = await issued(selling(world), SCHOOL, draft({ debtor: { account } }));
    ok(outcome.kind === "done");
    const [id, invoice] = [outcome.value.charges[0]!, outcome.value.ids[0]!];
    const facts = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("waiting")
          .select("facts")
          .where("key", "=", "giveBack")
          .where("chain", "=", `charge:${id}`)
          .execute(),
      ).then((rows) => rows.map((row) => row.facts));
    await pay(id, 130_000);
    const wrong = { invoice, amount: 137_200, reason: "Erreur de nom", then: "asked-again" } as const;
    await deed(selling(world), creditInvoice, finance, wrong);
    deepEqual(await facts(), [{ amount: 130_000, invoiced: 1 }]);
    const alone = { charge: id, amount: 30_000, refundedOn: DAY, means: "transfer", reason: "Payé de trop." } as const;
    const noted = await perform(world, refundCharge, {
      actor: finance,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: alone,
    });
    deepEqual(noted.kind === "invalid" && noted.issues.map(({ path }) => path), ["amount"], "not by one person");
    const { refundedOn: _, ...asked } = alone;
    const { proposal } = await deed(world, proposeRefund, finance, asked);
    deepEqual(await facts(), [{ amount: 100_000, invoiced: 1 }]);
    const second = someone("00000000-0000-4000-8000-000000000002", "finance");
    await deed(world, agreeToProposal, second, { proposal });
    deepEqual(await facts(), [{ amount: 100_000, invoiced: 1 }]);
  });

  it("is what becomes of a suspended charge, for the accounts, until it is asked for again", async () => {
    const { account, actor } = await debtor();
    const { id, about } = await owes(world, SCHOOL, { account });
    await suspended(world, SCHOOL, about);
    deepEqual(await waitingFor(world, actor), []);
    deepEqual(await ofAccounts(id), ["decideSuspended"]);
    await deed(world, askCharge, finance, { charge: id, dueOn: "2027-01-10", reason: "Le dossier a été examiné." });
    deepEqual(await ofAccounts(id), []);
    deepEqual(await waitingFor(world, actor), [["pay", "2027-01-10"]]);
  });

  it("is nothing once it is waived, and waits again when the waiver is undone", async () => {
    const { account, actor } = await debtor();
    const { id } = await owes(world, SCHOOL, { account });
    await deed(world, waiveCharge, finance, { charge: id, amount: 16000, reason: "Boursier." });
    deepEqual(await waitingFor(world, actor), []);
    const { waivers } = await withSchool(world.db, SCHOOL, (tx) => chargeHistory(tx, id));
    await deed(world, reverseWaiver, finance, { waiver: waivers[0]!.id, reason: "Erreur." });
    deepEqual(await waitingFor(world, actor), [["pay", DUE]]);
  });

  it("is for the accounts to receive where the person has no account", async () => {
    const { id } = await owes(world, SCHOOL);
    deepEqual(await ofAccounts(id), ["collect"]);
    await pay(id, 16000);
    deepEqual(await ofAccounts(id), []);
  });

  it("is derived again for every charge after an upgrade, and its loss is seen by the doctor", async () => {
    const { account, actor } = await debtor();
    await owes(world, SCHOOL, { account });
    await withSchool(world.db, SCHOOL, (tx) => tx.deleteFrom("waiting").where("key", "=", "pay").execute());
    deepEqual(await waitingFor(world, actor), []);
    await rejects(soundWaiting(world), /charge:.* pay account:/);
    await recomputeWaiting(world, SCHOOL, "sha256:upgraded");
    deepEqual(await waitingFor(world, actor), [["pay", DUE]]);
  });

  it("is never for a keeper of the accounts who owes it", async () => {
    const { account } = await debtor();
    const { about } = await owes(world, SCHOOL, { account });
    await suspended(world, SCHOOL, about);
    deepEqual(await waitingFor(world, someone(account, "finance"), "decideSuspended"), []);
  });
});
