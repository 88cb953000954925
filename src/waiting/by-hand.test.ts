/** What people store of what waits: put off until a day, and given to somebody who may do it. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { resumeDossier, withdrawDossier } from "../dossier/submit-acts.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { someone } from "../test/charging.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { linesFor, REMINDING, soundWaiting } from "../test/waiting-lines.ts";
import { newAttempt } from "../test/world.ts";
import { runDue } from "../worker/run-due.ts";

const SCHOOL = "faire-ess";

describe("what waits, by hand", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let anna: Actor;
  let bruno: Actor & { readonly account: string };
  let other: Invented;
  let dossier = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await openedIntake(world);
    const officer = async (name: string) => {
      const person = await makeAccount(world, { name, address: `${name}@ecole.fr` });
      await giveRoles(world, person, ["admission-officer"]);
      return someone(person.account, "admission-officer");
    };
    [anna, bruno] = [await officer("Anna"), await officer("Bruno")];
    const who = await makeAccount(world, { name: "Camille", address: "camille@exemple.fr" });
    other = who;
    dossier = await aDossier(world, who, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
    await handedIn(world, who, dossier);
  });
  after(() => close());

  const line = async (actor: Actor) => (await linesFor(world, actor, "examine"))[0];
  const arrange = async (input: { until?: string; to?: string }, actor = anna) =>
    (
      await perform(world, world.house.arrangeWaiting, {
        actor,
        establishment: SCHOOL,
        attempt: newAttempt(),
        input: { line: (await line(anna))!.id, ...input },
      })
    ).kind;

  it("is not arranged by an empty form", async () => {
    equal(await arrange({}), "invalid");
  });

  it("is put off until a day, seen so by all who may do it, and comes back by itself", async () => {
    equal(await arrange({ until: "2026-12-01" }), "done");
    for (const actor of [anna, bruno]) equal((await line(actor))!.putOffUntil, "2026-12-01");
    now = new Date("2026-12-01T09:00:00Z");
    equal((await line(bruno))!.putOffUntil, null);
    await soundWaiting(world);
  });

  it("is given to somebody who may do it, seen so by the others, and no more reminded of to these", async () => {
    equal(await arrange({ to: bruno.account }), "done");
    for (const actor of [anna, bruno]) equal((await line(actor))!.givenTo, "Bruno");
    // A week before the day by which the school promised to examine.
    now = new Date("2026-12-03T09:00:00Z");
    await runDue(world, SCHOOL, REMINDING);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["to_address as to", "paragraphs"]).where("about", "like", "reminded:%").execute(),
    );
    const told = mails.filter(({ paragraphs }) => JSON.stringify(paragraphs).includes("Examiner le dossier"));
    deepEqual(
      told.map(({ to }) => to),
      ["Bruno@ecole.fr"],
    );
    now = new Date("2026-12-01T09:00:00Z");
  });

  it("is neither put off to a day past or beyond its end, nor given to who may not do it, nor arranged by a stranger", async () => {
    const { last } = await (async () => {
      const input = { line: (await line(anna))!.id };
      const seen = await view(world, world.house.waitingLine, { actor: anna, establishment: SCHOOL, input });
      ok(seen.kind === "found");
      return seen.value;
    })();
    const beyond = `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`;
    for (const until of ["2026-12-01", "2026-11-01", beyond]) equal(await arrange({ until }), "invalid", until);
    equal(await arrange({ to: other.account }), "invalid");
    equal(await arrange({ until: "2026-12-05" }, someone(other.account)), "forbidden");
    equal((await line(bruno))!.givenTo, "Bruno");
  });

  it("goes with the row: what waits anew is given to nobody", async () => {
    const her = candidate(world, other);
    await deed(world, withdrawDossier, her, { dossier });
    equal(await line(anna), undefined);
    await deed(world, resumeDossier, her, { dossier });
    equal((await line(anna))!.givenTo, null);
    await soundWaiting(world);
  });
});
