/** What was to be paid by a closing that is put off: whose fee moves with it, whose does not, and who is told. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { recordPayment } from "../billing/charges/acts.ts";
import { moneyCheck } from "../billing/charges/check.ts";
import { findCharges, seeCharge } from "../billing/charges/views.ts";
import { withSchool } from "../db/school.ts";
import { REMINDING } from "../test/waiting-lines.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import {
  aDossier,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../test/dossiers.ts";
import { plain } from "../test/case-answers.ts";
import { someone } from "../test/charging.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { deed, type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { openDossier } from "../dossier/views.ts";
import { changeIntake } from "../intake/acts.ts";
import { seeIntake } from "../intake/views.ts";
import { seeConcerned } from "./views.ts";
import { putOffFee } from "./acts.ts";
import { putOffFees } from "./duties.ts";

const SCHOOL = "faire-ess";
const FINANCE = someone("00000000-0000-4000-8000-000000000077", "finance");

describe("the fee of a dossier, once the closing is put off", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-03-10T09:00:00Z");
  let intake = "";
  const people = new Map<string, { who: Invented; dossier: string; number: string }>();
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = await anIntake(world);
    for (const name of ["unpaid", "partly", "paid", "late", "draft"]) {
      const who = await makeAccount(world, { name, address: `${name}@exemple.fr` });
      const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
      const dossier = await aDossier(world, who, given);
      const actor = candidate(world, who);
      const seen = await view(world, openDossier, { actor, establishment: SCHOOL, input: { dossier } });
      people.set(name, { who, dossier, number: seen.kind === "found" ? seen.value.dossier.number : "" });
      if (name === "late") now = new Date("2027-03-29T10:00:00Z");
      if (name !== "draft") await handedIn(world, who, dossier);
      now = new Date("2027-03-10T09:00:00Z");
    }
    for (const [name, amount] of [
      ["partly", 5000],
      ["paid", 16000],
    ] as const)
      await deed(world, recordPayment, FINANCE, {
        charge: await chargeOf(name),
        amount,
        paidOn: "2027-03-10",
        means: "cash",
      });
  });
  after(() => close());

  const chargeOf = async (name: string) => {
    const input = { text: people.get(name)!.number };
    const found = await view(world, findCharges, { actor: FINANCE, establishment: SCHOOL, input });
    return found.kind === "found" ? found.value.charges[0]!.id : "";
  };
  const charge = async (name: string) => {
    const input = { id: await chargeOf(name) };
    const found = await view(world, seeCharge, { actor: FINANCE, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const dueOf = async (name: string) => {
    const { charge: one, state } = await charge(name);
    equal(one.dueOn, state.dueOn);
    return one.dueOn;
  };
  const all = ["unpaid", "partly", "paid", "late"];
  const dues = () => Promise.all(all.map(dueOf));
  const mails = (address: string, said: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "like", address)
        .where("subject", "like", `%${said}%`)
        .orderBy("id")
        .execute(),
    );
  const putOff = async (day: string, reason: string) => {
    const asked = { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input: { id: intake } };
    const seen = await view(world, seeIntake, asked);
    if (seen.kind !== "found") throw new Error(seen.kind);
    const concerned = await view(world, seeConcerned, asked);
    if (concerned.kind !== "found") throw new Error(concerned.kind);
    const { version } = seen.value.intake;
    const closes = { day, time: "23:59" };
    await deed(world, changeIntake, HEAD_OF_TRAINING, { id: intake, version, reason, closes });
    return concerned.value;
  };
  const clock = (...duties: unknown[]) => runDue(world, SCHOOL, duties as never);

  it("stays due at the closing as long as that stays", async () => {
    now = new Date("2027-03-22T08:00:00Z");
    await clock(putOffFees, ...REMINDING);
    // What was handed in late is due in the ten days that the school’s file says.
    deepEqual(await dues(), ["2027-03-28", "2027-03-28", "2027-03-28", "2027-04-08"]);
    equal((await mails("unpaid@%", "Payez%au plus tard le")).length, 1);
  });

  it("moves with it where it was due at the closing and is not paid, and in no other case", async () => {
    now = new Date("2027-03-27T08:00:00Z");
    const before = await putOff("2027-04-20", "Une panne.");
    equal(before.unpaid, 2);
    await clock(putOffFees);
    deepEqual(await dues(), ["2027-04-20", "2027-04-20", "2027-03-28", "2027-04-08"]);
    const { history } = await charge("unpaid");
    deepEqual(
      history.putOffs.map(({ dueOn, on, reason, by }) => [dueOn, on, reason, by]),
      [["2027-04-20", "2027-03-27", "Une panne.", "clock"]],
    );
  });

  it("is told of to whoever has it to pay, once, with the reason and what is left", async () => {
    await clock(putOffFees);
    const told = await mails("%", "plus de temps pour payer");
    equal(told.length, 2);
    const [mail] = await mails("partly@%", "plus de temps pour payer");
    match(plain(JSON.stringify(mail)), /jusqu’au 20 avril 2027.*Une panne.*Il reste 110,00 € .*LV-/);
    equal((await charge("unpaid")).history.putOffs.length, 1);
  });

  it("is recalled a week before the new day, though it was before the old one, and once", async () => {
    now = new Date("2027-04-13T08:00:00Z");
    await clock(putOffFees, ...REMINDING);
    await clock(...REMINDING);
    equal((await mails("unpaid@%", "Payez%au plus tard le")).length, 2);
    equal((await mails("unpaid@%", "Payez%au plus tard le 20")).length, 1);
  });

  it("is not recalled a week before a new day that was told less than a week ahead", async () => {
    await putOff("2027-04-21", "Un jour de plus.");
    now = new Date("2027-04-14T08:00:00Z");
    await clock(putOffFees);
    now = new Date("2027-04-15T08:00:00Z");
    await clock(...REMINDING);
    equal((await mails("unpaid@%", "Payez%au plus tard le 21")).length, 0);
    now = new Date("2027-04-16T08:00:00Z");
    await putOff("2027-04-22", "Un autre.");
    await clock(putOffFees, ...REMINDING);
    equal(await dueOf("unpaid"), "2027-04-22");
    equal((await mails("unpaid@%", "Payez%au plus tard le 22")).length, 0);
  });

  it("moves in silence where the server was off until the new day had passed", async () => {
    await putOff("2027-04-25", "Encore.");
    now = new Date("2027-04-26T08:00:00Z");
    await clock(putOffFees);
    equal(await dueOf("unpaid"), "2027-04-25");
    equal((await mails("unpaid@%", "plus de temps pour payer")).length, 3);
  });

  it("is moved by the calendar alone, is recorded whole, and is what the doctor computes", async () => {
    const moved = (name: string, actor: Actor) =>
      perform(world, putOffFee, {
        actor,
        establishment: SCHOOL,
        attempt: newAttempt(),
        input: { dossier: people.get(name)!.dossier },
      });
    equal((await moved("unpaid", FINANCE)).kind, "forbidden");
    // Late, paid, or on its new day already: there is nothing to move, and nothing is recorded.
    for (const name of ["late", "paid", "unpaid"])
      equal((await moved(name, { kind: "clock" } as Actor)).kind, "forbidden", name);
    const proven = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, proven)).tampered, []);
    ok((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok);
  });
});
