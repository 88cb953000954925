/** One mail a day of what waits: to whom, on which days, in which words, and never twice; with the real calendar. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { withSchool } from "../../db/school.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { derivingAgain } from "../../dossier/deriving-again.ts";
import { PROVEN_TABLES, RETAINED } from "../../house/house.ts";
import { changeIntake } from "../../intake/acts.ts";
import { chooseReminders } from "../../mail/acts.ts";
import { readSmtpUrl, smtpTransport } from "../../mail/smtp.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { owes } from "../../test/charging.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../../test/intakes.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { type MailPeer, startMailPeer } from "../../test/smtp.ts";
import { REMINDING } from "../../test/waiting-lines.ts";
import { dueFor } from "../badge.ts";
import { runDue } from "../../worker/run-due.ts";
import { runJobs } from "../../worker/run-jobs.ts";

const SCHOOL = "faire-ess";
const OFFICER: Actor = { ...HEAD_OF_TRAINING, roles: ["admission-officer"] } as Actor;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("the daily mail of what waits", () => {
  let world: World;
  let peer: MailPeer;
  let close: () => Promise<void>;
  let now = new Date();
  let people = 0;
  const start = () => void (now = new Date("2026-11-25T09:00:00Z"));
  before(async () => {
    start();
    peer = await startMailPeer();
    const transport = smtpTransport(readSmtpUrl(peer.url));
    const mail = { transport, from: "livret@example.org", publicUrl: "https://livret.example.org" };
    ({ world, close } = await testWorldOf({ now: () => now, mail }));
    // Closes on 31 March 2027 at midnight; the school's file reminds 14, 3 and 1 days before, from 9 o'clock.
    await openedIntake(world);
  });
  after(async () => {
    await close();
    await peer.close();
  });

  const on = (instant: string) => {
    now = new Date(instant);
    return runDue(world, SCHOOL, REMINDING);
  };
  const somebody = () => makeAccount(world, { name: "Camille", address: `c${(people += 1)}@exemple.fr` });
  const sentTo = (who: Invented) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "link"])
        .where("to_address", "=", who.address);
      const all = await mails.where("about", "like", "reminded:%").orderBy("id").execute();
      return all.map(({ subject, paragraphs, link }) => ({
        subject: plain(subject),
        text: (paragraphs as string[]).map(plain),
        link: link as { path: string; each?: { path: string; label: string }[]; stop?: { path: string } },
      }));
    });

  it("says what to do by when and what follows, links to the page where it is done, and to the choice to have none", async () => {
    start();
    const person = await somebody();
    const dossier = await aDossier(world, person);
    equal(await on("2027-03-17T07:59:59Z"), 0);
    equal(await on("2027-03-17T08:00:00Z"), 1);
    deepEqual(await sentTo(person), [
      {
        subject: "Terminez et déposez votre dossier, au plus tard le 31 mars 2027",
        text: [
          "Terminez et déposez votre dossier, au plus tard le 31 mars 2027. Déposé après ce jour, il est en retard : l’école décide si elle l’examine.",
        ],
        link: {
          path: `/faire-ess/deis/dossier/${dossier}`,
          label: "Ouvrir mon dossier",
          stop: { path: "/faire-ess/compte/rappels", label: "Ne plus recevoir de rappels" },
        },
      },
    ]);
  });

  it("is one mail for all that is due to be said that day, the most pressing first", async () => {
    start();
    const person = await somebody();
    await aDossier(world, person);
    // Due on 24 March, a week after the fourteenth day before the closing.
    await owes(world, SCHOOL, { account: person.account, days: 119 });
    await on("2027-03-17T08:00:00Z");
    const [mail, ...others] = await sentTo(person);
    equal(others.length, 0);
    equal(mail!.subject, "2 choses vous attendent, la première pour le 24 mars 2027");
    match(mail!.text[0]!, /^Payez 160,00 €, au plus tard le 24 mars 2027\. Avec la référence /);
    match(mail!.text[1]!, /^Terminez et déposez/);
    equal(mail!.link.path, "/faire-ess/mon-parcours");
    equal(mail!.link.each?.length, 2);
    await runJobs(world);
    const sent = peer.taken.find(({ text }) => text?.includes("Payez"))!;
    const below = "https://livret.example.org/faire-ess";
    for (const path of ["/compte/paiements", "/deis/dossier/", "/mon-parcours", "/compte/rappels"]) {
      ok(sent.text?.includes(below + path), path);
      ok(String(sent.html).includes(`href="${below}${path}`), path);
    }
    match(JSON.stringify(sent.headers.get("list")), /livret\.example\.org\/faire-ess\/compte\/rappels/);
  });

  it("goes once, by however many calendars at once; after a downtime one mail says what the days would have said", async () => {
    start();
    const [one, off] = [await somebody(), await somebody()];
    await aDossier(world, one);
    await Promise.all([on("2027-03-17T08:00:00Z"), on("2027-03-17T08:00:00Z")]);
    for (const instant of ["2027-03-17T15:00:00Z", "2027-03-20T08:00:00Z"]) await on(instant);
    equal((await sentTo(one)).length, 1);
    start();
    await aDossier(world, off);
    await on("2027-03-30T08:00:00Z");
    await on("2027-03-30T09:00:00Z");
    deepEqual([(await sentTo(one)).length, (await sentTo(off)).length], [2, 1]);
    await on("2027-03-31T20:00:00Z");
    deepEqual([(await sentTo(one)).length, (await sentTo(off)).length], [2, 1]);
  });

  it("is sent to nobody who has done it, who wants none, or who began after the day had come", async () => {
    start();
    const [done, unwilling, late] = [await somebody(), await somebody(), await somebody()];
    const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    await handedIn(world, done, await aDossier(world, done, full));
    await aDossier(world, unwilling);
    await deed(world, chooseReminders, candidate(world, unwilling), { reminders: false, version: 0 });
    now = new Date("2027-03-28T05:00:00Z");
    await aDossier(world, late);
    await on("2027-03-28T09:00:00Z");
    // Who submitted has a fee to pay.
    const submits = async (who: Invented) => JSON.stringify(await sentTo(who)).includes("déposez votre dossier");
    for (const who of [done, unwilling, late]) equal(await submits(who), false);
    await on("2027-03-30T09:00:00Z");
    deepEqual([(await sentTo(unwilling)).length, (await sentTo(late)).length], [0, 1]);
  });

  it("does not make up for days that passed before a due day was put off", async () => {
    start();
    const { id, version } = await openedIntake(world, { label: { fr: "Deuxième rentrée", en: "Second intake" } });
    const person = await somebody();
    await aDossier(world, person, { intake: id });
    now = new Date("2027-03-31T12:00:00Z");
    const closes = { day: "2027-04-02", time: "18:00" };
    await deed(world, changeIntake, HEAD_OF_TRAINING, { id, version, reason: "Panne", closes });
    await runJobs(world, [derivingAgain]);
    // The third day before has passed; the day before has not.
    await on("2027-03-31T13:00:00Z");
    equal((await sentTo(person)).length, 0);
    await on("2027-04-01T08:00:00Z");
    equal((await sentTo(person)).length, 1);
  });

  it("comes before the last day of a complement, on the days that the school’s file says", async () => {
    start();
    const person = await somebody();
    const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const dossier = await aDossier(world, person, full);
    await handedIn(world, person, dossier);
    await deed(world, askComplement, OFFICER, { dossier, items: ["contact"], dueOn: "2026-12-10" });
    const counts = [];
    for (const day of ["06", "07", "08", "09", "10", "11"]) {
      await on(`2026-12-${day}T10:00:00Z`);
      counts.push((await sentTo(person)).length);
    }
    deepEqual(counts, [0, 1, 1, 2, 2, 2]);
  });

  it("sums up for staff what waits for a permission, with the first day of it, and leads to their list of it", async () => {
    start();
    const officer = await makeAccount(world, { name: "Odile", address: "odile@ecole.fr" });
    await giveRoles(world, officer, ["admission-officer"]);
    const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    for (let count = 0; count < 5; count++) {
      const person = await somebody();
      await handedIn(world, person, await aDossier(world, person, full));
    }
    // A week before the day by which the school promised to examine them.
    await on("2026-12-03T08:00:00Z");
    const [mail] = await sentTo(officer);
    const summed = mail!.text.find((one) => one.includes("dossiers à examiner"));
    // The day of the screen: by which they are due, not since when they wait.
    match(summed!, /^\d+ dossiers à examiner\. La première est pour le 10 décembre 2026\.$/);
    equal(mail!.link.path, "/faire-ess/a-faire?quoi=examine");
    match((mail!.link as { label?: string }).label!, /^\d+ dossiers à examiner$/);
    await on("2026-12-03T09:00:00Z");
    equal((await sentTo(officer)).length, 1);
  });

  it("has links of different words where several lines are of one kind: by whom or what each is about", async () => {
    start();
    const lou = await makeAccount(world, { name: "Lou", address: "lou@ecole.fr" });
    await giveRoles(world, lou, ["admission-officer"]);
    const names = ["Ada", "Bo"];
    for (const name of names) {
      const person = await makeAccount(world, { name, address: `${name}@exemple.fr` });
      const dossier = await aDossier(world, person);
      await deed(world, sendMessage, candidate(world, person), { dossier, text: "Bonjour" });
    }
    await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .updateTable("waiting")
        .set({ key: "judgeLate", due_on: "2027-06-29", dated_on: "2026-12-01" })
        .where("key", "=", "answerMessage")
        .execute(),
    );
    await on("2027-06-29T08:00:00Z");
    const [mail] = await sentTo(lou);
    const labels = mail!.link.each!.map(({ label }) => label);
    deepEqual(labels, [...new Set(labels)]);
    for (const name of names)
      ok(
        labels.some((one) => one.includes(name)),
        String(labels),
      );
  });

  it("says how much is late or due that day, as the badge of the page, where it is more than what it reminds of", async () => {
    const lea = await makeAccount(world, { name: "Léa", address: "lea@ecole.fr" });
    await giveRoles(world, lea, ["admission-officer"]);
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("waiting").set({ due_on: "2027-06-01" }).where("key", "=", "examine").execute(),
    );
    // Of one key a day comes; the others are late since.
    await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .insertInto("waiting")
        .values(
          ["2027-07-01", "2027-07-01"].map((due_on, at) => ({
            chain: `dossier:00000000-0000-4000-8000-00000000000${at}`,
            key: "judgeLate",
            who: "may:handle the dossiers",
            from_on: "2026-12-01",
            due_on,
            until_on: "2028-01-01",
            dated_on: "2026-12-01",
          })),
        )
        .execute(),
    );
    await on("2027-07-01T08:00:00Z");
    const [mail] = await sentTo(lea);
    const actor = { ...OFFICER, account: lea.account } as Actor;
    const count = await dueFor(world, actor, {
      establishment: SCHOOL,
      today: "2027-07-01",
      time: "10:00",
      standsInFor: async () => [],
    })();
    ok(count > 2);
    equal(mail!.subject, `${count} choses sont en retard ou pour aujourd’hui`);
    equal(mail!.text.at(-1), `Sur votre page, ${count} choses sont en retard ou pour aujourd’hui.`);
  });

  it("is in the record, and goes with its account", async () => {
    const proven = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, proven)).tampered, []);
    const holding = RETAINED.find(({ name }) => name === "reminders")!;
    const left = (tx: Parameters<Parameters<typeof withSchool>[2]>[0]) =>
      tx.selectFrom("reminded").select("id").execute();
    const [one, ...others] = await withSchool(world.db, SCHOOL, left);
    await withSchool(world.db, SCHOOL, (tx) => holding.erase!(tx, `reminded:${one!.id}`, now));
    deepEqual(await withSchool(world.db, SCHOOL, left), others);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("id").where("about", "=", `reminded:${one!.id}`).execute(),
    );
    deepEqual(mails, []);
  });
});
