/** The office's queue over real dossiers: order, counts, pages, search, export; and what opening a dossier leaves behind. */
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Act, type Actor, perform, view, type View } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { openingsOf } from "../openings/openings.ts";
import {
  aDossier,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedBack,
  handedIn,
} from "../test/dossiers.ts";
import { ALWAYS_SHOWN, deed, giveRoles, type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import type { World } from "../act/world.ts";
import { saveSection } from "../dossier/acts.ts";
import { enterDossier } from "../dossier/entering/acts.ts";
import { takeBackDossier, withdrawDossier } from "../dossier/submit-acts.ts";
import { askComplement } from "../dossier/complement-acts.ts";
import { readMessages, sendMessage } from "../dossier/messages/acts.ts";
import { howDecided, howWasDecided } from "./decided/views.ts";
import { openDossier } from "../dossier/views.ts";
import { dossiersCheck } from "../dossier/check.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "./acts.ts";
import { readCursor, SORTS, writeCursor } from "./rules/queue.ts";
import { queueRows, type QueueRow } from "./store.ts";
import { exportQueue, seeDossier, seeQueue } from "./views.ts";
import type { Static, TSchema } from "typebox";

const SCHOOL = "faire-ess";
const officer = (roles: Extract<Actor, { kind: "account" }>["roles"] = ["admission-officer"]): Actor => ({
  kind: "account",
  account: "00000000-0000-4000-8000-0000000000aa",
  session: "00000000-0000-4000-8000-0000000000bb",
  roles,
  authenticatedAt: ALWAYS_SHOWN,
});

describe("the office", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let intake = "";
  const later = () => (now = new Date(now.getTime() + 3_600_000));
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = await anIntake(world);
  });
  after(() => close());

  const see = async <F extends TSchema, V>(
    what: View<F, V>,
    input: Static<F>,
    actor: Actor = officer(),
  ): Promise<V> => {
    const found = await view(world, what, { actor, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  let people = 0;
  const person = () => makeAccount(world, { name: "Somebody", address: `p${(people += 1)}@exemple.fr` });
  const named = async (birthName: string): Promise<{ who: Invented; dossier: string }> => {
    later();
    const who = await person();
    const sections = { ...FULL_SECTIONS, identity: { ...FULL_SECTIONS.identity, birthName } };
    return { who, dossier: await aDossier(world, who, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES }) };
  };
  const submitted = async (birthName: string) => {
    const made = await named(birthName);
    await handedIn(world, made.who, made.dossier);
    return made;
  };
  const groups = async () => {
    const { parts } = await see(seeQueue, { intake });
    return parts.map(({ group, rows }) => [group, rows.map(({ name }) => name?.split(" ")[0] ?? null)]);
  };

  it("finds dossiers in the order of what needs doing, the longest waiting first", async () => {
    await submitted("Lefèvre");
    await submitted("Œillet");
    // A draft is called by the name of its account: what is being typed is nobody’s yet.
    await named("Zola");
    const gone = await submitted("Hugo");
    later();
    const reason = "Un poste ailleurs";
    await deed(world, withdrawDossier, candidate(world, gone.who), { dossier: gone.dossier, reason });
    deepEqual((await groups())[0], ["messages", ["Hugo"]]);
    equal((await see(readMessages, { dossier: gone.dossier })).withdrawn?.reason, reason);
    const asked = await submitted("Sand");
    await deed(world, askComplement, officer(), { dossier: asked.dossier, items: ["identity"], dueOn: "2026-12-20" });
    deepEqual(await groups(), [
      ["submitted", ["Lefèvre", "Œillet"]],
      ["complement", ["Sand"]],
    ]);
    const rowsOf = async (group: "draft" | "withdrawn") =>
      (await see(seeQueue, { intake, group })).parts[0]!.rows.map(({ name }) => name?.split(" ")[0]);
    deepEqual([await rowsOf("draft"), await rowsOf("withdrawn")], [["Somebody"], ["Hugo"]]);
    const { counts } = await see(seeQueue, { intake });
    deepEqual(counts, {
      messages: 0,
      "to-confirm": 0,
      decided: 0,
      submitted: 2,
      complement: 1,
      draft: 1,
      withdrawn: 1,
    });
  });

  it("puts a message before everything, opened or not, until somebody of the school answers it", async () => {
    const { who, dossier } = await submitted("Duras");
    await deed(world, sendMessage, candidate(world, who), { dossier, text: "Bonjour" });
    deepEqual((await groups())[0], ["messages", ["Duras"]]);
    later();
    await see(readMessages, { dossier });
    deepEqual((await groups())[0], ["messages", ["Duras"]]);
    await deed(world, sendMessage, officer(), { dossier, text: "Bonjour à vous" });
    deepEqual((await groups())[0]![0], "submitted");
  });

  it("is told by mail of a withdrawal where somebody deals with the dossier, and of a draft’s not at all", async () => {
    const anna = await makeAccount(world, { name: "Anna", address: "anna@exemple.fr" });
    await giveRoles(world, anna, ["admission-officer"]);
    const hers = { ...officer(), account: anna.account } as Actor;
    const [mine, nobodys, draft] = [await submitted("Duras"), await submitted("Gracq"), await named("Perec")];
    await deed(world, sendMessage, hers, { dossier: mine.dossier, text: "Bonjour" });
    for (const { who, dossier } of [mine, nobodys, draft])
      await deed(world, withdrawDossier, candidate(world, who), { dossier });
    const told = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("about")
        .where("to_address", "=", anna.address)
        .where("subject", "like", "%retiré%")
        .orderBy("id")
        .execute(),
    );
    deepEqual(told, [{ about: `dossier:${mine.dossier}` }]);
    later();
    for (const { dossier } of [mine, nobodys]) await see(readMessages, { dossier });
    ok((await groups())[0]![0] !== "messages", "a draft that was never handed in is withdrawn without a word");
  });

  it("is found by any part of a name without its accents, in any order, or by the number", async () => {
    const names = async (search: string) =>
      (await see(seeQueue, { intake, search })).parts[0]!.rows.map(({ name }) => name!.split(" ")[0]);
    deepEqual(await names("lefev"), ["Lefèvre"]);
    deepEqual(await names("CLAIRE oeil"), ["Œillet"]);
    deepEqual(await names("%"), []);
    deepEqual(await names("a_d"), []);
    const [row] = (await see(seeQueue, { intake, search: "sand" })).parts[0]!.rows;
    deepEqual(await names(row!.number), ["Sand"]);
    deepEqual(await names(row!.number.replace(/^D-/, "").replace("-0", " 0")), ["Sand"]);
  });

  it("is found by the name of birth, any given name or the whole address, where lists say another", async () => {
    const found = async (search: string) =>
      (await see(seeQueue, { intake, search })).parts[0]!.rows.map(({ name }) => name);
    later();
    const who = await makeAccount(world, { name: "Somebody", address: "e.brontë@exemple.fr" });
    const names = { birthName: "Brontë", usedName: "Nicholls", givenNames: "Charlotte Éléonore" };
    const sections = { ...FULL_SECTIONS, identity: { ...FULL_SECTIONS.identity, ...names } };
    const dossier = await aDossier(world, who, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    deepEqual(await found("bronte"), [], "what is being typed is nobody’s yet");
    await handedIn(world, who, dossier);
    for (const search of ["BRONTE", "eleonore bron", "nicholls brontë char", "E.Brontë@exemple.fr"])
      deepEqual(await found(search), ["Nicholls Charlotte"], search);
    deepEqual(await found("bronte emily"), [], "every word is to be found");
    deepEqual(await found("autre@exemple.fr"), []);
    const address = "Sur.Papier@exemple.fr";
    const entered = { intake, entered: "paper", language: "fr", address } as const;
    const onPaper = await deed(world, enterDossier, officer(), entered);
    await deed(world, saveSection, officer(), {
      dossier: onPaper.dossier,
      section: "identity",
      version: 0,
      contents: { birthName: "Dupin", usedName: "Dudevant", givenNames: "Aurore" },
    });
    deepEqual(await found("dupin"), ["Dudevant Aurore"]);
    deepEqual(await found("sur.papier@exemple.fr"), ["Dudevant Aurore"]);
    await withSchool(world.db, "ponant", async (tx) => {
      for (const search of [{ parts: ["bronte"] }, { mail: "sur.papier@exemple.fr" }, { mail: "e.brontë@exemple.fr" }])
        deepEqual(await queueRows(tx, { intake, search, limit: 9 }), []);
    });
  });

  it("is never found from another school", async () => {
    const rows = (school: string) =>
      withSchool(world.db, school, (tx) => queueRows(tx, { intake, search: { parts: ["lefevre"] }, limit: 9 }));
    equal((await rows(SCHOOL)).length, 1);
    equal((await rows("ponant")).length, 0);
  });

  it("is read page by page without losing or repeating anybody", async () => {
    const all = (await see(exportQueue, { intake })).rows;
    const met: string[] = [];
    let after: { at: Date; id: string } | undefined;
    for (;;) {
      const cursor = after && readCursor(writeCursor(after));
      const page = await withSchool(world.db, SCHOOL, (tx) => queueRows(tx, { intake, after: cursor, limit: 2 }));
      met.push(...page.map(({ id }) => id));
      if (page.length < 2) break;
      after = page.at(-1);
    }
    deepEqual(
      met,
      all.map(({ id }) => id),
    );
    equal(new Set(met).size, all.length);
  });

  it("is sorted by name, number, way in, outcome and age, either way, and read on without losing or repeating anybody", async () => {
    const all = new Set((await see(exportQueue, { intake })).rows.map(({ id }) => id));
    for (const sort of SORTS)
      for (const desc of [false, true]) {
        const rows: QueueRow[] = [];
        for (;;) {
          const last = rows.at(-1);
          const asked = { intake, sort, desc, limit: 2, ...(last && { after: readCursor(writeCursor(last))! }) };
          const page = await withSchool(world.db, SCHOOL, (tx) => queueRows(tx, asked));
          rows.push(...page);
          if (page.length < 2) break;
        }
        deepEqual(new Set(rows.map(({ id }) => id)), all);
        equal(rows.length, all.size);
        const by = {
          name: null,
          number: rows.map(({ number }) => number),
          door: rows.map(({ door }) => door),
          eligibility: rows.map(({ eligibility }) => eligibility),
          age: rows.map(({ submittedAt }) => submittedAt?.toISOString() ?? "never"),
        }[sort];
        if (by) deepEqual(by, desc ? by.toSorted().toReversed() : by.toSorted(), `${sort} ${desc}`);
      }
  });

  it("is filtered by way in, outcome, fee and age, and the next dossier is of the same list", async () => {
    const names = async (asked: Partial<Static<typeof seeQueue.form>>) =>
      (await see(seeQueue, { intake, ...asked })).parts.flatMap(({ rows }) => rows);
    const all = await names({ sort: "age" });
    const { door, eligibility } = all[0]!;
    ok(door !== "" && eligibility !== "");
    const submittedOnes = all.filter((row) => row.submittedAt !== null);
    deepEqual(
      await names({ sort: "age", door, eligibility: "eligible" }),
      submittedOnes.filter((row) => row.door === door && row.eligibility === "eligible"),
    );
    deepEqual(await names({ door: "nowhere" }), []);
    const { fees } = await see(seeQueue, { intake, sort: "age" });
    const owing = new Set(fees.filter(({ balance }) => balance > 0).map(({ dossier }) => dossier));
    ok(owing.size > 0);
    deepEqual(new Set((await names({ fee: "owed" })).map(({ id }) => id)), owing);
    deepEqual(
      await names({ sort: "age", fee: "paid" }),
      submittedOnes.filter(({ id }) => !owing.has(id)),
    );
    deepEqual(await names({ age: 7 }), []);
    now = new Date(now.getTime() + 8 * 86_400_000);
    deepEqual(
      (await names({ sort: "age", age: 7 })).map(({ id }) => id),
      submittedOnes.map(({ id }) => id),
    );
    const [first, second] = submittedOnes;
    const within = { intake, sort: "age", age: 7, after: writeCursor(first!), shownAt: now.getTime() } as const;
    equal((await see(seeDossier, { dossier: first!.id, within })).next?.id, second!.id);
    now = new Date(now.getTime() - 8 * 86_400_000);
  });

  it("opens a dossier whole, which the person can see, once an hour; an auditor reads and changes nothing", async () => {
    const { who, dossier } = await submitted("Colette");
    const opened = await see(seeDossier, { dossier });
    equal(opened.state.state, "submitted");
    equal(opened.contact?.address, who.address);
    equal(opened.attached.length, 4);
    equal(opened.dues[0]!.balance, 16000);
    await see(seeDossier, { dossier });
    const whose = `account:${who.account}`;
    const openings = await withSchool(world.db, SCHOOL, (tx) => openingsOf(tx, { whose }));
    equal(openings.length, 1);
    deepEqual(openings[0]!.roles, ["admission-officer"]);
    const auditor = officer(["auditor"]);
    await see(seeDossier, { dossier }, auditor);
    const input = { dossier, text: "vu" };
    equal(
      (await perform(world, noteDossier, { actor: auditor, establishment: SCHOOL, attempt: newAttempt(), input })).kind,
      "forbidden",
    );
    const stranger = candidate(world, await person());
    equal(
      (await view(world, seeDossier, { actor: stranger, establishment: SCHOOL, input: { dossier } })).kind,
      "forbidden",
    );
  });

  it("sees of a draft how far it is and nothing of what is written, and of one taken back what was handed in", async () => {
    const { who, dossier } = await named("Sarraute");
    const draft = await see(seeDossier, { dossier });
    ok(draft.theirs && !JSON.stringify([draft.sections, draft.draft, draft.attached]).includes("Sarraute"));
    deepEqual([draft.sections, draft.draft.titles, draft.attached], [{}, [], []]);
    ok(draft.tasks.some(({ key, status }) => key === "identity" && status === "done"));
    await handedIn(world, who, dossier);
    await deed(world, takeBackDossier, candidate(world, who), { dossier });
    const identity = { ...FULL_SECTIONS.identity, birthName: "Tropismes" };
    await deed(world, saveSection, candidate(world, who), {
      dossier,
      section: "identity",
      version: 1,
      contents: identity,
    });
    const back = await see(seeDossier, { dossier });
    equal((back.sections.identity as { birthName: string }).birthName, "Sarraute");
    equal(back.draft.titles.length, 1);
    equal(back.attached.length, 4);
  });

  it("reads nothing of what was said to the disability advisor", async () => {
    const { who, dossier } = await named("Yourcenar");
    const contents = { said: "un secret de famille" };
    await deed(world, saveSection, candidate(world, who), {
      dossier,
      section: "accommodations-said",
      version: 0,
      contents,
    });
    ok(!JSON.stringify(await see(seeDossier, { dossier })).includes("secret de famille"));
  });

  it("is taken by somebody, handed over to a colleague who is told, and never from under somebody’s hands", async () => {
    const staff = async (name: string) => {
      const made = await makeAccount(world, { name, address: `${name}@exemple.fr` });
      await giveRoles(world, made, ["admission-officer"]);
      return { ...made, actor: { ...officer(), account: made.account } as Actor };
    };
    const [anna, boris] = [await staff("anna"), await staff("boris")];
    const { dossier } = await submitted("Triolet");
    const assign = (by: Actor, to: string | null, from: string | null) => {
      const input = { dossier, to, from };
      return perform(world, assignDossier, { actor: by, establishment: SCHOOL, attempt: newAttempt(), input });
    };
    const since = (await see(exportQueue, { intake, search: "triolet" })).rows[0]!.changedAt;
    later();
    equal((await assign(anna.actor, anna.account, null)).kind, "done");
    deepEqual(await assign(boris.actor, boris.account, null), { kind: "stale", current: { officer: anna.account } });
    equal((await assign(anna.actor, anna.account, anna.account)).kind, "invalid");
    equal((await assign(anna.actor, (await person()).account, anna.account)).kind, "invalid");
    const found = async (asked: string, by: Actor) =>
      (await see(seeQueue, { intake, officer: asked }, by)).parts[0]!.rows.map(({ name }) => name!.split(" ")[0]);
    deepEqual(await found("mine", anna.actor), ["Triolet"]);
    deepEqual(await found("mine", boris.actor), []);
    ok(!(await found("nobody", anna.actor)).includes("Triolet"));
    equal((await assign(anna.actor, boris.account, anna.account)).kind, "done");
    deepEqual(await found(boris.account, anna.actor), ["Triolet"]);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("subject").where("to_address", "=", boris.address).orderBy("id").execute(),
    );
    match(mails.at(-1)!.subject, /il vous est confié/);
    // It waits no less long for having changed hands.
    deepEqual((await see(exportQueue, { intake, search: "triolet" })).rows[0]!.changedAt, since);
    equal((await assign(anna.actor, null, boris.account)).kind, "done");
    equal((await see(seeDossier, { dossier })).officer, null);
  });

  it("says of each part whether it conforms and why not, until the person gives that part again", async () => {
    const { who, dossier } = await submitted("Beauvoir");
    const judge = (item: string, conform: boolean, reason = "") => {
      const input = { dossier, item, conform, reason };
      return perform(world, judgePart, { actor: officer(), establishment: SCHOOL, attempt: newAttempt(), input });
    };
    equal((await judge("piece:cv", false, " ")).kind, "invalid");
    equal((await judge("piece:nothing", true)).kind, "invalid");
    equal((await judge("piece:cv", false, "La page 2 manque.")).kind, "done");
    equal((await judge("identity", true)).kind, "done");
    const said = async (item: string) => {
      const { conform, reason, by, outdated } = (await see(seeDossier, { dossier })).verdicts[item]!;
      return [conform, reason, by, outdated];
    };
    const by = "account:00000000-0000-4000-8000-0000000000aa";
    deepEqual(await said("piece:cv"), [false, "La page 2 manque.", by, false]);
    const asked = { dossier, items: ["piece:cv"], dueOn: "2026-12-20" };
    await deed(world, askComplement, officer(), asked);
    await handedBack(world, who, dossier);
    deepEqual(await said("piece:cv"), [false, "La page 2 manque.", by, true]);
    deepEqual(await said("identity"), [true, "", by, false]);
    equal((await judge("piece:cv", true)).kind, "done");
    deepEqual(await said("piece:cv"), [true, "", by, false]);
    const herself = { ...officer(), account: who.account } as Actor;
    const own = { dossier, item: "identity", conform: true, reason: "" };
    const judging = { actor: herself, establishment: SCHOOL, attempt: newAttempt(), input: own };
    equal((await perform(world, judgePart, judging)).kind, "forbidden");
    const draft = await named("Leduc");
    const input = { dossier: draft.dossier, item: "identity", conform: true, reason: "" };
    const early = { actor: officer(), establishment: SCHOOL, attempt: newAttempt(), input };
    equal((await perform(world, judgePart, early)).kind, "invalid");
  });

  it("is not told over a colleague’s verdict that nobody had read, nor of a part given again since", async () => {
    const { who, dossier } = await submitted("Colette");
    const colleague = { ...officer(), account: "00000000-0000-4000-8000-0000000000cc" } as Actor;
    const judge = (actor: Actor, conform: boolean, reason: string, seen?: number) => {
      const input = { dossier, item: "piece:cv", conform, reason, ...(seen !== undefined && { seen }) };
      return perform(world, judgePart, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    };
    const place = async () => (await see(seeDossier, { dossier })).verdicts["piece:cv"]!.place;
    equal((await judge(colleague, false, "Illisible", 0)).kind, "done");
    const outcome = await judge(officer(), true, "", 0);
    equal(outcome.kind, "stale");
    equal((outcome as { current: { verdict: { reason: string } } }).current.verdict.reason, "Illisible");
    equal((await judge(officer(), true, "")).kind, "stale", "whoever does not say what they saw saw nothing");
    const seen = await place();
    equal((await judge(officer(), false, "La page 2 manque.", seen)).kind, "done");
    equal((await judge(colleague, true, "", seen)).kind, "stale");
    const now = await place();
    await deed(world, askComplement, officer(), { dossier, items: ["piece:cv"], dueOn: "2026-12-20" });
    await handedBack(world, who, dossier);
    equal((await judge(officer(), true, "", now)).kind, "stale");
    equal((await judge(officer(), true, "", 0)).kind, "done");
  });

  it("leaves the new ones once a part was seen, and is ready once all of it conforms", async () => {
    const { who, dossier } = await submitted("Weil");
    const doing = (act: Act, input: object, actor = officer()) =>
      perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input: { dossier, ...input } });
    const place = async () => {
      const [row] = (await see(seeQueue, { intake, search: "weil" })).parts[0]!.rows;
      const { standing, seen, parts } = row!;
      return [standing, seen, parts - seen];
    };
    const rest = judgeRest as unknown as Act;
    const judge = judgePart as unknown as Act;
    const { left } = await see(seeDossier, { dossier });
    deepEqual(await place(), ["submitted", 0, 0]);
    equal((await doing(judge, { item: "identity", conform: false, reason: "Illisible" })).kind, "done");
    deepEqual(await place(), ["examining", 1, left.length - 1]);
    // The page said that all were left: a colleague has judged one since.
    equal((await doing(rest, { items: left })).kind, "stale");
    equal((await doing(rest, { items: ["piece:nothing"] })).kind, "invalid");
    const herself = { ...officer(), account: who.account } as Actor;
    equal((await doing(rest, { items: left.slice(1) }, herself)).kind, "forbidden");
    equal((await doing(rest, { items: left.filter((item) => item !== "identity") })).kind, "done");
    // All was seen, and one part does not conform: that is still to be asked for.
    deepEqual(await place(), ["examining", left.length, 0]);
    const seen = (await see(seeDossier, { dossier })).verdicts.identity!.place;
    equal((await doing(judge, { item: "identity", conform: true, reason: "", seen })).kind, "done");
    deepEqual(await place(), ["checked", left.length, 0]);
    deepEqual((await see(seeDossier, { dossier })).left, []);
    await deed(world, askComplement, officer(), { dossier, items: ["piece:cv"], dueOn: "2026-12-20" });
    await handedBack(world, who, dossier);
    deepEqual(await place(), ["answered", left.length - 1, 1]);
    equal((await doing(rest, { items: ["piece:cv"] })).kind, "done");
    deepEqual(await place(), ["checked", left.length, 0]);
    const { next } = await see(seeDossier, { dossier });
    notEqual(next?.id, dossier);
    ok(next !== undefined);
    equal((await withSchool(world.db, SCHOOL, (tx) => dossiersCheck(tx, SCHOOL))).ok, true);
  });

  it("is found out by the doctor where the queue does not say what the facts say", async () => {
    const sound = async () => (await withSchool(world.db, SCHOOL, (tx) => dossiersCheck(tx, SCHOOL))).ok;
    const [row] = (await see(seeQueue, { intake, search: "sand" })).parts[0]!.rows;
    const alterOf = (id: string, values: object) =>
      withSchool(world.db, SCHOOL, (tx) => tx.updateTable("dossier_state").set(values).where("id", "=", id).execute());
    const alter = (values: object) => alterOf(row!.id, values);
    equal(await sound(), true);
    for (const [wrong, right] of [
      [{ standing: "submitted" }, { standing: "complement" }],
      [{ to_confirm: true }, { to_confirm: false }],
      [{ officer: row!.id }, { officer: null }],
    ] as const) {
      await alter(wrong);
      equal(await sound(), false);
      await alter(right);
    }
    const { who, dossier } = await submitted("Char");
    await deed(world, sendMessage, candidate(world, who), { dossier, text: "Bonjour" });
    equal(await sound(), true);
    await alterOf(dossier, { unread_since: null });
    equal(await sound(), false);
    await see(readMessages, { dossier });
    equal(await sound(), true);
    // Opened, it is still to be answered, and in its group.
    const group = async () => (await see(seeQueue, { intake, group: "messages" })).parts[0]!.rows.map(({ id }) => id);
    ok((await group()).includes(dossier));
    await alterOf(dossier, { to_answer_since: null });
    equal(await sound(), false);
    await deed(world, sendMessage, officer(), { dossier, text: "Bonjour à vous" });
    equal(await sound(), true);
    ok(!(await group()).includes(dossier));
  });

  it("takes a late dossier as one in time, with its reason, and only once", async () => {
    const { who, dossier } = await named("Proust");
    const before = now;
    now = new Date("2027-03-29T10:00:00Z");
    await handedIn(world, who, dossier);
    equal((await see(seeDossier, { dossier })).state.state, "late");
    const accept = (reason: string) =>
      perform(world, acceptLate, {
        actor: officer(),
        establishment: SCHOOL,
        attempt: newAttempt(),
        input: { dossier, reason },
      });
    equal((await accept(" ")).kind, "invalid");
    equal((await accept("panne du service")).kind, "done");
    equal((await accept("encore")).kind, "invalid");
    const { state, facts } = await see(seeDossier, { dossier });
    equal(state.state, "submitted");
    deepEqual(facts.at(-1)!.details, { reason: "panne du service" });
    const told = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("paragraphs")
        .where("to_address", "=", who.address)
        .where("subject", "like", "%accepté%")
        .orderBy("id")
        .execute(),
    );
    match(JSON.stringify(told), /examiné comme les autres/);
    now = before;
  });

  it("tells the person and the office alike where a dossier stands whose complement came after its day", async () => {
    const { who, dossier } = await submitted("Tzara");
    await deed(world, askComplement, officer(), { dossier, items: ["identity"], dueOn: "2026-12-20" });
    const before = now;
    now = new Date("2026-12-22T10:00:00Z");
    await handedBack(world, who, dossier);
    const herself = candidate(world, who);
    const asked = { dossier, language: "fr" as const };
    deepEqual(
      [
        (await see(openDossier, { dossier }, herself)).state.state,
        (await see(howDecided, asked, herself)).state,
        (await see(howWasDecided, asked)).state,
        (await see(seeDossier, { dossier })).state.state,
      ],
      ["submitted", "submitted", "submitted", "submitted"],
    );
    now = before;
  });

  it("declines a late dossier with a reason that the person is told, and takes it after all where asked again", async () => {
    const { who, dossier } = await named("Nerval");
    const before = now;
    now = new Date("2027-03-29T10:00:00Z");
    await handedIn(world, who, dossier);
    const say = (act: Act, reason: string, actor = officer()) =>
      perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input: { dossier, reason } });
    const decline = declineLate as unknown as Act;
    equal((await say(decline, " ")).kind, "invalid");
    equal((await say(decline, "trop tard", { ...officer(), account: who.account } as Actor)).kind, "forbidden");
    equal((await say(decline, "Le jury est complet.")).kind, "done");
    equal((await say(decline, "encore")).kind, "invalid");
    equal((await see(seeDossier, { dossier })).state.state, "declined");
    const { counts } = await see(seeQueue, { intake });
    deepEqual([counts.late, counts.declined], [undefined, 1]);
    const [told] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("subject", "like", "%pas examiné%").orderBy("id").execute(),
    );
    match(JSON.stringify(told), /Le jury est complet\./);
    equal((await say(acceptLate as unknown as Act, "Recours entendu")).kind, "done");
    equal((await see(seeDossier, { dossier })).state.state, "submitted");
    now = before;
  });
});
