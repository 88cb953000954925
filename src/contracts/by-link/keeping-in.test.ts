/** Who pays comes in as long as a convention runs or something is owed, then for the school's time; and no longer. */
import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform, surroundings } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { contactIn } from "../../test/payer-contacts.ts";
import { deed } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { endTraining, openCohort } from "../../training/cohorts/acts.ts";
import { noteWhoPays } from "../acts.ts";
import { keepPayerIn, keepsPayersIn } from "./keeping-in.ts";

const SCHOOL = "faire-ess";

describe("the access of who pays", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
  });
  after(() => close());

  const at = (day: string) => (now = new Date(`${day}T09:00:00Z`));
  const fresh = () => ({ ...officer.actor, authenticatedAt: now }) as Actor;
  const due = () =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (await keepsPayersIn.due({ tx, ...surroundings(world, SCHOOL, now) }, 50)).map(({ input }) => input.guest),
    );
  const keeps = async (guest: string) => {
    const clock: Actor = { kind: "clock", day: now.toISOString().slice(0, 10) };
    const asked = { actor: clock, establishment: SCHOOL, input: { guest }, attempt: randomUUID() };
    return (await perform(world, keepPayerIn, asked)).kind;
  };
  const until = (guest: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ until: string }>`
        select to_char(until, 'YYYY-MM-DD') as until from guest where id = ${guest}::uuid`.execute(tx);
      return rows[0]?.until;
    });

  it("is moved ahead as long as a convention runs, and no more once the training has ended and nothing is owed", async () => {
    const head = await employed(world, "Ines Responsable", "head-of-training");
    const dora = await employed(world, "Dora Directrice", "director");
    const name = { diploma: "deis", name: "2027-2029", startsOn: "2027-09-13", endsOn: "2029-07-13" };
    const { cohort } = await deed(world, openCohort, head.actor, name);
    const awa = await anAccepted(world, { name: "Awa Stagiaire" });
    const { payer } = await deed(world, addPayer, officer.actor, { name: "Les Amandiers", siren: "732829320" });
    const lucie = { payer, name: "Lucie Amand", address: "lucie@amandiers.exemple", language: "fr" } as const;
    const guest = await contactIn(world, fresh(), lucie);
    equal(await until(guest), "2027-11-25");
    at("2026-12-05");
    // No contract names this payer yet, so its link ends on the day of its invitation.
    deepEqual([await due(), await keeps(guest)], [[], "forbidden"]);
    const others = [{ source: "employer-plan", amount: 200_000, payer }];
    await deed(world, noteWhoPays, officer.actor, { dossier: awa.dossier, others, status: "private-employee" });
    deepEqual(await due(), [guest]);
    equal(await keeps(guest), "done");
    // A year and a month after today, so that a year is left on any day.
    equal(await until(guest), "2028-01-04");
    deepEqual([await due(), await keeps(guest)], [[], "forbidden"]);
    const enrolment = await enrolled(world, { ...dora.actor, authenticatedAt: now } as Actor, awa, cohort);
    // Past its last day it is over, and opens no more by itself.
    at("2028-12-01");
    equal(await keeps(guest), "forbidden");
    at("2027-12-01");
    deepEqual(await due(), [guest]);
    equal(await keeps(guest), "done");
    equal(await until(guest), "2028-12-30");
    const move = { enrolment, on: "2028-02-01", reason: "Elle change de métier.", paper: "Lettre" };
    at("2028-02-02");
    deepEqual(await due(), [guest]);
    await deed(world, endTraining, head.actor, { ...move, kind: "force-majeure" });
    deepEqual([await due(), await keeps(guest)], [[], "forbidden"]);
    equal(await until(guest), "2028-12-30");
  });
});
