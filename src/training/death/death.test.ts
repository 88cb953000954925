/** A death, recorded once: what ends, who is written to afterwards and who is not, and who may record it. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static } from "typebox";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { seeMoneyAbout } from "../../billing/charges/views.ts";
import { withSchool } from "../../db/school.ts";
import { enterDossier } from "../../dossier/entering/acts.ts";
import { saveSection } from "../../dossier/acts.ts";
import { findReached } from "../../dossier/reached.ts";
import { postMail } from "../../mail/post.ts";
import { resendMail } from "../../mail/acts.ts";
import { acting } from "../../test/admissions.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { openedIntake } from "../../test/intakes.ts";
import { FINANCE } from "../../test/invoicing.ts";
import { deed, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";
import { newAttempt } from "../../test/world.ts";
import { seeEnrolment } from "../cohorts/views.ts";
import { recordDeath, takeBackDeath } from "./acts.ts";
import { seeDeath } from "./views.ts";

const SCHOOL = "faire-ess";
const PAPER = "Acte de décès du 24 novembre 2026";
const NOTARY = { name: "Maître Exemple, notaire", lines: ["2 place de l’Exemple", "34000 Montpellier"] };

describe("a death", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    ({ actor: head } = await employed(world, "Hélène Chef", "head-of-training"));
  });
  after(() => close());

  const record = async (input: Static<typeof recordDeath.form>, actor = head, attempt = newAttempt()) => {
    const outcome = await perform(world, recordDeath, { actor, establishment: SCHOOL, attempt, input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ path }) => path) : outcome.kind;
  };
  const mailsOf = (account: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = tx.selectFrom("mail").select("subject").where("reader", "=", `account:${account}`);
      return (await found.orderBy("queued_at").orderBy("id").execute()).map(({ subject }) => subject);
    });
  const letters = () =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = tx.selectFrom("mail").select(["subject", "paragraphs", "postal"]).where("postal", "is not", null);
      return found.orderBy("queued_at").orderBy("id").execute();
    });
  const seen = async (person: string) => {
    const found = await view(world, seeDeath, { actor: head, establishment: SCHOOL, input: { person } });
    return found.kind === "found" ? found.value : undefined;
  };
  /** Whether what is posted to them goes out. */
  const reaches = (dossier: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mail = { subject: "À savoir", paragraphs: ["Une phrase."], about: `dossier:${dossier}`, at: world.now() };
      return (await postMail(tx, { ...mail, ...(await findReached(tx, dossier))! })) !== undefined;
    });
  const charged = async (dossier: string) => {
    const about = [`dossier:${dossier}`];
    const found = await view(world, seeMoneyAbout, { actor: FINANCE, establishment: SCHOOL, input: { about } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value.charges[0]!;
  };

  it("ends the training as force majeure does, writes nothing to the person, and writes about money to whom the school names", async () => {
    const who = await anAccepted(world, { name: "Flora Tristan" });
    const enrolment = await enrolled(world, head, who, await aCohort(world, head));
    const before = await mailsOf(who.account);
    const on = "2026-11-24";
    deepEqual(await record({ person: who.account, on, paper: " " }), ["paper"]);
    deepEqual(await record({ person: who.account, on: "2026-11-26", paper: PAPER }), ["on"]);
    const attempt = newAttempt();
    const input = { person: who.account, on, paper: PAPER, instead: NOTARY };
    deepEqual([await record(input, head, attempt), await record(input, head, attempt)], ["done", "done"]);
    deepEqual(await record(input), ["person"], "once");
    const after = await view(world, seeEnrolment, { actor: head, establishment: SCHOOL, input: { enrolment } });
    equal(after.kind === "found" && after.value.state, "force-majeure");
    const { id: charge, total } = await charged(who.dossier);
    await deed(world, recordPayment, FINANCE, { charge, amount: total, paidOn: "2026-11-25", means: "transfer" });
    deepEqual(await mailsOf(who.account), before);
    const failed = await withSchool(world.db, SCHOOL, async (tx) => {
      const one = tx.selectFrom("mail").select("id").where("reader", "=", `account:${who.account}`);
      const { id } = await one.orderBy("id").limit(1).executeTakeFirstOrThrow();
      await tx.updateTable("mail_sending").set({ state: "failed" }).where("id", "=", id).execute();
      return id;
    });
    const again = { actor: acting(world, ["admission-officer"]), establishment: SCHOOL, attempt: newAttempt() };
    equal((await perform(world, resendMail, { ...again, input: { mail: failed } })).kind, "invalid");
    const [letter, ...others] = await letters();
    deepEqual(others, []);
    deepEqual(letter!.postal, NOTARY);
    match(String(letter!.paragraphs), /au sujet de Tristan Flora.*le 24\s+novembre\s+2026/);
  });

  it("withdraws an application that nobody has decided, whose fee is claimed no more, until it is taken back", async () => {
    const { id: intake } = await openedIntake(world);
    const who = await makeAccount(world, { name: "Pauline Roland", address: "pauline@exemple.fr" });
    const full = { intake, declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const dossier = await aDossier(world, who, full);
    await handedIn(world, who, dossier);
    const { number } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("number").where("id", "=", dossier).executeTakeFirstOrThrow(),
    );
    deepEqual((await seen(dossier))?.ends, { trainings: [], applications: [number] });
    equal(await record({ person: dossier, on: "2026-11-20", paper: PAPER }), "done");
    equal(await reaches(dossier), false);
    await deed(world, takeBackDeath, head, { person: who.account });
    equal((await seen(who.account))?.recorded, null);
    equal(await reaches(dossier), true);
  });

  it("of somebody without an account stops their letters too", async () => {
    const officer = acting(world, ["admission-officer"]);
    const { id: intake } = await openedIntake(world, {
      label: { fr: "Rentrée de mars 2028", en: "March 2028 intake" },
    });
    const entered = { intake, entered: "paper", language: "fr" } as const;
    const { dossier } = await deed(world, enterDossier, officer, entered);
    for (const [section, contents] of [
      ["identity", { birthName: "Dupin", usedName: "Dudevant", givenNames: "Aurore" }],
      ["contact", { phone: "07 00 00 12 34", street: "1 rue de l’Exemple", postcode: "34000", city: "Montpellier" }],
    ] as const)
      await deed(world, saveSection, officer, { dossier, section, version: 0, contents });
    equal(await reaches(dossier), true);
    equal(await record({ person: dossier, on: "2026-11-20", paper: PAPER }), "done");
    equal(await reaches(dossier), false);
  });

  it("of somebody without an account stops the mails to their mailbox, by any spelling of its address", async () => {
    const officer = acting(world, ["admission-officer"]);
    const { id: intake } = await openedIntake(world, {
      label: { fr: "Rentrée de mai 2028", en: "May 2028 intake" },
    });
    const entered = { intake, entered: "phone", language: "fr", address: "Louise.Michel@gmail.com" } as const;
    const { dossier } = await deed(world, enterDossier, officer, entered);
    const posted = (to: string) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const mail = { reader: null, to, lang: "fr", subject: "À savoir", paragraphs: ["Une phrase."] } as const;
        return (await postMail(tx, { ...mail, about: `dossier:${dossier}`, at: world.now() })) !== undefined;
      });
    equal(await record({ person: dossier, on: "2026-11-20", paper: PAPER }), "done");
    equal(await posted("louisemichel+formation@googlemail.com"), false);
    equal(await posted("louise.martin@gmail.com"), true);
  });

  it("is recorded by the head of training or the director, never of oneself", async () => {
    const who = await anAccepted(world, { name: "Jeanne Deroin" });
    const input = { person: who.account, on: "2026-11-24", paper: PAPER };
    for (const role of ["admission-officer", "finance", "administrator", "auditor"] as const)
      equal(await record(input, acting(world, [role])), "forbidden", role);
    const self = { ...acting(world, ["director"]), account: who.account } as Actor;
    equal(await record(input, self), "forbidden");
    equal(await record(input, acting(world, ["director"])), "done");
  });
});
