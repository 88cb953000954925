/** Intakes of one name are told apart wherever one of them is named in a list. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { acting, closed, eligible, sittingCommission } from "../test/admissions.ts";
import { aDossier, candidate } from "../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { linesFor } from "../test/waiting-lines.ts";
import { buildServer } from "../web/server.ts";
import { listAdmitted } from "./commission-views.ts";

const SCHOOL = "faire-ess";
const NAME = { fr: "Rentrée DEIS", en: "DEIS intake" };
const APART = ["Rentrée DEIS, mars 2028", "Rentrée DEIS, septembre 2027"];

describe("intakes of one name", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let now = new Date("2027-02-01T08:00:00Z");
  const ids: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    for (const [nth, entryOn] of ["2027-09-13", "2028-03-06"].entries()) {
      const { id } = await openedIntake(world, { label: NAME, entryOn, places: 1, answerWithin: 10 });
      ids.push(id);
      const ada = await eligible(world, `Ada ${["Une", "Deux"][nth]!}`, id);
      await closed(world, await sittingCommission(world, id, [[ada.dossier, "admitted"]]));
    }
  });
  after(async () => {
    await app.close();
    await close();
  });
  const officer = () => acting(world, ["admission-officer"]);

  it("are told apart in the lists of the admitted, and in the search of people", async () => {
    const lists = await view(world, listAdmitted, {
      actor: acting(world, ["authority"]),
      establishment: SCHOOL,
      input: {},
    });
    deepEqual(lists.kind === "found" && lists.value.commissions.map(({ intake }) => intake.fr).toSorted(), APART);
    const input = { search: "Ada" };
    const found = await view(world, world.house.findPeople, { actor: officer(), establishment: SCHOOL, input });
    deepEqual(found.kind === "found" && found.value.people.map(({ intake }) => intake.fr).toSorted(), APART);
  });

  it("are told apart on the page of a person who applied to both, and on the person’s own", async () => {
    const who = await makeAccount(world, { name: "Cy Martin", address: "cy@exemple.fr" });
    for (const id of ids) await aDossier(world, who, { intake: id });
    const input = { person: who.account };
    const seen = await view(world, world.house.seePerson, { actor: officer(), establishment: SCHOOL, input });
    deepEqual(seen.kind === "found" && seen.value.dossiers.map(({ label }) => label.fr).toSorted(), APART);
    const mine = await view(world, world.house.myWay, {
      actor: candidate(world, who),
      establishment: SCHOOL,
      input: {},
    });
    deepEqual(mine.kind === "found" && mine.value.ways.map(({ intake }) => intake.fr).toSorted(), APART);
  });

  it("are told apart on the page of the intakes, where one in preparation has no days yet", async () => {
    const ines = await makeAccount(world, { name: "Ines", address: "ines@ecole.fr" });
    await giveRoles(world, ines, ["head-of-training"]);
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, ines, ["password", "totp"]));
    const text = plain((await she.open("/campagnes")).text);
    for (const name of APART) match(text, new RegExp(name));
  });

  it("are told apart on the lines of what waits", async () => {
    for (const name of ["a", "b"]) await openedIntake(world, { label: { fr: name, en: name } });
    now = new Date("2027-04-02T08:00:00Z");
    const { length } = await linesFor(world, officer(), "openCommission");
    equal(length, 2);
    const same = await openedIntake(world, {
      label: { fr: "a", en: "a" },
      closes: { day: "2027-05-01", time: "12:00" },
      opens: { day: "2027-04-02", time: "12:00" },
    });
    now = new Date("2027-05-02T08:00:00Z");
    const lines = await linesFor(world, HEAD_OF_TRAINING, "openCommission");
    equal(lines.find(({ chain }) => chain === `intake:${same.id}`)?.about?.fr, "a, close le 1er mai 2027");
  });
});
