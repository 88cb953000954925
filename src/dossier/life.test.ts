/** A dossier through whatever may happen to it, in any order: where it stands is what the rule says, and nothing is lost. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { type Act, type Actor, type Outcome, perform, view } from "../act/act.ts";
import { ACTS, OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { withSchool } from "../db/school.ts";
import type { Row } from "../kit/sql.ts";
import { receiveUpload } from "../files/receive.ts";
import { verifyAudit } from "../audit/verify.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { ON_THE_SHORT_DAY, openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession, actorOf } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { changeIntake } from "../intake/acts.ts";
import { seeIntake } from "../intake/views.ts";
import { addFile, saveSection } from "./acts.ts";
import { shownHash } from "./standing.ts";
import { resumeDossier, submitDossier, takeBackDossier, withdrawDossier } from "./submit-acts.ts";
import { dossiersCheck } from "./check.ts";
import { sendMessage } from "./messages/acts.ts";
import { askComplement, giveComplement } from "./complement-acts.ts";
import { isOpen } from "./rules/state.ts";
import { type OpenedDossier, openDossier } from "./views.ts";

const SCHOOL = "faire-ess";
const WORDS = "Je certifie.";
/** The last instant of the intake, by the wall of Paris on the night of the change to summer time: 23:59:59.999. */
const CLOSES = new Date("2027-03-28T21:59:59.999Z");

