/** Charges that a payer of the register owes, and not a person. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { newAccount, owes, someone } from "../../test/charging.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { waitingFor } from "../../test/waiting-lines.ts";
import { recordPayment } from "../charges/acts.ts";
import { moneyCheck } from "../charges/check.ts";
import { findState } from "../charges/states/store.ts";
import { addPayer } from "./acts.ts";

const SCHOOL = "faire-ess";
const DAY = "2026-12-01";
const finance = someone("00000000-0000-4000-8000-000000000001", "finance");

describe("what a payer of the register owes", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date(`${DAY}T09:00:00Z`);
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const payer = async (about: { name: string; email?: string; contact?: string; address?: string }) =>
    (await deed(world, addPayer, finance, about)).payer;
  const pay = (charge: string) =>
    deed(world, recordPayment, finance, { charge, amount: 5000, paidOn: DAY, means: "transfer" });
  const mails = () =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["reader", "to_address as to", "postal", "link"]).orderBy("id").execute(),
    );

  it("is told to the mail address of the register, without a link to pages that it has not", async () => {
    const { id } = await owes(world, SCHOOL, {
      name: "Les Amandiers",
      payer: await payer({ name: "Les Amandiers", email: "compta@amandiers.fr" }),
    });
    await pay(id);
    deepEqual((await mails()).at(-1), { reader: null, to: "compta@amandiers.fr", postal: null, link: null });
  });

  it("is told by a letter to whoever answers there, where the register has no mail address", async () => {
    const about = {
      name: "Fonds d’essai",
      contact: "Service de la formation",
      address: "1 rue Verte\n34000 Montpellier",
    };
    const register = await payer(about);
    const { id } = await owes(world, SCHOOL, { name: about.name, payer: register });
    await pay(id);
    const { to, postal } = (await mails()).at(-1)!;
    equal(to, null);
    deepEqual(postal, {
      of: `payer:${register}`,
      name: "Fonds d’essai",
      lines: ["Service de la formation", "1 rue Verte", "34000 Montpellier"],
    });
  });

  it("stands before the money that came on its day, whichever was entered first", async () => {
    const one = await payer({ name: "Même jour" });
    const [named, later] = [await owes(world, SCHOOL, { payer: one }), await owes(world, SCHOOL, { payer: one })];
    const amount = 16000 + 4000;
    await deed(world, recordPayment, finance, { charge: named.id, amount, paidOn: DAY, means: "transfer" });
    const sooner = await owes(world, SCHOOL, { payer: one, days: 4 });
    const paid = async ({ id }: { id: string }) =>
      (await withSchool(world.db, SCHOOL, (tx) => findState(tx, id)))!.paid;
    deepEqual([await paid(sooner), await paid(later)], [4000, 0]);
    equal((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok, true);
  });

  it("waits for nobody before its day, then for the accounts to ask for it, and never in a person's account", async () => {
    const before = await waitingFor(world, finance);
    const account = await newAccount(world, "stagiaire@exemple.fr");
    await owes(world, SCHOOL, { name: "Association", payer: await payer({ name: "Association" }) });
    deepEqual(await waitingFor(world, finance), before);
    now = new Date("2027-01-15T09:00:00Z");
    equal((await waitingFor(world, finance)).filter(([key]) => key === "chase").length, 5);
    deepEqual(await waitingFor(world, someone(account)), []);
  });
});
