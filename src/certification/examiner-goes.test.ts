/** Whoever has marks to finish, or sits in a jury that deliberates, leaves with a ground, and those who called them learn of it. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { revokeGuest } from "../people/guests/acts.ts";
import { seeGuests } from "../people/guests/views.ts";
import { takeRole } from "../people/staff/acts.ts";
import { seeStaff } from "../people/views.ts";
import {
  aGroup,
  allMarked,
  arranged,
  aSession,
  employed,
  type Examined,
  type Held,
  opened,
  SCHOOL,
  trainee,
} from "../test/certifying.ts";
import { deed, giveRoles, type Invented, freshly } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { designate, enterExamPerson } from "./register/acts.ts";

const GROUND = "Une fraude est soupçonnée.";

describe("whoever was called to examine or to sit", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let [secretary, director] = [{} as Invented, {} as Invented];
  let held: Held;
  let groups: Examined;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    director = await employed(world, "Dominique Directrice", "director");
    held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
    groups = await arranged(world, held, { day: "2030-06-11" });
  });
  after(() => close());

  async function tried<F extends TSchema, V>(act: Act<F, V>, input: Static<F>) {
    const actor = await freshly(world, director);
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  }
  const keptOf = async (guest: string) => {
    const seen = await view(world, seeGuests, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      input: {},
    });
    const found = seen.kind === "found" ? seen.value.guests.find(({ id }) => id === guest) : undefined;
    return found?.kept.map(({ says }) => says.fr.replaceAll("\u00a0", " "));
  };
  const grantsOf = async ({ account }: Invented) => {
    const seen = await view(world, seeStaff, {
      actor: await freshly(world, director),
      establishment: SCHOOL,
      input: {},
    });
    return seen.kind === "found" ? seen.value.staff.filter((one) => one.account === account) : [];
  };
  const lastTo = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("to_address", "=", address);
      return JSON.stringify((await mails.orderBy("id").execute()).at(-1)?.paragraphs);
    });

  it("is asked for a ground while marks are to be finished, and says in which groups", async () => {
    const { id } = held.examiners[0]!.guest;
    deepEqual(await keptOf(id), ["Cette personne examine « DF2 A » et « DF3 A » et n’a pas fini d’y noter."]);
    match(await tried(revokeGuest, { id }), /^ground: Cette personne examine .*Dites pourquoi/);
  });

  it("is let go where another role of theirs allows the same", async () => {
    const both = await employed(world, "Bea Beaucoup", "examiner");
    const trainees = [await trainee(world, "Ben Autre")];
    const other = await aSession(world, { secretary, trainees, name: "Autre session", tag: "-2" });
    const by = await held.secretary();
    const named = { diploma: "deis", name: both.name, actors: [`account:${both.account}`] };
    const { person } = await deed(world, enterExamPerson, by, named);
    const side = { by: "establishment" };
    const on = "2030-05-11";
    await deed(world, designate, by, { session: other.session, exam: "DF3", ...side, on, persons: [person] });
    const authority = { person: other.examiners[0]!.id, by: "authority" };
    await aGroup(world, other, {
      exam: "DF3",
      name: "DF3 B",
      day: "2030-06-12",
      examiners: [{ person, ...side }, authority],
    });
    const [only] = await grantsOf(both);
    match(await tried(takeRole, { id: only!.id }), /^ground: .*DF3 B/);
    await giveRoles(world, both, ["memoire-director"]);
    deepEqual(
      (await grantsOf(both)).map(({ kept }) => kept),
      [[], []],
    );
    equal(await tried(takeRole, { id: only!.id }), "done");
  });

  it("is asked no more by a group that is marked, and by a jury from its opening", async () => {
    now = new Date("2030-06-11T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [12, 11, 11.5, 11, 13] });
    deepEqual(await keptOf(held.examiners[0]!.guest.id), []);
    const { guest } = held.members[3]!;
    deepEqual(await keptOf(guest.id), []);
    now = new Date("2030-06-25T08:00:00Z");
    await opened(world, held);
    deepEqual(await keptOf(guest.id), [
      "Cette personne siège au jury de « Session de juin 2030 », dont la délibération est ouverte.",
    ]);
    match(await tried(revokeGuest, { id: guest.id }), /^ground: /);
    equal(await tried(revokeGuest, { id: guest.id, ground: GROUND }), "done");
    match(await lastTo(secretary.address), /siège au jury.*Une fraude est soupçonnée.*convoquez quelqu’un d’autre/);
    equal(await tried(takeRole, { id: (await grantsOf(secretary))[0]!.id }), "done");
  });
});
