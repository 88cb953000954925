import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { RETAINED, PROVEN_TABLES } from "../../house/house.ts";
import { withSchool } from "../../db/school.ts";
import { runDue } from "../../worker/run-due.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { giveRoles, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { World } from "../../act/world.ts";

const SCHOOL = "faire-ess";

describe("whoever confided something", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await anIntake(world);
    await apply("claire", { "accommodations-said": { said: "Une maladie qui fatigue" } });
    await apply("luc", { "accommodations-said": { said: "" } });
  });
  after(() => close());

  async function apply(key: string, more: object) {
    const person = await makeAccount(world, { name: key, address: `${key}@exemple.fr` });
    const sections = { ...FULL_SECTIONS, ...more };
    const dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, person, dossier);
  }
  const anAdvisor = async (name: string) => {
    now = new Date(now.getTime() + 86_400_000);
    const person = await makeAccount(world, { name, address: `${name.split(" ")[0]}@ecole.fr` });
    await giveRoles(world, person, ["disability-advisor"]);
  };
  const told = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = await tx
        .selectFrom("mail")
        .select(["to_address as to", "subject", "paragraphs"])
        .orderBy("id")
        .execute();
      return mails.filter(({ subject }) => subject === "Une autre personne peut lire ce que vous avez confié");
    });

  it("is told by mail when somebody is given the role to read it, by whom and since when; nobody else is", async () => {
    await runDue(world, SCHOOL);
    deepEqual(await told(), []);
    await anAdvisor("Odile Perrin");
    await runDue(world, SCHOOL);
    const [mail, ...others] = await told();
    deepEqual(others, []);
    equal(mail!.to, "claire@exemple.fr");
    match(plain(JSON.stringify(mail!.paragraphs)), /Depuis le 26 novembre 2026, Odile Perrin a dans l’école le rôle/);
    equal(/maladie|handicap/.test(JSON.stringify(mail)), false, "a mail is read over a shoulder");
  });

  it("is told once of each, however often the calendar runs", async () => {
    await runDue(world, SCHOOL);
    equal((await told()).length, 1);
    await anAdvisor("Second");
    await runDue(world, SCHOOL);
    await runDue(world, SCHOOL);
    equal((await told()).length, 2);
  });

  it("is told of an act that the record holds", async () => {
    const tables = PROVEN_TABLES;
    deepEqual((await verifyAudit(world.db, { establishment: SCHOOL, zone: "Europe/Paris", tables })).tampered, []);
  });

  it("is told nothing more of a dossier that is gone, nor is it known that they were", async () => {
    const left = () => withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("advisor_told").select("dossier").execute());
    const [one] = await left();
    const holding = RETAINED.find(({ name }) => name === "applications")!;
    await withSchool(world.db, SCHOOL, (tx) => holding.erase!(tx, `dossier:${one!.dossier}`, now));
    deepEqual(await left(), []);
  });
});