describe("the life of a dossier", () => {
  let world: World;
  let close: () => Promise<void>;
  let intake: string;
  let officer: Actor;
  let now = new Date("2026-11-25T09:00:00Z");
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = (await openedIntake(world, ON_THE_SHORT_DAY)).id;
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer", "head-of-training"]);
    officer = {
      kind: "account",
      account: anna.account,
      session: "s",
      roles: ["admission-officer", "head-of-training"],
      authenticatedAt: now,
    };
  });
  after(() => close());

  const somebody = () => makeAccount(world, { name: "Camille", address: `camille-${(people += 1)}@exemple.fr` });
  const attempt = (act: Act, actor: Actor, input: object, id = newAttempt()) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: id, input });
  const seen = async (person: Invented, dossier: string): Promise<OpenedDossier> => {
    const asked = { actor: candidate(world, person), establishment: SCHOOL, input: { dossier } };
    const found = await view(world, openDossier, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const ready = async () => {
    const person = await somebody();
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    return { person, dossier: await aDossier(world, person, given) };
  };
  const submitting = async (person: Invented, dossier: string) => ({
    dossier,
    shown: shownHash(await seen(person, dossier), WORDS),
    words: WORDS,
  });
  const submission = submitDossier as unknown as Act;
  const soundIn = (establishment: string) =>
    withSchool(world.db, establishment, (tx) => dossiersCheck(tx, establishment));
  const kinds = (outcomes: readonly Outcome<unknown>[]) => outcomes.map(({ kind }) => kind).toSorted();

  describe("handed in under stress", () => {
    it("is handed in once by two submits at once, with one receipt and one fee", async () => {
      const { person, dossier } = await ready();
      const input = await submitting(person, dossier);
      const both = await Promise.all([1, 2].map(() => attempt(submission, candidate(world, person), input)));
      deepEqual(kinds(both), ["done", "invalid"]);
      const { submissions } = await seen(person, dossier);
      equal(submissions.length, 1);
      const charges = await withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("charge").select("id").where("about", "=", `dossier:${dossier}`).execute(),
      );
      equal(charges.length, 1);
    });

    it("gives the first receipt again to the same attempt", async () => {
      const { person, dossier } = await ready();
      const input = await submitting(person, dossier);
      const id = newAttempt();
      const first = await attempt(submission, candidate(world, person), input, id);
      const again = await attempt(submission, candidate(world, person), input, id);
      equal(first.kind, "done");
      deepEqual(again, first);
      equal((await seen(person, dossier)).submissions.length, 1);
    });

    it("is erased by its person while it is saved, written about and withdrawn: each waits its turn, and none breaks", async () => {
      const { person, dossier } = await ready();
      const actor = candidate(world, person);
      await attempt(submission, actor, await submitting(person, dossier));
      await deed(world, takeBackDossier, actor, { dossier });
      const saves = Object.entries(FULL_SECTIONS).map(([section, contents]) => ({ section, contents, version: 1 }));
      const eraseOwn = ACTS.find(({ name }) => name === "eraseOwn") as Act;
      const outcomes = await Promise.all([
        ...saves.map((saving) => attempt(saveSection as unknown as Act, actor, { dossier, ...saving })),
        attempt(sendMessage as unknown as Act, officer, { dossier, text: "Bonjour" }),
        attempt(withdrawDossier as unknown as Act, actor, { dossier, reason: "" }),
        attempt(eraseOwn, actor, { holding: "applications", chain: `dossier:${dossier}` }),
        ...saves.map((saving) => attempt(saveSection as unknown as Act, actor, { dossier, ...saving })),
      ]);
      ok(kinds(outcomes).every((kind) => ["done", "forbidden", "invalid", "stale"].includes(kind)));
      // Whoever came before it asks again afterwards.
      await attempt(eraseOwn, actor, { holding: "applications", chain: `dossier:${dossier}` });
      const asked = { actor, establishment: SCHOOL, input: { dossier } };
      equal((await view(world, openDossier, asked)).kind, "missing");
    });

    it("is not handed in when another tab saved since it was shown, and is shown again", async () => {
      const { person, dossier } = await ready();
      const input = await submitting(person, dossier);
      const contents = { ...FULL_SECTIONS.contact, postcode: "34200", city: "Sète" };
      await deed(world, saveSection, candidate(world, person), { dossier, section: "contact", version: 1, contents });
      equal((await attempt(submission, candidate(world, person), input)).kind, "stale");
      equal((await attempt(submission, candidate(world, person), await submitting(person, dossier))).kind, "done");
      const [sealed] = (await seen(person, dossier)).submissions;
      equal((sealed!.contents.contact as Row).city, "Sète");
    });

    it("is handed in with the words and the fingerprint that its view gives, which has none once it is", async () => {
      const { person, dossier } = await ready();
      const { signing } = await seen(person, dossier);
      equal((await attempt(submission, candidate(world, person), { dossier, ...signing })).kind, "done");
      const { submissions, signing: again } = await seen(person, dossier);
      deepEqual([submissions[0]!.words, submissions[0]!.shown], [signing!.words, signing!.shown]);
      equal(again, null);
    });

    it("needs somebody who showed who they are within the half hour", async () => {
      const { person, dossier } = await ready();
      const input = await submitting(person, dossier);
      const long = new Date(now.getTime() - 30 * 60_000);
      const actor = { ...candidate(world, person), authenticatedAt: long } as Actor;
      equal((await attempt(submission, actor, input)).kind, "invalid");
    });

    it("keeps how the person was recognised, as their session says", async () => {
      const { person, dossier } = await ready();
      const token = await openedSession(world, person, ["password", "totp"]);
      const actor = await actorOf(world, token);
      equal((await attempt(submission, actor, await submitting(person, dossier))).kind, "done");
      equal((await seen(person, dossier)).submissions[0]!.means, "password totp");
    });
  });

  describe("at the closing", () => {
    const at = async (instant: Date, work: () => Promise<void>) => {
      const before = now;
      now = instant;
      try {
        await work();
      } finally {
        now = before;
      }
    };

    it("is in time at 23:59:59.999 of the night in which the clocks change", async () => {
      const { person, dossier } = await ready();
      await at(CLOSES, async () => {
        const outcome = await attempt(submission, candidate(world, person), await submitting(person, dossier));
        equal(outcome.kind, "done");
        equal((await seen(person, dossier)).state.state, "submitted");
      });
    });

    it("is late one millisecond after, recorded and receipted all the same", async () => {
      const { person, dossier } = await ready();
      await at(new Date(CLOSES.getTime() + 1), async () => {
        await handedIn(world, person, dossier);
        const { state, submissions } = await seen(person, dossier);
        equal(state.state, "late");
        equal(submissions[0]!.late, true);
        ok(submissions[0]!.number.endsWith("-1"));
      });
    });

    it("is in time where the intake was prolonged meanwhile, and one that was late may be taken back", async () => {
      const [first, second] = [await ready(), await ready()];
      await at(new Date(CLOSES.getTime() + 3_600_000), async () => {
        await handedIn(world, first.person, first.dossier);
        equal((await seen(first.person, first.dossier)).state.state, "late");
        await prolong({ day: "2027-04-05", time: "23:59" });
        await handedIn(world, second.person, second.dossier);
        equal((await seen(second.person, second.dossier)).state.state, "submitted");
        await deed(world, takeBackDossier, candidate(world, first.person), { dossier: first.dossier });
        await handedIn(world, first.person, first.dossier);
        const { state, submissions } = await seen(first.person, first.dossier);
        equal(state.state, "submitted");
        deepEqual(
          submissions.map(({ late }) => late),
          [true, false],
        );
      });
    });

    const prolong = async (closes: { day: string; time: string }) => {
      const asked = { actor: officer, establishment: SCHOOL, input: { id: intake } };
      const found = await view(world, seeIntake, asked);
      if (found.kind !== "found") throw new Error(found.kind);
      const { version } = found.value.intake;
      await deed(world, changeIntake, officer, { id: intake, version, closes, reason: "Panne du service." });
    };
  });

  /** What the test itself remembers of a dossier. */
  type Model = { receipts: number };
  type Real = { person: Invented; dossier: string };
  type Step = fc.AsyncCommand<Model, Real>;

  const outcomeOf = (act: Act, real: Real, input: object, by?: Actor) =>
    attempt(act, by ?? candidate(world, real.person), { dossier: real.dossier, ...input });

  /** Each tries, whatever stands, and checks that it was done exactly where it could be. */
  const step = (name: string, run: (model: Model, real: Real, before: OpenedDossier) => Promise<void>): Step => ({
    check: () => true,
    run: async (model, real) => {
      now = new Date(now.getTime() + 1000);
      await run(model, real, await seen(real.person, real.dossier));
      const { submissions, attached } = await seen(real.person, real.dossier);
      equal(submissions.length, model.receipts, name);
      equal(new Set(submissions.map(({ number }) => number)).size, model.receipts);
      ok(attached.length >= 1);
    },
    toString: () => name,
  });
  const done = (outcome: Outcome<unknown>, could: boolean, name: string) =>
    equal(outcome.kind === "done", could, `${name}: ${JSON.stringify(outcome)}`);

  const save = (street: string) =>
    step(`save ${street}`, async (_, real, { state, saved }) => {
      const version = saved.contact?.version ?? 0;
      const contents = { ...FULL_SECTIONS.contact, street };
      const outcome = await outcomeOf(saveSection, real, { section: "contact", version, contents });
      done(outcome, isOpen(state, "contact"), "save");
    });
  const staleSave = step("save over another", async (_, real, { state, saved }) => {
    const version = (saved.contact?.version ?? 0) + 1;
    const outcome = await outcomeOf(saveSection, real, { section: "contact", version, contents: {} });
    equal(outcome.kind, isOpen(state, "contact") ? "stale" : "invalid");
  });
  const addOne = step("add a file", async (_, real, { state }) => {
    const stream = Readable.from([pdf({ pages: 2 })]);
    const { account } = real.person;
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "a.pdf" });
    if ("problem" in received) throw new Error(received.problem);
    const outcome = await outcomeOf(addFile, real, { piece: "cv", upload: received.upload });
    done(outcome, isOpen(state, "piece:cv"), "add");
  });
  const submit = step("submit", async (model, real, opened) => {
    const input = { shown: shownHash(opened, WORDS), words: WORDS };
    const outcome = await outcomeOf(submission, real, input);
    done(outcome, opened.state.state === "draft", "submit");
    if (outcome.kind === "done") model.receipts++;
  });
  const takeBack = step("take back", async (_, real, { state }) => {
    done(await outcomeOf(takeBackDossier, real, {}), state.state === "submitted", "take back");
  });
  const ask = (items: readonly string[]) =>
    step(`ask for ${items.join(", ")}`, async (_, real, { state }) => {
      const input = { items, dueOn: "2027-02-01" };
      const outcome = await outcomeOf(askComplement, real, input, officer);
      done(outcome, state.state === "submitted" || state.state === "complement", "ask");
    });
  const give = step("give", async (model, real, opened) => {
    const input = { shown: shownHash(opened, WORDS), words: WORDS, unchanged: "Tout est déjà juste." };
    const outcome = await outcomeOf(giveComplement, real, input);
    done(outcome, opened.state.state === "complement", "give");
    if (outcome.kind === "done") model.receipts++;
  });
  const withdraw = step("withdraw", async (_, real, { state }) => {
    done(await outcomeOf(withdrawDossier, real, {}), state.state !== "withdrawn", "withdraw");
  });

  const resume = step("resume", async (_, real, { state }) => {
    done(await outcomeOf(resumeDossier, real, {}), state.state === "withdrawn", "resume");
  });

  it("stands where the rule says after any sequence, with every receipt there and every file named", async () => {
    const commands = fc.commands(
      [
        fc.constantFrom("Sète", "Lunel", "Agde").map(save),
        fc.constant(staleSave),
        fc.constant(addOne),
        fc.constant(submit),
        fc.constant(submit),
        fc.constant(takeBack),
        fc.constantFrom(["contact"], ["piece:cv"], ["contact", "piece:cv"]).map(ask),
        fc.constant(give),
        fc.constant(withdraw),
        fc.constant(resume),
      ],
      { maxCommands: 14 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const real = await ready();
        await fc.asyncModelRun(() => ({ model: { receipts: 0 }, real }), sequence);
        const sound = await soundIn(SCHOOL);
        equal(sound.ok, true, sound.label.en);
        await everyFileIsThere(real);
      }),
      { numRuns: 12 },
    );
  });

  /** What a receipt names is still kept, put aside or not. */
  const everyFileIsThere = async ({ person, dossier }: Real) => {
    const { submissions } = await seen(person, dossier);
    const kept = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("stored_file").select("sha256").where("about", "=", `dossier:${dossier}`).execute(),
    );
    const hashes = new Set(kept.map(({ sha256 }) => sha256));
    for (const { files } of submissions) for (const { sha256 } of files) ok(hashes.has(sha256));
  };

  it("is found by the doctor where a state was changed by hand", async () => {
    const { dossier } = await ready();
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("dossier_state").set({ state: "late" }).where("id", "=", dossier).execute(),
    );
    const found = await soundIn(SCHOOL);
    equal(found.ok, false);
    ok(found.label.en.includes(dossier));
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("dossier_state").set({ state: "draft" }).where("id", "=", dossier).execute(),
    );
    equal((await soundIn(SCHOOL)).ok, true);
  });

  it("leaves a record in which nothing was tampered with", async () => {
    const { tampered } = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
      outliving: OUTLIVING,
    });
    deepEqual(tampered, []);
  });
});
