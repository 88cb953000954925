/** What comes after juries, which grows with the years: each list by pages, from where the last one ended. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { employed, SCHOOL } from "../../test/certifying.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { type Invented, openedSession, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import type { AfterResult } from "./lists.ts";
import { seeAfter } from "./views.ts";

/** A jury of a session, and what it notified to so many: nobody did what they tell, and they are there to be read. */
const MADE = `
  with session as (
    insert into exam_session (id, diploma, law_version, name, from_day, until_day, receives_by, opened_by, opened_at)
    values (md5('session')::uuid, 'deis', '2006', 'Juin', '2026-06-01', '2026-06-20', '2026-05-01', '', now()) returning id
  ), sat as (
    insert into jury (id, session, on_day, opened_by, opened_at)
    select md5('jury')::uuid, id, '2026-06-20', '', now() from session returning id
  ), made as (
    select n, md5('person ' || n)::uuid as id from generate_series(1, 208) n
  ), later as (
    insert into exam_after (id, enrolment, kind, on_day, said, noted_by, noted_at)
    select id, id, case n % 4 when 0 then 'lapsed' else 'parchment-received' end, '2026-07-01', '{}', '', now()
    from made where n % 4 in (0, 1) and n <= 8
  )
  insert into jury_result (id, enrolment, account, entry, jury, sealed, notified_on, outcome, complete_by, result, published_at)
  select md5('result ' || made.id)::uuid, made.id, made.id, made.id, sat.id, made.id, date '2026-06-21' - n / 10,
    case n % 2 when 0 then 'part' else 'diploma' end, case n % 2 when 0 then date '2031-06-21' + n / 10 end, '{"validated":[],"acquired":[],"domains":[]}', now()
  from made, sat`;

describe("what comes after juries", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let secretary: Invented;
  before(async () => {
    ({ world, close } = await testWorldOf());
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    await withSchool(world.db, SCHOOL, (tx) => sql.raw(MADE).execute(tx));
  });
  after(() => close());

  const page = async (input: { readonly clocksAfter?: AfterResult; readonly diplomasAfter?: AfterResult }) => {
    const seen = await view(world, seeAfter, { actor: await freshly(world, secretary), establishment: SCHOOL, input });
    ok(seen.kind === "found");
    return seen.value;
  };

  it("gives each time that runs once, the first to be over first, and none of which a lapse was decided", async () => {
    const pages = [await page({})];
    for (let from = pages[0]!.moreClocks; from; from = pages.at(-1)!.moreClocks)
      pages.push(await page({ clocksAfter: from }));
    const clocks = pages.map((one) => one.clocks);
    deepEqual(
      clocks.map(({ length }) => length),
      [50, 50, 2],
    );
    const found = clocks.flat();
    equal(new Set(found.map(({ enrolment }) => enrolment)).size, 102);
    const days = found.map(({ completeBy }) => completeBy);
    deepEqual(days, days.toSorted());
  });

  it("gives each diploma once, the last to be notified first", async () => {
    const pages = [await page({})];
    for (let from = pages[0]!.moreDiplomas; from; from = pages.at(-1)!.moreDiplomas)
      pages.push(await page({ diplomasAfter: from }));
    const diplomas = pages.map((one) => one.diplomas);
    deepEqual(
      diplomas.map(({ length }) => length),
      [50, 50, 4],
    );
    const found = diplomas.flat();
    equal(new Set(found.map(({ enrolment }) => enrolment)).size, 104);
    deepEqual(found.filter(({ received }) => received !== null).length, 2);
  });

  it("goes on at the end of each list by a link, and begins anew at an address that says nothing", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const first = await she.open(`/${SCHOOL}/apres-les-jurys`);
    const links = [...first.text.matchAll(/href="([^"]*apres=[^"]*)"[^>]*>Suite de la liste</g)];
    equal(links.length, 2);
    for (const [, next] of links) {
      const second = await she.open(next!.replaceAll("&amp;", "&"));
      equal(second.status, 200);
      match(second.text, /Suite de la liste/);
    }
    equal((await she.open(`/${SCHOOL}/apres-les-jurys?delai=hier&apres=rien`)).status, 200);
    await app.close();
  });
});
