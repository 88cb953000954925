/** A dossier lives under the law of its intake, whatever comes into force meanwhile. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor, type Visitor } from "../../test/journeys/visitor.ts";
import { NEXT, OTHER, withNextLaw } from "../../test/next-law.ts";
import { type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import { openDossier } from "../views.ts";

describe("a dossier of an intake under the law of 2006, once a law of 2027 is in force", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let person: Invented;
  let id: string;
  let her: Visitor;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    const laws = withNextLaw();
    const law = lawWorld(laws, { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...law, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    id = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES });
    now = new Date("2027-02-01T09:00:00Z");
    equal(world.law("faire-ess", "deis", { on: "2027-02-01" })!.diploma.version, NEXT);
    her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const at = (step: string) => `/deis/dossier/${id}/${step}`;
  const draft = async () => {
    const asked = { actor: candidate(world, person), establishment: "faire-ess", input: { dossier: id } };
    const found = await view(world, openDossier, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    equal(found.value.intake.lawVersion, "2006");
    return found.value.draft;
  };

  it("keeps every title and period that was declared when another question is answered", async () => {
    equal((await her.fill(at("corps"), { corps: "none" })).status, 303);
    const { titles, periods } = await draft();
    deepEqual(titles, DECLARED_IN_FULL.titles);
    deepEqual(periods, DECLARED_IN_FULL.periods);
  });

  it("shows what was declared, and what it opens, by that law", async () => {
    const titles = plain((await her.open(at("titres"))).text);
    match(titles, /assistant de service social/i);
    match(titles, /Voie C3/);
    const experience = plain((await her.open(at("experience"))).text);
    match(experience, /Dans l’intervention sociale|intervention sociale/i);
    match(experience, /Voie C3/);
  });

  it("names it by that law on the path and on what is handed in", async () => {
    match(plain((await her.open(at("resultat"))).text), /assistant de service social/i);
    match(plain((await her.open(at("deposer"))).text), /assistant de service social/i);
  });

  it("is not there under another diploma", async () => {
    for (const step of ["", "/titres", "/corps", "/resultat", "/deposer", "/piece/cv", "/commune", "/retirer"])
      equal((await her.open(`/${OTHER}/dossier/${id}${step}`)).status, 404, step);
  });
});
