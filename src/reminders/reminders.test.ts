/** Who is told of a closing put off; and who, without an account, is reminded of a deadline, and never twice; with the real calendar. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { type Actor, perform, view } from "../act/act.ts";
import { RETAINED, PROVEN_TABLES } from "../house/house.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { askCode, tryCode } from "../people/codes/acts.ts";
import { chooseReminders } from "../mail/acts.ts";
import { myReminders } from "../mail/views.ts";
import { verifyAudit } from "../audit/verify.ts";
import { candidate } from "../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed, type Invented, lastCode, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { REMINDING } from "../test/waiting-lines.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { startDossier } from "../dossier/acts.ts";
import { askConfirmation, enterDossier, knowsLink, openEntered, takeOverDossier } from "../dossier/entering/acts.ts";
import { chooseRemindersAbout } from "./acts.ts";
import { remindersAbout } from "./views.ts";
import { onPaper } from "../test/browser/follow-rows.ts";
import { changeIntake } from "../intake/acts.ts";
import { remindOfDeadlines, tellOfProlongedIntakes } from "./duties.ts";

const SCHOOL = "faire-ess";
const DUTIES = [tellOfProlongedIntakes, remindOfDeadlines] as unknown as NonNullable<Parameters<typeof runDue>[2]>;
/** The last instant of 31 March 2027 by the summer clock of Paris. */
const CLOSES = new Date("2027-03-31T21:59:59.999Z");
const OFFICER: Actor = { ...HEAD_OF_TRAINING, roles: ["admission-officer"] } as Actor;

