/** «J’ai fini de noter» is sent with what is typed: it is kept first, or nothing of it is lost. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import {
  arranged,
  aSession,
  cameIn,
  employed,
  type Examined,
  groupSeen,
  guestToken,
  type Held,
  SCHOOL,
  trainee,
} from "../../test/certifying.ts";
import { errorsIn } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";

describe("whoever says that they have finished marking", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let held: Held;
  let groups: Examined;
  let agnes: Visitor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const trainees = [await trainee(world, "Ada Admise"), await trainee(world, "Ben Autre")];
    held = await aSession(world, { secretary, trainees });
    groups = await arranged(world, held, { day: "2030-06-11" });
    now = new Date("2030-06-11T18:00:00Z");
    agnes = visitor(app, `/${SCHOOL}`);
    agnes.cookies.set(GUEST_COOKIE, await guestToken(world, held.examiners[0]!.guest));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const page = () => `/examens/${groups.articles}`;
  const seen = async () => {
    const { finished, candidates } = await groupSeen(world, cameIn(world, held.examiners[0]!.guest), groups.articles);
    return { finished, marks: candidates.map(({ marks }) => marks[0]!.mark) };
  };

  it("loses nothing of what was typed where a mark is none: its scale is said beside the field", async () => {
    const wrong = await agnes.fill(page(), { "mark-0-0": "13,5", "mark-1-0": "21", finish: "yes" });
    equal(wrong.status, 422);
    deepEqual(errorsIn(wrong.text), ["Donnez une note de 0 à 20, par exemple 12,5."]);
    match(wrong.text, /name="mark-0-0"[^>]*value="13,5"/);
    match(wrong.text, /name="mark-1-0"[^>]*value="21"/);
    const none = await agnes.fill(page(), { "mark-0-0": "", "mark-1-0": "", finish: "yes" });
    deepEqual([none.status, errorsIn(none.text).length], [422, 2]);
    const both = await agnes.fill(page(), { "mark-0-0": "13,5", "missed-0-0": "absent" });
    match(both.text, /href="#mark-0-0"[^>]*>Donnez une note, ou dites ce qui a manqué : pas les deux/);
    deepEqual(await seen(), { finished: false, marks: [null, null] });
  });

  it("keeps the marks given where one is still missing, and names whose", async () => {
    const some = await agnes.fill(page(), { "mark-0-0": "13,5", "mark-1-0": "", finish: "yes" });
    deepEqual([some.status, some.location], [303, `${page()}?fait=manque`]);
    deepEqual(await seen(), { finished: false, marks: [1350, null] });
    match((await agnes.open(`${page()}?fait=manque`)).text, /Il manque.: Ben Autre/);
  });

  it("keeps the marks that are typed, and has finished with them", async () => {
    const done = await agnes.fill(page(), { "mark-0-0": "13,5", "mark-1-0": "9", finish: "yes" });
    deepEqual([done.status, done.location], [303, `${page()}?fait=fini`]);
    deepEqual(await seen(), { finished: true, marks: [1350, 900] });
  });

  it("says it again once a mark has changed, and the same button does both", async () => {
    const changed = await agnes.fill(page(), { "mark-0-0": "14", "mark-1-0": "9" });
    equal(changed.location, `${page()}?fait=rouvert`);
    deepEqual(await seen(), { finished: false, marks: [1400, 900] });
    await agnes.fill(page(), { "mark-0-0": "14,5", "mark-1-0": "9", finish: "yes" });
    deepEqual(await seen(), { finished: true, marks: [1450, 900] });
  });
});
