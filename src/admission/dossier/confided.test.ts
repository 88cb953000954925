/** What a person says of a disability is read by the référent handicap, and by nobody and nothing else. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, view, type View } from "../../act.ts";
import { withSchool } from "../../db/school.ts";
import { ROLES, type Role } from "../../people/rules/permissions.ts";
import { openingsOf } from "../../record/openings/opening.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { VIEWS } from "../../views.ts";
import type { World } from "../../world.ts";
import { confidedDossiers, openDossier, readConfided } from "./views.ts";
import type { Static, TSchema } from "typebox";

const SCHOOL = "faire-ess";
const SECRET = "une maladie dont je ne parle à personne";

describe("what is confided to the référent handicap", () => {
  let world: World;
  let close: () => Promise<void>;
  let dossier = "";
  let her: Awaited<ReturnType<typeof makeAccount>>;
  const sections = {
    ...FULL_SECTIONS,
    accommodations: { needed: "yes", effects: ["extra-time", "breaks"], other: "" },
    "accommodations-said": { said: SECRET },
  };
  before(async () => {
    ({ world, close } = await testWorldOf());
    her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    dossier = await aDossier(world, her, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
  });
  after(() => close());

  const staff = (...roles: Role[]): Actor => ({
    kind: "account",
    account: randomUUID(),
    session: randomUUID(),
    roles,
    authenticatedAt: world.now(),
  });
  const see = <F extends TSchema, V>(one: View<F, V>, actor: Actor, input: Static<F>) =>
    view(world, one, { actor, establishment: SCHOOL, input });

  it("is not read before the dossier is handed in", async () => {
    equal((await see(readConfided, staff("disability-advisor"), { dossier })).kind, "missing");
    await handedIn(world, her, dossier);
    equal((await see(readConfided, staff("disability-advisor"), { dossier })).kind, "found");
  });

  it("is read by them alone, with what is asked; the list says only that there is something", async () => {
    const found = await see(readConfided, staff("disability-advisor"), { dossier });
    ok(JSON.stringify(found).includes(SECRET));
    const list = await see(confidedDossiers, staff("disability-advisor"), {});
    ok(JSON.stringify(list).includes("extra-time"));
    ok(!JSON.stringify(list).includes(SECRET));
    for (const role of ROLES.filter((one) => one !== "disability-advisor")) {
      equal((await see(readConfided, staff(role), { dossier })).kind, "forbidden", role);
      equal((await see(confidedDossiers, staff(role), {})).kind, "forbidden", role);
    }
    equal((await see(readConfided, candidate(world, { account: randomUUID() }), { dossier })).kind, "forbidden");
  });

  it("stands in nothing that any other view gives to any role, nor in what was handed in", async () => {
    const others = ROLES.filter((one) => one !== "disability-advisor");
    for (const one of VIEWS) {
      for (const input of [{ dossier }, {}]) {
        const seen = await see(one, staff(...others), input);
        ok(!JSON.stringify(seen).includes(SECRET), one.name);
      }
    }
    const opened = await see(openDossier, candidate(world, her), { dossier });
    ok(!JSON.stringify(opened).includes(SECRET));
    const tables = await withSchool(world.db, SCHOOL, async (tx) => [
      await tx.selectFrom("submission").selectAll().execute(),
      await tx.selectFrom("mail").selectAll().execute(),
      await tx.selectFrom("audit_record").selectAll().execute(),
    ]);
    ok(tables[0]!.length > 0);
    ok(!JSON.stringify(tables).includes(SECRET));
  });

  it("tells the person who opened it", async () => {
    const openings = await withSchool(world.db, SCHOOL, (tx) => openingsOf(tx, { whose: `account:${her.account}` }));
    const [one] = openings.filter(({ what }) => /référent handicap/.test(what.fr));
    deepEqual(one?.roles, ["disability-advisor"]);
  });
});
