import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act.ts";
import { PROVEN_TABLES } from "../../acts.ts";
import { withSchool } from "../../db/school.ts";
import { seal } from "../../jobs/scheduler.ts";
import { lawOf } from "../../law/load.ts";
import { keepLawFiles } from "../../record/acts.ts";
import { openingsOf } from "../../record/openings/opening.ts";
import { verifyAudit } from "../../record/verify.ts";
import {
  aDossier,
  aFile,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../../test/dossiers.ts";
import { type Invented, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { World } from "../../world.ts";
import { DECIDED_TEMPLATE, decidedDocument } from "./documents/decided.ts";
import { replay } from "./replay.ts";
import { howDecided, howWasDecided } from "./views.ts";

const establishment = "faire-ess";

describe("how a dossier was decided", () => {
  let world: World;
  let close: () => Promise<void>;
  let person: Invented;
  let dossier: string;
  before(async () => {
    ({ world, close } = await testWorldOf());
    const { laws } = world;
    await keepLawFiles(world, establishment, laws.files, { kind: "operator" });
    person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    dossier = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS });
  });
  after(() => close());

  const seen = async (actor = candidate(world, person), which: typeof howDecided = howDecided) => {
    const found = await view(world, which, { actor, establishment, input: { dossier, language: "en" } });
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
    assert.equal(kindOf({ answer: { ...decided!.answer, outcome: "no" } }).kind, "differs");
    assert.deepEqual(kindOf({}, { national: files.national }), { kind: "impossible", why: "file-gone" });
    const spoilt = { ...files.national, bytes: Buffer.from("diploma: deis\n") };
    assert.deepEqual(kindOf({}, { ...files, national: spoilt }), { kind: "impossible", why: "unreadable" });
    assert.deepEqual(kindOf({ input: { titles: 3 } }), { kind: "impossible", why: "refused" });
    const basis = { ...(decided!.answer.basis as object), rules: "0" };
    assert.deepEqual(kindOf({ answer: { ...decided!.answer, basis } }), { kind: "impossible", why: "other-rules" });
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

  it("is printed in both languages, and tells of a row that was touched up", async () => {
    const how = (await seen())!;
    const law = lawOf(world.laws, how.diploma, how.lawVersion, establishment)!;
    for (const lang of ["fr", "en"] as const) {
      const document = decidedDocument({ law, lang, how, today: "2026-11-25", acts: new Map() });
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
