/** A collective report has one written mark, also where those who wrote it come before two groups of examiners. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import {
  aGroup,
  aSession,
  cameIn,
  closing,
  employed,
  groupSeen,
  type Held,
  opened as openedJury,
  SCHOOL,
  sits,
  studied,
} from "../../test/certifying.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { setMarkAnew } from "../juries/acts.ts";
import { giveMarks } from "./marks-acts.ts";

describe("a collective report whose authors come before two groups", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let first: string;
  let second: string;
  before(async () => {
    const made = await testWorldOf({ now: () => now });
    ({ world, close } = made);
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    // Dan wrote no report with the three others.
    const { people, group } = await studied(world);
    // As depositing leaves it.
    const [file, { account, enrolment }] = [randomUUID(), people[0]!];
    await made.opened.asOwner(async (owner) => {
      await owner.query(`insert into file_copy (establishment_id, sha256, copy, size, type, scan, kept_at)
        values ('${SCHOOL}', 'abababababababababababababababababababababababababababababababab', '12345678', 1, 'application/pdf', 'none', now())`);
      await owner.query(`insert into stored_file (establishment_id, id, about, slot, position, account, sha256, given_sha256, size, type,
          name, notices, received_at, attached_at)
        values ('${SCHOOL}', '${file}', 'study-group:${group}', 'report:DF2', 1, '${account}', 'abababababababababababababababababababababababababababababababab', 'abababababababababababababababababababababababababababababababab', 1, 'application/pdf',
          'rapport.pdf', '[]', now(), now())`);
      await owner.query(`insert into study_report (establishment_id, id, study_group, number, kind, file, enrolment, entered_by, entered_at)
        values ('${SCHOOL}', '${randomUUID()}', '${group}', 1, 'deposited', '${file}', '${enrolment}', 'operator', now())`);
    });
    held = await aSession(world, { secretary, trainees: people });
    const examiners = held.examiners.map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
    const entry = (name: string) => held.entries.get(name)!;
    const those = (name: string, from: string, until: string, names: readonly string[]) =>
      aGroup(world, held, { exam: "DF2", name, from, until, examiners, entries: names.map(entry) });
    first = await those("Groupe 1", "09:00", "10:00", ["Ada Admise", "Bo Girard"]);
    second = await those("Groupe 2", "11:00", "12:00", ["Cy Roux", "Dan Leroy"]);
    now = new Date("2030-06-11T18:00:00Z");
  });
  after(() => close());

  const as = () => cameIn(world, held.examiners[0]!.guest);
  const written = async (group: string) => {
    const { candidates, finished } = await groupSeen(world, as(), group);
    const marks = candidates.map(({ name, marks: [mark] }) => [name, mark!.mark]);
    return { ...(Object.fromEntries(marks) as Record<string, number | null>), finished };
  };
  const given = async (
    group: string,
    marks: Readonly<Record<string, readonly [written: number | undefined, oral?: number]>>,
    finish = false,
  ) => {
    const { candidates } = await groupSeen(world, as(), group);
    const all = candidates.flatMap(({ name, sitting, marks: own }) =>
      ["written", "oral"].flatMap((component, at) => {
        const mark = marks[name]?.[at];
        return mark === undefined ? [] : [{ sitting, component, mark, seen: own[at]!.seen }];
      }),
    );
    const input = { group, marks: all, ...(finish && { finish }) };
    return perform(world, giveMarks, { actor: as(), establishment: SCHOOL, attempt: randomUUID(), input });
  };

  it("gives the second group the mark that the first gave, and whoever comes with another report none", async () => {
    const done = await given(first, { "Ada Admise": [1200, 1100], "Bo Girard": [undefined, 900] }, true);
    equal(done.kind, "done");
    deepEqual(await written(first), { "Ada Admise": 1200, "Bo Girard": 1200, finished: true });
    deepEqual(await written(second), { "Cy Roux": 1200, "Dan Leroy": null, finished: false });
  });

  it("has one mark where the second gives another: it is that of both, and the first says again that it has finished", async () => {
    equal((await given(second, { "Cy Roux": [1300, 1000], "Dan Leroy": [800, 800] }, true)).kind, "done");
    deepEqual(await written(second), { "Cy Roux": 1300, "Dan Leroy": 800, finished: true });
    deepEqual(await written(first), { "Ada Admise": 1300, "Bo Girard": 1300, finished: false });
    const two = await given(first, { "Ada Admise": [1300], "Bo Girard": [1400] });
    match(two.kind === "invalid" ? two.issues[0]!.message("fr") : two.kind, /n’a qu’une note/);
  });

  it("is not sealed with two: one that the jury sets anew is set for all who wrote it", async () => {
    now = new Date("2030-06-25T18:00:00Z");
    const jury = await openedJury(world, held);
    await sits(world, held, jury);
    const against = async () => (await closing(world, held, jury)).filter((one) => one.includes("deux notes"));
    deepEqual(await against(), []);
    const anew = async (name: string) =>
      deed(world, setMarkAnew, await held.secretary(), {
        jury,
        entry: held.entries.get(name)!,
        exam: "DF2",
        component: "written",
        mark: 1400,
        ground: "Le rapport a été relu.",
      });
    await anew("Ada Admise");
    const [one] = await against();
    ok(one?.includes("Ada Admise, Bo Girard et Cy Roux"), one);
    for (const name of ["Bo Girard", "Cy Roux"]) await anew(name);
    deepEqual(await against(), []);
  });
});
