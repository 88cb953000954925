/** Who opened my file tells of every reading: by a page, and by an act that answers what is in the file. */
import { deepEqual, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { myOpenings } from "../people/openings/views.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { employed } from "../test/trainees.ts";
import { judgePart } from "../office/acts.ts";
import { buildServer } from "../web/server.ts";
import { askComplement } from "./complement-acts.ts";
import { identityOfPerson } from "./identity/views.ts";
import { readMessages, seeMessagesOf, sendMessage, settleMessage } from "./messages/acts.ts";

const SCHOOL = "faire-ess";

describe("who opened my file", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let anna: Invented & { actor: Actor };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await openedIntake(world);
    anna = await employed(world, "Anna Petit", "admission-officer");
  });
  after(() => close());

  let people = 0;
  const handed = async () => {
    const who = await makeAccount(world, { name: "Jeanne", address: `jeanne-${(people += 1)}@exemple.fr` });
    const dossier = await aDossier(world, who, {
      declared: DECLARED_IN_FULL,
      sections: FULL_SECTIONS,
      files: FULL_FILES,
    });
    await handedIn(world, who, dossier);
    now = new Date(now.getTime() + 2 * 3_600_000);
    return { who, dossier, her: candidate(world, who) };
  };
  const told = async (her: Actor) => {
    const seen = await view(world, myOpenings, { actor: her, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.openings.map(({ name, what }) => `${name}: ${what.fr}`) : [];
  };
  const reads = (what: typeof readMessages | typeof identityOfPerson, actor: Actor, dossier: string) =>
    view(world, what as typeof readMessages, { actor, establishment: SCHOOL, input: { dossier } });

  it("says that the school read my messages, on their page or among what is known of me, and not that I did", async () => {
    const { dossier, her } = await handed();
    await deed(world, sendMessage, her, { dossier, text: "Où en est mon dossier ?" });
    await reads(readMessages, her, dossier);
    deepEqual(await told(her), []);
    await reads(readMessages, anna.actor, dossier);
    deepEqual(await told(her), ["Anna Petit: les messages"]);
    const other = await handed();
    await deed(world, sendMessage, other.her, { dossier: other.dossier, text: "Bonjour" });
    await view(world, seeMessagesOf, {
      actor: anna.actor,
      establishment: SCHOOL,
      input: { dossiers: [other.dossier] },
    });
    deepEqual(await told(other.her), ["Anna Petit: les messages"]);
  });

  it("says so of an officer who answers a message, or says that it needs no answer, without its page", async () => {
    const [one, two] = [await handed(), await handed()];
    await deed(world, sendMessage, anna.actor, { dossier: one.dossier, text: "Il est complet." });
    deepEqual(await told(one.her), ["Anna Petit: les messages"]);
    await deed(world, sendMessage, two.her, { dossier: two.dossier, text: "Merci" });
    const seen = await reads(readMessages, two.her, two.dossier);
    const message = seen.kind === "found" ? seen.value.messages[0]!.id : "";
    await deed(world, settleMessage, anna.actor, { dossier: two.dossier, message });
    deepEqual(await told(two.her), ["Anna Petit: les messages"]);
  });

  it("says that my application was read by who asks for a complement or judges a part, and my identity by who sees it", async () => {
    const [one, two, three] = [await handed(), await handed(), await handed()];
    await deed(world, askComplement, anna.actor, { dossier: one.dossier, items: ["contact"], dueOn: "2026-12-12" });
    deepEqual(await told(one.her), ["Anna Petit: le dossier"]);
    const conform = { item: "contact", conform: true, reason: "" };
    await deed(world, judgePart, anna.actor, { dossier: two.dossier, ...conform });
    deepEqual(await told(two.her), ["Anna Petit: le dossier"]);
    await reads(identityOfPerson, anna.actor, three.dossier);
    deepEqual(await told(three.her), ["Anna Petit: l’identité, et ce qui est demandé d’y corriger"]);
  });

  it("says what is noted and what is not where nothing was opened", async () => {
    const { who } = await handed();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password"]));
    const { text } = await visits.open("/compte/ouvertures");
    await app.close();
    match(text, /Aucune ouverture n’est notée/);
    match(text, /Une liste où figure votre nom n’est pas notée/);
  });
});
