/** A training, by its pages alone: opened, enrolled, signed by the director, taught, signed in the room, countersigned, read. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { anAccepted, type Person } from "../trainees.ts";
import { plain } from "./sent-forms.ts";
import { type Visitor, visitor } from "./visitor.ts";

const day = (name: string, on: string) => {
  const [year = "", month = "", number = ""] = on.split("-");
  return { [`${name}-day`]: number, [`${name}-month`]: month, [`${name}-year`]: year };
};

describe("a training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2026-11-25T09:00:00Z");
  let awa: Person;
  const staff = new Map<string, Invented>();
  let cohort = "";
  let enrolment = "";
  let lesson = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const roles: [string, Role][] = [
      ["Ines", "head-of-training"],
      ["Dora", "director"],
      ["Tom", "trainer"],
      ["Aude", "authority"],
    ];
    for (const [name, role] of roles) {
      const who = await makeAccount(world, { name, address: `${name}@exemple.fr`.toLowerCase() });
      await giveRoles(world, who, [role]);
      staff.set(name, who);
    }
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const at = async (who: string | Invented): Promise<Visitor> => {
    const she = visitor(app, "/faire-ess");
    const person = typeof who === "string" ? staff.get(who)! : who;
    she.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password", "totp"]));
    return she;
  };
  const read = async (who: string | Invented, path: string) => {
    const { status, text } = await (await at(who)).open(path);
    equal(status, 200, path);
    return plain(text);
  };

  it("begins with a cohort, which the head of training finds from her account", async () => {
    const ines = await at("Ines");
    match((await ines.open("/compte")).text, /href="\/faire-ess\/promotions"/);
    const wrong = await ines.fill("/promotions", {
      diploma: "deis",
      name: "2026-2029",
      ...day("startsOn", "2026-12-07"),
      ...day("endsOn", "2030-12-07"),
    });
    equal(wrong.status, 422);
    match(plain(wrong.text), /6 semestres au plus/);
    const sent = await ines.fill("/promotions", {
      diploma: "deis",
      name: "2026-2029",
      ...day("startsOn", "2026-12-07"),
      ...day("endsOn", "2029-06-29"),
    });
    cohort = /promotions\/([\w-]{36})/.exec(sent.location!)![1]!;
    match(await read("Ines", `/promotions/${cohort}`), /2026-2029.*Personne n’est encore inscrit/);
  });

  it("is joined by whoever accepted a place, who finds it in her account", async () => {
    const dora = await at("Dora");
    const path = `/contrats/${awa.dossier}`;
    const ground = "L’employeur signe sa convention cette semaine.";
    const sent = await dora.fill(`${path}/inscrire-quand-meme`, { cohort, ground });
    equal(sent.location, `${path}?fait=inscrite`);
    const { text } = await (await at("Ines")).open(`/promotions/${cohort}`);
    enrolment = /inscriptions\/([\w-]{36})/.exec(text)![1]!;
    match(await read(awa, "/compte"), /Ma formation/);
    match(
      await read(awa, "/formation"),
      /Promotion 2026-2029.*pas encore signé par la direction.*Il reste 875 h à suivre/,
    );
  });

  it("has its programme signed by the director, who has just shown who she is", async () => {
    const path = `/inscriptions/${enrolment}/programme`;
    const dora = await at("Dora");
    const sent = await dora.fill(path, { agreed: "yes" });
    equal(sent.location, `${path}?fait=signe`);
    match(await read("Ines", path), /Version 1, signée par Dora/);
    doesNotMatch((await (await at("Ines")).open(path)).text, /<main[^]*<form/, "only the director signs");
    match(await read(awa, `/formation/${enrolment}/programme`), /Version 1, signée par Dora/);
  });

  it("is taught in lessons that the trainer and the trainee find in their week", async () => {
    const ines = await at("Ines");
    const path = `/promotions/${cohort}/seances`;
    const given = { unit: "UF1.1", trainer: `account:${staff.get("Tom")!.account}`, ...day("on", "2026-12-07") };
    const wrong = await ines.fill(path, { ...given, from: "9:00", to: "18:00" });
    equal(wrong.status, 422);
    match(wrong.text, /id="to-error"/);
    const sent = await ines.fill(path, { ...given, from: "9:00", to: "12:30" });
    equal(sent.location, `${path}?semaine=2026-12-07&fait=planifiee`);
    match(await read("Tom", "/mes-seances?semaine=2026-12-09"), /lundi 7 décembre 2026, de 9 h à 12 h 30.*UF1.1/);
    match(await read(awa, "/formation?semaine=2026-12-09"), /Lundi 7 décembre 9 h – 12 h 30.*Tom/);
    const { text } = await (await at("Tom")).open("/mes-seances?semaine=2026-12-09");
    lesson = /seances\/([\w-]{36})/.exec(text)![1]!;
  });

  it("is signed by the trainee on her phone, with the code that the trainer shows in the room", async () => {
    now = new Date("2026-12-07T08:30:00Z");
    const tom = await at("Tom");
    const shown = await tom.open(`/seances/${lesson}`);
    await tom.sendFrom(shown, `/seances/${lesson}`, { do: "code" });
    const code = /<strong>(\d{4})<\/strong>/.exec((await tom.open(`/seances/${lesson}`)).text)![1]!;
    const she = await at(awa);
    const page = await she.open("/formation");
    const form = { do: "sign", lesson, [`code-${lesson}`]: code === "0000" ? "0001" : "0000" };
    const wrong = await she.sendFrom(page, "/formation", form);
    equal(wrong.status, 422);
    match(plain(wrong.text), /Ce n’est pas le code montré\. Il reste 4 essais/);
    const sent = await she.sendFrom(wrong, "/formation", { ...form, [`code-${lesson}`]: code });
    equal(sent.location, "/formation?fait=signe");
    match(await read(awa, "/formation"), /Présence \(à contresigner\).*3 h 30 attendent la contresignature/);
  });

  it("is countersigned by the trainer, and counted everywhere the same", async () => {
    const path = `/seances/${lesson}/contresigner`;
    // Not before its end.
    equal((await (await at("Tom")).fill(path, { agreed: "yes" })).status, 422);
    now = new Date("2026-12-07T11:30:00Z");
    const tom = await at("Tom");
    const sent = await tom.fill(path, { agreed: "yes" });
    equal(sent.location, `/seances/${lesson}?fait=contresignee`);
    for (const [who, where] of [
      [awa, "/formation"],
      [awa, `/formation/${enrolment}/livret`],
      ["Ines", `/inscriptions/${enrolment}`],
      ["Ines", `/inscriptions/${enrolment}/livret`],
      ["Aude", `/inscriptions/${enrolment}/livret`],
    ] as const)
      match(await read(who, where), /Il reste 871 h 30 à suivre/, where);
  });

  it("is contested by the trainee, and corrected with its reason", async () => {
    const she = await at(awa);
    const sent = await she.sendFiles(`/formation/seance/${lesson}`, []);
    equal(sent.status, 422);
    const page = await she.open(`/formation/seance/${lesson}`);
    const claimed = await she.sendFrom(page, `/formation/seance/${lesson}`, { words: "Je suis partie à 11 h." });
    equal(claimed.location, `/formation/seance/${lesson}?fait=envoye`);
    match(await read("Ines", "/presences"), /Je suis partie à 11 h/);
    const ines = await at("Ines");
    const corrected = await ines.fill(`/seances/${lesson}/corriger/${enrolment}`, {
      status: "part",
      minutesMissed: "90",
      reason: "Elle le dit elle-même.",
    });
    equal(corrected.location, `/seances/${lesson}?fait=corrigee`);
    match(await read(awa, "/formation"), /Présence en partie, 90 minutes manquées \(à contresigner\).*2 h attendent/);
    match(await read(awa, `/formation/seance/${lesson}`), /Elle le dit elle-même/);
  });

  it("is read in its livret, which says what is missing and whence to mend it", async () => {
    const { text } = await (await at("Ines")).open(`/inscriptions/${enrolment}/livret`);
    match(plain(text), /Ce qui manque.*Des heures du programme restent.*Un résultat d’épreuve n’est pas encore publié/);
    match(text, new RegExp(`href="/faire-ess/inscriptions/${enrolment}"`));
    match(await read("Aude", "/livrets"), /Ndiaye Awa/);
    match(await read(awa, `/formation/${enrolment}/livret`), /Nom de naissance Ndiaye.*Prénoms Awa/);
    const english = await (await at(awa)).open(`/formation/${enrolment}/livret`.replace(/^/, ""));
    equal(english.status, 200);
  });

  it("is issued as a paper that carries its data and a code, by which anybody sees whether it still holds", async () => {
    const path = `/inscriptions/${enrolment}/livret`;
    let ines = await at("Ines");
    const codeOf = async () => {
      equal((await ines.fill(path, {})).location, `${path}?fait=emis`);
      return /code ([\w-]{19})/.exec(await read("Ines", path))![1]!;
    };
    const first = await codeOf();
    const anybody = visitor(app, "/faire-ess");
    match(plain((await anybody.open(`/verifier/${first}`)).text), /vrai et en vigueur.*Ndiaye Awa/);
    now = new Date("2026-12-07T12:30:00Z");
    match(plain((await ines.fill(path, {})).text), /Confirmez que c’est bien vous/);
    ines = await at("Ines");
    const second = await codeOf();
    match(plain((await anybody.open(`/verifier/${first}`)).text), /un plus récent le remplace/);
    match(plain((await anybody.open(`/verifier/${second}`)).text), /vrai et en vigueur/);
    equal((await anybody.open("/verifier/0000-0000-0000-0000")).status, 404);
    const cookies = { [SESSION_COOKIE]: await openedSession(world, awa) };
    const answer = await app.inject({ url: `/faire-ess/formation/${enrolment}/livret/pdf`, cookies });
    equal(answer.statusCode, 200);
    const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload));
    const { text } = await extractText(pdf, { mergePages: true });
    match(text, /Livret de formation[\s\S]*Ndiaye[\s\S]*/);
    ok(text.includes(second), "the code is printed");
    match(text.replaceAll(/\s/g, ""), new RegExp(`http://localhost/faire-ess/verifier/${second}`));
    const attachments = (await pdf.getAttachments()) as Map<string, unknown> | Record<string, unknown>;
    const names = attachments instanceof Map ? [...attachments.keys()] : Object.keys(attachments);
    deepEqual(names, ["livret.json"]);
    match(answer.rawPayload.toString("latin1"), /pdfaid:part>3|pdfaid:part="3"/);
    const withdrawn = await ines.sendFrom(await ines.open(path), path, { do: "withdraw", why: "Une erreur de nom." });
    equal(withdrawn.location, `${path}?fait=retire`);
    match(plain((await anybody.open(`/verifier/${second}`)).text), /puis retiré/);
  });

  it("is nobody else's to read or to change", async () => {
    const other = await makeAccount(world, { name: "Bob", address: "bob@exemple.fr" });
    const bob = await at(other);
    for (const path of ["livret", "programme"].map((one) => `/formation/${enrolment}/${one}`))
      equal((await bob.open(path)).status, 404, path);
    equal((await bob.open(`/formation/seance/${lesson}`)).status, 404);
    for (const path of [`/inscriptions/${enrolment}`, `/promotions/${cohort}`, `/seances/${lesson}`, "/livrets"])
      equal((await bob.open(path)).status, 403, path);
    equal((await (await at("Aude")).open(`/inscriptions/${enrolment}`)).status, 403);
    equal((await (await at("Tom")).open(`/inscriptions/${enrolment}/livret`)).status, 403);
  });
});
