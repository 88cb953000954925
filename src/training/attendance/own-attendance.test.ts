/** A trainer who is a trainee of the lesson that they hold, by the account that is enrolled or by another mailbox of theirs. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { inviteGuest } from "../../people/guests/acts.ts";
import { deed, giveRoles, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { planLessons } from "../lessons/acts.ts";
import {
  answerClaim,
  claimAttendance,
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "./acts.ts";
import { seeList } from "./views.ts";

const SCHOOL = "faire-ess";
const WORDS = "Je contresigne cette liste.";

describe("a trainer who is a trainee too", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let dual: Person;
  let own = "";
  let other = "";
  const held: { readonly lesson: string; readonly by: () => Promise<Actor> }[] = [];
  const headNow = () => freshly(world, head as { account: string } & Actor);
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    dual = await anAccepted(world, { name: "Dora Double" });
    await giveRoles(world, dual, ["trainer", "head-of-training"]);
    const cohort = await aCohort(world, head);
    own = await enrolled(world, head, dual, cohort);
    other = await enrolled(world, head, await anAccepted(world, { name: "Bob Martin" }), cohort);
    const invited = { name: "Dora", address: dual.address.replace("@", "+formation@"), language: "fr" } as const;
    const asked = { ...invited, until: "2027-03-31", roles: ["trainer" as const] };
    const { guest } = await deed(world, inviteGuest, head, asked);
    const asGuest = async (): Promise<Actor> => {
      return { kind: "guest", guest, session: randomUUID(), roles: ["trainer"], authenticatedAt: now };
    };
    const morning = { unit: "UF1.1", on: "2026-12-07", from: "09:00", to: "12:00", trainer: `account:${dual.account}` };
    const afternoon = { ...morning, from: "13:30", to: "16:30", trainer: actorName(await asGuest()) };
    const planned = await deed(world, planLessons, head, { cohort, lessons: [morning, afternoon] });
    const [first = "", second = ""] = planned.lessons;
    held.push({ lesson: first, by: () => freshly(world, dual) }, { lesson: second, by: asGuest });
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join(" | ")
      : outcome.kind;
  };
  const list = async (actor: Actor, lesson: string) => {
    const found = await view(world, seeList, asked(actor, { lesson }));
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const mark = (enrolment: string) => ({ enrolment, number: 0, status: "present" }) as const;
  const correction = { enrolment: "", number: 0, status: "present", reason: "J’étais là." } as const;

  for (const [place, said] of ["by their account", "as a guest by another address of their mailbox"].entries())
    it(`marks, signs, countersigns and corrects nothing of their own, ${said}`, async () => {
      const { lesson, by } = held[place]!;
      now = new Date(place === 0 ? "2026-12-07T08:15:00Z" : "2026-12-07T13:00:00Z");
      const trainer = await by();
      match(await tried(markAttendance, trainer, { lesson, marks: [mark(own), mark(other)] }), /^marks: C’est de vous/);
      equal(await tried(markAttendance, trainer, { lesson, marks: [mark(other)] }), "done");
      const { code } = await deed(world, showCode, trainer, { lesson });
      match(await tried(signHalfDay, await freshly(world, dual), { lesson, code }), /^lesson: Vous assurez/);
      match(
        await tried(correctAttendance, trainer, { ...correction, lesson, enrolment: own }),
        /^enrolment: C’est de vous/,
      );
      equal(await tried(correctAttendance, await headNow(), { ...correction, lesson, enrolment: own }), "done");
      now = new Date(place === 0 ? "2026-12-07T11:00:00Z" : "2026-12-07T15:30:00Z");
      const { shown, signs, people } = await list(await by(), lesson);
      deepEqual([signs, people.map((one) => one.own)], [false, people.map(({ enrolment }) => enrolment === own)]);
      match(
        await tried(countersign, await by(), { lesson, shown, words: WORDS }),
        /^lesson: Vous êtes sur cette liste/,
      );
      equal((await list(await headNow(), lesson)).signs, true);
      equal(await tried(countersign, await headNow(), { lesson, shown, words: WORDS }), "done");
    });

  it("who runs the training answers nothing that they themself said of an attendance", async () => {
    const { lesson } = held[0]!;
    const { claim } = await deed(world, claimAttendance, await freshly(world, dual), { lesson, words: "J’étais là." });
    match(await tried(answerClaim, await freshly(world, dual), { claim, answer: "Oui." }), /^claim: C’est de vous/);
    equal(await tried(answerClaim, await headNow(), { claim, answer: "C’est noté." }), "done");
  });
});
