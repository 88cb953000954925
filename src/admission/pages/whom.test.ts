/** Staff who decide about a person read on each page who that is, and have the link to all that is known of them. */
import { deepEqual, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { openedIntake } from "../../test/intakes.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { acting, closed, type Conforming, conforming, eligible, sittingCommission } from "../../test/admissions.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { recordAppeal } from "../appeal-acts.ts";

const SCHOOL = "faire-ess";

describe("whom a decision is about", () => {
  let world: World;
  let close: () => Promise<void>;
  const now = new Date("2027-02-01T09:00:00Z");
  let app: FastifyInstance;
  let visits: Visitor;
  let undecided: Conforming;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await openedIntake(world, { places: 1 });
    undecided = await conforming(world, "Ada Martin");
    app = await buildServer(world, { perMinute: 1_000_000 });
    visits = visitor(app, `/${SCHOOL}`);
    const head = await makeAccount(world, { name: "Ines Vidal", address: "vidal@exemple.fr" });
    await giveRoles(world, head, ["head-of-training"]);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "passkey"]));
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("has what follows as the first acts of a dossier of which every part conforms, before asking for a complement", async () => {
    const { text } = await visits.open(`/dossiers/${undecided.dossier}`);
    const [, acts = ""] = /<div class="actions">(.*?)<\/div>/s.exec(text.slice(text.indexOf("<h1"))) ?? [];
    const links = [...acts.matchAll(/<a class="ds-button" [^>]*>([^<]*)/g)];
    deepEqual(
      links.map(([link, label]) => [label, link.includes("data-variant")]),
      [
        // The school promises it within days of what was handed in, and interviews are months ahead.
        ["Décider de la recevabilité", false],
        ["Placer dans un jour d’entretiens", true],
        ["Demander un complément", true],
        ["Messages", true],
      ],
    );
  });

  it("stands on each page that decides, with the number, the link to the person, and the day of an appeal", async () => {
    const intake = (await openedIntake(world, { places: 1 })).id;
    const refused = await eligible(world, "Berthe Morisot", intake);
    await closed(world, await sittingCommission(world, intake, [[refused.dossier, "refused"]]));
    const appeal = { dossier: refused.dossier, receivedOn: "2027-01-30", text: "Mon projet a été mal lu." };
    await deed(world, recordAppeal, acting(world, ["head-of-training"]), appeal);
    await deed(world, sendMessage, undecided.actor, {
      dossier: undecided.dossier,
      text: "Quand aurai-je une réponse ?",
    });
    const pages = [
      ["Martin Ada", undecided.dossier, `/admissions/candidatures/${undecided.dossier}`],
      ["Martin Ada", undecided.dossier, `/admissions/candidatures/${undecided.dossier}/recevabilite`],
      ["Morisot Berthe", refused.dossier, `/admissions/candidatures/${refused.dossier}/allegements`],
      ["Morisot Berthe", refused.dossier, `/admissions/candidatures/${refused.dossier}/protocole-signe`],
      ["Morisot Berthe", refused.dossier, `/admissions/candidatures/${refused.dossier}/recours`],
      ["Martin Ada", undecided.dossier, `/deis/dossier/${undecided.dossier}/messages`],
    ] as const;
    for (const [name, dossier, page] of pages) {
      const { text } = await visits.open(page);
      const main = text.slice(text.indexOf("<main"));
      match(main, new RegExp(`/personnes/${dossier}\\?de=[^>]*>${name}</a>, dossier <span[^>]*>D-2027-`), page);
    }
    const { text } = await visits.open(`/admissions/candidatures/${refused.dossier}/recours`);
    ok(plain(text).includes("30 janvier 2027"), "the appeal has its day");
    const messages = plain((await visits.open(`/deis/dossier/${undecided.dossier}/messages`)).text);
    match(messages.replaceAll(/\s+/g, " "), /Martin Ada – 1er février 2027/, "a message has its writer");
  });
});
