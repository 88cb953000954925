/** A lesson whose room is not set yet: the first page and the calendar say where the school is. */
import { match } from "node:assert/strict";
import { after, it } from "node:test";
import { SESSION_COOKIE } from "../../page/session.ts";
import { deed, giveRoles, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { buildServer } from "../../web/server.ts";
import { planLessons } from "../lessons/acts.ts";

const SCHOOL = "faire-ess";
let close: () => Promise<unknown> = async () => undefined;
after(() => close());

it("says the school’s street on the card of the next lesson and in its calendar, before the hours", async () => {
  let now = new Date("2026-11-25T09:00:00Z");
  const opened = await testWorldOf({ now: () => now });
  const { world } = opened;
  const app = await buildServer(world, { perMinute: 1_000_000 });
  close = async () => {
    await app.close();
    await opened.close();
  };
  const head = await employed(world, "Ines Responsable", "head-of-training");
  const trainer = await employed(world, "Théo Formateur", "trainer");
  await giveRoles(world, trainer, ["trainer"]);
  const dora = await anAccepted(world, { name: "Dora Martin" });
  const cohort = await aCohort(world, head.actor);
  await enrolled(world, head.actor, dora, cohort);
  const lesson = {
    unit: "UF1.1",
    on: "2026-12-07",
    from: "13:30",
    to: "16:30",
    trainer: `account:${trainer.account}`,
  };
  const { lessons } = await deed(world, planLessons, head.actor, { cohort, lessons: [lesson] });
  now = new Date("2026-12-07T08:00:00Z");
  const headers = { cookie: `${SESSION_COOKIE}=${await openedSession(world, dora)}` };
  const page = (await app.inject({ url: `/${SCHOOL}/mon-parcours`, headers })).body;
  match(
    page,
    /Votre prochaine séance<\/h2>[^]*1011 rue du Pont de Lavérune[^]*Théo Formateur[^]*Ma semaine[^]*id="hours-0/,
  );
  const [, to = ""] = new RegExp(`href="([^"]*lesson-${lessons[0]!}[^"]*)"`).exec(page) ?? [];
  const ics = (await app.inject({ url: to, headers })).body.replaceAll("\r\n ", "");
  match(ics, /LOCATION:1011 rue du Pont de Lavérune/);
});
