/** Who asks for an arrangement, where more do than one page shows. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { type Actor, view } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { ALWAYS_SHOWN, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { confidedDossiers, MOST_CONFIDED } from "./views.ts";

const SCHOOL = "faire-ess";
const advisor: Actor = {
  kind: "account",
  account: "00000000-0000-4000-8000-0000000000aa",
  session: "00000000-0000-4000-8000-0000000000bb",
  roles: ["disability-advisor"],
  authenticatedAt: ALWAYS_SHOWN,
};

describe("those who ask for an arrangement", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
    await anIntake(world);
    const her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const sections = {
      ...FULL_SECTIONS,
      accommodations: { needed: "yes", effects: ["other"], other: "Une table haute" },
    };
    const dossier = await aDossier(world, her, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, her, dossier);
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** As many more, who asked for the same after her. */
  const copies = (count: number, from: number) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      await sql`create temporary table copied as
        select d.id as original, gen_random_uuid() as id, 'E-' || lpad(n::text, 6, '0') as number
        from dossier d, generate_series(${from}::integer, ${from + count - 1}::integer) n where d.number like 'D-%'`.execute(
        tx,
      );
      await sql`insert into dossier (id, intake, number, entered, language, started_at)
        select c.id, intake, c.number, 'paper', language, started_at from copied c join dossier d on d.id = original`.execute(
        tx,
      );
      await sql`insert into dossier_state (id, intake, state, changed_at, name)
        select c.id, intake, state, changed_at, name from copied c join dossier_state s on s.id = original`.execute(tx);
      await sql`insert into dossier_section (id, dossier, section, version, contents, saved_at, saved_by)
        select gen_random_uuid(), c.id, section, version, contents, saved_at, saved_by
        from copied c join dossier_section s on s.dossier = original where section = 'accommodations'`.execute(tx);
      await sql`drop table copied`.execute(tx);
    });
  const listed = async (input: { before?: string } = {}) => {
    const found = await view(world, confidedDossiers, { actor: advisor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };

  it("are all on one page while they are as many as it shows, the oldest first", async () => {
    await copies(MOST_CONFIDED - 1, 1);
    const { rows, older } = await listed();
    deepEqual([rows.length, rows[0]!.number.slice(0, 2), older], [MOST_CONFIDED, "D-", null]);
  });

  it("are the newest on it with one more, and the one that is left is a page away", async () => {
    await copies(1, MOST_CONFIDED);
    const { rows, older } = await listed();
    deepEqual([rows.length, rows[0]!.number, older], [MOST_CONFIDED, "E-000001", "E-000001"]);
    const rest = await listed({ before: older! });
    deepEqual([rest.rows.length, rest.rows[0]!.number.slice(0, 2), rest.older], [1, "D-", null]);
  });

  it("are all found by whoever reads the pages", async () => {
    const one = await makeAccount(world, { name: "Inès", address: "ines@exemple.fr" });
    await giveRoles(world, one, ["disability-advisor"]);
    const her = visitor(app, `/${SCHOOL}`);
    her.cookies.set(SESSION_COOKIE, await openedSession(world, one, ["password", "totp"]));
    const first = await her.open("/handicap");
    equal(first.text.match(/href="[^"]*\/handicap\/[0-9a-f-]{36}"/g)?.length, MOST_CONFIDED);
    const [, next] = /href="([^"]*avant=[^"]*)">Les dossiers plus anciens/.exec(first.text)!;
    const second = await her.open(next!.replace(`/${SCHOOL}`, ""));
    match(second.text, /D-2026-\d{6}/);
    equal(/plus anciens/.test(second.text), false);
  });
});
