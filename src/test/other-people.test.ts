/**
 * Other people's things, and other schools': a demonstration is made, somebody's every page is collected by following links,
 * and everybody else is sent there; every act and view is done from another school with the ids of this one.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, perform, view } from "../act/act.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { buildDemo } from "../cli/demo/build.ts";
import { withSchool } from "../db/school.ts";
import { ROLES, type Role } from "../act/permissions.ts";
import { personOf } from "../people/views.ts";
import { pages } from "../house/pages.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { openedSession } from "./people.ts";
import { samples } from "./samples.ts";
import { testWorldOf } from "./server.ts";
import { type Visitor, visitor } from "./journeys/visitor.ts";
import { newAttempt } from "./world.ts";
import type { Opened } from "../db/open.ts";

const SCHOOL = "faire-ess";
const DOSSIERS = ["dossier", "dossier_section", "submission", "dossier_state"];
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

describe("what belongs to somebody else", () => {
  let world: World;
  let opened: Opened;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  /** Two candidates who have each a dossier. */
  let hers: { account: string; name: string; address: string; number: string };
  let his: typeof hers;
  before(async () => {
    ({ world, opened, close } = await testWorldOf());
    await buildDemo(world, { schools: [SCHOOL], dossiers: 12, seed: 3, parallel: 1 });
    app = await buildServer(world, { perMinute: 1_000_000 });
    const people = await opened.asOwner((owner) =>
      owner.query<typeof hers>(
        `select distinct on (a.id) a.id as account, a.name, a.address, d.number from dossier d
         join account a on a.id = d.account join dossier_state s on s.id = d.id where s.state = 'submitted' order by a.id`,
      ),
    );
    [hers, his] = people as [typeof hers, typeof hers];
    ok(hers && his, "the demonstration has too few candidates");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const enter = async (account: string): Promise<Visitor> => {
    const who = visitor(app, "");
    who.cookies.set(SESSION_COOKIE, await openedSession(world, { account }));
    return who;
  };

  /** Every page that links lead to from somebody's account, with what it showed them. */
  const crawled = async (who: Visitor): Promise<Map<string, string>> => {
    const seen = new Map<string, string>();
    const left = [`/${SCHOOL}/compte`, `/${SCHOOL}/deis/dossier`];
    for (let path = left.pop(); path !== undefined && seen.size < 150; path = left.pop()) {
      if (seen.has(path)) continue;
      const { status, text, location } = await who.open(path);
      seen.set(path, status === 200 ? text : "");
      const links = [...text.matchAll(/(?:href|action)="([^"#?]+)/g)].map(([, to]) => to!);
      for (const to of [...links, ...(location ? [location.split("?")[0]!] : [])])
        if (to.startsWith(`/${SCHOOL}/`) && !/\/(en|deconnexion|regle)(\/|$)/.test(to) && !seen.has(to)) left.push(to);
    }
    return seen;
  };

  it("is shown to nobody else who signs in, nor to whoever does not", async () => {
    const own = await crawled(await enter(hers.account));
    const private_ = [...own].filter(([path, text]) => text !== "" && UUID.test(path));
    ok(private_.length >= 8, `only ${private_.length} pages of hers were found: ${[...own.keys()].join(" ")}`);
    const traces = [hers.name, hers.address, hers.number].filter(Boolean);
    const them = [await enter(his.account), visitor(app, "")];
    const showing = private_.filter(([, text]) => traces.some((trace) => text.includes(trace)));
    ok(showing.length >= 3, `only ${showing.length} pages of hers show her`);
    for (const [path] of private_)
      for (const other of them) {
        const { status, text } = await other.open(path);
        ok(status !== 200 || !traces.some((trace) => text.includes(trace)), `${path} shows hers: ${status}`);
        // A page that everybody may see shows nobody.
        if (path.includes("/dossier/"))
          ok([303, 403, 404].includes(status), `${path} answers ${status} to somebody else`);
      }
  });

  it("is changed by nobody else: their forms change nothing of hers", async () => {
    const [drafting] = await opened.asOwner((owner) =>
      owner.query<{ account: string }>(
        `select d.account from dossier d join dossier_state s on s.id = d.id where s.state = 'draft' limit 1`,
      ),
    );
    const own = new Map([
      ...(await crawled(await enter(hers.account))),
      ...(await crawled(await enter(drafting!.account))),
    ]);
    const before = await fingerprint(SCHOOL, DOSSIERS);
    const other = await enter(his.account);
    const token = "x".repeat(32);
    other.cookies.set("livret_form", token);
    let sent = 0;
    for (const [path, text] of own) {
      if (!UUID.test(path) || !text.includes("<form")) continue;
      const names = [...text.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!);
      const body = new URLSearchParams(names.map((name): [string, string] => [name, "1"]));
      body.set("_csrf", token);
      const { status } = await other.send("POST", path, body.toString());
      ok([303, 403, 404, 405, 422].includes(status), `${path} answers ${status}`);
      sent++;
    }
    ok(sent >= 4, `only ${sent} forms were sent`);
    deepEqual(await fingerprint(SCHOOL, DOSSIERS), before);
  });

  it("is not sent by a form of another site, on any page that takes one", async () => {
    const her = await enter(hers.account);
    her.cookies.set("livret_form", "y".repeat(32));
    const forms = pages.filter(({ submit }) => submit);
    ok(forms.length > 20);
    for (const { path, who } of forms) {
      const url = `/${SCHOOL}${path.replace(":diploma", "deis").replaceAll(/:\w+/g, "00000000-0000-4000-8000-000000000000")}`;
      const { status } = await her.send("POST", url, "_csrf=another&do=remove");
      // Whoever may not come at all is told that first.
      ok(status === 403 || (who !== undefined && [303, 404].includes(status)), `${path} answers ${status}`);
    }
  });

  it("is not entered by a session that somebody else chose beforehand", async () => {
    const stranger = visitor(app, `/${SCHOOL}`);
    stranger.cookies.set(SESSION_COOKIE, "chosen-by-the-attacker-0000000000");
    const shown = await stranger.open("/connexion");
    equal(shown.status, 200);
    equal((await stranger.open("/compte")).status, 303);
    const person = await personOf(world.db, "chosen-by-the-attacker-0000000000", {
      establishment: SCHOOL,
      at: world.now(),
    });
    equal(person, undefined);
  });

  const fingerprint = (establishment: string, tables: readonly string[]) =>
    opened.asOwner(async (owner) => {
      const found: Record<string, string> = {};
      for (const table of tables) {
        const [row] = await owner.query<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t where establishment_id = '${establishment}'`,
        );
        found[table] = row!.hash;
      }
      return found;
    });

  /** Every table that has a school's rows. */
  const schoolTables = () =>
    opened.asOwner(async (owner) =>
      (
        await owner.query<{ name: string }>(
          `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'establishment_id'
           where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
        )
      ).map(({ name }) => name),
    );

  it("of another school: its director, with every role there, changes and sees nothing here", async () => {
    const tables = await schoolTables();
    const ids: string[] = await opened.asOwner(async (owner) => {
      const found: string[] = [];
      for (const table of tables) {
        const [id] = await owner.query<{ is: boolean }>(
          `select true as is from pg_attribute where attrelid = '${table}'::regclass and attname = 'id' and atttypid = 'uuid'::regtype`,
        );
        if (!id) continue;
        const rows = await owner.query<{ id: string }>(
          `select id from ${table} where establishment_id = '${SCHOOL}' order by id limit 3`,
        );
        found.push(...rows.map((row) => row.id));
      }
      return found;
    });
    ok(ids.length > 10);
    const before = await fingerprint(SCHOOL, tables);
    const director: Actor = {
      kind: "account",
      account: his.account,
      session: "00000000-0000-4000-8000-000000000000",
      roles: ROLES,
      authenticatedAt: world.now(),
    };
    const elsewhere = { actor: director, establishment: "autre-ecole" };
    let tried = 0;
    for (const act of ACTS)
      for (const input of samples(act.form, ids)) {
        tried++;
        // A form that fits and an id from elsewhere: a sentence, never a fault.
        await perform(world, act, { ...elsewhere, attempt: newAttempt(), input: input });
      }
    const traces = [hers.name, hers.address].filter(Boolean);
    for (const seen of VIEWS)
      for (const input of samples(seen.form, ids)) {
        tried++;
        const found = await view(world, seen, { ...elsewhere, input: input });
        const text = JSON.stringify(found);
        ok(!traces.some((trace) => text.includes(trace)), `${seen.name} shows a person of another school`);
      }
    ok(tried > 100, `only ${tried} were tried`);
    deepEqual(await fingerprint(SCHOOL, tables), before);
  });

  it("of another school: a role given here is none there", async () => {
    const [staff] = await opened.asOwner((owner) =>
      owner.query<{ account: string }>(
        `select account from role_grant where establishment_id = '${SCHOOL}' and role = 'director' limit 1`,
      ),
    );
    const token = await openedSession(world, staff!, ["password", "totp"]);
    const roles = async (establishment: string): Promise<readonly Role[]> =>
      (await personOf(world.db, token, { establishment, at: world.now() }))!.actor.roles;
    ok((await roles(SCHOOL)).includes("director"));
    deepEqual(await roles("autre-ecole"), []);
    await withSchool(world.db, "autre-ecole", async (tx) =>
      deepEqual(await tx.selectFrom("role_grant").select("id").execute(), []),
    );
  });
});
