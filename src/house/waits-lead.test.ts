/** Where the lines of what waits lead: to the one that they are about, never only to a list. */
import { deepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../act/world.ts";
import { sayWhoPays } from "../contracts/acts.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { anIntake, candidate } from "../test/dossiers.ts";
import { anInterviewDay, conforming, ON } from "../test/interviewing.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { deed, freshly, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed } from "../test/trainees.ts";
import { linesFor } from "../test/waiting-lines.ts";
import { buildServer } from "../web/server.ts";
import { WAITS } from "./house.ts";

const ID = "5b6f1a1e-7a57-4c3e-9a54-0d5a4f7c2b10";
const PART = "9d1c6a54-3b0e-4e0f-8a0d-1f2b3c4d5e6f";
/** The pages of these lines show the reader's own things only, or those of a year, so their links name no person. */
const OWN = ["acceptRole", "collectParchment", "completeDiploma", "depositBpf", "pay"];

describe("the page of each line that waits", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Visitor;
  let lines: Awaited<ReturnType<typeof linesFor>>;
  const follow = async (key: string, name: string) => {
    const line = lines.find((one) => one.key === key && one.about?.fr === name);
    ok(line, JSON.stringify(lines.map((one) => [one.key, one.about?.fr])));
    return (await head.open(line.to)).text;
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const ines = await employed(world, "Ines Responsable", "head-of-training", "admission-officer");
    await aCohort(world, HEAD_OF_TRAINING);
    for (const name of ["Awa Ndiaye", "Zoé Girard"]) {
      const person = await anAccepted(world, { name });
      const { dossier } = person;
      // Paid on a platform: no contract is signed on the page, and the office hands over what is owed.
      const others = [{ source: "cpf", amount: 100_000 }];
      await deed(world, sayWhoPays, candidate(world, person), { dossier, others, status: "own-cost" });
    }
    for (const name of ["Claire", "Paul"]) await conforming(world, ines.actor, { name });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    head = visitor(app, "/faire-ess");
    head.cookies.set(SESSION_COOKIE, await openedSession(world, ines, ["password", "totp"]));
    const actor = await freshly(world, ines);
    await anInterviewDay(world, actor, { intake });
    lines = await linesFor(world, actor);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("names whom or what the line is about", () => {
    const unnamed = WAITS.flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([key, { to }]) => {
        // With the facts of the school's own line, and of the person's.
        const facts = { diploma: "deis", session: ID, exam: PART };
        const links = [to(ID, facts, PART), to(ID, { ...facts, school: 1 }, PART)];
        return links.every((link) => link.includes(ID) || link.includes(PART)) ? [] : [key];
      }),
    );
    deepEqual(unnamed.toSorted(), OWN);
  });

  it("leads the school to a page of its own, where it does what a person without an account cannot", () => {
    const astray = WAITS.flatMap(({ keys }) =>
      Object.entries(keys).flatMap(([key, { to, takenBy = [] }]) => {
        const link = to(ID, { diploma: "deis", session: ID, exam: PART, school: 1 }, PART);
        return takenBy.length > 0 &&
          /^\/(?:deis\/dossier\/[^/]+\/(?:admission|entretien|contrat)|mon-parcours|compte|mes-)/.test(link)
          ? [`${key} ${link}`]
          : [];
      }),
    );
    deepEqual(astray, []);
  });

  it("leads from what is to be handed over to the contract of the person", async () => {
    const contract = await follow("handOver", "Girard Zoé");
    ok(contract.includes("Contrat de Girard Zoé"), contract);
  });

  it("leads from the days of interviews straight to placing the person", async () => {
    const days = await follow("placeInterview", "Paul Claire");
    ok(days.includes("Vous êtes ici pour Paul"), days);
    const [, to = ""] = /href="\/faire-ess(\/entretiens\/jour\/[^"]+\/placer\/[^"]+)"/.exec(days) ?? [];
    ok((await head.open(to)).text.includes("Paul"), ON);
  });

  it("says where what one comes for waits no more", async () => {
    ok((await head.open(`/presences?pour=${ID}`)).text.includes("n’attend plus"));
  });
});
