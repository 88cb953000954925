/** The page of a text whose pages are counted, with real PDFs. */
import { equal, match, ok } from "node:assert/strict";
import { after, describe, it } from "node:test";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../../test/dossiers.ts";
import { openedIntake } from "../../test/intakes.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { testWorldOf } from "../../test/server.ts";

describe("a text of 8 to 10 pages", () => {
  const closing: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const close of closing) await close();
  });

  /** A dossier that lacks nothing but the text, in an intake with this rule. */
  async function lackingItsText(pagesOutside: "explain" | "refuse") {
    const { world, close } = await testWorldOf();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    closing.push(() => app.close(), close);
    await openedIntake(world, { pagesOutside });
    const person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const files = FULL_FILES.filter(([piece]) => piece !== "personal-text");
    const id = await aDossier(world, person, { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files });
    const her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
    const piece = `/deis/dossier/${id}/piece/personal-text`;
    const send = (pages: number) => her.sendFiles(piece, [[`texte-${pages}.pdf`, pdf({ pages }).toString("latin1")]]);
    const text = async (path: string) => plain((await her.open(path)).text);
    return { her, send, piece, text, dossier: `/deis/dossier/${id}`, submit: `/deis/dossier/${id}/deposer` };
  }

  it("is warned of with 7 and with 11, explained, and handed in", async () => {
    const { her, send, piece, text, dossier, submit } = await lackingItsText("explain");
    for (const [pages, warned] of [
      [7, true],
      [8, false],
      [10, false],
      [11, true],
    ] as const) {
      equal((await send(pages)).status, 303);
      const said = await text(piece);
      match(said, new RegExp(`${pages} pages`));
      equal(/Pour déposer, dites pourquoi ou remplacez-le/.test(said), warned, String(pages));
    }
    // Without a word of why, it is neither ready nor submitted.
    const refused = await text(submit);
    match(refused, /ne peut pas encore être déposé\. Il reste à revoir : .*11 pages au lieu de 8 à 10\./);
    ok(!/Je certifie et je dépose/.test(refused));
    ok(!/Tout est prêt/.test(await text(dossier)));
    await her.fill(piece, { explanation: "Deux parcours, dont un à l’étranger." });
    match(await text(piece), /Deux parcours, dont un à l’étranger/);
    match(await text(submit), /Je certifie et je dépose/);
  });

  it("is refused with 7 and with 11 where the school’s rule says so, with nothing to explain, and taken with 8", async () => {
    const { send, piece, text, submit } = await lackingItsText("refuse");
    for (const pages of [7, 11]) {
      await send(pages);
      const said = await text(piece);
      match(said, /l’établissement ne le prend pas autrement/);
      ok(!/Pourquoi ce nombre de pages/.test(said));
      match(await text(submit), /ne peut pas encore être déposé/);
    }
    await send(8);
    match(await text(submit), /Je certifie et je dépose/);
  });
});
