/** The head of training imports lessons by her pages: told line by line what is wrong, then all of them planned at once. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { addDays } from "../../kit/day.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, employed } from "../trainees.ts";
import { hiddenOf, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const HEAD = "Unité;Jour;De;À;Formateur;Salle;Sujet\n";

describe("importing lessons", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let ines: Visitor;
  let path = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const head = await employed(world, "Ines Responsable", "head-of-training");
    await employed(world, "Tom Formateur", "trainer");
    path = `/promotions/${await aCohort(world, head.actor)}/seances/importer`;
    ines = visitor(app, "/faire-ess");
    ines.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** As a browser sends the form: with its file, chosen or not. */
  const send = async ({ pasted = "", file, ground = "" }: { pasted?: string; file?: Buffer; ground?: string }) => {
    const hidden = hiddenOf((await ines.open(path)).text);
    const part = (disposition: string, value: Buffer | string) => [
      Buffer.from(`--livret\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from("\r\n"),
    ];
    const payload = Buffer.concat([
      ...Object.entries(hidden).flatMap(([name, value]) => part(`name="${name}"`, value)),
      ...part(`name="table-file"; filename="${file ? "séances.csv" : ""}"`, file ?? ""),
      ...part('name="table"', pasted),
      ...part('name="ground"', ground),
      Buffer.from("--livret--\r\n"),
    ]);
    const { statusCode, body } = await app.inject({
      method: "POST",
      url: `/faire-ess${path}`,
      payload,
      cookies: Object.fromEntries(ines.cookies),
      headers: { "content-type": "multipart/form-data; boundary=livret" },
    });
    return { status: statusCode, location: undefined, text: body };
  };
  const areaOf = (text: string) => /<textarea[^>]*id="table"[^>]*>\n?([^]*?)<\/textarea>/.exec(text)?.[1];

  it("says what is wrong with each line, and keeps all that was typed", async () => {
    const pasted = `${HEAD}UF1.1;07/12/2026;9:00;12:00;tom.formateur@exemple.fr;Salle des fêtes;\n`;
    const { status, text } = await send({ pasted });
    equal(status, 422);
    match(plain(text), /Ligne 2.*Aucune salle à réserver ne s’appelle Salle des fêtes/);
    equal(areaOf(text)?.trim(), pasted.trim());
    const nothing = await send({});
    equal(nothing.status, 422);
    match(plain(nothing.text), /Choisissez un fichier, ou collez un tableau/);
  });

  it("puts a file that is wrong into the field, to be mended there, as a spreadsheet on Windows saves it", async () => {
    const written = `${HEAD}UF1.1;07/12/2026;tôt;12:00;tom.formateur@exemple.fr;;Épistémologie\n`;
    const { status, text } = await send({ file: Buffer.from(written, "latin1") });
    equal(status, 422);
    equal(areaOf(text)?.trim(), written.trim());
  });

  it("shows what will be planned, and plans it once that is confirmed", async () => {
    const file = `${HEAD}UF1.1;07/12/2026;9:00;12:00;tom.formateur@exemple.fr;;Épistémologie\nUF1.2;08/12/2026;9:00;12:00;tom.formateur@exemple.fr;;\n`;
    const shown = await send({ file: Buffer.from(file, "latin1") });
    equal(shown.status, 200);
    match(plain(shown.text), /2 séances seront planifiées, en une fois/);
    const week = `${path.replace("/importer", "")}?semaine=2026-12-07`;
    match(plain((await ines.open(week)).text), /Aucune séance cette semaine/);
    const done = await ines.sendFrom(shown, path, { do: "confirm" });
    const led = `${week}&fait=importees`;
    equal(done.location, led);
    const planned = plain((await ines.open(led)).text);
    match(planned, /Les séances sont planifiées.*Épistémologie.*Tom Formateur/);
    const again = await send({ file: Buffer.from(file, "latin1") });
    equal(again.status, 422);
    match(plain(again.text), /Toutes ces séances sont déjà planifiées/);
  });

  it("takes a table of a whole school, pasted, and carries it with its ground to where it is confirmed", async () => {
    const line = (at: number) =>
      `UF1.1;${addDays("2027-01-04", at)};9:00;12:00;tom.formateur@exemple.fr;;${"Une séance parmi bien d’autres. ".repeat(4)}`;
    const pasted = Array.from({ length: 700 }, (_, at) => line(at)).join("\n");
    ok(Buffer.byteLength(pasted) > 100_000);
    // Of seven hundred days some are holidays, or days of closure.
    const asked = await send({ pasted });
    equal(asked.status, 422);
    match(plain(asked.text), /Donnez le motif : il se lit à côté de ces séances.*Le lundi 29 mars 2027 est férié/);
    match(plain(asked.text), /5 août 2027 .*?quand même\. \d+ autres raisons demandent ce motif\./);
    const shown = await send({ pasted, ground: "Le site reste ouvert à cette promotion." });
    equal(shown.status, 200);
    match(plain(shown.text), /700 séances seront planifiées/);
    const done = await ines.sendFrom(shown, path, { do: "confirm" });
    match(done.location ?? "", /fait=importees$/);
    const easter = await ines.open(`${path.replace("/importer", "")}?semaine=2027-03-29`);
    match(plain(easter.text), /Le site reste ouvert à cette promotion/);
  });
});
