/** What becomes of the fee of an application that is not examined: nobody asks for it, until the school says what it comes to. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { askCharge, recordPayment, refundCharge, waiveCharge } from "../billing/charges/acts.ts";
import { moneyCheck } from "../billing/charges/check.ts";
import { findCharges, listOwed, seeCharge } from "../billing/charges/views.ts";
import { seeDebtor } from "../billing/debtors/views.ts";
import { wishOnlinePayment } from "../billing/online/acts.ts";
import { withSchool } from "../db/school.ts";
import { addDays } from "../kit/day.ts";
import { REMINDING } from "../test/waiting-lines.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import { someone } from "../test/charging.ts";
import {
  aDossier,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../test/dossiers.ts";
import { HEAD_OF_TRAINING } from "../test/intakes.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";
import { changeIntake } from "../intake/acts.ts";
import { seeIntake } from "../intake/views.ts";
import { acceptLate, declineLate } from "../office/acts.ts";
import { putOffFees, takeProlongedInTime } from "../reminders/duties.ts";
import { resumeDossier, takeBackDossier, withdrawDossier } from "./submit-acts.ts";
import { openDossier } from "./views.ts";

const SCHOOL = "faire-ess";
/** By the school’s file. */
const AGAIN = 10;
const FINANCE = someone("00000000-0000-4000-8000-000000000077", "finance");
const OFFICER: Actor = { ...HEAD_OF_TRAINING, roles: ["admission-officer"] } as Actor;

