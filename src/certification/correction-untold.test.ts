/** The copy of what is held about somebody tells of no decision, and of no correction of one, before the State notified it. */
import { deepEqual, match, notDeepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { RETAINED } from "../house/house.ts";
import { chainContents } from "../retention/contents.ts";
import { adopts, closing, examined, type Held, opened, sits, type Trainee } from "../test/certifying.ts";
import { deed } from "../test/people.ts";
import { publishResults } from "./after/acts.ts";
import { reopenDecision, setMarkAnew } from "./juries/acts.ts";

describe("the copy of one’s data", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let held: Held;
  let ada: Trainee;
  before(async () => {
    const made = await examined({ "Ada Admise": [12, 11, 9, 8, 13] });
    ({ world, close, held } = made);
    ada = made.trainees[0]!;
  });
  after(() => close());

  const certifications = RETAINED.find(({ name }) => name === "certifications")!;
  const copied = () =>
    withSchool(world.db, "faire-ess", async (tx) => {
      const [chain] = await certifications.chains(tx, ada);
      return chainContents(tx, chain!, { untold: (await certifications.untold?.(tx, chain!)) ?? [] });
    });
  const decides = async (jury: string) => {
    await sits(world, held, jury);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
  };
  const published = async (jury: string) =>
    deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-25" });
  let first: string;

  it("says that a jury decided once that is notified", async () => {
    const nothing = await copied();
    first = await opened(world, held);
    await decides(first);
    deepEqual(await copied(), nothing);
    await published(first);
    const { rows, happened } = await copied();
    deepEqual(Object.keys(rows).toSorted(), ["exam_entry", "issued_paper", "jury_result", "jury_seal", "mail"]);
    ok(happened.some(({ act }) => act === "closeJury"));
  });

  it("says that it was gone back to once the correction is notified, and not a day before", async () => {
    const before = await copied();
    const entry = held.entries.get("Ada Admise")!;
    const ground = "L’oral a été saisi 8 pour 11 : erreur matérielle.";
    const { jury } = await deed(world, reopenDecision, await held.secretary(), { entry, on: "2030-06-25", ground });
    await sits(world, held, jury);
    await deed(world, setMarkAnew, await held.secretary(), {
      jury,
      entry,
      exam: "DF2",
      component: "oral",
      mark: 1100,
      ground,
    });
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    deepEqual(await copied(), before);
    await published(jury);
    const told = await copied();
    notDeepEqual(told, before);
    match(JSON.stringify(told.rows.jury_result), /"outcome":"diploma"/);
  });
});
