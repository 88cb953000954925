/** Whoever is presented with something missing is warned of: on the line, before convoking, and in the minutes; it bars nobody. */
import { deepEqual, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  type Examined,
  type Held,
  jurySeen,
  SCHOOL,
  trainee,
} from "../test/certifying.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { type Invented, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { minutesDocument } from "./documents/minutes.ts";
import type { SealedCandidate, SealedJury } from "./juries/sealing.ts";
import { seeSession } from "./views.ts";

const SAID = "Le travail de l’épreuve DF1 n’est pas déposé.";

describe("somebody who is presented before their works are deposited", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let held: Held;
  let groups: Examined;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(() => close());

  it("is warned of on their line and on the page from which they are convoked, by the article", async () => {
    const actor = await held.secretary();
    const seen = await view(world, seeSession, { actor, establishment: SCHOOL, input: { session: held.session } });
    ok(seen.kind === "found");
    const [entry] = seen.value.entries;
    deepEqual(
      entry!.findings.map(({ condition, met, reason }) => [condition, met, reason.fr]),
      ["DF1", "DF2", "DF3"].map((exam) => ["work", false, SAID.replace("DF1", exam)]),
    );
    match(entry!.findings[0]!.source.fr, /art\. 12/);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const page = `/certifications/${held.session}`;
    for (const path of [page, `${page}/composer`, `${page}/personnes/${entry!.enrolment}`])
      match(plain((await she.open(path)).text), new RegExp(`Non rempli\\. ${SAID}`), path);
    await app.close();
  });

  it("has it in the minutes, as it was when they were presented", async () => {
    now = new Date("2030-06-25T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 13, 12, 14] });
    const jury = await decided(world, held);
    const { sealed } = await jurySeen(world, held, jury);
    const itself = sealed.find(({ entry }) => entry === null)!;
    const candidates = sealed.filter(({ entry }) => entry !== null);
    const law = world.law(SCHOOL, "deis", { version: "2006" })!;
    const { blocks } = minutesDocument({
      law,
      jury: { ...itself, sealed: itself.sealed as SealedJury },
      candidates: candidates.map((one) => ({ ...one, sealed: one.sealed as SealedCandidate })),
    });
    const texts = blocks.flatMap((one) => (one.kind === "text" ? [plain(one.text)] : []));
    match(texts.join("\n"), new RegExp(`Lors de la présentation : ${SAID} \\(.*art\\. 12`));
  });
});