describe("the fee of an application that is not examined", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-03-10T09:00:00Z");
  let intake = "";
  const people = new Map<string, { who: Invented; dossier: string; charge: string }>();
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = await anIntake(world);
    for (const name of ["withdrawn", "going", "paid", "declined", "late"]) {
      now = new Date("2027-03-10T09:00:00Z");
      const who = await makeAccount(world, { name, address: `${name}@exemple.fr` });
      const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
      const dossier = await aDossier(world, who, given);
      const actor = candidate(world, who);
      if (name !== "late") await handedIn(world, who, dossier);
      if (name === "declined") await deed(world, takeBackDossier, actor, { dossier });
      now = new Date("2027-03-29T10:00:00Z");
      if (name === "declined" || name === "late") await handedIn(world, who, dossier);
      const seen = await view(world, openDossier, { actor, establishment: SCHOOL, input: { dossier } });
      const text = seen.kind === "found" ? seen.value.dossier.number : "";
      const found = await view(world, findCharges, { actor: FINANCE, establishment: SCHOOL, input: { text } });
      people.set(name, { who, dossier, charge: found.kind === "found" ? found.value.charges[0]!.id : "" });
    }
    now = new Date("2027-03-10T09:00:00Z");
    const draft = await makeAccount(world, { name: "draft", address: "draft@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    people.set("draft", { who: draft, dossier: await aDossier(world, draft, given), charge: "" });
    const payment = { amount: 16000, paidOn: "2027-03-10", means: "cash" } as const;
    await deed(world, recordPayment, FINANCE, { charge: people.get("paid")!.charge, ...payment });
  });
  after(() => close());

  const her = (name: string) => people.get(name)!;
  const does = <F extends TSchema, V>(name: string, act: Act<F, V>) =>
    deed(world, act, candidate(world, her(name).who), { dossier: her(name).dossier } as Static<F>);
  const judges = <F extends TSchema, V>(name: string, act: Act<F, V>) =>
    deed(world, act, OFFICER, { dossier: her(name).dossier, reason: "Un motif." } as Static<F>);
  const charge = async (name: string) => {
    const asked = { actor: FINANCE, establishment: SCHOOL, input: { id: her(name).charge } };
    const found = await view(world, seeCharge, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const suspended = async (name: string) => (await charge(name)).state.suspended;
  const why = async (name: string) =>
    (await charge(name)).history.suspensions.map((one) => [one.why.fr, one.endedOn !== null]);
  const lastMail = (name: string, said = "") =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", `${name}@exemple.fr`);
      const all = await mails.where("subject", "like", `%${said}%`).orderBy("id").execute();
      return { count: all.length, text: plain(JSON.stringify(all.at(-1) ?? "")) };
    });
  const stands = async (who: string) => {
    const input = { debtor: who };
    const seen = await view(world, seeDebtor, { actor: FINANCE, establishment: SCHOOL, input });
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value.charges.map(({ state, balance }) => [state, balance]);
  };
  const clock = (...duties: unknown[]) => runDue(world, SCHOOL, duties as never);
  const recalled = async (name: string) => (await lastMail(name, "Payez%au plus tard le")).count;
  const attempt = <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });

  it("bears, before it is asked and while it is to be paid, what the school does not publish of giving it back", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const page = async (name: string, path: string) => {
      const headers = { cookie: `${SESSION_COOKIE}=${await openedSession(world, her(name).who)}` };
      return plain((await app.inject({ url: `/faire-ess${path}`, headers })).body);
    };
    const silence = /sort des frais de sélection en cas de renoncement ou de refus n’est pas publié/;
    const asked = new RegExp(`${silence.source}\\. Demandez-le-lui avant de payer`);
    match(await page("draft", "/deis"), silence);
    match(await page("draft", `/deis/dossier/${her("draft").dossier}/deposer`), asked);
    match(await page("going", "/compte/paiements"), asked);
    ok(!silence.test(await page("paid", "/compte/paiements")), "nothing is left to be paid");
    await app.close();
  });

  it("is suspended by a withdrawal, which says so, and is reminded of no more", async () => {
    await does("withdrawn", withdrawDossier);
    match(
      (await lastMail("withdrawn", "retirée")).text,
      /160,00 €, référence LV-.*ne vous sont plus demandés.*l’établissement décidera/,
    );
    equal(await suspended("withdrawn"), true);
    deepEqual(await why("withdrawn"), [["candidature retirée", false]]);
    now = new Date("2027-03-22T08:00:00Z");
    await clock(...REMINDING);
    deepEqual([await recalled("withdrawn"), await recalled("going")], [0, 1]);
  });

  it("is left as it is where it was paid", async () => {
    await does("paid", withdrawDossier);
    ok(!(await lastMail("paid", "retirée")).text.includes("plus demandés"));
    deepEqual(await why("paid"), []);
    await does("paid", resumeDossier);
    ok(!(await lastMail("paid", "reprise")).text.includes("de nouveau à payer"));
  });

  it("is owed again by whoever was refunded after a withdrawal and goes back on it, and the mail says so", async () => {
    const { charge: first, who } = her("paid");
    await does("paid", withdrawDossier);
    const back = {
      charge: first,
      amount: 16000,
      refundedOn: "2027-03-22",
      means: "transfer",
      reason: "Retrait.",
    } as const;
    await deed(world, refundCharge, FINANCE, back);
    ok(!(await lastMail("paid", "retirée")).text.includes("plus demandés"), "nothing was left to pay");
    deepEqual(await stands(`account:${who.account}`), [["refunded", 0]]);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    const before = plain((await she.open(`/deis/dossier/${her("paid").dossier}`)).text);
    match(before, /Frais de sélection rendus : 160,00 €/);
    match(before, /c’est les devoir de nouveau, à payer dans les 10 jours/);
    await does("paid", resumeDossier);
    match(
      plain((await she.open(`/deis/dossier/${her("paid").dossier}`)).text),
      /160,00 €[^]*Payez|Payez[^]*160,00 €|à payer : 160,00 €/,
    );
    await app.close();
    deepEqual(await stands(`account:${who.account}`), [
      ["owed", 16000],
      ["refunded", 0],
    ]);
    match(
      (await lastMail("paid", "reprise")).text,
      /rendus après votre retrait, sont de nouveau à payer \(160,00 €, référence LV-/,
    );
    await does("paid", withdrawDossier);
    match((await lastMail("paid", "retirée")).text, /160,00 €, référence LV-.*ne vous sont plus demandés/);
    await does("paid", resumeDossier);
    deepEqual((await stands(`account:${who.account}`)).length, 2, "asked for again once");
  });

  it("is neither asked for nor to be paid online on one’s own page, and waits in the list of finance", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, her("withdrawn").who));
    const mine = plain((await she.open("/compte/paiements")).text);
    const dossier = plain((await she.open(`/deis/dossier/${her("withdrawn").dossier}`)).text);
    const declared = await she.open(`/deis/dossier/${her("withdrawn").dossier}/titres`);
    const [draft, given] = [her("draft"), visitor(app, "/faire-ess")];
    given.cookies.set(SESSION_COOKIE, await openedSession(world, draft.who));
    match(
      plain((await given.open(`/deis/dossier/${draft.dossier}/deposer`)).text),
      /Frais de sélection : 160 €, demandés après le dépôt/,
    );
    await app.close();
    // Asked with the application, so above its beginning on the same day; what was declared is read, and not begun anew.
    match(dossier, /Frais de sélection demandés[^]*Dossier commencé/);
    match(declared.location ?? "", /\/decision$/);
    match(mine, /160,00 € suspendus : rien à payer pour l’instant/);
    match(mine, /candidature retirée\)\. L’établissement décidera/);
    ok(!/Payer par virement|un courriel vous le rappelle/i.test(mine));
    match(dossier, /Frais de sélection suspendus : 160,00 €/);
    const wish = await attempt(wishOnlinePayment, someone(her("withdrawn").who.account), {
      charge: her("withdrawn").charge,
    });
    match(wish.kind === "invalid" ? wish.issues[0]!.message("fr") : wish.kind, /n’est plus demandé/);
    const list = { actor: FINANCE, establishment: SCHOOL, input: { which: "suspended" } } as const;
    const seen = await view(world, listOwed, list);
    ok(seen.kind === "found");
    deepEqual(
      seen.value.charges.map(({ id }) => id),
      [her("withdrawn").charge],
    );
    equal(seen.value.totals.suspended, 1);
  });

  it("is asked for again, and reminded of, once the person goes back on the withdrawal", async () => {
    await does("withdrawn", resumeDossier);
    match((await lastMail("withdrawn", "reprise")).text, /de nouveau à payer \(160,00 €, référence LV-/);
    equal(await suspended("withdrawn"), false);
    // That mail was the reminder: the next comes two days before.
    await clock(...REMINDING);
    equal(await recalled("withdrawn"), 0);
    now = new Date("2027-03-27T08:00:00Z");
    await clock(...REMINDING);
    equal(await recalled("withdrawn"), 1);
    await does("withdrawn", withdrawDossier);
    deepEqual(await why("withdrawn"), [
      ["candidature retirée", true],
      ["candidature retirée", false],
    ]);
  });

  it("is suspended once a late application is declined, and asked for again once it is accepted after all", async () => {
    now = new Date("2027-03-30T08:00:00Z");
    equal(await suspended("late"), false);
    await judges("late", declineLate);
    match((await lastMail("late", "pas examiné")).text, /ne vous sont plus demandés/);
    deepEqual(await why("late"), [["dépôt tardif écarté", false]]);
    await judges("late", acceptLate);
    match((await lastMail("late", "accepté")).text, /de nouveau à payer/);
    equal(await suspended("late"), false);
  });

  it("is due no sooner than the school’s file says after the person is told, and never late on the day it returns", async () => {
    equal((await charge("late")).charge.dueOn, addDays("2027-03-30", AGAIN));
    match(
      (await lastMail("late", "accepté")).text,
      /de nouveau à payer \(160,00 €, référence LV-[^)]*\), au plus tard le 9 avril 2027/,
    );
    deepEqual((await charge("late")).reminded, null, "not among what is late");
  });

  it("is suspended once, and as long as either reason holds", async () => {
    await judges("declined", declineLate);
    await does("declined", withdrawDossier);
    ok(!(await lastMail("declined", "retirée")).text.includes("plus demandés"));
    deepEqual(await why("declined"), [["dépôt tardif écarté", false]]);
  });

  it("has its day moved in silence with the closing, and is asked for again of whoever is then in time", async () => {
    const asked = { actor: HEAD_OF_TRAINING, establishment: SCHOOL, input: { id: intake } };
    const seen = await view(world, seeIntake, asked);
    const version = seen.kind === "found" ? seen.value.intake.version : 0;
    const closes = { day: "2027-04-20", time: "23:59" };
    await deed(world, changeIntake, HEAD_OF_TRAINING, { id: intake, version, reason: "Une panne.", closes });
    await clock(putOffFees);
    equal((await charge("withdrawn")).charge.dueOn, "2027-04-20");
    equal((await lastMail("withdrawn", "plus de temps pour payer")).count, 0);
    equal((await lastMail("going", "plus de temps pour payer")).count, 1);
    // Back where it stood: declined, and so not asked for.
    await does("declined", resumeDossier);
    equal(await suspended("declined"), true);
    await clock(takeProlongedInTime);
    equal(await suspended("declined"), false);
    match((await lastMail("declined", "à temps")).text, /de nouveau à payer/);
  });

  it("is asked for all the same where finance says so, by a day that was not announced sooner, with a reason, once", async () => {
    const ask = (dueOn: string, reason = "Le règlement le dit.") =>
      attempt(askCharge, FINANCE, { charge: her("withdrawn").charge, dueOn, reason });
    equal((await ask("2027-03-29")).kind, "invalid");
    equal((await ask("2027-04-19")).kind, "invalid");
    equal((await ask("2027-04-30", "")).kind, "invalid");
    equal((await ask("2027-04-30")).kind, "done");
    equal((await ask("2027-04-30")).kind, "stale");
    match((await lastMail("withdrawn", "30_avril")).text, /au plus tard le 30 avril 2027.*Le règlement le dit/);
    const { charge: one, state } = await charge("withdrawn");
    deepEqual([one.dueOn, state.suspended], ["2027-04-30", false]);
  });

  it("may be asked for by the day that stands, and waived instead", async () => {
    for (const name of ["declined", "going"]) await does(name, withdrawDossier);
    const due = (await charge("declined")).charge.dueOn;
    const ask = { charge: her("declined").charge, dueOn: due, reason: "Convenu." };
    equal((await attempt(askCharge, FINANCE, ask)).kind, "done");
    equal((await charge("declined")).history.putOffs.at(-1)!.reason, "Une panne.");
    await deed(world, waiveCharge, FINANCE, { charge: her("going").charge, amount: 16000, reason: "Retrait." });
    equal(await suspended("going"), false);
    const gone = { charge: her("going").charge, dueOn: "2027-05-01", reason: "Non." };
    equal((await attempt(askCharge, FINANCE, gone)).kind, "stale");
    // What is over is asked for no more by going back on it.
    await does("going", resumeDossier);
    ok(!(await lastMail("going", "reprise")).text.includes("de nouveau à payer"));
  });

  it("is recorded whole, and stands where its facts lead", async () => {
    const proven = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, proven)).tampered, []);
    ok((await withSchool(world.db, SCHOOL, (tx) => moneyCheck(tx, SCHOOL))).ok);
  });
});
