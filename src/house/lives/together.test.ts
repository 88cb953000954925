/** Lives moved by whole weeks and played together, as a demonstration shows them. */
import { deepEqual, equal } from "node:assert/strict";
import { join } from "node:path";
import { it } from "node:test";
import { sql } from "kysely";
import { withSchool } from "../../db/school.ts";
import { stepByStep } from "../../worker/step-by-step.ts";
import { ROOT } from "../../test/law-world.ts";
import { faultsOf, readLives } from "../../test/playing.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { withExampleLegal } from "../example-legal.ts";
import { lawWorld } from "../world.ts";
import { openStage } from "./stage.ts";
import { livesIn, playTogether } from "./together.ts";

const SCHOOL = "faire-ess";
/** A Wednesday; the Tuesday that the lives name is 24 weeks before the day before. */
const NOW = new Date("2027-06-30T10:00:00Z");

it("shows each life as it stood on the day that it names, moved to about today with all its days", async (test) => {
  const files = livesIn(ROOT).filter((file) => /conforming|submitted-with-a-caferuis/.test(file));
  const scripts = readLives(files).scripts.map((script) => ({
    ...script,
    shown: { on: "2027-01-12", group: "application", people: {} } as const,
  }));
  const { world, close } = await testWorldOf({ now: () => NOW });
  test.after(close);
  const lived = await playTogether(openStage(world, SCHOOL, stepByStep()), scripts, NOW);
  deepEqual(
    lived.map(({ stopped, script }) => [stopped, script.shown!.on]),
    [
      [undefined, "2027-06-29"],
      [undefined, "2027-06-29"],
    ],
  );
  const rows = <V>(text: ReturnType<typeof sql<V>>) =>
    withSchool(world.db, SCHOOL, async (tx) => (await text.execute(tx)).rows);
  // One has handed in and not paid yet, as on its 13 January; the other still fills in.
  deepEqual(await rows(sql`select state from dossier_state order by state`), [
    { state: "draft" },
    { state: "submitted" },
  ]);
  deepEqual(await rows(sql`select state from charge_state`), [{ state: "owed" }]);
  // Every day of the life moves with it, those before it begins too; the hour on the wall stays.
  deepEqual(
    await rows(sql`select settings->'label'->>'fr' as label, settings->'opens' as opens, min(opened_at) as at
    from intake group by 1, 2`),
    [
      {
        label: "Rentrée de février 2028",
        opens: { day: "2027-04-19", time: "09:00" },
        at: new Date("2027-04-19T07:50:00Z"),
      },
    ],
  );
  const [said] = await rows(sql<{ born: string; awarded: string }>`
    select contents->'identity'->>'bornOn' as born, contents->'declared'->'titles'->0->>'awardedOn' as awarded
    from submission`);
  deepEqual(said, { born: "1988-08-14", awarded: "2012-12-20" });
  // Who works there works in both.
  const heads = await rows(sql<{ account: string }>`select account from role_grant where role = 'head-of-training'`);
  equal(heads.length, 1);
  deepEqual(await faultsOf(world, SCHOOL), []);
});

it("is every file that stands beside a diploma", () => {
  const own = livesIn(ROOT);
  equal(own.includes(join(ROOT, "diplomas/deis/lives/conforming.yaml")), true);
});

it("makes once the rooms that several lives add, invites once who is a guest in several, and names a cohort and a session by their own days", async (test) => {
  const files = livesIn(ROOT).filter((file) => /to-be-heard|in-class|presented/.test(file));
  const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now: () => NOW });
  test.after(close);
  const lived = await playTogether(openStage(world, SCHOOL, stepByStep()), readLives(files).scripts, NOW);
  deepEqual(
    lived.map(({ script, stopped }) => [script.life, stopped]),
    [
      ["in-class", undefined],
      ["presented", undefined],
      ["to-be-heard", undefined],
    ],
  );
  const named = await withSchool(world.db, SCHOOL, async (tx) => {
    const names = sql<{ name: string }>`select name from room union all select name from cohort
      union all select name from exam_session union all select name from exam_person where name ~ 'Soulier' order by name`;
    return (await names.execute(tx)).rows.map(({ name }) => name);
  });
  deepEqual(named, [
    "Agnès Soulier",
    "Bureau des entretiens",
    "Promotion 2025-2027",
    "Promotion 2027-2029",
    "Salle d’étude",
    "Session de juin 2027",
  ]);
});
