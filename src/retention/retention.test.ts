import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { Type } from "typebox";
import { type Actor, defineAct, done, perform, view } from "../act/act.ts";
import {
  ACTS,
  RETAINED_OTHERWISE,
  RETAINED,
  myData,
  OUTLIVING,
  placeHold,
  PROVEN_TABLES,
  seeHolds,
} from "../house/house.ts";
import { startDossier } from "../dossier/acts.ts";
import { chargeFee } from "../billing/charges/charging.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { runJobs } from "../worker/run-jobs.ts";
import type { Role } from "../act/permissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { folderStore } from "../files/folder-store.ts";
import { noteOpening } from "../openings/openings.ts";
import { postMail } from "../mail/post.ts";
import { verifyAudit } from "../audit/verify.ts";
import type { Job } from "../jobs/job.ts";
import { copyKey } from "./copy.ts";
import { allEraser } from "./erase-all.ts";
import { erasingActs } from "./erasing.ts";
import type { Retained } from "./retained.ts";
import { liftHold } from "./holds.ts";
import { seePurges } from "./purge.ts";
import { askForData, openCopy } from "./requests.ts";
import { endedCopies } from "./store.ts";

const establishment = "faire-ess";

describe("what is held about people", () => {
  let world: World;
  let close: () => Promise<void>;
  let folder: string;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "livret-retention-"));
    ({ world, close } = await testWorldOf({
      now: () => now,
      files: { store: folderStore(folder), inspector: UNUSED },
    }));
  });
  after(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });

  const signed = ({ account }: { account: string }, ...roles: Role[]): Actor => ({
    kind: "account",
    account,
    session: "s",
    roles,
    authenticatedAt: now,
  });
  const director = () => signed({ account: randomUUID() }, "director");
  /** An act like those of any subject. */
  const doing = async (chain: string, work: (tx: Tx) => Promise<unknown>) => {
    const act = defineAct({
      name: "doForTest",
      label: { fr: "Faire", en: "Do" },
      who: "ask about oneself",
      form: Type.Object({}),
      shows: { nothing: "an act of tests" },
      writes: ["mail", "charge"],
      async perform({ tx }) {
        await work(tx);
        return done({}, chain);
      },
    });
    const actor = { kind: "anyone" } as const;
    const outcome = await perform(world, act, { actor, establishment, attempt: newAttempt(), input: {} });
    assert.equal(outcome.kind, "done");
  };
  const ask = (person: Invented, kind: "copy" | "erasure") =>
    perform(world, askForData, {
      actor: signed(person),
      establishment,
      attempt: newAttempt(),
      input: { kind, language: "fr" as const },
    });
  const data = async (person: Invented) => {
    const seen = await view(world, myData, { actor: signed(person), establishment, input: {} });
    assert.ok(seen.kind === "found");
    return seen.value;
  };
  const verified = async () => {
    for (const place of [DEPLOYMENT, establishment]) {
      const report = await verifyAudit(world.db, {
        establishment: place,
        zone: "Europe/Paris",
        tables: PROVEN_TABLES,
        outliving: OUTLIVING,
      });
      assert.deepEqual(report.tampered, []);
    }
  };
  const mailsTo = async ({ address }: Invented) =>
    withSchool(world.db, establishment, (tx) =>
      tx.selectFrom("mail").select(["subject", "paragraphs"]).where("to_address", "=", address).orderBy("id").execute(),
    );

  it("stands in a holding, table by table, or says why in none", async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      world.db,
    );
    const held = new Set([...RETAINED.flatMap(({ tables }) => tables), ...Object.keys(RETAINED_OTHERWISE)]);
    const known = new Set(rows.map(({ name }) => name));
    assert.deepEqual(
      {
        forgotten: [...known].filter((name) => !held.has(name)).sort(),
        gone: [...held].filter((name) => !known.has(name)).sort(),
      },
      { forgotten: [], gone: [] },
    );
  });

  it("comes to the person as one file: rows, mails, files and a page, without secrets, and no longer after a week", async () => {
    const person = await makeAccount(world, { name: "Claire <Morel>", address: "claire@exemple.fr" });
    const reader = `account:${person.account}`;
    await doing("tell:1", async (tx) => {
      const what = { fr: "le dossier", en: "the application" };
      await noteOpening(tx, { about: "dossier:1", whose: reader, actor: director(), what, at: now });
      const mail = { reader, to: person.address, lang: "fr" as const, subject: "Bonjour", paragraphs: ["Un mot."] };
      return postMail(tx, { ...mail, about: "tell:1", at: now });
    });
    const asked = await ask(person, "copy");
    assert.ok(asked.kind === "done");
    assert.equal((await ask(person, "copy")).kind, "stale");
    const { request } = asked.value;
    assert.equal((await data(person)).requests[0]!.state, "asked");
    await runJobs(world);
    const [ready] = (await data(person)).requests;
    assert.deepEqual([ready!.state, ready!.expiresAt], ["ready", "2026-12-02T09:00:00.000Z"]);
    assert.match(JSON.stringify(await mailsTo(person)), /La copie de vos données est prête/);

    const opened = (actor: Actor) => view(world, openCopy, { actor, establishment, input: { request } });
    assert.equal((await opened(signed(person))).kind, "found");
    assert.equal((await opened(signed({ account: randomUUID() }))).kind, "missing");
    const found = await world.files!.store.open(copyKey(establishment, request));
    const zip = join(folder, "copy.zip");
    writeFileSync(zip, await buffer(found!.stream));
    const unpacked = (name: string) => spawnSync("python3", ["-c", UNPACK, zip, name], { encoding: "utf8" }).stdout;
    const page = unpacked("index.html");
    assert.match(page, /Claire &lt;Morel&gt;/);
    assert.match(page, /file_opening/);
    assert.doesNotMatch(page, /argon2|_hash/);
    const json = unpacked("donnees.json");
    assert.doesNotMatch(json, /argon2|_hash/);
    assert.ok(JSON.parse(json));
    assert.match(unpacked("*"), /^courriels\/2026-11-25-[a-z0-9-]+-[0-9a-f]{8}\.txt$/m);

    now = new Date("2026-12-02T09:00:00Z");
    assert.equal((await opened(signed(person))).kind, "missing");
    await runDue(world, establishment);
    await runJobs(world);
    assert.equal(await world.files!.store.open(copyKey(establishment, request)), undefined);
    const due = (at: Date) => withSchool(world.db, establishment, (tx) => endedCopies(tx, at, 10));
    assert.deepEqual(await due(now), [], "what was removed is due no more");
    await verified();
  });

  it("is asked for by whoever showed who they are a moment ago", async () => {
    const person = await makeAccount(world, { name: "Luc", address: "luc@exemple.fr" });
    const late = { ...signed(person), authenticatedAt: new Date(now.getTime() - 30 * 60_000) } as Actor;
    const input = { kind: "copy" as const, language: "fr" as const };
    const outcome = await perform(world, askForData, { actor: late, establishment, attempt: newAttempt(), input });
    assert.equal(outcome.kind, "invalid");
  });

  it("is erased when they ask, account included, where nothing binds; the audit still holds and says so", async () => {
    const person = await makeAccount(world, { name: "Sofia", address: "sofia@exemple.fr" });
    assert.equal((await ask(person, "erasure")).kind, "done");
    await runJobs(world);
    const left = await withSchool(world.db, DEPLOYMENT, (tx) =>
      tx.selectFrom("account").select("id").where("id", "=", person.account).execute(),
    );
    assert.deepEqual(left, []);
    const mails = await mailsTo(person);
    assert.match(JSON.stringify(mails), /Ce qui a été effacé, et ce qui reste.*Votre compte\u00a0: 1 effacé/);
    await verified();
    const { erased } = await verifyAudit(world.db, {
      establishment: DEPLOYMENT,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    assert.deepEqual(
      erased.filter(({ chain }) => chain === `account:${person.account}`).map(({ by, act }) => [by, act]),
      [[`account:${person.account}`, "eraseOwn"]],
    );
  });

  it("that accounting asks to keep is kept, and so is the account; both are told, with for how long", async () => {
    const person = await makeAccount(world, { name: "Nadia", address: "nadia@exemple.fr" });
    await doing("dossier:nadia", async (tx) => {
      const lines = [{ key: "selection", label: { fr: "Sélection", en: "Selection" }, amount: 5_000 }];
      const charge = { about: "dossier:nadia", account: person.account, debtorName: "Nadia", lines };
      await chargeFee(tx, { ...charge, chargedOn: "2026-12-02", dueOn: "2026-12-09" });
    });
    await ask(person, "erasure");
    await runJobs(world);
    const [request] = (await data(person)).requests;
    assert.equal(request!.state, "done");
    const told = JSON.stringify(await mailsTo(person));
    assert.match(told, /vos paiements\u00a0: 1 gardé, parce que la loi demande de le garder 120\u00a0mois/);
    assert.match(told, /Votre compte\u00a0: 1 gardé, parce que quelque chose qui reste en a besoin/);
    await verified();
  });

  it("is not erased while it is held, and is once the hold is lifted", async () => {
    const person = await makeAccount(world, { name: "Marie", address: "marie@exemple.fr" });
    await ask(person, "copy");
    await runJobs(world);
    const { requests } = await data(person);
    const chain = `data-request:${requests[0]!.id}`;
    const hold = (actor: Actor, about = chain) =>
      perform(world, placeHold, {
        actor,
        establishment,
        attempt: newAttempt(),
        input: { about, reason: "Litige en cours" },
      });
    assert.equal((await hold(signed(person))).kind, "forbidden");
    assert.equal((await hold(director(), "dossier:nobody")).kind, "invalid");
    const placed = await hold(director());
    assert.ok(placed.kind === "done");
    assert.equal((await hold(director())).kind, "stale");

    // The copy goes after a week, its trace a year after it was asked for; the others of these tests are not held.
    now = new Date("2028-01-10T09:00:00Z");
    await runDue(world, establishment);
    await runJobs(world);
    await runDue(world, establishment);
    assert.equal((await data(person)).requests.length, 1);
    const reports = async () => {
      const seen = await view(world, seePurges, { actor: director(), establishment, input: {} });
      assert.ok(seen.kind === "found");
      return seen.value.reports;
    };
    const [first] = await reports();
    assert.ok(first);
    const [line] = first.erased;
    assert.deepEqual(
      [line!.holding, line!.kind, line!.why, line!.months, line!.confidence],
      ["requests", "request", "period", 12, "interpretation"],
    );
    assert.ok(line!.count >= 2);
    assert.deepEqual(first.held, [{ holding: "requests", kind: "request", count: 1 }]);

    const input = { hold: placed.value.hold };
    const lifting = { actor: director(), establishment, attempt: newAttempt(), input };
    assert.equal((await perform(world, liftHold, lifting)).kind, "done");
    // Lifted, it is not lifted again, and may be placed once more.
    const again = await perform(world, liftHold, { ...lifting, attempt: newAttempt() });
    assert.ok(again.kind === "invalid");
    assert.match(again.issues[0]!.message("fr"), /^Ce blocage est levé/);
    const anew = await hold(director());
    assert.ok(anew.kind === "done");
    await perform(world, liftHold, { ...lifting, attempt: newAttempt(), input: { hold: anew.value.hold } });
    await runDue(world, establishment);
    assert.equal((await data(person)).requests.length, 0);
    const [second] = await reports();
    assert.deepEqual([second!.erased[0]!.count, second!.held], [1, []]);
    await verified();
  });

  it("of a dossier goes with its files, mails and openings, and its person’s copy had them all", async () => {
    now = new Date("2026-11-25T09:00:00Z");
    const intake = await openedIntake(world);
    const person = await makeAccount(world, { name: "Inès", address: "ines@exemple.fr" });
    const begin = () =>
      perform(world, startDossier, {
        actor: signed(person),
        establishment,
        attempt: newAttempt(),
        input: { intake: intake.id, language: "fr" as const },
      });
    const begun = await begin();
    assert.ok(begun.kind === "done");
    const chain = `dossier:${begun.value.dossier}`;
    await withSchool(world.db, establishment, (tx) =>
      noteOpening(tx, {
        about: chain,
        whose: `account:${person.account}`,
        actor: director(),
        what: { fr: "le dossier", en: "the application" },
        at: now,
      }),
    );
    assert.deepEqual(
      (await data(person)).held.map(({ name, count }) => [name, count]),
      [["drafts", 1]],
    );
    // By its number, as people say it; the next words of the director name what is held in the same way.
    const { number } = await withSchool(world.db, establishment, (tx) =>
      tx.selectFrom("dossier").select("number").where("id", "=", begun.value.dossier).executeTakeFirstOrThrow(),
    );
    const placing = (about: string) =>
      perform(world, placeHold, {
        actor: director(),
        establishment,
        attempt: newAttempt(),
        input: { about, reason: "Réclamation" },
      });
    assert.equal((await placing("D-2026-999999")).kind, "invalid");
    const hold = await placing(` ${number.toLowerCase().replaceAll("-", " ")} `);
    assert.ok(hold.kind === "done");
    assert.equal((await placing(chain)).kind, "stale");
    const held = await view(world, seeHolds, { actor: director(), establishment, input: {} });
    assert.ok(held.kind === "found");
    const [first] = held.value.holds;
    assert.deepEqual([first!.about, first!.called?.fr], [chain, `dossier ${number}`]);
    // The intake closes on 31 March 2027; three months later its drafts are over.
    now = new Date("2027-06-30T09:00:00Z");
    await runDue(world, establishment);
    const input = { hold: hold.value.hold };
    await perform(world, liftHold, { actor: director(), establishment, attempt: newAttempt(), input });
    assert.equal((await data(person)).held.length, 1);
    now = new Date("2027-07-01T21:59:00Z");
    await runDue(world, establishment);
    assert.deepEqual((await data(person)).held, []);
    const left = await withSchool(world.db, establishment, async (tx) => [
      ...(await tx.selectFrom("dossier_state").select("id").execute()),
      ...(await tx.selectFrom("file_opening").select("id").where("about", "=", chain).execute()),
    ]);
    assert.deepEqual(left, []);
    await verified();
  });

  it("is told as kept where something binds it just as it is to go, and never as erased where the act refused", async () => {
    const person = await makeAccount(world, { name: "Aude", address: "aude@exemple.fr" });
    let looks = 0;
    let binds = true;
    const binding: Retained = {
      name: "bindings",
      label: { fr: "vos liens", en: "your ties" },
      tables: [],
      place: "school",
      prefix: "binding:",
      chains: async () => ["binding:1"],
      erase: async () => undefined,
      // Not when the work asks, and when its act does.
      bound: async () => binds && looks++ > 0,
    };
    await ask(person, "erasure");
    const { eraseOwn } = erasingActs([binding]);
    const job = allEraser([binding], eraseOwn) as unknown as Job;
    await runJobs(world, [job]);
    assert.match(JSON.stringify(await mailsTo(person)), /vos liens\u00a0: 1 gardé, parce que l’école doit le garder/);
    // Refused, and nothing says why.
    binds = false;
    const other = await makeAccount(world, { name: "Bruno", address: "bruno@exemple.fr" });
    await ask(other, "erasure");
    await runJobs(world, [job]);
    assert.equal((await data(other)).requests[0]!.state, "asked");
    assert.doesNotMatch(JSON.stringify(await mailsTo(other)), /effacé/);
  });

  it("names acts that everybody knows", () => {
    const names = ACTS.map(({ name }) => name);
    for (const name of ["purgeOne", "eraseOwn", "reportPurge"]) assert.ok(names.includes(name));
  });
});

const UNPACK = `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print("\\n".join(z.namelist()) if sys.argv[2] == "*" else z.read(sys.argv[2]).decode())
`;

/** Nothing is received here. */
const UNUSED = { look: () => Promise.reject(new Error("nothing is looked into")) };
