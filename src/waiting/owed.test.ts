/** What the school has to obtain from somebody: on the page that it is led to, it reminds them now, once a day. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, perform } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { deed, freshly, type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, employed } from "../test/trainees.ts";
import { linesFor, soundWaiting } from "../test/waiting-lines.ts";
import { newAttempt } from "../test/world.ts";
import { planLessons } from "../training/lessons/acts.ts";
import { buildServer } from "../web/server.ts";

const SCHOOL = "faire-ess";

describe("what the school has to obtain", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let ines: Invented;
  let tom: Invented & { readonly actor: Actor };
  let head: Visitor;
  let lesson = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    ines = await employed(world, "Ines Responsable", "head-of-training");
    tom = await employed(world, "Tom Formateur", "trainer");
    const cohort = await aCohort(world, HEAD_OF_TRAINING);
    const one = { unit: "UF1.1", on: "2026-12-07", from: "09:00", to: "12:00", trainer: actorName(tom.actor) };
    await deed(world, planLessons, HEAD_OF_TRAINING, { cohort, lessons: [one] });
    await on("2026-12-14");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const on = async (day: string) => {
    now = new Date(`${day}T09:00:00Z`);
    head = visitor(app, `/${SCHOOL}`);
    head.cookies.set(SESSION_COOKIE, await openedSession(world, ines, ["password", "totp"]));
  };
  const asked = async () => {
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["to_address as to", "subject", "paragraphs"])
        .where("about", "like", "reminded:%")
        .execute(),
    );
    return mails.map(({ to }) => to);
  };
  const open = async () => (await head.open(lesson)).text;
  const press = async (text: string) => {
    const [, action = ""] = /<form method="post" action="\/faire-ess([^"]*\/rappel[^"]*)"/.exec(text) ?? [];
    ok(action !== "", text);
    const { status, location } = await head.sendFrom(
      { status: 200, location: undefined, text },
      action.replaceAll("&amp;", "&"),
      {},
    );
    equal(status, 303);
    equal(location, lesson);
  };

  it("is not asked for before the lesson is over", async () => {
    lesson = await withSchool(world.db, SCHOOL, async (tx) => {
      const { id } = await tx.selectFrom("lesson").select("id").executeTakeFirstOrThrow();
      return `/seances/${id}`;
    });
    await on("2026-12-07");
    now = new Date("2026-12-07T10:59:00Z");
    ok(!/Contresignez/.test(await open()));
    now = new Date("2026-12-07T11:00:00Z");
    match(await open(), /Contresignez/);
    await on("2026-12-14");
  });

  it("says on its page from whom, and reminds them at a press, once a day", async () => {
    const [line] = await linesFor(world, await freshly(world, ines), "countersign");
    equal(line?.verb.fr, "Obtenir la liste contresignée");
    lesson = line.to;
    const before = await open();
    match(before, /Tom Formateur<\/strong> – Contresignez la liste de votre séance/);
    match(before, /Confier à un autre formateur/);
    await press(before);
    deepEqual(await asked(), [tom.address]);
    const text = await open();
    match(text, /Un rappel est parti aujourd’hui/);
    ok(!text.includes("/rappel?"), "a second reminder is offered");
    await on("2026-12-15");
    await press(await open());
    deepEqual(await asked(), [tom.address, tom.address]);
  });

  it("is asked for by nobody who may not, of the row that somebody else has, and not twice", async () => {
    const row = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("waiting").select("id").where("who", "=", `account:${tom.account}`).executeTakeFirstOrThrow(),
    );
    const remind = async (actor: Actor) =>
      (
        await perform(world, world.house.remindNow, {
          actor,
          establishment: SCHOOL,
          attempt: newAttempt(),
          input: { line: row.id },
        })
      ).kind;
    equal(await remind(await freshly(world, tom)), "forbidden");
    equal(await remind(await freshly(world, ines)), "invalid");
    await soundWaiting(world);
  });
});
