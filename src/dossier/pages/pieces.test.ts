/** All pieces of a dossier on one page, without a script. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { aDossier, DECLARED_IN_FULL, FULL_SECTIONS, theirDossier } from "../../test/dossiers.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";

describe("all pieces on one page", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let her: Visitor;
  let at = "";
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
    const who = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    await aDossier(world, who, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS });
    at = `/deis/dossier/${await theirDossier(world, who)}`;
    her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, who));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const bytes = (comment: string, pages = 1) => pdf({ comment, pages }).toString("latin1");
  const shown = async () => plain((await her.open(`${at}/pieces`)).text);

  it("shows each piece that is asked for with its field, and what does not concern her folded", async () => {
    const { text } = await her.open(`${at}/pieces`);
    match(plain(text), /Aucune n’est prête, sur 4/);
    for (const key of ["proof-of-title", "proof-of-experience", "cv", "personal-text"])
      ok(text.includes(`name="files-${key}"`), key);
    match(text, /<details[^>]*><summary>Autres? pièces?, si vous êtes concerné/);
  });

  it("is where the dossier leads while a piece is missing, and goes on without one", async () => {
    equal((await her.open(`${at}/suite`)).location, `${at}/pieces`);
    const sent = await her.sendFiles(`${at}/pieces`, []);
    equal(sent.location, at, "nothing but pieces is missing: the list says so");
  });

  it("keeps what each field brought, and says what is wrong with one file", async () => {
    const sent = await her.sendFiles(`${at}/pieces`, [
      ["diplome.pdf", bytes("title"), "files-proof-of-title"],
      ["page.html", "<script>", "files-cv"],
      ["travail.pdf", bytes("work"), "files-proof-of-experience"],
    ]);
    equal(sent.status, 422);
    match(sent.text, /page\.html – Ce fichier n’est ni un PDF ni une photo/);
    match(plain(sent.text), /2 sur 4 sont prêtes/);
    match(await shown(), /travail\.pdf/);
  });

  it("comes back while a text has not its pages, and leads on once that is explained", async () => {
    const sent = await her.sendFiles(`${at}/pieces`, [
      ["cv.pdf", bytes("cv"), "files-cv"],
      ["texte.pdf", bytes("text", 7), "files-personal-text"],
    ]);
    equal(sent.location, `${at}/pieces?fait=envoi`);
    match(await shown(), /7 pages au lieu de 8 à 10/);
    await her.fill(`${at}/piece/personal-text`, { explanation: "Ma carrière est courte." });
    match(await shown(), /4 sur 4 sont prêtes/);
    equal((await her.sendFiles(`${at}/pieces`, [])).location, `${at}/deposer`);
  });
});
