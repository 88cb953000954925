/** The head of training of a school that begins in the middle: an empty table, filled in, checked, carried over; then what each reads. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readSheet } from "read-excel-file/node";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { linkEnrolment } from "../../training/cohorts/linking.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { deed, lastCode, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { employed } from "../trainees.ts";
import { hiddenOf, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const PATH = "/reprise";

describe("carrying over people already in training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let ines: Visitor;
  const people: Record<string, string> = {
    "Nom de naissance": "Durand",
    Prénoms: "Ada",
    "Né le": "28/02/1985",
    "Adresse électronique": "ada@exemple.fr",
    Promotion: "Promotion 2025",
    "Informations remises le": "01/07/2025",
    "Contrat signé le": "10/07/2025",
    "Heures suivies UF1.1": "62,5",
    "Heures suivies jusqu’au": "15/11/2026",
    "Heures attestées par": "Anne Roux",
  };
  let head: Awaited<ReturnType<typeof employed>>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    head = await employed(world, "Ines Responsable", "head-of-training");
    ines = visitor(app, "/faire-ess");
    ines.cookies.set(SESSION_COOKIE, await openedSession(world, head, ["password", "totp"]));
  });
  after(async () => {
    await app.close();
    await close();
  });

  const fetched = async (path: string) => {
    const { rawPayload, headers } = await app.inject({
      url: `/faire-ess${PATH}${path}`,
      cookies: Object.fromEntries(ines.cookies),
    });
    return { bytes: rawPayload, type: String(headers["content-type"]) };
  };
  const send = async (file: Buffer, name: string) => {
    const hidden = hiddenOf((await ines.open(PATH)).text);
    const part = (disposition: string, value: Buffer | string) => [
      Buffer.from(`--livret\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(value),
      Buffer.from("\r\n"),
    ];
    const payload = Buffer.concat([
      ...Object.entries(hidden).flatMap(([key, value]) => part(`name="${key}"`, value)),
      ...part(`name="file"; filename="${name}"`, file),
      Buffer.from("--livret--\r\n"),
    ]);
    const { statusCode, headers, body } = await app.inject({
      method: "POST",
      url: `/faire-ess${PATH}`,
      payload,
      cookies: Object.fromEntries(ines.cookies),
      headers: { "content-type": "multipart/form-data; boundary=livret" },
    });
    return { status: statusCode, to: (headers.location ?? "").replace("/faire-ess", ""), text: body };
  };
  const headings = async () => {
    const text = (await fetched("/tableau-vide.csv")).bytes.toString("utf8").replace("\ufeff", "").trim();
    return text.split(";").map((heading) => heading.replace(/^'/, ""));
  };
  const filled = async (person = people) => {
    const head = await headings();
    return Buffer.from(`${head.join(";")}\n${head.map((heading) => person[heading] ?? "").join(";")}\n`);
  };

  it("asks for a cohort first, whose units give the columns", async () => {
    match(plain((await ines.open(PATH)).text), /Ouvrez d’abord les promotions de ces personnes/);
    const days = { startsOn: "2025-09-15", endsOn: "2028-06-30" };
    await deed(world, openCohort, head.actor, { diploma: "deis", name: "Promotion 2025", ...days });
    match(plain((await ines.open(PATH)).text), /Ce qui va dans chaque colonne.*Heures suivies UF1\.1.*62,5/);
  });

  it("gives an empty table of the same columns, as a workbook and as CSV", async () => {
    const book = await fetched("/tableau-vide.xlsx");
    match(book.type, /spreadsheetml/);
    const [first = []] = await readSheet(book.bytes);
    deepEqual(first, await headings());
    ok(Object.keys(people).every((heading) => first.includes(heading)));
  });

  it("is told of each cell to mend, and of a file that is no table", async () => {
    const wrong = await send(await filled({ ...people, "Né le": "hier" }), "reprise.csv");
    equal(wrong.status, 303);
    const shown = plain((await ines.open(wrong.to)).text);
    match(shown, /1 case est à corriger dans votre fichier.*Ligne 2.*Né le.*hier.*Ce n’est pas un jour/);
    ok(!shown.includes("Reprendre ces personnes"));
    const none = await send(Buffer.from("%PDF-1.7\0"), "reprise.pdf");
    equal(none.status, 422);
    match(plain(none.text), /n’est pas un tableau/);
  });

  it("is shown what would be done, and does it", async () => {
    const sent = await send(await filled(), "reprise.csv");
    const shown = await ines.open(sent.to);
    match(plain(shown.text), /Personnes 1 Heures suivies avant 62 h 30.*Durand Ada.*Anne Roux/);
    const done = await ines.sendFrom(shown, sent.to, { invite: "yes" });
    equal(done.location, `${PATH}?fait=1-3750`);
    match(plain((await ines.open(done.location)).text), /1 personne est reprise, avec 62 h 30 suivies avant/);
  });

  it("finds them in the cohort, with their livret, and from which line they came", async () => {
    const cohorts = (await ines.open("/promotions")).text;
    const cohort = /href="\/faire-ess(\/promotions\/[0-9a-f-]{36})"/.exec(cohorts)![1]!;
    const person = /href="\/faire-ess(\/inscriptions\/[0-9a-f-]{36})"/.exec((await ines.open(cohort)).text)![1]!;
    const enrolment = (await ines.open(person)).text;
    match(plain(enrolment), /Reprises : 62 h 30 suivies jusqu’au 15 novembre 2026.*attestées par Anne Roux/);
    match(plain((await ines.open(`${person}/livret`)).text), /Reprises : 62 h 30/);
    const dossier = /href="\/faire-ess(\/dossiers\/[0-9a-f-]{36})"/.exec(enrolment)![1]!;
    const office = plain((await ines.open(dossier)).text);
    match(office, /repris : en formation avant Livret/);
    match(office, /Inviter à ouvrir un compte/);
    const whole = plain((await ines.open(dossier.replace("/dossiers/", "/personnes/"))).text);
    match(whole, /reprise le 25 novembre 2026, de la ligne 2 de reprise\.csv.*Empreinte du fichier/);
    // Nobody applies through the intake that holds them: it is not among those of the school.
    match(plain((await ines.open("/campagnes")).text), /Il n’y a encore aucune campagne/);
    const candidacy = plain((await ines.open(dossier.replace("/dossiers/", "/admissions/candidatures/"))).text);
    match(candidacy, /ni recevabilité ni commission.*Décidé le 10 juillet 2025, avant que l’école utilise ce service/);
    ok(!/Non recevable|carried/.test(candidacy));
  });

  it("does nothing twice with the same file", async () => {
    const sent = await send(await filled(), "autre-nom.csv");
    equal(sent.to, `${PATH}?fait=deja`);
    match(plain((await ines.open(sent.to)).text), /déjà été repris/);
  });

  it("is opened by the person, by the link that they were sent, who then reads it in their account", async () => {
    const [mail] = await withSchool(world.db, "faire-ess", (tx) =>
      tx.selectFrom("mail").select("link").where("to_address", "=", "ada@exemple.fr").execute(),
    );
    const link = /\/deis\/confirmer\/[^"]+/.exec(JSON.stringify(mail!.link))![0];
    const own = visitor(app, "/faire-ess");
    const ada = await makeAccount(world, { name: "Ada Durand", address: "ada@exemple.fr" });
    own.cookies.set(SESSION_COOKIE, await openedSession(world, ada, ["password"]));
    await own.fill(link, { do: "send" });
    const opened = await own.fill(link, { do: "", code: await lastCode(world, ada.address) });
    match(plain(opened.text), /Voici ce qui a été repris de vous.*Nom de naissance Durand.*Suivre votre formation/);
    ok(!/Aucun titre|confirmé/.test(plain(opened.text)));
    const taken = await own.sendFrom(opened, link, { do: "take" });
    equal(taken.status, 303);
    const dossier = plain((await own.open(taken.location!)).text);
    match(dossier, /Formation commencée avant Livret, reprise par l’établissement/);
    ok(!/À compléter/.test(dossier));
    const admission = plain((await own.open(`${taken.location!}/admission`)).text);
    match(admission, /ni recevabilité ni commission.*10 juillet 2025/);
    ok(!/Vous avez accepté|date à venir|vous inscrit/.test(admission));
    const way = plain((await own.open("/mon-parcours")).text);
    match(way, /Formation commencée avant, reprise le 25 novembre 2026.*Contrat du 10 juillet 2025 Formation/);
    ok(!/Déposé le|place acceptée, le|inscription le/.test(way));
    // The night links the enrolment to the account that took the dossier over.
    await withSchool(world.db, "faire-ess", (tx) => tx.selectFrom("enrolment").select("id").execute()).then(([one]) =>
      deed(world, linkEnrolment, { kind: "clock", day: "2026-11-25" }, { enrolment: one!.id }),
    );
    match(plain((await own.open("/mon-parcours")).text), /62 h 30 suivies sur/);
    match(plain((await own.open("/formation")).text), /Reprises : 62 h 30 .* attestées par Anne Roux/);
  });
});
