/** The list of those of an intake, which grows with it: group by group, each by pages, from where the last one ended. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { acting, conforming, WHOLE_COMMISSION } from "../test/admissions.ts";
import { DECLARED_IN_FULL } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { openCommission, proposeDecision } from "./commission-acts.ts";
import { seeCommission } from "./commission-views.ts";
import type { AfterCandidate } from "./groups.ts";
import { seeAdmissions } from "./views.ts";

const SCHOOL = "faire-ess";

/** As many as say so, copied from one that acts made: nobody did what they tell, and they are there to be read. */
const COPIES = `
  with made as (
    select n, md5('candidacy ' || n)::uuid as id from generate_series(1, 112) n
  ), dossiers as (
    insert into dossier select (json_populate_record(d, json_build_object('id', made.id, 'account', made.id, 'number', d.number || made.n))).*
    from dossier d, made where d.id = $1
  ), states as (
    insert into dossier_state (id, intake, state, standing, changed_at, name, to_confirm)
    select made.id, s.intake, s.state, s.standing, s.changed_at + (made.n / 3) * interval '1 second', 'Candidate ' || made.n, false
    from dossier_state s, made where s.id = $1
  )
  insert into admission_state (id, intake, state, rank, changed_at, list)
  select made.id, s.intake, case when made.n <= 52 then 'eligible' else 'waiting' end,
    case when made.n > 52 then 200 - made.n end, s.changed_at, case when made.n > 52 then s.id end
  from dossier_state s, made where s.id = $1 and made.n <= 110`;

describe("the list of those of an intake", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let intake: string;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2027-02-01T08:00:00Z") }));
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    const { dossier } = await conforming(world, "Ada Martin", DECLARED_IN_FULL, intake);
    const one = sql.join(
      COPIES.split("$1").map((part) => sql.raw(part)),
      sql`${dossier}::uuid`,
    );
    await withSchool(world.db, SCHOOL, (tx) => one.execute(tx));
  });
  after(() => close());

  const page = async (from?: AfterCandidate) => {
    const input = { intake, ...(from && { after: from }) };
    const actor = acting(world, ["head-of-training"]);
    const seen = await view(world, seeAdmissions, { actor, establishment: SCHOOL, input });
    ok(seen.kind === "found");
    return seen.value;
  };

  it("gives each once, group after group and page after page, the waiting list by its ranks", async () => {
    const first = await page();
    deepEqual(
      first.next.map(({ state }) => state),
      ["eligible", "waiting"],
    );
    const found = [...first.candidates];
    for (const next of first.next)
      for (let from: AfterCandidate | undefined = next; from; ) {
        const seen: Awaited<ReturnType<typeof page>> = await page(from);
        ok(seen.candidates.every(({ state }) => state === next.state) && seen.candidates.length <= 50);
        found.push(...seen.candidates);
        from = seen.next[0];
      }
    equal(new Set(found.map(({ dossier }) => dossier)).size, 113);
    const of = (state: string) => found.filter((one) => one.state === state);
    deepEqual([of("to-decide").length, of("eligible").length, of("waiting").length], [3, 52, 58]);
    const ranks = of("waiting").map(({ rank }) => rank ?? 0);
    deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
  });

  it("goes on at the end of a group by a link, and begins anew at an address that says nothing", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "");
    const head = await makeAccount(world, { name: "Héloïse Cadre", address: "heloise@exemple.fr" });
    await giveRoles(world, head, ["head-of-training"]);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
    const address = `/${SCHOOL}/admissions?campagne=${intake}`;
    const first = await she.open(address);
    const [, next] = /href="([^"]*groupe=waiting[^"]*)"[^>]*>Suite de la liste</.exec(first.text)!;
    const second = await she.open(next!.replaceAll("&amp;", "&"));
    equal(second.status, 200);
    equal(/group-eligible/.test(second.text), false);
    match(second.text, /group-waiting/);
    match((await she.open(`${address}&groupe=rien&rang=x&apres=hier`)).text, /group-eligible/);
    await app.close();
  });

  it("is decided on page after page too, and whoever is on the second is decided on as on the first", async () => {
    const head = acting(world, ["head-of-training"]);
    const held = { intake, heldOn: "2027-02-01", members: WHOLE_COMMISSION };
    const { commission } = await deed(world, openCommission, head, held);
    const sitting = async (which: { readonly after?: string; readonly dossier?: string; readonly whole?: true }) => {
      const input = { commission, ...which };
      const seen = await view(world, seeCommission, { actor: head, establishment: SCHOOL, input });
      ok(seen.kind === "found");
      return seen.value;
    };
    const first = await sitting({});
    const second = await sitting({ after: first.next! });
    const whole = await sitting({ whole: true });
    deepEqual([first.candidates.length, second.candidates.length, second.next, whole.next], [50, 2, null, null]);
    deepEqual([...first.candidates, ...second.candidates], whole.candidates);
    const { dossier } = second.candidates[1]!;
    await deed(world, proposeDecision, head, { commission, dossier, decision: "admitted" });
    const one = await sitting({ dossier });
    deepEqual(
      one.candidates.map((they) => [they.dossier, they.decision]),
      [[dossier, "admitted"]],
    );
    const undecided = one.findings.find(({ says }) => says === "undecided");
    equal(undecided?.values.count, 51);
  });
});
