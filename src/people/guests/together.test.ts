/** Several invitations prolonged at once: the jury that comes back after fourteen months takes one act of each of two people. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { deed, giveRoles, makeAccount, openedSession, actorOf } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { confirmGuest, inviteGuest } from "./acts.ts";
import { confirmGuests, prolongGuests } from "./together-acts.ts";
import { seeGuests } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the invitations of a jury and its examiners, prolonged together", () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2026-11-25T09:00:00Z");
  const staff: Record<string, Actor> = {};
  const ids: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    for (const [key, role] of [
      ["secretary", "certification-secretary"],
      ["administrator", "administrator"],
      ["director", "director"],
    ] as const) {
      const person = await makeAccount(world, { name: key, address: `${key}@exemple.fr` });
      await giveRoles(world, person, [role]);
      staff[key] = await actorOf(world, await openedSession(world, person, ["password", "totp"]));
    }
    for (const name of ["Ada", "Bea", "Eve"]) {
      const role = name === "Eve" ? ("examiner" as const) : ("jury-member" as const);
      const input = {
        name,
        address: `${name}@exemple.fr`,
        language: "fr" as const,
        roles: [role],
        until: "2026-12-20",
      };
      const { guest, waits } = await deed(world, inviteGuest, staff.director!, input);
      if (waits !== null) await deed(world, confirmGuest, staff.administrator!, { id: waits });
      ids.push(guest);
    }
  });
  after(() => close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, by: string, input: Static<F>) => {
    const outcome = await perform(world, act, {
      actor: staff[by]!,
      establishment: SCHOOL,
      attempt: newAttempt(),
      input,
    });
    return outcome.kind === "invalid"
      ? outcome.issues
          .map(({ message }) => message("fr"))
          .join(" | ")
          .replaceAll("\u00a0", " ")
      : outcome.kind;
  };
  const seen = async () => {
    const found = await view(world, seeGuests, { actor: staff.director!, establishment: SCHOOL, input: {} });
    ok(found.kind === "found");
    return found.value;
  };
  const untils = async () => Object.fromEntries((await seen()).guests.map(({ name, until }) => [name, until]));

  it("name each whom the reader may not prolong, and prolong nobody then", async () => {
    match(await tried(prolongGuests, "secretary", { guests: ids, until: "2027-01-20" }), /^Ada : .* \| Bea : /);
    match(await tried(prolongGuests, "director", { guests: ids, until: "2026-12-20" }), /Eve : l’invitation dure déjà/);
    deepEqual(await untils(), { Ada: "2026-12-20", Bea: "2026-12-20", Eve: "2026-12-20" });
  });

  it("are prolonged at once where one person gives the role, and proposed where it takes two", async () => {
    const attempt = newAttempt();
    const asked = {
      actor: staff.director!,
      establishment: SCHOOL,
      attempt,
      input: { guests: ids, until: "2027-01-20" },
    };
    const first = await perform(world, prolongGuests, asked);
    deepEqual(first.kind === "done" && first.value, { prolonged: 1, waiting: 2 });
    deepEqual(await perform(world, prolongGuests, asked), first);
    deepEqual(await untils(), { Ada: "2026-12-20", Bea: "2026-12-20", Eve: "2027-01-20" });
    match(
      await tried(prolongGuests, "director", { guests: ids.slice(0, 2), until: "2027-01-20" }),
      /^Ada : .*attend déjà/,
    );
  });

  it("ask the second person by one mail, and are confirmed by one act", async () => {
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("subject")
        .where("to_address", "=", "administrator@exemple.fr")
        .orderBy("id")
        .execute(),
    );
    equal(mails.at(-1)!.subject, "2 invités attendent votre confirmation");
    const waiting = (await seen()).waiting.map(({ id }) => id);
    match(await tried(confirmGuests, "director", { ids: waiting }), /Ada : Une autre personne le confirme/);
    equal(await tried(confirmGuests, "secretary", { ids: waiting }), "forbidden");
    equal(await tried(confirmGuests, "administrator", { ids: waiting }), "done");
    equal(await tried(confirmGuests, "administrator", { ids: waiting }), "forbidden");
    deepEqual(await untils(), { Ada: "2027-01-20", Bea: "2027-01-20", Eve: "2027-01-20" });
  });

  it("are recorded with each person", async () => {
    const asked = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, asked)).tampered, []);
    const chains = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("audit_record").select("chain").where("act", "=", "confirmGuests").execute(),
    );
    deepEqual(
      chains.map(({ chain }) => chain).toSorted(),
      ids
        .slice(0, 2)
        .map((id) => `guest:${id}`)
        .toSorted(),
    );
  });
});
