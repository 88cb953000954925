/** How the office reaches a candidate: by a mail that may come back, by post or telephone where there is none, by a list. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { recordBounce } from "../mail/acts.ts";
import {
  aDossier,
  aFile,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../test/dossiers.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../test/journeys/visitor.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { saveSection } from "../dossier/acts.ts";
import { askComplement } from "../dossier/complement-acts.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import { enterDossier } from "../dossier/entering/acts.ts";
import { acceptLate, declineLate } from "./acts.ts";
import { exportQueue, seeDossier, seeQueue } from "./views.ts";

const SCHOOL = "faire-ess";

describe("reaching a candidate", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2026-11-25T09:00:00Z");
  let intake = "";
  let anna: Invented;
  let she: Visitor;
  let officer: Actor;
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    intake = await anIntake(world);
    anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer", "disability-advisor"]);
    she = visitor(app, "/faire-ess");
    await signIn();
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function signIn() {
    const token = await openedSession(world, anna, ["password", "passkey"]);
    she.cookies.set(SESSION_COOKIE, token);
    officer = await actorOf(world, token);
  }
  const submitted = async (sections = FULL_SECTIONS) => {
    const who = await makeAccount(world, { name: "Claire", address: `p${(people += 1)}@exemple.fr` });
    const dossier = await aDossier(world, who, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, who, dossier);
    return { who, dossier };
  };
  const see = async (dossier: string) => {
    const found = await view(world, seeDossier, { actor: officer, establishment: SCHOOL, input: { dossier } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  /** Every mail about it that waits is as if it had left; gives the last one to an address. */
  const sent = (dossier: string, to: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("id").where("about", "=", `dossier:${dossier}`);
      const found = await mails.where("to_address", "=", to).orderBy("id", "desc").execute();
      for (const { id } of found)
        await tx
          .updateTable("mail_sending")
          .set({ state: "sent", due_at: null })
          .where("id", "=", id)
          .where("state", "<>", "bounced")
          .execute();
      return found[0]!.id;
    });

  it("says on the head of the dossier and in the queue that the last mail came back, until one arrives", async () => {
    const { who, dossier } = await submitted();
    const ask = async () => {
      now = new Date(now.getTime() + 60_000);
      await deed(world, askComplement, officer, { dossier, items: ["identity"], dueOn: "2026-12-20" });
      return sent(dossier, who.address);
    };
    const mail = await ask();
    equal((await see(dossier)).returned, undefined);
    await deed(world, recordBounce, officer, { mail, said: "Boîte pleine" });
    equal((await see(dossier)).returned?.mail, mail);
    const page = await she.open(`/dossiers/${dossier}`);
    match(plain(page.text), /courriel revenu le 25 novembre 2026/);
    match(plain((await she.open("/dossiers")).text), /courriel revenu/);
    ok((await she.open(`/courriels/${mail}`)).text.includes(`href="/faire-ess/dossiers/${dossier}"`));
    await ask();
    equal((await see(dossier)).returned, undefined);
    const queue = await view(world, seeQueue, { actor: officer, establishment: SCHOOL, input: { intake } });
    deepEqual(queue.kind === "found" && queue.value.returned, []);
  });

  it("keeps the list one came from on the way to the messages of a dossier, as one writes there, and back", async () => {
    const { dossier } = await submitted();
    await submitted();
    const path = (text: string, pattern: RegExp) => pattern.exec(text)![1]!.replaceAll("&amp;", "&");
    const { text } = await she.open(`/dossiers?campagne=${intake}&groupe=submitted`);
    const opened = path(text, new RegExp(`href="/faire-ess(/dossiers/${dossier}\\?[^"]*)"`));
    match(opened, /groupe=submitted.*vue=/);
    const messages = path((await she.open(opened)).text, /href="\/faire-ess(\/deis\/dossier\/[^"]*\/messages[^"]*)"/);
    const back = async (at: string) => path((await she.open(at)).text, /class="way"[^>]*><a href="\/faire-ess([^"]*)"/);
    equal(await back(messages), opened);
    const refused = await she.fill(messages, { text: " " });
    equal(refused.status, 422);
    ok(
      [(await she.open(messages)).text, refused.text].every((one) =>
        one.includes(`action="/faire-ess${messages.replaceAll("&", "&amp;")}"`),
      ),
    );
    const sent = await she.fill(messages, { text: "Tout est arrivé." });
    equal(sent.location, `${messages}&fait=envoi`);
    equal(await back(sent.location), opened);
    equal(await back(`/deis/dossier/${dossier}/messages`), `/dossiers/${dossier}`);
  });

  it("names who wrote a note by a program too, and opens where an actor was written in another form", async () => {
    const { dossier } = await submitted();
    const actors = [`account:${anna.account} token:${randomUUID()}`, "account:nobody", "account:"];
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const by_actor of actors)
        await tx
          .insertInto("dossier_note")
          .values({ id: randomUUID(), dossier, by_actor, written_at: now, text: "Vu." })
          .execute();
    });
    const { names } = await see(dossier);
    deepEqual(
      actors.map((actor) => names[actor]),
      ["Anna", undefined, undefined],
    );
  });

  it("leads back from the page of a file to where it stands, for whoever works here and for its author", async () => {
    const { who, dossier } = await submitted();
    const { attached } = await see(dossier);
    const file = attached.find(({ slot }) => slot === "cv")!;
    ok((await she.open(`/fichier/${file.id}`)).text.includes(`href="/faire-ess/dossiers/${dossier}"`));
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("file_copy").set({ scan: "waiting" }).where("sha256", "=", file.sha256).execute(),
    );
    const her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    ok((await her.open(`/fichier/${file.id}`)).text.includes(`href="/faire-ess/deis/dossier/${dossier}/piece/cv"`));
    now = new Date(now.getTime() + 11 * 60_000);
    match(plain((await her.open(`/fichier/${file.id}`)).text), /prévenez l’établissement/);
    const told = plain((await she.open(`/fichier/${file.id}`)).text);
    ok(!told.includes("prévenez l’établissement") && told.includes("ne le redemandez pas"));
  });

  it("exports where to reach each and what they still owe", async () => {
    const { who } = await submitted();
    const input = { intake };
    const found = await view(world, exportQueue, { actor: officer, establishment: SCHOOL, input });
    ok(found.kind === "found");
    const own = found.value.besides.find(({ mail }) => mail === who.address)!;
    deepEqual([own.phone, own.balance], ["06 12 34 56 78", 16_000]);
    const { text } = await she.open(`/dossiers/export?campagne=${intake}`);
    match(text, /Courriel;Téléphone;Frais restant dus \(euros\)/);
    ok(text.includes(`${who.address};06 12 34 56 78;160,00`));
  });

  it("asks a complement of somebody on paper without an address, and has what they answer entered", async () => {
    const { dossier } = await deed(world, enterDossier, officer, { intake, entered: "paper", language: "fr" });
    for (const [section, contents] of Object.entries({ ...FULL_SECTIONS, declared: { ...DECLARED_IN_FULL } }))
      await deed(world, saveSection, officer, { dossier, section, version: 0, contents: { ...contents } });
    for (const file of [...FULL_FILES, ["paper-form", "formulaire.pdf", pdf({ pages: 1 })] as const])
      await aFile(world, anna, dossier, file, officer);
    await handedIn(world, anna, dossier, officer);
    const head = plain((await she.open(`/dossiers/${dossier}`)).text);
    match(head, /pas d’adresse électronique : ce que nous lui écrivons est une lettre à remettre/);
    ok(!head.includes("Saisir le complément reçu"));
    const asking = plain((await she.open(`/dossiers/${dossier}/complement`)).text);
    match(asking, /la demande est une lettre que vous remettrez/);
    ok(!asking.includes("reçoit un courriel"));
    await deed(world, askComplement, officer, { dossier, items: ["contact"], dueOn: "2026-12-20" });
    const { text } = await she.open(`/dossiers/${dossier}`);
    match(plain(text), /Saisir le complément reçu Changer ce qui est demandé/);
    const opened = (await see(dossier)).intake.diploma;
    equal((await she.open(`/${opened}/dossier/${dossier}/complement`)).status, 200);
  });

  it("tells the référent handicap how to reach somebody, and leaves whoever withdrew to decide no more", async () => {
    const { who, dossier } = await submitted({
      ...FULL_SECTIONS,
      accommodations: { needed: "yes", effects: ["breaks"], other: "" },
    });
    match(plain((await she.open("/handicap")).text), /À décider/);
    match(plain((await she.open(`/handicap/${dossier}`)).text), new RegExp(`${who.address} , 06 12 34 56 78`));
    await deed(world, withdrawDossier, candidate(world, who), { dossier });
    const list = plain((await she.open("/handicap")).text);
    ok(!list.includes("À décider") && list.includes("Candidature retirée"));
    match(plain((await she.open(`/handicap/${dossier}`)).text), /a retiré sa candidature/);
  });

  it("gives whoever is not examined the reason first, and asks them for nothing", async () => {
    const who = await makeAccount(world, { name: "Claire", address: "declined@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const dossier = await aDossier(world, who, given);
    now = new Date("2027-03-29T10:00:00Z");
    await handedIn(world, who, dossier);
    await deed(world, declineLate, officer, { dossier, reason: "Le jury est complet." });
    const her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    const page = async () => plain((await her.open(`/deis/dossier/${dossier}`)).text);
    const text = await page();
    match(text, /n’examine pas votre dossier.*Le jury est complet\..*Frais de sélection suspendus/);
    ok(!text.includes("restent à payer") && !text.includes("Voir comment payer"));
    await deed(world, acceptLate, officer, { dossier, reason: "Recours entendu." });
    now = new Date("2027-04-10T10:00:00Z");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    match(await page(), /restent à payer : 160,00 €\. Ils étaient à payer avant la fin du/);
  });
});
