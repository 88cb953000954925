/** The first page of somebody with a draft: no two drafts that stand differently read alike. */
import { doesNotMatch, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  aDossier,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
  theirDossier,
} from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { deed, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { takeBackDossier } from "../submit-acts.ts";

const FULL = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };

describe("what is left of a draft, on the first page", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });
  const somebody = () => makeAccount(world, { name: "Claire", address: `claire-${(people += 1)}@exemple.fr` });
  const firstPage = async (person: Invented) => {
    const headers = { cookie: `${SESSION_COOKIE}=${await openedSession(world, person)}` };
    return plain((await app.inject({ url: "/faire-ess/mon-parcours", headers })).body);
  };

  it("is listed part by part, the documents together", async () => {
    const her = await somebody();
    await aDossier(world, her, { declared: DECLARED_IN_FULL });
    const page = await firstPage(her);
    match(page, /Dossier D-\S+\s?: ce qui reste .*Votre identité À compléter .*Vos pièces \d+ à joindre/);
    doesNotMatch(page, /tout est prêt/);
  });

  it("has what is wrong in a part, as the page of that part says it", async () => {
    const her = await somebody();
    const contact = { ...FULL_SECTIONS.contact, postcode: "34500", city: "Lille" };
    await aDossier(world, her, { ...FULL, sections: { ...FULL_SECTIONS, contact } });
    const page = await firstPage(her);
    match(page, /ce qui reste Vos coordonnées [^.]*Lille[^.]*34500/);
    doesNotMatch(page, /À compléter/);
  });

  it("is nothing once all is ready: it is to be read and submitted", async () => {
    const her = await somebody();
    await aDossier(world, her, FULL);
    match(await firstPage(her), /tout est prêt Relisez-le, puis déposez-le.* Relire et déposer/);
  });

  it("says of a draft taken back after it was submitted that it is submitted no more; of a submitted one nothing", async () => {
    const her = await somebody();
    await handedIn(world, her, await aDossier(world, her, FULL));
    doesNotMatch(await firstPage(her), /tout est prêt|ce qui reste/);
    await deed(world, takeBackDossier, candidate(world, her), { dossier: await theirDossier(world, her) });
    match(await firstPage(her), /tout est prêt Vous l’avez repris le .*\s?: il n’est plus déposé/);
  });
});
