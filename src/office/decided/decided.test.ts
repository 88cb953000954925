import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import { ACTS, PROVEN_TABLES } from "../../house/house.ts";
import { withSchool } from "../../db/school.ts";
import { decider, decisionNamed } from "../../decisions/decide.ts";
import { seal } from "../../worker/scheduler.ts";
import { FORMER_RULES, RULES_VERSION } from "../../law/law.ts";
import { lawOf, readLaws } from "../../law/load.ts";
import { keepLawFiles } from "../../audit/acts.ts";
import { openingsOf } from "../../openings/openings.ts";
import { verifyAudit } from "../../audit/verify.ts";
import {
  aDossier,
  anIntake,
  aFile,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../../test/dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { World } from "../../act/world.ts";
import { startDossier } from "../../dossier/acts.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { withdrawDossier } from "../../dossier/submit-acts.ts";
import { declineLate, judgePart } from "../acts.ts";
import { DECIDED_TEMPLATE, decidedDocument } from "./documents/decided.ts";
import { replay } from "./replay.ts";
import { type HowDecided, howDecided, howWasDecided } from "./views.ts";

const establishment = "faire-ess";
const NOW = new Date("2026-11-25T09:00:00Z");

describe("how a dossier was decided", () => {
  let world: World;
  let close: () => Promise<void>;
  let person: Invented;
  let dossier: string;
  let now = NOW;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const { laws } = world;
    await keepLawFiles(world, establishment, laws.files, { kind: "operator" });
    person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS });
  });
  after(() => close());

  const seen = async (
    actor = candidate(world, person),
    which: typeof howDecided = howDecided,
    language: "fr" | "en" = "en",
  ) => {
    const found = await view(world, which, { actor, establishment, input: { dossier, language } });
    return found.kind === "found" ? found.value : undefined;
  };
  const officer = () =>
    ({
      kind: "account",
      account: "00000000-0000-4000-8000-0000000000aa",
      session: "s",
      roles: ["admission-officer"],
      authenticatedAt: world.now(),
    }) as const;

  it("says of a draft who did what, and that nothing was concluded", async () => {
    const how = await seen();
    assert.deepEqual(how!.submissions, []);
    assert.ok(how!.records.length >= 3);
    assert.ok(how!.records.every(({ who }) => who === "self"));
    assert.deepEqual([how!.whole, how!.covered], [true, null]);
  });

  it("gives the same answer again from the files that were kept, whatever the language", async () => {
    for (const file of FULL_FILES) await aFile(world, person, dossier, file);
    await handedIn(world, person, dossier);
    const how = await seen();
    const [one] = how!.submissions;
    assert.equal(one!.replayed!.kind, "same");
    assert.deepEqual(one!.kept, { national: true, local: true });
    await seal(world, establishment);
    assert.equal((await seen())!.covered!.number, 1);
  });

  it("does not give it from what was touched up, and says so of a file that is gone or unreadable", async () => {
    const [one] = (await seen())!.submissions;
    const { decided } = one!;
    const files = {
      national: world.laws.diplomas[0]!.file,
      local: world.laws.establishments[0]!.file,
    };
    const kindOf = (input: object, given: Partial<typeof files> = files) =>
      replay({ ...decided!, ...input }, { national: undefined, local: undefined, ...given }, "fr");
    assert.equal(kindOf({}).kind, "same");
    assert.equal(replay(decided!, files, "en").kind, "same", "whatever the language of who reads it");
    assert.equal(kindOf({ answer: { ...decided!.answer, outcome: "no" } }).kind, "differs");
    assert.deepEqual(kindOf({}, { national: files.national }), { kind: "impossible", why: "file-gone" });
    const spoilt = { ...files.national, bytes: Buffer.from("diploma: deis\n") };
    assert.deepEqual(kindOf({}, { ...files, national: spoilt }), { kind: "impossible", why: "unreadable" });
    assert.deepEqual(kindOf({ input: { titles: 3 } }), { kind: "impossible", why: "refused" });
    const basis = { ...(decided!.answer.basis as object), rules: "0" };
    assert.deepEqual(kindOf({ answer: { ...decided!.answer, basis } }), { kind: "impossible", why: "other-rules" });
  });

  it("gives an answer of the former rules again by those rules, to the last degree of certainty", async () => {
    const [one] = (await seen())!.submissions;
    const { decided } = one!;
    const files = { national: world.laws.diplomas[0]!.file, local: world.laws.establishments[0]!.file };
    const former = FORMER_RULES[0]!;
    const laws = readLaws([files.national], [files.local], former);
    // A level by its former name is where the two differ.
    const titles = [{ kind: "social-work-state", level: "II", awardedOn: "2010-01-15" }];
    const input = { ...decided!.input, titles };
    const decide = decider(decisionNamed(decided!.decision)!, laws, {
      diploma: undefined,
      establishment: undefined,
    });
    const made = decide({ ...input, diploma: "deis", version: "2006", establishment });
    assert.ok(!("fault" in made));
    const answer = made.answer("fr");
    assert.equal((answer.basis as { rules: string }).rules, former);
    assert.equal(replay({ ...decided!, input, answer }, files, "fr").kind, "same");
    const basis = { ...(answer.basis as object), rules: RULES_VERSION };
    assert.equal(replay({ ...decided!, input, answer: { ...answer, basis } }, files, "fr").kind, "differs");
  });

  it("is for the person, and for the office, whose opening the person sees; for nobody else", async () => {
    const other = await makeAccount(world, { name: "Luc", address: "luc@exemple.fr" });
    assert.equal(await seen(candidate(world, other)), undefined);
    assert.equal(await seen(candidate(world, other), howWasDecided), undefined);
    assert.ok(await seen(officer(), howWasDecided));
    const openings = await withSchool(world.db, establishment, (tx) =>
      openingsOf(tx, { whose: `account:${person.account}` }),
    );
    assert.deepEqual(
      openings.map(({ what }) => what.en),
      ["how the application was decided"],
    );
  });

  const textOf = async (id: string, which: typeof howDecided, actor: Parameters<typeof seen>[0]) => {
    const found = await view(world, which, { actor: actor!, establishment, input: { dossier: id, language: "fr" } });
    assert.equal(found.kind, "found");
    const how = (found as { value: HowDecided }).value;
    const law = lawOf(world.laws, how.diploma, how.lawVersion, establishment)!;
    const acts = new Map(ACTS.map(({ name, label }) => [name, label]));
    const { blocks } = decidedDocument({ law, lang: "fr", how, today: "2026-11-25", acts });
    return JSON.stringify(blocks).replace(/[\u00a0\u202f]/g, " ");
  };

  it("tells where it stands and what people decided, with their ground and their name, and how to contest it", async () => {
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    const office = { ...officer(), account: sacha.account };
    const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    const ana = await makeAccount(world, { name: "Ana", address: "ana@exemple.fr" });
    const luc = await makeAccount(world, { name: "Lucie", address: "lucie@exemple.fr" });
    const zoe = await makeAccount(world, { name: "Zoé", address: "zoe@exemple.fr" });
    const [hers, late, gone] = [
      await aDossier(world, ana, full),
      await aDossier(world, luc, full),
      await aDossier(world, zoe, full),
    ];
    await handedIn(world, ana, hers);
    await handedIn(world, zoe, gone);
    await deed(world, judgePart, office, {
      dossier: hers,
      item: "piece:cv",
      conform: false,
      reason: "Page 2 illisible.",
    });
    const notes = { "piece:cv": "Une copie nette." };
    await deed(world, askComplement, office, { dossier: hers, items: ["piece:cv"], dueOn: "2026-12-10", notes });
    await deed(world, withdrawDossier, candidate(world, zoe), { dossier: gone, reason: "Un autre projet." });
    now = new Date("2027-03-28T22:30:00Z");
    await handedIn(world, luc, late);
    await deed(world, declineLate, office, { dossier: late, reason: "Reçu une demi-heure après la clôture." });

    const asked = await textOf(hers, howDecided, candidate(world, ana));
    assert.match(asked, /L’école attend un complément/);
    assert.match(asked, /"Non conforme : [^"]*[Cc]urriculum[^"]*","Page 2 illisible\.","Sacha Bernard"/);
    assert.match(
      asked,
      /"Complément demandé avant la fin du 10 décembre 2026 : [^"]*","[^"]*Une copie nette\.","Sacha/,
    );
    assert.match(asked, /On écrit à la direction de l’école dans les deux mois/);

    const declined = await textOf(late, howDecided, candidate(world, luc));
    assert.match(declined, /il a été écarté par l’école : il n’est pas examiné/);
    assert.match(declined, /Dépôt tardif écarté[^"]*","Reçu une demi-heure après la clôture\.","Sacha Bernard"/);
    assert.match(declined, /les candidatures ont clos le 28 mars 2027 à 23 h 59/);

    const withdrawn = await textOf(gone, howDecided, candidate(world, zoe));
    assert.match(withdrawn, /La candidature a été retirée : elle n’est pas examinée/);
    assert.match(withdrawn, /"Candidature retirée","Un autre projet\.","vous"/);
    assert.match(
      await textOf(gone, howWasDecided, office),
      /"Candidature retirée","Un autre projet\.","la personne qui candidate"/,
    );
    now = NOW;
  });

  it("knows the person in what their program did, and says that it was one", async () => {
    const program = {
      ...candidate(world, person),
      token: { id: "00000000-0000-4000-8000-0000000000ff", reach: "all" },
    };
    const mina = await makeAccount(world, { name: "Mina", address: "mina@exemple.fr" });
    const intake = await anIntake(world);
    const actor = { ...program, account: mina.account } as Parameters<typeof seen>[0];
    const { dossier: own } = await deed(world, startDossier, actor!, { intake, language: "fr" });
    assert.match(await textOf(own, howDecided, candidate(world, mina)), /"vous \(par un programme\)"/);
  });

  it("is printed in both languages, and tells of a row that was touched up", async () => {
    for (const lang of ["fr", "en"] as const) {
      const how = (await seen(undefined, undefined, lang))!;
      const law = lawOf(world.laws, how.diploma, how.lawVersion, establishment)!;
      const acts = new Map(world.house.acts.map(({ name, label }) => [name, label]));
      const document = decidedDocument({ law, lang, how, today: "2026-11-25", acts });
      const pdf = await world.documents!.render(DECIDED_TEMPLATE, document);
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    }
    const report = await verifyAudit(world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
    assert.deepEqual(report.tampered, []);
    await withSchool(world.db, establishment, (tx) =>
      tx.updateTable("dossier_section").set({ version: 99 }).where("dossier", "=", dossier).execute(),
    );
    assert.equal((await seen())!.whole, false);
  });
});
