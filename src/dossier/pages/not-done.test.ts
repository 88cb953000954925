/** What was asked too late, or in a second tab, is said not to be done: no page looks as if it were. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { World } from "../../act/world.ts";

describe("what is asked of one’s dossier too late", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2026-11-25T09:00:00Z");
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function submitted() {
    const person = await makeAccount(world, { name: "Claire", address: `p${(people += 1)}@exemple.fr` });
    const id = await aDossier(world, person, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: FULL_FILES,
    });
    await handedIn(world, person, id);
    const her = visitor(app, "/faire-ess");
    const signIn = async () => her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
    await signIn();
    return { ...her, signIn, own: `/deis/dossier/${id}` };
  }
  const CLOSED = new Date("2027-03-29T10:00:00Z");

  it("is not withdrawn twice", async () => {
    const her = await submitted();
    const tab = await her.open(`${her.own}/retirer`);
    equal((await her.fill(`${her.own}/retirer`, { reason: "" })).status, 303);
    const again = await her.sendFrom(tab, `${her.own}/retirer`, { reason: "" });
    equal(again.status, 422);
    match(plain(again.text), /Ce n’est pas fait/);
  });

  it("is neither resumed nor taken back after the closing", async () => {
    const [gone, kept] = [await submitted(), await submitted()];
    equal((await gone.fill(`${gone.own}/retirer`, { reason: "" })).status, 303);
    const before = now;
    const pages = [await gone.open(gone.own), await kept.open(`${kept.own}/reprendre`)];
    now = CLOSED;
    for (const her of [gone, kept]) await her.signIn();
    const answers = [
      await gone.sendFrom(pages[0]!, `${gone.own}/revenir`, {}),
      await kept.sendFrom(pages[1]!, `${kept.own}/reprendre`, {}),
    ];
    now = before;
    deepEqual(
      answers.map(({ status }) => status),
      [422, 422],
    );
    match(plain(answers[0]!.text), /le retrait ne peut plus être repris/);
    match(plain(answers[1]!.text), /le dossier déposé reste tel qu’il est/);
  });
});
