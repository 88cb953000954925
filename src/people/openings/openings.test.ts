import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act.ts";
import { withSchool } from "../../db/school.ts";
import { noteOpening } from "../../record/openings/opening.ts";
import { type TestWorld, testWorld } from "../../test/world.ts";
import type { Role } from "../rules/permissions.ts";
import { myOpenings } from "./views.ts";

const establishment = "first-school";
const account = (id: string, ...roles: Role[]) =>
  ({ kind: "account", account: id, session: "s", roles, authenticatedAt: new Date(0) }) as const;
const what = { fr: "le dossier", en: "the application" };

describe("who opened my file", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld({ now: "2026-12-01T09:00:00Z" });
  });
  after(() => t.close());

  const open = (actor: Parameters<typeof noteOpening>[1]["actor"], whose = "account:claire", part = what) =>
    withSchool(t.world.db, establishment, (tx) =>
      noteOpening(tx, { about: "dossier:1", whose, actor, what: part, at: t.world.now() }),
    );
  const seenBy = async (id: string, school = establishment) => {
    const seen = await view(t.world, myOpenings, { actor: account(id), establishment: school, input: {} });
    assert.ok(seen.kind === "found");
    return seen.value.openings;
  };

  it("shows when, as what and which part, to the person and to nobody else", async () => {
    await open(account("officer", "admission-officer"));
    const [first, ...others] = await seenBy("claire");
    assert.deepEqual(others, []);
    assert.deepEqual(
      [first!.roles, first!.what, first!.openedAt],
      [["admission-officer"], what, "2026-12-01T09:00:00.000Z"],
    );
    assert.deepEqual(await seenBy("luc"), []);
    assert.deepEqual(await seenBy("claire", "second-school"), []);
  });

  it("counts the same opening once an hour, and another part apart", async () => {
    t.setNow("2026-12-01T09:59:00Z");
    await open(account("officer", "admission-officer"));
    assert.equal((await seenBy("claire")).length, 1);
    await open(account("officer", "admission-officer"), "account:claire", { fr: "une pièce", en: "a paper" });
    assert.equal((await seenBy("claire")).length, 2);
    t.setNow("2026-12-01T10:01:00Z");
    await open(account("officer", "admission-officer"));
    assert.equal((await seenBy("claire")).length, 3);
  });

  it("says nothing of what the person opened themselves", async () => {
    const before = (await seenBy("claire")).length;
    await open(account("claire"));
    assert.equal((await seenBy("claire")).length, before);
  });
});
