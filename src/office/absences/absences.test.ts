/** Somebody of the office is away: what is theirs is in the queue of whoever stands in, and nothing changes hands. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static } from "typebox";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { runDue } from "../../worker/run-due.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { verifyAudit } from "../../audit/verify.ts";
import {
  aDossier,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { assignDossier } from "../acts.ts";
import { seeDossier, seeQueue } from "../views.ts";
import { linesFor } from "../../test/waiting-lines.ts";
import { dueFor } from "../../waiting/badge.ts";
import { endAbsence, enterAbsence } from "./acts.ts";
import { standsInFor } from "./stand-ins.ts";
import { seeAbsences } from "./views.ts";

const SCHOOL = "faire-ess";

describe("an officer who is away", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2026-12-07T09:00:00Z");
  let intake = "";
  const people = new Map<string, Invented>();
  let hers: { readonly id: string; readonly who: Invented };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    intake = await anIntake(world);
    for (const name of ["Anna", "Sacha", "Lou"]) await employed(name, "admission-officer");
    await employed("Ines", "head-of-training");
    await employed("Dominique", "administrator");
    const who = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const id = await aDossier(world, who, given);
    await handedIn(world, who, id);
    await deed(world, assignDossier, await as("Anna"), { dossier: id, to: of("Anna"), from: null });
    hers = { id, who };
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function employed(name: string, role: "admission-officer" | "head-of-training" | "administrator") {
    const who = await makeAccount(world, { name, address: `${name}@exemple.fr`.toLowerCase() });
    await giveRoles(world, who, [role]);
    people.set(name, who);
  }
  const of = (name: string) => people.get(name)!.account;
  const token = (name: string) => openedSession(world, people.get(name)!, ["password", "passkey"]);
  const as = async (name: string): Promise<Actor> => actorOf(world, await token(name));
  const at = async (name: string): Promise<Visitor> => {
    const she = visitor(app, "/faire-ess");
    she.cookies.set(SESSION_COOKIE, await token(name));
    return she;
  };
  const enter = async (by: string, input: Static<typeof enterAbsence.form>) =>
    perform(world, enterAbsence, { actor: await as(by), establishment: SCHOOL, attempt: randomUUID(), input });
  /** What is said, beside which field; or that it was done, or may not be. */
  const tried = async (...given: Parameters<typeof enter>) => {
    const outcome = await enter(...given);
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const mine = async (name: string, group?: "messages") => {
    const input = { intake, officer: "mine", ...(group && { group }) } as const;
    const seen = await view(world, seeQueue, { actor: await as(name), establishment: SCHOOL, input });
    return seen.kind === "found" ? seen.value.parts.flatMap(({ rows }) => rows.map(({ id }) => id)) : seen.kind;
  };
  const listed = async () => {
    const seen = await view(world, seeAbsences, { actor: await as("Anna"), establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.absences : [];
  };
  const week = { from: "2026-12-08", until: "2026-12-11" };

  it("is refused for days that cannot be, and for whom no colleague of the same role stands in", async () => {
    const standIn = of("Sacha");
    match(
      await tried("Anna", { from: "2026-12-11", until: "2026-12-08", standIn }),
      /^until: Le dernier jour vient avant/,
    );
    match(
      await tried("Anna", { from: "2026-12-01", until: "2026-12-06", standIn }),
      /^until: Cette absence est déjà passée/,
    );
    match(await tried("Anna", { ...week, standIn: of("Anna") }), /^standIn: Choisissez quelqu’un d’autre/);
    match(await tried("Anna", { ...week, standIn: of("Ines") }), /^standIn: Qui remplace a le même rôle/);
    match(await tried("Anna", { ...week, standIn: hers.who.account }), /^standIn: Qui remplace a le même rôle/);
    match(
      await tried("Dominique", { ...week, account: hers.who.account, standIn }),
      /^account: Cette personne ne traite/,
    );
    equal(await tried("Sacha", { ...week, account: of("Anna"), standIn: of("Lou") }), "forbidden");
    deepEqual(await listed(), []);
  });

  it("enters it alone, once for one attempt, and whoever stands in is told", async () => {
    const she = await as("Anna");
    const request = {
      actor: she,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { ...week, standIn: of("Sacha") },
    };
    const first = await perform(world, enterAbsence, request);
    deepEqual(await perform(world, enterAbsence, request), first);
    deepEqual(
      (await listed()).map(({ name, standIn, from, until }) => [name, standIn, from, until]),
      [["Anna", "Sacha", "2026-12-08", "2026-12-11"]],
    );
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["to_address as to", "subject"])
        .where("about", "like", "absence:%")
        .orderBy("id")
        .execute(),
    );
    deepEqual(
      mails.map(({ to, subject }) => [to, subject.replaceAll(/\s/g, " ")]),
      [["sacha@exemple.fr", "Vous remplacez Anna du 8 décembre 2026 au 11 décembre 2026"]],
    );
  });

  it("is not away twice, nor replaced by somebody away, nor away while standing in", async () => {
    const says = /du 8\sdécembre 2026 au 11\sdécembre 2026/;
    const twice = await tried("Anna", { from: "2026-12-11", until: "2026-12-15", standIn: of("Lou") });
    match(twice, /^from: Une absence d’Anna est déjà notée/);
    match(twice.replaceAll("\u00a0", " "), says);
    match(
      await tried("Lou", { from: "2026-12-11", until: "2026-12-15", standIn: of("Anna") }),
      /^standIn: Anna ne sera pas là/,
    );
    match(
      await tried("Sacha", { from: "2026-12-01", until: "2026-12-08", standIn: of("Lou") }),
      /^from: La personne remplace déjà Anna/,
    );
  });

  it("keeps what is theirs until the first day, from which it is also whoever stands in’s, messages with it", async () => {
    await deed(world, sendMessage, candidate(world, hers.who), { dossier: hers.id, text: "Avez-vous tout ?" });
    deepEqual([await mine("Anna"), await mine("Sacha"), await mine("Sacha", "messages")], [[hers.id], [], []]);
    now = new Date("2026-12-08T09:00:00Z");
    deepEqual([await mine("Anna"), await mine("Sacha"), await mine("Lou")], [[hers.id], [hers.id], []]);
    deepEqual(await mine("Sacha", "messages"), [hers.id]);
    const page = plain((await (await at("Sacha")).open(`/dossiers?campagne=${intake}&instructeur=moi`)).text);
    match(page, /pour Anna/);
    ok(
      !plain((await (await at("Anna")).open(`/dossiers?campagne=${intake}&instructeur=moi`)).text).includes(
        "pour Anna",
      ),
    );
  });

  it("leaves what is late to whoever stands in, in the badge of their menu as on their first page", async () => {
    const late = async (name: string) => {
      const actor = await as(name);
      const lines = (await linesFor(world, actor)).filter(({ dueOn }) => dueOn !== null && dueOn <= "2026-12-08");
      const count = dueFor(world, actor, { establishment: SCHOOL, today: "2026-12-08", time: "09:00", standsInFor });
      equal(await count(), lines.length, name);
      return lines.length;
    };
    const before = [await late("Sacha"), await late("Lou")];
    await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .updateTable("waiting")
        .set({ due_on: "2026-12-07", from_on: "2026-12-01" })
        .where("who", "=", `account:${of("Anna")}`)
        .where("key", "=", "answerMessage")
        .execute(),
    );
    deepEqual([await late("Sacha"), await late("Lou")], [before[0]! + 1, before[1]!]);
  });

  it("is said to be away on what they took, with until when and who stands in; nobody else’s says so", async () => {
    const she = await at("Sacha");
    const page = plain((await she.open(`/dossiers/${hers.id}`)).text);
    match(page, /Anna \(en absence jusqu’au 11\sdécembre\s2026\s; Sacha remplace\)/);
    const seen = await view(world, seeDossier, {
      actor: await as("Lou"),
      establishment: SCHOOL,
      input: { dossier: hers.id },
    });
    const away =
      seen.kind === "found" ? seen.value.colleagues.map(({ name, away: until }) => [name, until?.until]) : [];
    deepEqual(
      away.filter(([, until]) => until),
      [["Anna", "2026-12-11"]],
    );
  });

  it("has the next of the list found by whoever stands in among all that is theirs meanwhile", async () => {
    const who = await makeAccount(world, { name: "Paul", address: "paul@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const own = await aDossier(world, who, given);
    await handedIn(world, who, own);
    await deed(world, assignDossier, await as("Sacha"), { dossier: own, to: of("Sacha"), from: null });
    deepEqual(await mine("Sacha"), [hers.id, own]);
    const { text } = await (await at("Sacha")).open(`/dossiers?campagne=${intake}&instructeur=moi`);
    const href = new RegExp(`href="/faire-ess(/dossiers/${hers.id}[^"]*)"`).exec(text)![1]!.replaceAll("&amp;", "&");
    ok((await (await at("Sacha")).open(href)).text.includes(`/faire-ess/dossiers/${own}?`));
  });

  it("is entered for by whoever arranges absences, and ended in one press, by them or by oneself alone", async () => {
    const she = await at("Dominique");
    const days = {
      "from-day": "14",
      "from-month": "12",
      "from-year": "2026",
      "until-day": "18",
      "until-month": "12",
      "until-year": "2026",
    };
    const sent = await she.fill("/equipe/absences", { account: of("Lou"), standIn: of("Sacha"), ...days });
    equal(sent.location, "/equipe/absences?fait=note");
    const [, lous] = await listed();
    deepEqual([lous?.name, lous?.from, lous?.until], ["Lou", "2026-12-14", "2026-12-18"]);
    const end = async (by: string) =>
      (
        await perform(world, endAbsence, {
          actor: await as(by),
          establishment: SCHOOL,
          attempt: randomUUID(),
          input: { id: lous!.id },
        })
      ).kind;
    equal(await end("Anna"), "forbidden");
    const shown = await she.open("/equipe/absences");
    const ended = await she.sendFrom(shown, "/equipe/absences", { do: "end", id: lous!.id });
    equal(ended.location, "/equipe/absences?fait=fin");
    deepEqual(
      (await listed()).map(({ name }) => name),
      ["Anna"],
    );
    equal(await end("Lou"), "forbidden");
  });

  it("is back the day after the last, whether or not the calendar has come by, which then forgets it", async () => {
    now = new Date("2026-12-11T22:30:00Z");
    equal((await mine("Sacha")).length, 2);
    now = new Date("2026-12-11T23:30:00Z");
    equal((await mine("Sacha")).length, 1);
    await runDue(world, SCHOOL);
    const left = await withSchool(world.db, SCHOOL, async (tx) => [
      (await tx.selectFrom("absence").select("id").execute()).length,
      (await tx.selectFrom("mail").select("id").where("about", "like", "absence:%").orderBy("id").execute()).length,
    ]);
    deepEqual(left, [0, 0]);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  });
});
