/* Of a server alone: the embedded database has one connection, on which nobody waits for another. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { sql } from "kysely";
import { type Act, type Actor, type Outcome, perform, performTogether, performWithin } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { acceptPlace, deferPlace } from "../admission/place-acts.ts";
import { acting, closed, type Conforming, eligible, sittingCommission } from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { startPostgres } from "../test/postgres.ts";
import { testWorldOf } from "../test/server.ts";
import { enrolAnyway } from "../contracts/enrolling-acts.ts";
import { openCohort } from "./cohorts/acts.ts";

const given = process.env.LIVRET_TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres() : null;
if (own) process.env.LIVRET_TEST_DATABASE_URL = own.url;

// Last of all: a database that is kept for the next test is dropped when all of them are done.
after(() => own?.stop());

const SCHOOL = "faire-ess";
type Asked = { readonly act: Act; readonly actor: Actor; readonly input: object };

describe("whoever enrols somebody and whoever has them defer, at one moment", {
  skip: (given ?? own?.url) === undefined && "apt-get install postgresql-17",
}, () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2027-02-01T08:00:00Z");
  let cohort = "";
  let ada: Conforming;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const times = { startsOn: "2027-09-06", endsOn: "2030-06-28" };
    ({ cohort } = await deed(world, openCohort, head(), { diploma: "deis", name: "2027-2030", ...times }));
  });
  after(() => close());
  beforeEach(async () => {
    const { id } = await openedIntake(world);
    ada = await eligible(world, "Ada Verte", id);
    await closed(world, await sittingCommission(world, id, [[ada.dossier, "admitted"]]));
    await deed(world, acceptPlace, ada.actor, { dossier: ada.dossier });
    await deed(world, decideRelief, head(), { dossier: ada.dossier });
  });

  const head = () => acting(world, ["head-of-training"]);
  const enrolling = (): Asked => {
    const input = { cohort, dossier: ada.dossier, ground: "Le financeur tarde." };
    return { act: enrolAnyway, actor: acting(world, ["director"]), input };
  };
  const deferring = (): Asked => {
    return { act: deferPlace, actor: ada.actor, input: { dossier: ada.dossier } };
  };
  const asking = ({ actor, input }: Asked) => ({ actor, establishment: SCHOOL, attempt: randomUUID(), input });
  const said = (outcome: Outcome<unknown>) =>
    outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;

  /** The first is done and not committed until the second is seen to wait for a lock that it holds. */
  const inTurn = async (first: Asked, second: Asked) => {
    const [isDone, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const one = performTogether(world, SCHOOL, async (tx) => {
      const outcome = await performWithin(tx, world, first.act, asking(first));
      isDone.resolve();
      await mayCommit.promise;
      return outcome;
    });
    await Promise.race([isDone.promise, one]);
    const two = perform(world, second.act, asking(second));
    const waited = await isSeenWaiting(two);
    mayCommit.resolve();
    return { waited, outcomes: [said(await one), said(await two)] };
  };

  /** Asked again and again, until it is seen or nothing is left to be seen. */
  const isSeenWaiting = async (other: Promise<unknown>) => {
    const two = { over: false };
    const end = () => {
      two.over = true;
    };
    void other.then(end, end);
    while (!two.over) {
      const { rows } = await sql`
        select from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where a.datname = current_database() and not l.granted limit 1`.execute(world.db);
      if (rows.length > 0) return true;
    }
    return false;
  };

  it("are done one after the other: whoever is enrolled meanwhile does not defer", async () => {
    const { waited, outcomes } = await inTurn(enrolling(), deferring());
    equal(waited, true);
    equal(outcomes[0], "done");
    match(outcomes[1]!, /^L’inscription en formation est faite/);
  });

  it("and whoever defers meanwhile is not enrolled", async () => {
    const { waited, outcomes } = await inTurn(deferring(), enrolling());
    deepEqual([waited, outcomes[0]], [true, "done"]);
    match(outcomes[1]!, /place/);
  });
});
