/** What waits of the livret: for whom, by when, and by which act it goes. */
import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { inviteGuest } from "../people/guests/acts.ts";
import { deed, freshly, type Invented } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, SEPTEMBER } from "../test/trainees.ts";
import { linesFor, waitingFor } from "../test/waiting-lines.ts";
import { nameWorkDirector } from "../training/works/acts.ts";
import { issueLivret, withdrawLivret } from "./acts.ts";
import { askAppreciations, withdrawAppreciation, writeAppreciation } from "./appreciations/acts.ts";

describe("what waits of the livret", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let ines: Invented & { actor: Actor };
  let trainer: Actor;
  let cohort = "";
  let enrolment = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    ines = await employed(world, "Ines Responsable", "head-of-training");
    trainer = (await employed(world, "Tom Formateur", "trainer")).actor;
    cohort = await aCohort(world, ines.actor);
    enrolment = await enrolled(world, ines.actor, await anAccepted(world, { name: "Awa Ndiaye" }), cohort);
  });
  after(() => close());

  const KEY = "writeAppreciation";
  const asking = (kind: string, of: Actor) =>
    deed(world, askAppreciations, ines.actor, {
      cohort,
      kind,
      of: actorName(of),
      enrolments: [enrolment],
      due: "2026-12-18",
    });
  const requestOf = async (actor: Actor) => (await linesFor(world, actor, KEY))[0]!.part;

  it("is an appreciation, for whom it was asked of, an account or a guest, by its day, until it is written", async () => {
    const invited = { name: "Paul Deux", address: "paul@exemple.fr", language: "fr", until: "2027-03-31" } as const;
    const roles = ["memoire-director"] as const;
    const { guest } = await deed(world, inviteGuest, ines.actor, { ...invited, roles: [...roles] });
    const director: Actor = { kind: "guest", guest, session: randomUUID(), roles, authenticatedAt: now };
    await deed(world, nameWorkDirector, ines.actor, { enrolment, exam: "DF1", director: actorName(director) });
    await asking("memoire", director);
    deepEqual(await waitingFor(world, director, KEY), [[KEY, "2026-12-18"]]);
    deepEqual(await waitingFor(world, trainer, KEY), []);
    const said = { number: 0, words: "Un travail mûri.", declaration: "C’est la mienne." };
    await deed(world, writeAppreciation, director, { request: await requestOf(director), ...said });
    deepEqual(await waitingFor(world, director, KEY), []);
  });

  it("goes with the request that is withdrawn", async () => {
    await asking("teaching", trainer);
    const request = await requestOf(trainer);
    await deed(world, withdrawAppreciation, ines.actor, { request, why: "N’a pas eu ce stagiaire." });
    deepEqual(await waitingFor(world, trainer, KEY), []);
  });

  it("is the livret itself in the last weeks of the training, until it is issued, and again once that one is withdrawn", async () => {
    const forHead = () => waitingFor(world, ines.actor, "issueLivret");
    deepEqual(await forHead(), []);
    now = new Date("2029-06-01T09:00:00Z");
    ines.actor = await freshly(world, ines);
    deepEqual(await forHead(), [["issueLivret", SEPTEMBER.endsOn]]);
    await deed(world, issueLivret, ines.actor, { enrolment });
    deepEqual(await forHead(), []);
    await deed(world, withdrawLivret, ines.actor, { enrolment, why: "Une erreur de nom." });
    equal((await forHead()).length, 1);
  });
});
