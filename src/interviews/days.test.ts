/** The list of the days of an intake: by pages, from where the last one ended. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { acting } from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import type { AfterDay } from "./days/store.ts";
import { seeInterviewDays } from "./views.ts";

const SCHOOL = "faire-ess";
const COUNT = 104;

describe("the list of days of interviews", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let intake: string;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2027-02-01T08:00:00Z") }));
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    // Two on each date, one of the two with an interview to be told: a page ends among them.
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`with made as (select n, md5('day ' || n)::uuid as id from generate_series(1, ${COUNT}::integer) n), days as (
          insert into interview_day (id, intake, on_day, settings, version, opened_by, opened_at)
          select id, ${intake}::uuid, date '2027-03-01' + n / 2, '{}', 1, '', now() from made)
        insert into interview (id, dossier, intake, day, state, analysis_room, analysis_seat, analysis_at, analysis_until,
          room, pair, begins_at, ends_at, version)
        select md5('interview ' || n)::uuid, id, ${intake}::uuid, id, case n % 4 when 0 then 'placed' else 'cancelled' end, id, 1,
          now(), now() + interval '1 hour', id, '', now() + interval '1 hour', now() + interval '2 hours', 1
        from made where n % 2 = 0`.execute(tx),
    );
  });
  after(() => close());

  const page = async (from?: AfterDay & { readonly intake: string }) => {
    const actor = acting(world, ["admission-officer"]);
    const seen = await view(world, seeInterviewDays, {
      actor,
      establishment: SCHOOL,
      input: from ? { after: from } : {},
    });
    ok(seen.kind === "found");
    equal(seen.value.intakes.length, 1);
    return seen.value.intakes[0]!;
  };

  it("gives each once, the last first, with how many are seen that day and are still to be told", async () => {
    const pages = [await page()];
    for (let from = pages[0]!.next; from; from = pages.at(-1)!.next) pages.push(await page(from));
    deepEqual(
      pages.map(({ days }) => days.length),
      [50, 50, 4],
    );
    const found = pages.flatMap(({ days }) => days);
    equal(new Set(found.map(({ id }) => id)).size, COUNT);
    const dates = found.map(({ onDay }) => onDay);
    deepEqual(dates, dates.toSorted().toReversed());
    const counted = found.map(({ placed, toTell }) => `${placed} ${toTell}`);
    deepEqual([counted.filter((one) => one === "1 1").length, counted.filter((one) => one === "0 0").length], [26, 78]);
  });

  it("goes on at the end of a page by a link, and begins anew at an address that says nothing", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const he = visitor(app, "");
    const officer = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, officer, ["admission-officer"]);
    he.cookies.set(SESSION_COOKIE, await openedSession(world, officer, ["password", "totp"]));
    const first = await he.open(`/${SCHOOL}/entretiens`);
    const [, next] = /href="([^"]*apres=[^"]*)"[^>]*>Suite de la liste</.exec(first.text)!;
    const second = await he.open(next!.replaceAll("&amp;", "&"));
    equal(second.status, 200);
    match(second.text, /Suite de la liste/);
    equal((await he.open(`/${SCHOOL}/entretiens?campagne=${intake}&jour=hier&apres=rien`)).status, 200);
    await app.close();
  });
});
