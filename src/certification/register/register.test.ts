/** The register of those who examine and sit: corrected, read by whose entry it is. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { HOUSE } from "../../house/house.ts";
import type { Row } from "../../kit/sql.ts";
import { aSession, cameIn, employed, type Held, SCHOOL, trainee } from "../../test/certifying.ts";
import { deed, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { revokeGuest } from "../../people/guests/acts.ts";
import { seeRegister } from "../views.ts";
import { changeExamPerson, declareAcquaintance, enterExamPerson } from "./acts.ts";

describe("an entry of the register", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let held: Held;
  before(async () => {
    const now = new Date("2030-05-12T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    held = await aSession(world, { secretary, trainees: [await trainee(world, "Ada Admise")] });
  });
  after(() => close());

  const personSeen = async (id: string) => {
    const seen = await view(world, seeRegister, {
      actor: await held.secretary(),
      establishment: SCHOOL,
      input: { person: id },
    });
    return seen.kind === "found" ? seen.value.persons[0] : undefined;
  };
  const corrected = async (id: string, given: object, version: number) => {
    const { actors } = (await personSeen(id))!;
    const input = { person: id, version, diploma: "deis", name: "Albert Autorité", actors, ...given };
    const actor = await held.secretary();
    return perform(world, changeExamPerson, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
  };

  it("is corrected in one act, and shown as it stands to whoever read an earlier one", async () => {
    const { id } = held.examiners[1]!;
    equal((await corrected(id, { employer: "Conseil départemental" }, 1)).kind, "done");
    const late = await corrected(id, { employer: "Ailleurs" }, 1);
    deepEqual(late.kind === "stale" && (late.current as { employer: string }).employer, "Conseil départemental");
    equal((await personSeen(id))!.employer, "Conseil départemental");
    // Of a college it takes what that college asks, and no other.
    equal((await corrected(id, { college: "professionals" }, 2)).kind, "invalid");
    equal((await corrected(id, { college: "professionals", side: "employer" }, 2)).kind, "done");
  });

  it("stays whose it is when their invitation has ended", async () => {
    const { id, guest } = held.examiners[2]!;
    const head = await employed(world, "Inès Responsable", "administrator");
    await deed(world, revokeGuest, await freshly(world, head), { id: guest.id });
    equal((await corrected(id, { name: "Emma É." }, 1)).kind, "done");
    equal(
      (await corrected(id, { actors: [held.examiners[0]!.guest.actor, `guest:${randomUUID()}`] }, 2)).kind,
      "invalid",
    );
  });

  it("is found by name, page after page, each once", async () => {
    const secretary = await held.secretary();
    for (let at = 0; at < 55; at++) {
      const input = { diploma: "deis", name: `Nom ${at % 7}`, actors: [] };
      await deed(world, enterExamPerson, secretary, input);
    }
    const found: { id: string; name: string }[] = [];
    let after: { name: string; person: string } | null | undefined;
    while (after !== null) {
      const input = after ? { after } : {};
      const seen = await view(world, seeRegister, { actor: await held.secretary(), establishment: SCHOOL, input });
      if (seen.kind !== "found") throw new Error(seen.kind);
      found.push(...seen.value.persons);
      after = seen.value.next;
    }
    equal(new Set(found.map(({ id }) => id)).size, found.length);
    equal(found.length, 55 + held.members.length + held.examiners.length + 1);
  });

  it("is in the copy that a guest takes of what is held about them, with what they were named for, and nobody else’s", async () => {
    const [agnes] = held.examiners;
    const [entry] = held.entries.values();
    const known = { entry: entry!, person: agnes!.id, kind: "taught" };
    await deed(world, declareAcquaintance, cameIn(world, agnes!.guest), known);
    const asked = { actor: cameIn(world, agnes!.guest), establishment: SCHOOL, input: {} };
    const copy = await view(world, HOUSE.myGuestData, asked);
    const rows: Readonly<Record<string, readonly Row[]>> = copy.kind === "found" ? copy.value.rows : {};
    deepEqual(
      rows.exam_person?.map(({ name }) => name),
      ["Agnès Autorité"],
    );
    deepEqual(rows.exam_designation?.map(({ exam }) => exam).toSorted(), ["DF2", "DF3"]);
    equal(rows.exam_link?.length, 1);
    ok(!JSON.stringify(rows).includes("Albert"));
  });
});
