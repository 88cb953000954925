/** Two people of one name stand in many lists: in each, what tells them apart stands beside it, and beside nobody else's. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import type { Static, TSchema } from "typebox";
import { type Actor, view, type View } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { openJury } from "../certification/juries/acts.ts";
import { seeJury } from "../certification/juries/views.ts";
import { seeCandidate, seeRegister, seeSession } from "../certification/views.ts";
import { withSchool } from "../db/school.ts";
import { seeLivrets } from "../livret/views.ts";
import { seeQueue } from "../office/views.ts";
import { formStudyGroup } from "../training/study/group-acts.ts";
import { acceptStudy, enterStudy } from "../training/study/proposal-acts.ts";
import { seeStudy, seeStudyGroup } from "../training/study/views.ts";
import { seeCohort } from "../training/cohorts/views.ts";
import { seeDirected } from "../training/works/views.ts";
import { aSession, employed as theirs, type Held } from "./certifying.ts";
import { deed, type Invented, freshly } from "./people.ts";
import { testWorldOf } from "./server.ts";
import { aCohort, anAccepted, employed, enrolled } from "./trainees.ts";

const SCHOOL = "faire-ess";
const STUDY = {
  diploma: "deis",
  organisation: "Association de l’Exemple",
  contact: "Odile Garance",
  contactAddress: "odile@exemple.fr",
  object: "Mesurer le recours aux droits dans un quartier.",
  place: "Montpellier",
};
/** As they are heard: an accent tells nobody apart. */
const NAMES = ["Awa Ndiaye", "Awa Ndiayé", "Bo Girard"];
const JURY = [
  { name: "Paule Préside", college: "presidency", seat: "regional-director" },
  { name: "Paule Preside", college: "teachers" },
  { name: "Pierre Public", college: "public-bodies" },
];

describe("two people of one name", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let secretary: Invented;
  let held: Held;
  let cohort = "";
  const ids: string[] = [];
  const numbers = new Map<string, string>();
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-12-08T09:00:00Z") }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    secretary = await theirs(world, "Sophie Secrétaire", "certification-secretary");
    cohort = await aCohort(world, head);
    const trainees = [];
    for (const name of NAMES) {
      const person = await anAccepted(world, { name });
      const enrolment = await enrolled(world, head, person, cohort);
      ids.push(enrolment);
      trainees.push({ ...person, name, enrolment });
      const { number } = await withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("dossier").select("number").where("id", "=", person.dossier).executeTakeFirstOrThrow(),
      );
      numbers.set(enrolment, number);
    }
    held = await aSession(world, { secretary, trainees, appointed: JURY });
  });
  after(() => close());

  async function seen<F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  }
  /** The two have the numbers of their dossiers beside their name, and the third stands by theirs alone. */
  const told = (people: readonly { readonly enrolment: string; readonly name: string }[], where: string) => {
    equal(people.length, 3, where);
    for (const { enrolment, name } of people) {
      const number = numbers.get(enrolment)!;
      equal(name.endsWith(`, ${number}`), enrolment !== ids[2], `${where}: ${name}`);
    }
  };
  const named = (names: readonly string[], where: string) => {
    const alike = names.filter((one) => one.startsWith("Paule"));
    equal(alike.length, 2, `${where}: ${names.join()}`);
    ok(alike.every((one) => one.includes(", ")) && new Set(alike).size === 2, `${where}: ${alike.join(" / ")}`);
    ok(names.includes("Pierre Public"), `${where}: ${names.join()}`);
  };

  it("are told apart in the cohort, in the list of livrets and in that of a session", async () => {
    const by = await held.secretary();
    told((await seen(seeCohort, head, { cohort })).people, "cohort");
    told((await seen(seeLivrets, head, {})).people, "livrets");
    told((await seen(seeSession, by, { session: held.session })).entries, "session");
  });

  it("are told apart among those whose works somebody directs, each of theirs named alike", async () => {
    const director = await employed(world, "Denis Dirige", "memoire-director");
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const enrolment of ids)
        for (const exam of enrolment === ids[0] ? ["DF1", "DF3"] : ["DF1"])
          await sql`insert into work_fact (id, enrolment, exam, number, kind, details, entered_by, entered_at)
            values (${randomUUID()}::uuid, ${enrolment}::uuid, ${exam}, 1, 'directed',
              ${JSON.stringify({ director: `account:${director.account}`, name: director.name })}::jsonb, 'operator', ${world.now()})`.execute(
            tx,
          );
    });
    const { works } = await seen(seeDirected, director.actor, {});
    const first = works.filter(({ exam }) => exam === "DF1");
    told(first, "works");
    const both = works.filter(({ enrolment }) => enrolment === ids[0]);
    deepEqual(new Set(both.map(({ name }) => name)).size, 1);
  });

  it("are told apart in a group of a field study, and where it is shown", async () => {
    const { study } = await deed(world, enterStudy, head, STUDY);
    await deed(world, acceptStudy, head, { study });
    told((await seen(seeStudy, head, { study })).free[0]!.people, "free");
    const { group } = await deed(world, formStudyGroup, head, { study, cohort, name: "A", members: ids });
    told((await seen(seeStudyGroup, head, { group })).members, "study group");
  });

  it("are told apart in the register, where somebody is chosen from it, and in a jury", async () => {
    const by = await held.secretary();
    // What the register knows of them: for whom they work, where no address was noted.
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const [at, { id }] of held.members.slice(0, 2).entries())
        await sql`update exam_person set employer = ${`Employeur ${at + 1}`} where id = ${id}::uuid`.execute(tx);
    });
    named(
      (await seen(seeRegister, by, {})).persons.map(({ name }) => name),
      "register",
    );
    named(
      (await seen(seeSession, by, { session: held.session })).persons.map(({ name }) => name),
      "session",
    );
    const candidate = await seen(seeCandidate, by, { session: held.session, enrolment: ids[0]! });
    named(
      candidate.persons.map(({ name }) => name),
      "candidate",
    );
    const { jury } = await deed(world, openJury, by, { session: held.session, on: "2027-01-20" });
    named(
      (await seen(seeJury, await freshly(world, secretary), { jury })).members.map(({ name }) => name),
      "jury",
    );
  });

  it("each have the number of their dossier in what a search finds", async () => {
    const officer = await employed(world, "Sacha Admissions", "admission-officer");
    const { intake } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("intake").limit(1).executeTakeFirstOrThrow(),
    );
    const { parts } = await seen(seeQueue, officer.actor, { intake, search: "Ndiaye" });
    const rows = parts.flatMap((part) => part.rows);
    deepEqual(new Set(rows.map(({ number }) => number)), new Set([ids[0], ids[1]].map((one) => numbers.get(one!))));
  });
});
