/** An admission officer works through the queue: opens, asks, writes, exports; and the candidate sees what concerns her. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withdrawDossier } from "../../dossier/submit-acts.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { aDossier, anIntake, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { date, plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

describe("an admission officer", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let officer: Visitor;
  let her: Visitor;
  let claire: Invented;
  let dossier = "";
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const sacha = await makeAccount(world, { name: "Sacha Bernard", address: "sacha@exemple.fr" });
    await giveRoles(world, sacha, ["admission-officer"]);
    officer = visitor(app, "/faire-ess");
    officer.cookies.set(SESSION_COOKIE, await openedSession(world, sacha, ["password", "totp"]));
    claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, claire));
  });
  after(async () => {
    await app.close();
    await close();
  });
  const shown = async (path: string, who = officer) => plain((await who.open(path)).text);
  const fromOf = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/name="(from-[0-9a-f-]{36})" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
  const withdrawn = (who: Invented, id: string) => deed(world, withdrawDossier, candidate(world, who), { dossier: id });
  const later = () => (now = new Date(now.getTime() + 3_600_000));

  it("is told that no intake was opened, then finds an empty queue", async () => {
    match(await shown("/dossiers"), /Aucune campagne n’a encore été ouverte/);
    await anIntake(world);
    match(await shown("/dossiers"), /0 dossier en tout/);
  });

  it("sees a draft and how far it is, and nothing of what is in it", async () => {
    dossier = await aDossier(world, claire, {
      declared: DECLARED_IN_FULL,
      sections: { ...FULL_SECTIONS, contact: { ...FULL_SECTIONS.contact, phone: "06 98 76 54 32" } },
      files: FULL_FILES,
    });
    match(await shown("/dossiers"), /Où rien n’est à faire Brouillons, pas encore déposés \(1\)/);
    match(await shown("/dossiers?groupe=draft"), /Brouillons, pas encore déposés \(1\).*Claire/);
    const text = await shown(`/dossiers/${dossier}`);
    match(text, /ce que la personne écrit lui appartient/);
    match(text, /Identité Terminé/);
    ok(!text.includes("98 76 54"));
  });

  it("examines it once handed in: what the rule answers with its articles, the pieces and that nobody scanned them", async () => {
    later();
    await handedIn(world, claire, dossier);
    match(await shown("/dossiers"), /Nouveaux dossiers déposés \(1\)/);
    const text = await shown(`/dossiers/${dossier}`);
    match(text, /la voie C3 vous est ouverte/);
    match(text, /arrêté du 2 août 2006, art\. 2, 3°/);
    match(text, /presentation\.pdf.*9 pages.*non analysé/);
    match(text, /Restent dus : 160,00 €/);
    match(await shown(`/dossiers/${dossier}?ouvert=parcours`), /700 h de théorie/);
  });

  it("finds her by any part of her name", async () => {
    match(await shown("/dossiers?nom=dur%20cla"), /Dossiers trouvés pour « dur cla ».*Durand Claire/);
    match(await shown("/dossiers?nom=martin"), /Aucun dossier ne correspond/);
  });

  it("takes her in charge, and finds her among her own", async () => {
    const page = `/dossiers/${dossier}`;
    match(await shown(page), /Instructeur Personne encore/);
    const taken = await officer.sendFrom(await officer.open(page), page, { do: "take" });
    match(taken.location!, /fait=confie/);
    match(await shown(page), /Instructeur Sacha Bernard \(vous\).*Dossier confié : Sacha Bernard/);
    match(await shown("/dossiers?instructeur=moi"), /Durand Claire.*Sacha Bernard/);
    match(await shown("/dossiers?instructeur=personne"), /Aucun dossier ici/);
    const [hers, tab] = [await officer.open(page), await officer.open(page)];
    const nobody = await officer.sendFrom(hers, page, { do: "hand", to: "" });
    equal(nobody.status, 422);
    // A second tab, opened before, does not undo what was done since.
    equal((await officer.sendFrom(hers, page, { do: "hand", to: "personne" })).status, 303);
    const late = await officer.sendFrom(tab, page, { do: "hand", to: "personne" });
    equal(late.status, 409);
    match(plain(late.text), /Entre-temps.*personne encore/);
    await officer.sendFrom(await officer.open(page), page, { do: "take" });
  });

  it("says of each part whether it conforms, which writes the request for a complement in advance", async () => {
    const page = `/dossiers/${dossier}`;
    const said = (fields: Record<string, string>) => officer.fill(page, fields);
    match(plain((await said({ do: "judge:piece:cv" })).text), /Dites si cette partie est conforme/);
    match(
      plain((await said({ do: "judge:piece:cv", "conform-piece-cv": "no" })).text),
      /Dites ce qui n’est pas conforme/,
    );
    const wrong = { do: "judge:piece:cv", "conform-piece-cv": "no", "reason-piece-cv": "Il manque une page." };
    equal((await said(wrong)).location, `${page}#avis-piece-cv`);
    equal((await said({ do: "judge:identity", "conform-identity": "yes" })).location, `${page}#avis-identity`);
    const text = await shown(page);
    match(text, /Examen 2 parties vues sur \d+, 1 non conforme/);
    match(text, /non conforme Sacha Bernard, le 25 novembre 2026 Il manque une page/);
    ok(!(await shown(`/deis/dossier/${dossier}`, her)).includes("manque"));
    const { text: asking } = await officer.open(`${page}/complement`);
    match(plain(asking), /Identité.*Ce qui manque ou ne va pas – Curriculum vitæ/);
    ok(!plain(asking).includes("Votre "));
    match(asking, /value="piece:cv" checked/);
    match(asking, /value="Il manque une page\."/);
  });

  it("finds one form on the page: of the first part not judged, or of the one she opens; hours and ways in as she asks", async () => {
    const page = `/dossiers/${dossier}`;
    // The button that Enter presses is printed first once more, out of sight.
    const formsIn = (text: string) =>
      [...text.matchAll(/<button class="ds-button"[^>]* value="judge:([^"]+)"/g)].map(([, item]) => item);
    const { text } = await officer.open(page);
    deepEqual(formsIn(text), ["piece:proof-of-title"]);
    const led = (label: RegExp) =>
      [...text.matchAll(/<a class="ds-link" href="\/faire-ess(\/dossiers[^"]*)">(.*?)<\/a>/g)].find((link) =>
        label.test(plain(link[2]!)),
      )![1]!;
    equal(led(/^Changer l’avis – Identité/), `${page}?ouvert=identity#avis-identity`);
    deepEqual(formsIn((await officer.open(`${page}?ouvert=identity`)).text), ["identity"]);
    const refused = await officer.fill(page, { do: "judge:contact" });
    deepEqual(formsIn(refused.text), ["contact"]);
    for (const [label, shows] of [
      [/^Heures, épreuves et prix/, /id="units"/],
      [/^Chaque voie/, /Voie C7/],
    ] as const) {
      ok(!shows.test(text), String(shows));
      ok(shows.test((await officer.open(led(label).replace(/#.*/, ""))).text), String(shows));
    }
  });

  it("reads each receipt of hers, with its document", async () => {
    const receipt = `/dossiers/${dossier}/recepisse/D-2026-000001-1`;
    match((await officer.open(`/dossiers/${dossier}`)).text, /\/recepisse\/D-2026-000001-1"/);
    match(await shown(receipt), /C’est le dernier dépôt.*presentation\.pdf.*[0-9a-f]{64}/);
    equal((await officer.open(`/dossiers/${dossier}/recepisse/D-2026-000001-9`)).status, 404);
    equal((await her.open(receipt)).status, 403);
  });

  it("asks for exactly what is missing, with a day; what is not said is asked back", async () => {
    const page = `/dossiers/${dossier}/complement`;
    const refused = await officer.fill(page, {});
    equal(refused.status, 422);
    match(plain(refused.text), /Cochez au moins une partie.*Donnez un jour entier/);
    const past = await officer.fill(page, { items: ["piece:cv"], ...date("dueOn", 1, 11, 2026) });
    match(plain(past.text), /aujourd’hui ou plus tard/);
    const sent = await officer.fill(page, {
      items: ["piece:cv"],
      "note-piece-cv": "La deuxième page manque.",
      ...date("dueOn", 15, 12, 2026),
    });
    match(sent.location!, /fait=complement/);
    match(await shown("/dossiers"), /En attente du candidat \(1\).*15\/12\/2026/);
    match(await shown(`/deis/dossier/${dossier}/complement`, her), /La deuxième page manque/);
  });

  it("writes a note for colleagues, which the candidate’s pages do not show", async () => {
    equal((await officer.fill(`/dossiers/${dossier}`, { note: "  " })).status, 422);
    const noted = await officer.fill(`/dossiers/${dossier}`, { note: "Rappeler après le 15." });
    match(noted.location!, /fait=note/);
    match(await shown(`/dossiers/${dossier}`), /Note par Sacha Bernard Rappeler après le 15/);
    ok(!(await shown(`/deis/dossier/${dossier}`, her)).includes("Rappeler"));
    // At the same minute of the clock: the later one stands first.
    await officer.fill(`/dossiers/${dossier}`, { note: "Rappelée." });
    match(await shown(`/dossiers/${dossier}`), /Rappelée\..*Rappeler après le 15/);
  });

  it("exports the view on screen as a French spreadsheet opens it, and no name runs as a formula", async () => {
    const mean = await makeAccount(world, { name: "=HYPERLINK(1)", address: "luc@exemple.fr" });
    await aDossier(world, mean, {});
    const page = await officer.open("/dossiers");
    const [, path] = /href="\/faire-ess(\/dossiers\/export[^"]*)"/.exec(page.text)!;
    const { text } = await officer.open(path!.replaceAll("&amp;", "&"));
    equal(text.charCodeAt(0), 0xfeff);
    const lines = text.slice(1).trimEnd().split("\r\n");
    equal(
      lines[0],
      "Dossier;Candidat;État;Parties vues;Parties à voir;Déposé le;Dans cet état depuis le;Réponse attendue le;Candidature;Commencé le;Instructeur;Courriel;Téléphone;Frais restant dus (euros)",
    );
    const hers = lines.find((line) => line.includes("Durand"))!.split(";");
    deepEqual(
      [...hers.slice(1, 3), ...hers.slice(5, 9)],
      ["Durand Claire", "En attente du candidat", "25/11/2026", "25/11/2026", "15/12/2026", "en ligne"],
    );
    ok(lines.some((line) => line.includes(";'=HYPERLINK(1);")));
  });

  it("takes up a sentence of the school’s and changes it before the verdict is kept", async () => {
    const page = `/dossiers/${dossier}`;
    match((await officer.open(`${page}/complement`)).text, /<option value="Il manque des pages/);
    const part = { do: "ready:piece:personal-text", "conform-piece-personal-text": "yes" };
    equal((await officer.fill(page, { ...part, "ready-piece-personal-text": "" })).status, 422);
    const filled = await officer.fill(page, {
      ...part,
      "ready-piece-personal-text": "1",
      "reason-piece-personal-text": "Relu.",
    });
    equal(filled.status, 200);
    match(filled.text, /name="reason-piece-personal-text"[^>]*>\nRelu\.\nIl manque des pages/);
    ok(!(await shown(page)).includes("Relu."), "nothing is kept yet");
  });

  it("takes several at once and asks them for the same, each for itself: one that fails costs none of the others", async () => {
    const full = { declared: DECLARED_IN_FULL, files: FULL_FILES };
    const made: { who: Invented; id: string }[] = [];
    for (const birthName of ["Arnaud", "Bonnet", "Colin"]) {
      const who = await makeAccount(world, { name: birthName, address: `${birthName.toLowerCase()}@exemple.fr` });
      const identity = { ...FULL_SECTIONS.identity, birthName };
      const id = await aDossier(world, who, { ...full, sections: { ...FULL_SECTIONS, identity } });
      await handedIn(world, who, id);
      made.push({ who, id });
    }
    const together = "/dossiers/ensemble";
    const queue = await officer.open("/dossiers?groupe=submitted");
    const d = made.map(({ id }) => id);
    const boxes = [...queue.text.matchAll(/<input[^>]*name="d" value="([^"]*)" aria-label="Choisir ([^,"]*),/g)];
    deepEqual(
      boxes.map(([, id, name]) => [id, name]),
      made.map(({ id, who }) => [id, `${who.name} Claire`]),
      "those of one moment in the order in which they were begun",
    );
    equal((await officer.sendFrom(queue, together, { what: "prendre" })).status, 422);
    // Ticked in whichever groups, by the one form of the page.
    const groups = (await officer.open("/dossiers")).text.split('<section class="group"').slice(1);
    ok(groups.filter((group) => group.includes('name="d"')).length > 1);
    equal(groups.join("").match(/<button[^>]*value="prendre"/g)?.length, 1);
    const taking = await officer.sendFrom(queue, together, { what: "prendre", d });
    match(plain(taking.text), /Rien n’est encore fait.*Arnaud Claire.*vous sera confié.*Prendre en charge 3 dossiers/);
    const taken = await officer.sendFrom(taking, together, { do: "go", d, ...fromOf(taking.text) });
    match(plain(taken.text), /C’est fait pour 3 dossiers/);
    const own = await shown("/dossiers?instructeur=moi");
    for (const name of ["Arnaud", "Bonnet", "Colin"]) ok(own.includes(`${name} Claire`), name);
    const asking = await officer.sendFrom(queue, together, { what: "complement", d });
    match(plain(asking.text), /recevra la demande/);
    const wish = {
      what: "complement",
      d,
      items: ["piece:cv"],
      "note-piece-cv": "Une page manque.",
      ...date("dueOn", 20, 12, 2026),
    };
    match(
      plain((await officer.sendFrom(asking, together, { ...wish, do: "review", items: [] })).text),
      /Cochez au moins une partie/,
    );
    const review = await officer.sendFrom(asking, together, { ...wish, do: "review" });
    match(plain(review.text), /La même demande va partir pour 3 dossiers.*Curriculum vitæ : Une page manque/);
    // One withdraws between the reading over and the sending.
    await withdrawn(made[1]!.who, made[1]!.id);
    const sent = await officer.sendFrom(review, together, { ...wish, do: "go" });
    match(
      plain(sent.text),
      /C’est fait pour 2 sur 3.*Arnaud Claire.*demande envoyée.*Bonnet Claire.*n’est pas déposé.*demande envoyée/,
    );
    const again = await officer.sendFrom(review, together, { ...wish, do: "go" });
    equal(again.status, 200);
    for (const [at, { id }] of made.entries()) {
      const log = await shown(`/dossiers/${id}/journal`);
      const times = log.split("Sacha Bernard demande un complément").length - 1;
      equal(times, at === 1 ? 0 : 1, "once, though it was sent twice");
    }
  });

  it("reads who did what, act by act, and page by page", async () => {
    const log = await shown(`/dossiers/${dossier}/journal`);
    match(log, /Journal du dossier D-2026-000001/);
    match(log, /Sacha Bernard demande un complément/);
    match(log, /Claire \(la personne\) dépose le dossier : récépissé D-2026-000001-1/);
    match(log, /Claire \(la personne\) enregistre une partie : .*Coordonnées/);
    ok(!log.includes("98 76 54"));
    equal((await her.open(`/dossiers/${dossier}/journal`)).status, 403);
    equal((await officer.open(`/dossiers/${dossier}/journal?page=9`)).status, 200);
  });

  it("is seen by the candidate to have opened her file, as what and when", async () => {
    match(await shown(`/deis/dossier/${dossier}`, her), /admissions/);
  });

  it("is kept out where the role is not", async () => {
    equal((await her.open("/dossiers")).status, 403);
    equal((await her.open(`/dossiers/${dossier}`)).status, 403);
    equal((await officer.open("/dossiers/00000000-0000-4000-8000-000000000000")).status, 404);
    equal((await officer.open("/dossiers/%27or%201=1")).status, 404);
  });
});