/** Without the spaces of French print. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("reminders of a deadline", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    await openedIntake(world);
  });
  after(() => close());

  const on = (instant: string) => {
    now = new Date(instant);
    return runDue(world, SCHOOL, DUTIES);
  };
  const start = () => void (now = new Date("2026-11-25T09:00:00Z"));
  const somebody = () => makeAccount(world, { name: "Camille", address: `camille-${(people += 1)}@exemple.fr` });
  const written = (person: Pick<Invented, "address">) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "link", "reader", "queued_at as at"])
        .where("to_address", "=", person.address)
        .where((on) => on.or(["%à déposer jusqu%", "%avant la fin%"].map((said) => on("subject", "like", said))))
        .orderBy("id")
        .execute(),
    );

  it("tell whoever has a draft of a closing put off, with the reason, wanted or not", async () => {
    start();
    const settings = { label: { fr: "Deuxième rentrée", en: "Second intake" } };
    const { id, version } = await openedIntake(world, settings);
    const [person, other] = [await somebody(), await somebody()];
    for (const one of [person, other])
      await deed(world, startDossier, candidate(world, one), { intake: id, language: "fr" });
    await deed(world, chooseReminders, candidate(world, person), { reminders: false, version: 0 });
    now = new Date("2027-03-31T12:00:00Z");
    const closes = { day: "2027-04-02", time: "18:00" };
    await deed(world, changeIntake, HEAD_OF_TRAINING, { id, version, reason: "Panne du 30 mars", closes });
    const of = (one: Invented) =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("mail")
          .select(["subject", "paragraphs"])
          .where("reader", "=", `account:${one.account}`)
          .orderBy("id")
          .execute(),
      );
    await on("2027-03-31T13:00:00Z");
    await on("2027-03-31T14:00:00Z");
    const [told, ...more] = await of(person);
    equal(more.length, 0);
    match(plain(told!.subject), /plus de temps, jusqu’au vendredi 2 avril 2027 à 18 h/);
    match(plain(JSON.stringify(told!.paragraphs)), /« Panne du 30 mars »/);
    equal((await of(other)).length, 1);
  });

  it("go to whoever applied on paper and has no account, who stops them by a link that does nothing by being opened", async () => {
    start();
    const { id: intake } = await openedIntake(world, { label: { fr: "Sur papier", en: "On paper" } });
    const of = (address: string) =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("mail")
          .select(["subject", "paragraphs", "link"])
          .where("to_address", "=", address)
          .orderBy("id")
          .execute(),
      );
    const begun = (address?: string) =>
      deed(world, enterDossier, OFFICER, { intake, entered: "paper", language: "fr", ...(address && { address }) });
    const { dossier } = await begun("paule@exemple.fr");
    await begun();
    await on("2027-03-17T08:00:00Z");
    const [mail, ...others] = await of("paule@exemple.fr");
    equal(others.length, 0);
    match(
      plain(mail!.subject),
      /^Dossier D-\d{4}-\d{6} : à déposer jusqu’au mercredi 31 mars 2027 à minuit \(23 h 59\)$/,
    );
    match(
      plain(JSON.stringify(mail!.paragraphs)),
      /L’établissement saisit votre candidature.*pas encore complet : .*Formulaire signé/,
    );
    const { stop } = mail!.link as { stop: { path: string } };
    match(stop.path, /^\/faire-ess\/rappels\/[\w-]{20,}$/);
    const secret = stop.path.split("/").at(-1)!;
    const holder: Actor = { kind: "holder", secret };
    const seen = async () => {
      const found = await view(world, remindersAbout, { actor: holder, establishment: SCHOOL, input: {} });
      return found.kind === "found" ? found.value.reminders : found.kind;
    };
    equal(await seen(), true, "seeing the page stops nothing");
    const other: Actor = { kind: "holder", secret: "another" };
    const asked = { establishment: SCHOOL, input: { reminders: false, version: 0 } };
    equal(
      (await perform(world, chooseRemindersAbout, { ...asked, actor: other, attempt: newAttempt() })).kind,
      "forbidden",
    );
    await deed(world, chooseRemindersAbout, holder, { reminders: false, version: 0 });
    equal(
      (await perform(world, chooseRemindersAbout, { ...asked, actor: holder, attempt: newAttempt() })).kind,
      "stale",
    );
    equal(await seen(), false);
    await on("2027-03-28T09:00:00Z");
    equal((await of("paule@exemple.fr")).length, 1);
    await deed(world, chooseRemindersAbout, holder, { reminders: true, version: 1 });
    await on("2027-03-28T10:00:00Z");
    equal((await of("paule@exemple.fr")).length, 2);
    ok(dossier);
  });

  it("ask again, by a new link, whoever has not confirmed what was entered for them", async () => {
    start();
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    const { dossier, path } = await onPaper(world, anna);
    const address = "pierre@exemple.fr";
    await deed(world, askConfirmation, OFFICER, { dossier, address });
    const links = async () =>
      (
        await withSchool(world.db, SCHOOL, (tx) =>
          tx.selectFrom("mail").select(["subject", "link"]).where("to_address", "=", address).orderBy("id").execute(),
        )
      ).map(({ subject, link }) => ({
        subject: plain(subject),
        link: link as { path: string; stop?: { path: string } },
      }));
    const holds = async (link: string) => {
      const secret = link.split("/").at(-1)!;
      const seen = await view(world, knowsLink, {
        actor: { kind: "holder", secret },
        establishment: SCHOOL,
        input: { secret },
      });
      return seen.kind;
    };
    await on("2027-03-28T09:00:00Z");
    const [first, again, ...others] = await links();
    equal(others.length, 0);
    match(again!.subject, /candidature à confirmer jusqu’au mercredi 31 mars 2027/);
    match(again!.link.stop!.path, /^\/faire-ess\/rappels\//);
    deepEqual(
      [await holds(path), await holds(first!.link.path), await holds(again!.link.path)],
      ["missing", "missing", "found"],
    );
  });

  it("stay stopped once their person takes what was entered into an account, where it is said, until they choose otherwise", async () => {
    start();
    const anna = await makeAccount(world, { name: "Anna", address: "anna-2@exemple.fr" });
    const { dossier } = await onPaper(world, anna);
    const address = "louise@exemple.fr";
    await deed(world, askConfirmation, OFFICER, { dossier, address });
    const links = async () => {
      const mails = await withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("mail").select("link").where("to_address", "=", address).orderBy("id").execute(),
      );
      return mails.map(({ link }) => link as { path: string; stop?: { path: string } });
    };
    await on("2027-03-17T09:00:00Z");
    const { path, stop } = (await links()).at(-1)!;
    const holder: Actor = { kind: "holder", secret: stop!.path.split("/").at(-1)! };
    await deed(world, chooseRemindersAbout, holder, { reminders: false, version: 0 });

    const louise = await makeAccount(world, { name: "Louise", address });
    const asked = await deed(world, askCode, { kind: "anyone" }, { address, language: "fr", school: SCHOOL });
    const code = { request: asked.request, code: await lastCode(world, address) };
    const { ticket } = await deed(world, tryCode, { kind: "anyone" }, code);
    const secret = path.split("/").at(-1)!;
    const { key } = await deed(world, openEntered, { kind: "holder", secret }, { secret, proof: ticket! });
    const her = candidate(world, louise);
    await deed(world, takeOverDossier, her, { secret, key: key! });
    const choice = async () => {
      const seen = await view(world, myReminders, { actor: her, establishment: SCHOOL, input: {} });
      return seen.kind === "found" ? seen.value : seen.kind;
    };
    deepEqual(await choice(), { reminders: false, version: 0 });
    const before = (await links()).length;
    await on("2027-03-28T09:00:00Z");
    equal((await links()).length, before);
    await deed(world, chooseReminders, her, { reminders: true, version: 0 });
    deepEqual(await choice(), { reminders: true, version: 1 });
    now = new Date("2027-03-30T10:00:00Z");
    await runDue(world, SCHOOL, REMINDING);
    equal((await links()).length, before + 1);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  });

  it("are never the same twice and never after the closing, whatever days the calendar runs or misses", async () => {
    const moment = fc
      .integer({ min: -20 * 24, max: 48 })
      .map((hours) => new Date(CLOSES.getTime() + hours * 3_600_000));
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 5 }), async (moments) => {
        start();
        const { id } = await openedIntake(world);
        const address = `papier-${(people += 1)}@exemple.fr`;
        await deed(world, enterDossier, OFFICER, { intake: id, entered: "paper", language: "fr", address });
        for (const instant of moments.toSorted((a, b) => a.getTime() - b.getTime())) await on(instant.toISOString());
        const mails = await written({ address });
        ok(mails.length <= 3);
        ok(mails.every(({ at }) => at <= CLOSES));
      }),
      { numRuns: 6, endOnFailure: true },
    );
    const { rows, distinct } = await withSchool(world.db, SCHOOL, async (tx) => {
      const all = await tx.selectFrom("dossier_reminder").selectAll().execute();
      const keys = all.map(({ dossier, about, deadline, days }) => [dossier, about, deadline.getTime(), days].join());
      return { rows: all, distinct: new Set(keys).size };
    });
    ok(rows.length > 8);
    equal(distinct, rows.length);
    ok(rows.every(({ sent_at: at, deadline }) => at <= deadline));
    const proven = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, proven)).tampered, []);
  });

  it("go with the dossiers that they were about", async () => {
    const left = () =>
      withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("dossier_reminder").select("dossier").distinct().execute());
    const [one, ...others] = (await left()).map(({ dossier }) => dossier);
    const holding = RETAINED.find(({ name }) => name === "drafts")!;
    await withSchool(world.db, SCHOOL, (tx) => holding.erase!(tx, `dossier:${one}`, now));
    deepEqual((await left()).map(({ dossier }) => dossier).toSorted(), others.toSorted());
  });
});
