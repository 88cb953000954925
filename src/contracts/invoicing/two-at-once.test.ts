/** Two officers who issue at once, in whichever order they go: no number is given twice or left out, and nobody is asked twice. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { invoicesCheckOf } from "../../billing/invoices/check.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { deed } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, enrolledOn, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { issueProposed } from "./acts.ts";
import { listProposals } from "./views.ts";

const SCHOOL = "faire-ess";

describe("two officers at once", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  const officers: Actor[] = [];
  const people: Person[] = [];
  const laws = withExampleLegal(LAWS);
  before(async () => {
    const told = lawWorld(laws, { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    for (const name of ["Anna Une", "Bruno Deux"]) officers.push((await employed(world, name, "finance")).actor);
    const { actor: head } = await employed(world, "Ines Responsable", "head-of-training");
    const days = { startsOn: "2027-09-13", endsOn: "2029-07-13" };
    const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2027-2029", ...days });
    await readyForContracts(world, head, cohort, "2027-09-13");
    for (const name of ["Ada Premiere", "Bob Second", "Carl Tiers", "Dora Quart"]) {
      const person = await anAccepted(world, { name });
      await enrolledOn(world, head, person, { cohort, contractOn: "2026-11-25" });
      people.push(person);
    }
  });
  after(() => close());

  type Proposals = Awaited<ReturnType<typeof proposed>>;
  const proposed = async () => {
    const seen = await view(world, listProposals, { actor: officers[0]!, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    return seen.value.proposals;
  };
  const issue = (actor: Actor, { dossier }: Person, all: Proposals) => {
    const keys = all.filter((one) => one.dossier === dossier).map(({ key }) => key);
    return perform(world, issueProposed, {
      actor,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { dossier, keys },
    });
  };
  const invoices = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ number: string; about: string | null; nth: string; gross: number }>`
        select i.number, (select min(p.about) from invoice_part p where p.invoice = i.id) as about,
          i.document -> 'lines' -> 0 -> 'label' ->> 'fr' as nth, i.gross
        from invoice i where i.kind = 'invoice' order by i.number`.execute(tx);
      return rows;
    });
  const gapless = (numbers: readonly string[]) => {
    const years = Map.groupBy(numbers, (number) => number.slice(0, -5));
    for (const of of years.values())
      deepEqual(
        of.map((number) => Number(number.slice(-5))),
        of.map((_, at) => at + 1),
      );
  };

  it("issue the same proposals: each is issued once, and the one who comes later is told that what was looked at has changed", async () => {
    for (const day of ["2028-03-15", "2028-09-15", "2029-09-15"]) {
      now = new Date(`${day}T09:00:00Z`);
      const all = await proposed();
      equal(new Set(all.map(({ dossier }) => dossier)).size, people.length);
      const before = (await invoices()).length;
      const outcomes = await Promise.all(
        [people, people.toReversed()].flatMap((some, at) => some.map((one) => issue(officers[at]!, one, all))),
      );
      deepEqual(outcomes.map(({ kind }) => kind).toSorted(), people.flatMap(() => ["done", "stale"]).toSorted());
      const now_ = await invoices();
      equal(now_.length, before + all.length);
      gapless(now_.map(({ number }) => number));
      equal(new Set(now_.map(({ about, nth }) => `${about} ${nth}`)).size, now_.length, "a period is asked twice");
    }
    const check = await withSchool(world.db, SCHOOL, (tx) => invoicesCheckOf({ laws, now: world.now })(tx, SCHOOL));
    equal(check, undefined);
  });

  it("credit one invoice: once, and never above what it asks", async () => {
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{
        id: string;
        gross: number;
      }>`select id, gross from invoice where kind = 'invoice' order by number limit 1`.execute(tx),
    );
    const [invoice] = rows;
    const credit = (actor: Actor) => {
      const input = {
        invoice: invoice!.id,
        amount: invoice!.gross,
        reason: "Deux fois à la fois.",
        then: "remitted" as const,
      };
      return perform(world, creditInvoice, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    };
    const kinds = (await Promise.all(officers.map(credit))).map(({ kind }) => kind).toSorted();
    deepEqual(kinds, ["done", "invalid"]);
  });
});
