/** A school that names nobody but oneself to pay for the course. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { aDossier, DECLARED_IN_FULL, theirDossier } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { noMoreTitles, PATH } from "../../test/journeys/answers.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";

describe("who pays, where only one can", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  before(async () => {
    const establishments = LAWS.establishments.map((one) => ({
      ...one,
      data: {
        ...one.data,
        diplomas: one.data.diplomas.map((taught) => ({
          ...taught,
          funders: taught.funders.filter(({ personal }) => personal),
        })),
      },
    }));
    const law = lawWorld({ ...LAWS, establishments }, { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...law, now: () => new Date("2026-11-25T09:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("is not asked of a path, whose result says it and offers nothing to change", async () => {
    const she = visitor(app, "/faire-ess");
    await she.fillAll([noMoreTitles(PATH), [`${PATH}/cursus`, { track: "deis" }]]);
    equal((await she.open(`${PATH}/financement`)).location, `${PATH}/resultat`);
    const { text } = await she.open(`${PATH}/resultat`);
    match(plain(text), /financement personnel/i);
    ok(!text.includes(`${PATH}/financement`));
  });

  it("is said in a dossier, and gone on from in one press", async () => {
    const who = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const { plan: _plan, ...declared } = DECLARED_IN_FULL;
    await aDossier(world, who, { declared: { ...declared, plan: { track: "deis" } } });
    const at = `/deis/dossier/${await theirDossier(world, who)}`;
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    equal((await she.open(`${at}/resultat`)).location, `${at}/financement`);
    const asked = await she.open(`${at}/financement`);
    match(plain(asked.text), /Vous payez vous-même la formation/);
    ok(!asked.text.includes('name="rest"'));
    equal((await she.sendFrom(asked, `${at}/financement`, {})).location, `${at}/resultat`);
    const result = await she.open(`${at}/resultat`);
    equal(result.status, 200);
    ok(!result.text.includes(`${at}/financement`));
  });
});
