/** A partner establishment reads the livrets of those whose admission it took part in, and of nobody else. */
import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { inviteGuest } from "../people/guests/acts.ts";
import { letIntoIntake } from "../admission/let-in.ts";
import { deed, stateGuest } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../test/trainees.ts";
import { issuedLivret, seeLivret, seeLivrets } from "./views.ts";

const SCHOOL = "faire-ess";

describe("a partner establishment and the livrets", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let guest: Extract<Actor, { kind: "guest" }>;
  let enrolment = "";
  let intake = "";
  before(async () => {
    ({ world, close } = await testWorldOf());
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    const awa = await anAccepted(world, { name: "Awa Ndiaye" });
    enrolment = await enrolled(world, head, awa, await aCohort(world, head));
    ({ intake } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("intake").where("id", "=", awa.dossier).executeTakeFirstOrThrow(),
    ));
    const asked = { name: "Claude Martel", address: "claude@exemple.fr", language: "fr", until: "2026-12-20" } as const;
    const invited = await deed(world, inviteGuest, head, { ...asked, roles: ["partner-establishment"] });
    const authenticatedAt = world.now();
    guest = { kind: "guest", guest: invited.guest, session: "", roles: ["partner-establishment"], authenticatedAt };
  });
  after(() => close());

  const reads = async (actor: Actor) => {
    const request = { actor, establishment: SCHOOL };
    const list = await view(world, seeLivrets, { ...request, input: {} });
    const one = await view(world, seeLivret, { ...request, input: { enrolment, language: "fr" } });
    const issued = await view(world, issuedLivret, { ...request, input: { enrolment } });
    return [list.kind === "found" && list.value.people.map(({ name }) => name), one.kind, issued.kind];
  };
  const sits = (members: readonly object[]) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .insertInto("commission")
        .values({
          id: randomUUID(),
          intake,
          held_on: "2026-11-20",
          members: JSON.stringify(members),
          version: 1,
          opened_by: "operator",
          opened_at: world.now(),
        })
        .execute(),
    );

  it("are nothing to it before a commission names it", async () => {
    equal((await reads(head))[1], "found");
    deepEqual(await reads(guest), [[], "missing", "missing"]);
  });

  it("are read by a guest of the authority where they come from an intake that is open to them, and no others", async () => {
    const { actor } = await stateGuest(world, "Solange Préfet");
    deepEqual(await reads(actor), [[], "missing", "missing"]);
    await deed(world, letIntoIntake, head, { intake, guest: actor.guest });
    deepEqual(await reads(actor), [["Ndiaye Awa"], "found", "found"]);
  });

  it("are read by whoever sat in the commission that decided, and by no other guest", async () => {
    await sits([{ seat: "partner", name: "Claude Martel", actor: `guest:${guest.guest}`, present: true }]);
    deepEqual(await reads(guest), [["Ndiaye Awa"], "found", "found"]);
    deepEqual(await reads({ ...guest, guest: randomUUID() }), [[], "missing", "missing"]);
  });
});
