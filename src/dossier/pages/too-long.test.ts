/** One character more than an act takes: every form says so beside what was typed, keeps all of it, and does nothing. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { askConfirmation, enterDossier } from "../entering/acts.ts";
import { saveSection } from "../acts.ts";
import { askComplement } from "../complement-acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  aDossier,
  aFile,
  anIntake,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
} from "../../test/dossiers.ts";
import { date, errorsIn, type Fields, plain } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";

describe("what is typed beyond what is taken", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2026-11-25T09:00:00Z");
  let people = 0;
  let officer: Visitor;
  let officerPerson: Invented;
  let intake = "";
  const somebody = async (...roles: Parameters<typeof giveRoles>[2]) => {
    const person = await makeAccount(world, { name: "Claire", address: `p${(people += 1)}@exemple.fr` });
    await giveRoles(world, person, roles);
    const visits = visitor(app, "/faire-ess");
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password", "passkey"]));
    return { person, visits };
  };
  const sections = {
    ...FULL_SECTIONS,
    accommodations: { needed: "yes", effects: ["breaks"], other: "" },
    "accommodations-said": { said: "Une maladie." },
  };
  const applied = async (files = FULL_FILES) => {
    const { person, visits } = await somebody();
    const id = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections, files });
    return { person, visits, id, own: `/deis/dossier/${id}` };
  };
  const submitted = async () => {
    const her = await applied();
    await handedIn(world, her.person, her.id);
    return her;
  };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    intake = await anIntake(world);
    ({ visits: officer, person: officerPerson } = await somebody(
      "admission-officer",
      "head-of-training",
      "disability-advisor",
    ));
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** The end of what was typed, which is what would be cut. */
  const END = "la fin";
  const tooLong = (most: number) => `${"a".repeat(most + 1 - END.length)}${END}`;

  async function refuses(by: Visitor, path: string, field: string, most: number, others: Fields = {}) {
    const sent = await by.fill(path, { ...others, [field]: tooLong(most) });
    equal(sent.status, 422, path);
    ok(errorsIn(sent.text).length > 0, path);
    match(plain(sent.text), new RegExp(`trop long : .* caractères`), path);
    ok(sent.text.includes(`a${END}`), `${path}: what was typed is not all there`);
  }

  it("is not sent as a message, from either side", async () => {
    const { visits, own } = await submitted();
    for (const by of [visits, officer]) await refuses(by, `${own}/messages`, "text", 5000);
  });

  it("counts a new line as one, as whoever types does", async () => {
    const { visits, own } = await submitted();
    const text = `${"a\n".repeat(2499)}ab`.replaceAll("\n", "\r\n");
    equal((await visits.fill(`${own}/messages`, { text })).status, 303);
  });

  it("is no reason to withdraw", async () => {
    const { visits, own } = await submitted();
    await refuses(visits, `${own}/retirer`, "reason", 2000);
  });

  it("is no explanation of a number of pages", async () => {
    const text = ["personal-text", "presentation.pdf", pdf({ pages: 7 })] as const;
    const { visits, own } = await applied([...FULL_FILES.filter(([piece]) => piece !== "personal-text"), text]);
    await refuses(visits, `${own}/piece/personal-text`, "explanation", 20_000);
  });

  it("is kept in a draft, which judges nothing, and said there", async () => {
    const { visits, own } = await applied();
    const typed = tooLong(20_000);
    const sent = await visits.fillFaulty(`${own}/partie/accommodations-said`, { said: typed });
    match(plain(sent.text), /trop long/);
    ok((await visits.open(`${own}/partie/accommodations-said`)).text.includes(typed));
    const much = await visits.fill(`${own}/partie/accommodations-said`, { said: tooLong(270_000) });
    match(plain(much.text), /Trop de texte/);
    ok(much.text.includes(`a${END}`));
  });

  it("is no note, no reason and no verdict of the office", async () => {
    const { id } = await submitted();
    const path = `/dossiers/${id}`;
    await refuses(officer, path, "note", 4000);
    const judging = { do: "judge:identity", "conform-identity": "no" };
    await refuses(officer, path, "reason-identity", 1000, judging);
    const late = await applied();
    const before = now;
    now = new Date("2027-03-29T10:00:00Z");
    await handedIn(world, late.person, late.id);
    const signIn = async () =>
      officer.cookies.set(SESSION_COOKIE, await openedSession(world, officerPerson, ["password", "passkey"]));
    await signIn();
    await refuses(officer, `/dossiers/${late.id}`, "reason", 2000);
    await refuses(officer, `/dossiers/${late.id}`, "reason", 2000, { do: "decline" });
    now = before;
    await signIn();
  });

  it("is not asked as a complement, of one or of several", async () => {
    const { id } = await submitted();
    const asked = { items: "piece:cv", ...date("dueOn", 20, 12, 2026) };
    await refuses(officer, `/dossiers/${id}/complement`, "note-piece-cv", 1000, asked);
    const page = await officer.open(`/dossiers/${id}`);
    const several = { what: "complement", d: id, do: "review", ...asked, "note-piece-cv": tooLong(1000) };
    const sent = await officer.sendFrom(page, "/dossiers/ensemble", several);
    equal(sent.status, 422);
    ok(sent.text.includes(`a${END}`));
  });

  it("is no reason to change an intake, and nothing is none either", async () => {
    const path = `/campagnes/${intake}/modifier`;
    await refuses(officer, path, "reason", 1000, { places: "21" });
    const none = await officer.fill(path, { places: "21", reason: "" });
    equal(none.status, 422);
    match(errorsIn(none.text).join(), /Dites pourquoi/);
  });

  it("is no arrangement, nor what is said with it", async () => {
    const { id } = await submitted();
    await refuses(officer, `/handicap/${id}`, "other", 2000, { effects: ["breaks", "other"], words: "" });
    await refuses(officer, `/handicap/${id}`, "words", 2000, { effects: "breaks", other: "" });
  });

  it("is nothing that somebody on paper says is wrong", async () => {
    const herself = await actorOf(world, officer.cookies.get(SESSION_COOKIE)!);
    const { dossier } = await deed(world, enterDossier, herself, { intake, entered: "paper", language: "fr" });
    for (const [section, contents] of Object.entries({ ...FULL_SECTIONS, declared: { ...DECLARED_IN_FULL } }))
      await deed(world, saveSection, herself, { dossier, section, version: 0, contents: { ...contents } });
    for (const file of [...FULL_FILES, ["paper-form", "formulaire.pdf", pdf({ pages: 1 })] as const])
      await aFile(world, officerPerson, dossier, file, herself);
    await handedIn(world, officerPerson, dossier, herself);
    const { handed } = await deed(world, askConfirmation, herself, { dossier });
    const path = handed!.path.replace("/faire-ess", "");
    const she = visitor(app, "/faire-ess");
    const shown = await she.fill(path, { code: handed!.code });
    equal(shown.status, 200);
    const sent = await she.sendFrom(shown, path, { do: "dispute", text: tooLong(5000) });
    equal(sent.status, 422);
    match(plain(sent.text), /trop long/);
    ok(sent.text.includes(`a${END}`));
  });

  it("is not what a returned mail says", async () => {
    const { id } = await submitted();
    const herself = await actorOf(world, officer.cookies.get(SESSION_COOKIE)!);
    await deed(world, askComplement, herself, { dossier: id, items: ["identity"], dueOn: "2026-12-20" });
    const [mail] = await withSchool(world.db, "faire-ess", async (tx) => {
      const found = await tx.selectFrom("mail").select("id").where("about", "=", `dossier:${id}`).execute();
      await tx
        .updateTable("mail_sending")
        .set({ state: "sent", due_at: null })
        .where("id", "=", found[0]!.id)
        .execute();
      return found;
    });
    await refuses(officer, `/courriels/${mail!.id}`, "said", 2000);
  });
});
