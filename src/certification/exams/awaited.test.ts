/** What awaits an examiner is told up to a bound, which is said; what is still to be marked is not left out for what is done. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import {
  aGroup,
  aSession,
  cameIn,
  employed,
  guestToken,
  type Held,
  SCHOOL,
  trainee,
  withoutRooms,
} from "../../test/certifying.ts";
import { linesFor } from "../../test/waiting-lines.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { arrangeGroup } from "./acts.ts";
import { MOST_AWAITED } from "../store.ts";
import { myExams } from "./views.ts";

describe("what awaits an examiner", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let held: Held;
  let group: string;
  let now = new Date("2030-05-12T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
    const examiners = held.examiners.map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
    group = await aGroup(world, held, { exam: "DF2", name: "À noter", examiners });
  });
  after(() => close());

  const seen = async () => {
    const actor = cameIn(world, held.examiners[0]!.guest);
    const found = await view(world, myExams, { actor, establishment: SCHOOL, input: {} });
    ok(found.kind === "found");
    return found.value;
  };
  const page = async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const token = await guestToken(world, held.examiners[0]!.guest);
    const { body } = await app.inject({ url: `/${SCHOOL}/examens`, headers: { cookie: `${GUEST_COOKIE}=${token}` } });
    await app.close();
    return body;
  };

  it("says nothing of others where all of it is told", async () => {
    deepEqual([(await seen()).groups.length, (await seen()).left], [1, false]);
    ok(!(await page()).includes("Seules les plus récentes"));
  });

  const invitedUntil = (day: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      sql`update guest set until = ${day}::date where id = ${held.examiners[0]!.guest.id}::uuid`.execute(tx),
    );

  it("is no convocation where their invitation ends before the exam, and says until when it lasts", async () => {
    await invitedUntil("2030-06-10");
    const { session, entries } = held;
    const hours = { day: "2030-06-11", from: "14:00", until: "15:00" };
    const examiners = [{ person: held.examiners[0]!.id, by: "authority" }];
    const input = { session, exam: "DF3", name: "Trop tard", ...hours, examiners, candidates: [...entries.values()] };
    const actor = await held.secretary();
    const outcome = await perform(world, arrangeGroup, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    ok(outcome.kind === "invalid");
    match(outcome.issues[0]!.message("fr"), /^L’invitation de .* finit le 10 juin 2030, avant l’épreuve/);
  });

  it("is asked of a guest by the last day on which they can come in, and told of once the exam is held", async () => {
    await invitedUntil("2030-06-12");
    const guest = () => cameIn(world, held.examiners[0]!.guest);
    deepEqual([(await seen()).groups[0]!.held, await linesFor(world, guest(), "giveMarks")], [false, []]);
    const before = now;
    now = new Date("2030-06-12T08:00:00Z");
    deepEqual(
      (await linesFor(world, guest(), "giveMarks")).map(({ dueOn }) => dueOn),
      ["2030-06-12"],
    );
    equal((await seen()).groups[0]!.held, true);
    now = before;
  });

  it("waits on the secretary’s desk while a group lacks a room or examiners, by its day", async () => {
    await withoutRooms(world, [group]);
    const rows = async () =>
      (await linesFor(world, await held.secretary(), "completeGroup")).map(({ to, why, dueOn }) => [
        to,
        why?.fr,
        dueOn,
      ]);
    const to = `/certifications/${held.session}#groupe-${group}`;
    const why = "Épreuve DF2 du 11 juin 2030. Il manque une salle : annulez ce groupe et composez-en un autre.";
    deepEqual(await rows(), [[to, why, "2030-06-11"]]);
  });

  it("says that there are older ones, and keeps the oldest that is still to be marked", async () => {
    // Rows as marked groups of later days leave them, one more than are told.
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`insert into exam_group (id, session, exam, name, held_on, from_at, until_at, arranged_by, arranged_at)
        select gen_random_uuid(), session, exam, 'Groupe ' || n, held_on, from_at + n * interval '1 hour',
          until_at + n * interval '1 hour', arranged_by, arranged_at
        from exam_group, generate_series(1, ${MOST_AWAITED}::int) n where name = 'À noter'`.execute(tx);
      await sql`insert into exam_examiner (id, exam_group, person, by, finished, finished_at)
        select gen_random_uuid(), id, ${held.examiners[0]!.id}::uuid, 'authority', 'sha256:00', arranged_at
        from exam_group where name <> 'À noter'`.execute(tx);
    });
    const { groups, left } = await seen();
    equal(left, true);
    equal(groups.length, MOST_AWAITED);
    deepEqual(
      groups.filter(({ finished }) => !finished).map(({ name }) => name),
      ["À noter"],
    );
    match(await page(), /Seules les plus récentes sont montrées ici/);
  });
});
