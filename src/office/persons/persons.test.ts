/** People over several intakes: who is found, by what, by whom, and what their page shows. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../../act/act.ts";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { enterDossier, openEntered, takeOverDossier } from "../../dossier/entering/acts.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { onPaper } from "../../test/browser/follow-rows.ts";
import { plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { buildServer } from "../../web/server.ts";
import { saveSection } from "../../dossier/acts.ts";
import type { SignedVisit } from "../../page/page.ts";
import { openingsOf } from "../../openings/openings.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { seeMoneyAbout } from "../../billing/charges/views.ts";
import { decideArrangements } from "../../dossier/arrange-acts.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { interruptTraining } from "../../training/cohorts/acts.ts";
import { acting } from "../../test/admissions.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../../test/dossiers.ts";
import { openedIntake } from "../../test/intakes.ts";
import { draft, employer, FINANCE, issueDrafts, selling } from "../../test/invoicing.ts";
import { deed, giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../../test/trainees.ts";

const SCHOOL = "faire-ess";

describe("people over all intakes", () => {
  let world: World;
  let close: () => Promise<void>;
  let officer: Actor;
  let now = new Date("2026-11-25T09:00:00Z");
  const later = () => (now = new Date(now.getTime() + 3_600_000));
  let first = "";
  let second = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    officer = acting(world, ["admission-officer"]);
    first = (await openedIntake(world)).id;
    second = (await openedIntake(world, { label: { fr: "Rentrée de mars 2028", en: "March 2028 intake" } })).id;
  });
  after(() => close());

  const find = async (search: string, actor = officer) => {
    const found = await view(world, world.house.findPeople, { actor, establishment: SCHOOL, input: { search } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const names = async (search: string) => (await find(search)).people.map(({ name }) => name);
  const open = async (person: string, actor = officer, establishment = SCHOOL) => {
    const seen = await view(world, world.house.seePerson, { actor, establishment, input: { person } });
    return seen.kind === "found" ? seen.value : seen.kind;
  };
  const steps = async (person: string, actor: Actor) => {
    const seen = await view(world, world.house.personWaiting, { actor, establishment: SCHOOL, input: { person } });
    return seen.kind === "found" ? seen.value.lines.map(({ key, theirs }) => [key, theirs]) : seen.kind;
  };
  /** As much of a visit as the parts of a page use. */
  const visitOf = (actor: Actor) => {
    const school = world.laws.establishments[0]!.data;
    const link = (path: string) => `/${SCHOOL}${path}`;
    return {
      world,
      lang: "fr",
      school,
      actor,
      link,
      law: world.law(SCHOOL, "deis", { on: "2026-11-25" }),
    } as SignedVisit;
  };
  const applied = async (who: Invented, intake: string, identity: object, phone = "06 12 34 56 78") => {
    later();
    const sections = {
      ...FULL_SECTIONS,
      identity: { ...FULL_SECTIONS.identity, ...identity },
      contact: { ...FULL_SECTIONS.contact, phone },
    };
    const dossier = await aDossier(world, who, { intake, declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, who, dossier);
    return dossier;
  };

  it("are found once, with their latest dossier, by any name, number, telephone or address, and why stands beside it", async () => {
    const who = await makeAccount(world, { name: "Charlotte N.", address: "c.nicholls@exemple.fr" });
    const named = { birthName: "Brontë", usedName: "Nicholls", givenNames: "Charlotte Éléonore", bornOn: "1981-04-21" };
    await applied(who, first, named, "06 39 98 41 07");
    await applied(who, second, named, "+33 6 39 98 41 07");
    const [row, ...others] = (await find("bronte")).people;
    deepEqual(others, []);
    const { person, name, born, intake, stands, number } = row!;
    deepEqual(
      { person, name, born, intake: intake.fr, stands: stands.fr },
      {
        person: who.account,
        name: "Nicholls Charlotte",
        born: "1981",
        intake: "Rentrée de mars 2028",
        stands: "Nouveau",
      },
    );
    for (const [search, why] of [
      ["bronte", [{ by: "birthName", text: "Brontë" }]],
      ["eleonore", [{ by: "givenNames", text: "Charlotte Éléonore" }]],
      ["charlotte nichols", [{ by: "near", text: "Nicholls" }]],
      ["brnte", [{ by: "near", text: "Brontë" }]],
      ["nicho", []],
      [number, [{ by: "number", text: number }]],
      [number.slice(-4), [{ by: "number", text: number }]],
      ["06 39 98 41 07", [{ by: "phone", text: "33639984107" }]],
      ["C.Nicholls@exemple.fr", [{ by: "mail", text: "c.nicholls@exemple.fr" }]],
    ] as const)
      deepEqual(
        (await find(search)).people.map((one) => [one.name, one.why]),
        [["Nicholls Charlotte", why]],
        search,
      );
    for (const search of ["niholl", "bronte emily", "06 39 98 41 08", "nicholls@exemple.fr"])
      deepEqual(await names(search), [], search);
  });

  it("without an account are found by what the office wrote down", async () => {
    later();
    const entered = { intake: first, entered: "paper", language: "fr" } as const;
    const { dossier } = await deed(world, enterDossier, officer, entered);
    for (const [section, contents] of [
      ["identity", { birthName: "Dupin", usedName: "Dudevant", givenNames: "Aurore" }],
      ["contact", { phone: "07 00 00 12 34" }],
    ] as const)
      await deed(world, saveSection, officer, { dossier, section, version: 0, contents });
    deepEqual((await find("dupin")).people[0]!.person, dossier);
    deepEqual(await names("07 00 00 12 34"), ["Dudevant Aurore"]);
  });

  it("are called by where they got to, the latest subject first", async () => {
    later();
    const head = (await employed(world, "Pauline Roland", "head-of-training")).actor;
    const trainee = await anAccepted(world, { name: "Flora Tristan" });
    const stands = async () => (await find("tristan")).people[0]!.stands.fr;
    equal(await stands(), "Candidature admise, place acceptée");
    await enrolled(world, head, trainee, await aCohort(world, head));
    equal(await stands(), "Formation en cours, 2026-2029");
  });

  it("are shown whole, by their account or any dossier of theirs, and can see who opened it", async () => {
    const [row] = (await find("bronte")).people;
    const person = await open(row!.person);
    if (typeof person === "string") throw new Error(person);
    deepEqual(
      person.dossiers.map(({ label }) => label.fr),
      ["Rentrée de mars 2028", "Rentrée de septembre 2027"],
    );
    equal(person.phone, "33639984107");
    const earlier = await open(person.dossiers[1]!.dossier);
    deepEqual(earlier, person);
    const openings = await withSchool(world.db, SCHOOL, (tx) => openingsOf(tx, { whose: `account:${row!.person}` }));
    deepEqual(
      openings.map(({ what }) => what.fr),
      ["la page de la personne"],
    );
  });

  it("have the parts that each subject shows to the role that looks, and one chronology", async () => {
    later();
    const head = (await employed(world, "Jeanne Deroin", "head-of-training")).actor;
    const trainee = await anAccepted(world, { name: "Suzanne Voilquin" });
    const before = [];
    for (const actor of [head, officer, acting(world, ["trainer"])]) before.push(await steps(trainee.account, actor));
    // By day: the person says who pays within fourteen, the school promises to examine within fifteen, and the fee is due within thirty.
    const [pays, examine, pay] = [
      ["sayWhoPays", true],
      ["examine", false],
      ["pay", true],
    ];
    deepEqual(before, [[pays, examine], [pays, examine], "forbidden"]);
    // What is asked of somebody is read of them by those who see the accounts alone, who examine nothing.
    deepEqual(await steps(trainee.account, acting(world, ["finance"])), [pays, pay]);
    deepEqual(await steps(trainee.account, acting(world, ["director"])), [pays, examine, pay]);
    await enrolled(world, head, trainee, await aCohort(world, head, "2026-2028"));
    const parts = async (actor: Actor) => {
      const seen = await open(trainee.account, actor);
      if (typeof seen === "string") throw new Error(seen);
      const all = [];
      for (const part of world.house.personParts) all.push(...(await part(visitOf(actor), seen)));
      return all;
    };
    const shown = async (actor: Actor) => (await parts(actor)).flatMap(({ title, main }) => (main ? [title] : []));
    deepEqual(await shown(head), ["Contrat", "Formation, 2026-2028", "Admission", "Fichiers"]);
    deepEqual(await shown(officer), ["Contrat", "Admission", "Fichiers"]);
    const finance = await parts(acting(world, ["finance"]));
    const keys = new Set(finance.map(({ key }) => key.replace(/-D-.*$/, "")));
    deepEqual([...keys].toSorted(), ["argent", "contrat"], "those who keep the accounts see no dossier");
    const kinds = new Set((await parts(officer)).flatMap(({ events = [] }) => events.map(({ kind }) => kind)));
    deepEqual(kinds, new Set(["Dossier", "Admission", "Courriel"]));
  });

  it("have messages, arrangements, money, training in one chronology, as far as each role may read them", async () => {
    later();
    const who = await anAccepted(world, {
      name: "Jenny d’Héricourt",
      sections: { accommodations: { needed: "yes", effects: ["breaks"], other: "" } },
    });
    await deed(world, sendMessage, candidate(world, who), {
      dossier: who.dossier,
      text: "Puis-je récupérer la matinée du 12\u00a0?",
    });
    later();
    const effects = { effects: ["breaks"], other: "", words: "Dix minutes toutes les heures.", since: 0 };
    await deed(world, decideArrangements, acting(world, ["disability-advisor"]), { dossier: who.dossier, ...effects });
    const finance = acting(world, ["finance"]);
    const owed = await view(world, seeMoneyAbout, {
      actor: finance,
      establishment: SCHOOL,
      input: { about: [`dossier:${who.dossier}`] },
    });
    if (owed.kind !== "found") throw new Error(owed.kind);
    const { id: charge, total } = owed.value.charges[0]!;
    await deed(world, recordPayment, finance, { charge, amount: total, paidOn: "2026-11-25", means: "transfer" });
    const head = (await employed(world, "Désirée Gay", "head-of-training")).actor;
    const enrolment = await enrolled(world, head, who, await aCohort(world, head, "2026-2030"));
    const stopped = { enrolment, on: "2026-11-25", reason: "Un congé." };
    await deed(world, interruptTraining, head, stopped);
    const read = async (actor: Actor) => {
      const seen = await open(who.account, actor);
      if (typeof seen === "string") throw new Error(seen);
      const all = [];
      for (const part of world.house.personParts) all.push(...(await part(visitOf(actor), seen)));
      const events = all.flatMap(({ events: those = [] }) => those);
      return {
        parts: all.flatMap(({ key, main }) => (main ? [key.replace(/-(D-.*|[0-9a-f-]{36})$/, "")] : [])).toSorted(),
        subjects: [...new Set(events.map(({ subject }) => subject))].toSorted(),
        said: (subject: string) => events.filter((one) => one.subject === subject).map(({ what }) => what),
        html: all.map(({ main }) => String(main ?? "")).join(""),
      };
    };
    const director = await read(acting(world, ["director"]));
    deepEqual(director.parts, ["admission", "amenagements", "argent", "contrat", "fichiers", "formation", "messages"]);
    deepEqual(director.subjects, ["admission", "argent", "candidature", "courriels", "formation", "messages"]);
    ok(
      director.said("courriels").some((what) => /inscription/i.test(what)),
      "written about the training, too",
    );
    deepEqual(director.said("formation"), ["Inscription en formation, 2026-2030", "Interruption"]);
    deepEqual(director.said("messages"), [
      "«\u00a0Puis-je récupérer la matinée du 12\u00a0?\u00a0», La personne qui candidate",
    ]);
    deepEqual(
      director.said("argent").map((what) => what.replace(/\s[A-Z0-9-]{6,}$/, "")),
      ["160,00\u00a0€ demandés, référence", "Paiement\u00a0: 160,00\u00a0€, virement,"],
    );
    match(director.html, /attend une réponse/);
    match(director.html, /Dix minutes toutes les heures/);
    const officerReads = await read(officer);
    deepEqual(
      officerReads.parts,
      ["admission", "amenagements", "contrat", "fichiers", "messages"],
      "without the accounts",
    );
    const secretary = await read(acting(world, ["certification-secretary"]));
    deepEqual(secretary.parts, ["amenagements", "formation"], "without admission, messages, accounts");
    deepEqual((await read(finance)).parts, ["argent", "contrat"], "the accounts and contracts alone");
    const advisor = acting(world, ["disability-advisor"]);
    const advised = await read(advisor);
    deepEqual([advised.parts, advised.subjects], [["amenagements"], []], "what is arranged alone");
    match(advised.html, /Dix minutes toutes les heures.*\/handicap\//s);
    const identity = await open(who.account, advisor);
    if (typeof identity === "string") throw new Error(identity);
    const { name, phone, dossiers } = identity;
    deepEqual([name, phone, dossiers.map(({ stations }) => stations)], ["d’Héricourt Jenny", "0612345678", [[]]]);
    equal(await steps(who.account, advisor), "forbidden");
    deepEqual(
      (await read(acting(world, ["auditor"]))).parts.includes("messages"),
      false,
      "an auditor reads no message",
    );
  });

  it("stand among those opened lately, for whoever opened them", async () => {
    const lately = async (actor: Actor) => (await find("", actor)).lately.map(({ name }) => name);
    deepEqual(await lately(officer), ["d’Héricourt Jenny", "Voilquin Suzanne", "Nicholls Charlotte"]);
    deepEqual(await lately(acting(world, ["admission-officer"])), []);
  });

  it("have a page of the subject in the address, at the dossier of who has no account, and still once an account takes it over", async () => {
    later();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    const works = await makeAccount(world, { name: "Claire Lacombe", address: "lacombe@exemple.fr" });
    await giveRoles(world, works, ["admission-officer"]);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, works, ["password", "passkey"]));
    const { dossier, path, code } = await onPaper(world, works);
    const { number } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("dossier").select("number").where("id", "=", dossier).executeTakeFirstOrThrow(),
    );
    const found = await visits.open(`/personnes?q=${number}`);
    ok(found.text.includes(`/${SCHOOL}/personnes/${dossier}?de=`), "the search leads to it");
    ok(
      (await visits.open(`/dossiers/${dossier}`)).text.includes(`/${SCHOOL}/personnes/${dossier}?de=`),
      "and its dossier",
    );
    equal((await visits.open(`/personnes/${dossier}`)).status, 200);
    const her = await makeAccount(world, { name: "Eugénie Niboyet", address: "niboyet@exemple.fr" });
    const secret = path.split("/").at(-1)!;
    const { key } = await deed(world, openEntered, { kind: "holder", secret }, { secret, proof: code });
    await deed(world, takeOverDossier, candidate(world, her), { secret, key: key! });
    await deed(world, sendMessage, candidate(world, her), { dossier, text: "Bonjour à tous" });
    const led = await visits.open(`/personnes/${dossier}?sujet=messages`);
    deepEqual([led.status, led.location], [303, `/personnes/${her.account}?sujet=messages`]);
    const chronology = async (query: string) => {
      const { text } = await visits.open(`/personnes/${her.account}${query}`);
      const table = text.slice(text.indexOf('<ol class="chrono"'));
      return [table.includes("Bonjour à tous"), /Récépissé|déposé/i.test(table)];
    };
    deepEqual(await chronology(""), [true, true]);
    deepEqual(await chronology("?sujet=messages"), [true, false]);
    deepEqual(await chronology("?sujet=rien"), [true, true], "an unknown subject is none");
    await app.close();
  });

  it("lead back to the search, list or file that one came from, and on to the next person of the list, and nowhere else", async () => {
    later();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, `/${SCHOOL}`);
    const works = await makeAccount(world, { name: "Maria Deraismes", address: "deraismes@exemple.fr" });
    await giveRoles(world, works, ["admission-officer"]);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, works, ["password", "passkey"]));
    const link = (text: string, way: RegExp) => {
      const [, to] = way.exec(text) ?? [];
      if (to === undefined) throw new Error(`${way.source} is not on the page`);
      return to.replaceAll("&amp;", "&").replace(`/${SCHOOL}`, "");
    };
    const back = (text: string) => link(text, /class="way"[^>]*><a href="([^"]*)"/);
    // By a dossier of theirs, it goes on to their account’s.
    const personAt = async (to: string) => {
      const { location, ...shown } = await visits.open(to);
      return location === undefined ? shown : visits.open(location);
    };
    const toPerson = /href="([^"]*\/personnes\/[^"]*de=[^"]*)"/;
    const found = await visits.open(link((await visits.open("/personnes?q=nicho")).text, toPerson));
    equal(back(found.text), "/personnes?q=nicho");
    const chosen = await visits.open(link(found.text, /href="([^"]*[?&]sujet=[^"#]*)/));
    equal(back(chosen.text), "/personnes?q=nicho", "of one subject too");
    await applied(await makeAccount(world, { name: "Paule Mink", address: "mink@exemple.fr" }), first, {});
    const list = `/dossiers?campagne=${first}&tri=age`;
    const file = link((await visits.open(list)).text, /href="([^"]*\/dossiers\/[^"]*apres=[^"]*)"/);
    const person = await personAt(link((await visits.open(file)).text, toPerson));
    equal(back(person.text), file);
    const next = await personAt(link(person.text, /href="([^"]*)"[^>]*>Personne suivante de la liste/));
    const nextFile = back(next.text);
    ok(nextFile !== file && nextFile.startsWith("/dossiers/") && nextFile.includes("tri=age"), nextFile);
    equal(back((await visits.open(nextFile)).text), list);
    const [row] = (await find("nicho")).people;
    for (const elsewhere of ["https://exemple.org/", "//exemple.org", "/\\exemple.org", "/../ponant", "javascript:1"])
      equal(
        back((await visits.open(`/personnes/${row!.person}?de=${encodeURIComponent(elsewhere)}`)).text),
        "/personnes",
        elsewhere,
      );
    await app.close();
  });

  it("are searched with payers by name or SIREN, and invoices by number, for those alone who see the accounts", async () => {
    later();
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const officeOf = async (name: string, address: string, role: Role) => {
      const account = await makeAccount(world, { name, address });
      await giveRoles(world, account, [role]);
      const visits = visitor(app, `/${SCHOOL}`);
      visits.cookies.set(SESSION_COOKIE, await openedSession(world, account, ["password", "totp"]));
      return async (q: string) => plain((await visits.open(`/personnes?q=${encodeURIComponent(q)}`)).text);
    };
    const finance = await officeOf("Paule Compte", "compte@exemple.fr", "finance");
    const clerk = await officeOf("Lise Guichet", "guichet@exemple.fr", "admission-officer");
    const payer = await employer(world, SCHOOL, { name: "Vergers Bronte", siren: "404833048" });
    const about = { source: "employer-plan", debtor: { payer }, basis: { by: "agreed", amount: 137_200 } } as const;
    const { numbers } = await deed(selling(world), issueDrafts, FINANCE, { drafts: [draft(about)] });
    const number = numbers[0]!;
    const both = await finance("bronte");
    match(both, /Nicholls Charlotte.*Vergers Bronte 1 372,00 €/);
    for (const siren of ["404 833 048", "404833048"]) match(await finance(siren), /Vergers Bronte 1 372,00 €/);
    const alone = await finance(number.toLowerCase());
    match(alone, new RegExp(`${number} Vergers Bronte`));
    ok(!alone.includes("Personne n’a été trouvé"));
    match(await finance("F-2026-99999"), /Personne n’a été trouvé/);
    const unseen = [await clerk("bronte"), await clerk(number), await clerk("404833048")].join(" ");
    ok(unseen.includes("Nicholls Charlotte") && !/Vergers|1 372/.test(unseen));
    await app.close();
  });

  it("are nobody’s of another school, nor one’s own, nor anybody’s without the permission", async () => {
    const [row] = (await find("bronte")).people;
    equal(await open(row!.person, officer, "ponant"), "missing");
    const own = acting(world, ["admission-officer"], row!.person);
    deepEqual((await find("bronte", own)).people, []);
    equal(await open(row!.person, own), "missing");
    equal(await open(row!.person, acting(world, ["trainer"])), "forbidden");
    equal(await open(row!.person, acting(world, ["disability-advisor"])), "missing", "who asked for no arrangement");
  });
});
