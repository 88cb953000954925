/** The rows of the year: a survey by its link and signed in, what was answered, the rates computed, published, and as everybody reads them. */
import type { Page } from "playwright-core";
import { sql } from "kysely";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { dayIn } from "../../kit/zone.ts";
import { depositBpf, enterBpf } from "../../year/bpf/acts.ts";
import { depositsOf, insertDeposit } from "../../year/bpf/store.ts";
import { seeBpf } from "../../year/bpf/views.ts";
import { publishFigures } from "../../year/figures/acts.ts";
import { seeYear } from "../../year/figures/views.ts";
import { askSurvey } from "../../year/surveys/acts.ts";
import { noteTyped } from "../../year/portals/acts.ts";
import { lookToDeclare } from "../../year/portals/looks.ts";
import { listPortals, seePortalLine } from "../../year/portals/views.ts";
import { noteGrant, noteWhoPays } from "../../contracts/acts.ts";
import { countersign, markAttendance } from "../../training/attendance/acts.ts";
import { seeList } from "../../training/attendance/views.ts";
import { view } from "../../act/act.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { conforming, eligible } from "../admissions.ts";
import { aCohortOf, enrolledAs } from "../certifying.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../intakes.ts";
import { anAccepted, employed, enrolled } from "../trainees.ts";
import { daysAgo, deed, freshly, makeAccount, type Invented } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const DIRECTOR: Who = { key: "year-director", name: "Dora Directrice", roles: ["director"] };
const NOBODY: Who = { key: "year-empty", name: "Aude Auditrice", roles: ["auditor"] };
const ASKED: Who = { key: "year-asked", name: "Ada Interrogée", roles: [] };
const LONG = "Marie-Élisabeth d’Aumont-Montmorency-Luxembourg-Villeneuve";

type Open = (tab: Page, place: Place) => Promise<unknown>;
type World = NonNullable<Place["served"]["people"]>["world"];
type Made = { readonly link: string; readonly ask: string; readonly closing: string; readonly year: number };

let made: Promise<Made> | undefined;

async function yearMade(tab: Page, place: Place): Promise<Made> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs people in training, and the database is out of reach");
  const director = await signedIn(tab, place, DIRECTOR);
  const asked = await signedIn(tab, place, ASKED);
  return (made ??= make(people.world, { director, asked }));
}

/** Six people whose training ended last year, published; one who is asked today; and a survey that was closed. */
async function make(
  world: World,
  { director, asked }: { readonly director: Invented; readonly asked: Invented },
): Promise<Made> {
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const year = Number(today.slice(0, 4)) - 1;
  const before = await aCohortOf(world, {
    name: `Promotion finie en ${year}`,
    startsOn: `${year - 3}-01-10`,
    endsOn: `${year}-12-15`,
  });
  for (const name of [LONG, "Ben Année", "Chloé Année", "Dan Année", "Eva Année", "Farid Année"])
    await enrolledAs(world, await makeAccount(world, { name, address: `${newId()}@exemple.fr` }), name, before);
  const now = await aCohortOf(world, {
    name: "Promotion qui vient de finir",
    startsOn: addDays(today, -900),
    endsOn: addDays(today, -12),
  });
  const { enrolment } = await enrolledAs(world, asked, "Ada Interrogée", now);
  await deed(world, askSurvey, { kind: "clock", day: addDays(today, -2) }, { enrolment, survey: "end" });
  const actor = await freshly(world, director);
  const input = { diploma: "deis", year };
  const seen = await view(world, seeYear, { actor, establishment: SCHOOL, input });
  if (seen.kind !== "found") throw new Error(`seeYear: ${seen.kind}`);
  await deed(world, publishFigures, actor, { ...input, inputHash: seen.value.inputHash });
  const closing = newId();
  return withSchool(world.db, SCHOOL, async (tx) => {
    const tallies = { overall: { 2: 1, 3: 5, 4: 9 }, teaching: { 3: 6, 4: 8 }, recommend: { yes: 12, no: 2 } };
    const texts = [
      "Des salles trop petites pour les études de terrain.",
      "Merci à toute l’équipe, jusqu’au dernier jour.",
    ];
    await sql`insert into survey_closing (id, diploma, year, campus, survey, asked, answered, tallies, texts, months, closed_on)
      values (${closing}::uuid, 'deis', ${year - 1}, 'montpellier', 'end', 18, 15, ${JSON.stringify(tallies)}::jsonb,
        ${JSON.stringify(texts)}::jsonb, '{}', ${addDays(today, -30)})`.execute(tx);
    const { rows } = await sql<{ path: string; ask: string }>`
      select m.link ->> 'path' as path, a.id as ask from survey_ask a join mail m on m.about = 'enrolment:' || a.enrolment
      where a.enrolment = ${enrolment}::uuid`.execute(tx);
    return { link: rows[0]!.path.split("/").at(-1)!, ask: rows[0]!.ask, closing, year };
  });
}

const by =
  (who: Who | undefined, path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await yearMade(tab, place);
    if (who) await signedIn(tab, place, who);
    await tab.goto(place.at(path(of)));
  };

const sent =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").last().click();
    await loaded;
  };

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const byLink = by(undefined, ({ link }) => `/questionnaire/${link}`);
const own = by(ASKED, ({ ask }) => `/mes-questionnaires/${ask}`);
const ofYear = (more = "") => by(DIRECTOR, ({ year }) => `/annee/deis/${year}${more}`);

let school: Promise<unknown> | undefined;

/** An intake with its applications, and a cohort whose hours are partly held, partly planned and partly neither. */
async function schoolMade(tab: Page, place: Place): Promise<unknown> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs an intake, and the database is out of reach");
  await yearMade(tab, place);
  return (school ??= makeSchool(people.world));
}

async function makeSchool(world: World) {
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const label = { fr: `Rentrée de ${LONG}`, en: `Intake of ${LONG}` };
  const { id: intake } = await openedIntake(world, { label });
  await eligible(world, "Ada Candidate", intake);
  await conforming(world, "Ben Candidat", undefined, intake);
  const days = { startsOn: addDays(today, -200), endsOn: addDays(today, 60) };
  const named = { diploma: "deis", name: "La promotion de la direction", ...days };
  const { cohort } = await deed(world, openCohort, HEAD_OF_TRAINING, named);
  const trainer = `account:${(await employed(world, `Tom ${LONG}`, "trainer")).account}`;
  const lesson = (days: number) => ({ unit: "UF2.4", on: addDays(today, days), from: "09:00", to: "12:00", trainer });
  await deed(daysAgo(world, 3), planLessons, HEAD_OF_TRAINING, { cohort, lessons: [-2, -1, 7, 8, 9].map(lesson) });
}

const ofSchool =
  (who: Who): Open =>
  async (tab, place) => {
    await schoolMade(tab, place);
    await by(who, () => "/annee/direction")(tab, place);
  };

/** The first link of a figure to its rows. */
const fromDirection =
  (rows: string): Open =>
  async (tab, place) => {
    await ofSchool(DIRECTOR)(tab, place);
    const to = await tab.locator(`a[href*="/annee/direction/${rows}"]`).first().getAttribute("href");
    await tab.goto(new URL(to!, place.at("/")).href);
  };
type Declared = {
  readonly line: string;
  readonly nothing: string;
  readonly unknown: string;
  readonly typed: string;
  readonly differs: string;
};
let declaredMade: Promise<Declared> | undefined;

/** Three whose training funds pay: entries to type, typed and changed since, months that are over. */
async function makeDeclared(world: World, director: Invented): Promise<Declared> {
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const actor = await freshly(world, director);
  const days = { startsOn: addDays(today, -80), endsOn: addDays(today, 400) };
  const named = { diploma: "deis", name: "2027-2029 (fonds)", ...days };
  const { cohort } = await deed(world, openCohort, HEAD_OF_TRAINING, named);
  const trainer = await employed(world, "Tess Formatrice", "trainer");
  const lesson = (ago: number) => ({ unit: "UF1.1", on: addDays(today, -ago), from: "09:00", to: "12:00" });
  const { lessons } = await deed(daysAgo(world, 76), planLessons, HEAD_OF_TRAINING, {
    cohort,
    lessons: [75, 45, 40, 35].map((ago) => ({ ...lesson(ago), trainer: `account:${trainer.account}` })),
  });
  const enrolments: string[] = [];
  for (const [name, source] of [
    [LONG, "cpf"],
    ["Fatou Typée", "cpf"],
    ["Gil Mensuel", "transition"],
    ["Hana Mensuelle", "transition"],
    ["Iris Inconnue", "cpf"],
    ["Jo Absente", "transition"],
  ] as const) {
    const person = await anAccepted(world, { name });
    const { dossier } = person;
    const others = [{ source, amount: 500_000, named: "Le fonds" }];
    await deed(world, noteWhoPays, actor, { dossier, others, status: "private-employee" });
    const number = name === LONG ? {} : { number: "CPF-2026-000417" };
    await deed(world, noteGrant, actor, { dossier, source, answer: "granted", on: today, ...number });
    enrolments.push(await enrolled(world, actor, person, cohort));
  }
  // Enrolled when the cohort began: their lists are of lessons since then.
  await withSchool(world.db, SCHOOL, (tx) =>
    sql`update enrolment set contract_on = ${addDays(today, -80)} where id = any(${enrolments}::uuid[])`.execute(tx),
  );
  const hold = async (nth: number, statuses: readonly ("present" | "absent")[], signs = true) => {
    const hand = await freshly(world, trainer);
    const marks = statuses.map((status, one) => ({ enrolment: enrolments[one]!, number: 0, status }));
    await deed(world, markAttendance, hand, { lesson: lessons[nth]!, marks });
    if (signs) await sign(nth);
  };
  const sign = async (nth: number) => {
    const hand = await freshly(world, trainer);
    const input = { lesson: lessons[nth]! };
    const seen = await view(world, seeList, { actor: hand, establishment: SCHOOL, input });
    if (seen.kind !== "found") throw new Error(`seeList: ${seen.kind}`);
    await deed(world, countersign, hand, { ...input, shown: seen.value.shown, words: "Je contresigne." });
  };
  const look = async () => {
    for (const enrolment of enrolments) await deed(world, lookToDeclare, { kind: "clock", day: today }, { enrolment });
  };
  const lines = async () => {
    const seen = await view(world, listPortals, { actor, establishment: SCHOOL, input: {} });
    if (seen.kind !== "found") throw new Error(`listPortals: ${seen.kind}`);
    return seen.value.portals.flatMap(({ lines: all }) => all);
  };
  const type = async (line: string) => {
    const seen = await view(world, seePortalLine, { actor, establishment: SCHOOL, input: { line } });
    if (seen.kind !== "found") throw new Error(`seePortalLine: ${seen.kind}`);
    await deed(world, noteTyped, actor, { lines: [{ line, shown: seen.value.shown }], on: today });
  };
  await hold(0, ["present", "present", "present", "present", "absent", "absent"], false);
  await hold(1, ["present", "present", "present", "present", "absent", "absent"]);
  await hold(2, ["present", "absent", "present", "present", "absent", "absent"]);
  await hold(3, ["absent", "absent", "absent", "absent", "present", "absent"], false);
  await look();
  const months = (await lines())
    .filter(({ declare }) => declare === "month")
    .toSorted((a, b) => (a.part < b.part ? -1 : 1));
  const of = (name: string) => months.filter((one) => one.name === name);
  const [typed, differs] = [of("Mensuelle Hana").at(-1)!.id, of("Mensuel Gil")[0]!.id];
  await type(typed);
  await type(differs);
  // The first list is signed after what it says was typed.
  await sign(0);
  await look();
  const entries = (await lines()).filter(({ declare }) => declare === "entry");
  return {
    line: entries.find(({ unknown }) => !unknown)!.id,
    // Nothing was followed that could be certified.
    nothing: of("Absente Jo")[0]!.id,
    unknown: entries.find(({ unknown }) => unknown)!.id,
    typed,
    differs,
  };
}

const declaring =
  (path: (of: Declared) => string): Open =>
  async (tab, place) => {
    await yearMade(tab, place);
    const director = await signedIn(tab, place, DIRECTOR);
    const of = await (declaredMade ??= makeDeclared(place.served.people!.world, director));
    await tab.goto(place.at(path(of)));
  };

const typing = declaring(({ differs }) => `/finances/a-declarer/${differs}/saisie`);
const receiving = declaring(({ typed }) => `/finances/a-declarer/${typed}/accuse`);
const together = declaring(() => "/finances/a-declarer/ensemble/transitions-pro/month");

const ofBpf = (more = "") => by(DIRECTOR, ({ year }) => `/finances/bilan/${year + 1}${more}`);

let depositedMade: Promise<number> | undefined;

/** A year long ago that was deposited twice, the second time with every kind of document; its charges have changed since. */
async function makeDeposited(world: World, director: Invented, year: number): Promise<number> {
  const officer = await employed(world, "Anne Comptable", "finance");
  const entered = {
    year,
    trainerSalaries: 0,
    purchases: 0,
    otherTurnover: 0,
    distance: false,
    publicBody: false,
    naf: "8542Z",
    external: [],
  };
  await deed(world, enterBpf, await freshly(world, officer), { ...entered, version: 0, charges: 1_000_000 });
  const seen = await view(world, seeBpf, {
    actor: await freshly(world, director),
    establishment: SCHOOL,
    input: { year },
  });
  if (seen.kind !== "found") throw new Error(`seeBpf: ${seen.kind}`);
  const { inputHash } = seen.value;
  const on = dayIn(world.now(), world.zone(SCHOOL));
  await deed(world, depositBpf, await freshly(world, officer), { year, on, receipt: "AR-1", inputHash });
  await withSchool(world.db, SCHOOL, async (tx) => {
    const [first] = await depositsOf(tx, year);
    const documents = ["charge:2f1b6c1e-0d4a-4c4b-9b1e-7a5d3c2b1a00", "waiver:1", "accrued:2", "given-up:3"];
    const counted = documents.map((document, nth) => ({
      document,
      source: ["personal", "opco", "employer-plan", "fees"][nth]!,
      amount: [123_456_789, -45_000, 38_640, -100][nth]!,
      number: nth === 3 ? "" : `F-${String(year)}-00000${String(nth)}`,
    }));
    const receipt = `Courriel n° ${"0123456789".repeat(9)}`;
    const leftOut = ["D-2024-000001"];
    await insertDeposit(tx, { ...first!, id: newId(), version: 2, receipt, counted, leftOut, at: world.now() });
  });
  await deed(world, enterBpf, await freshly(world, officer), { ...entered, version: 1, charges: 1_200_000 });
  return year;
}

const ofDeposited =
  (more = ""): Open =>
  async (tab, place) => {
    const { year } = await yearMade(tab, place);
    const director = await signedIn(tab, place, DIRECTOR);
    const of = await (depositedMade ??= makeDeposited(place.served.people!.world, director, year - 12));
    await tab.goto(place.at(`/finances/bilan/${of}${more}`));
  };

const offer = by(DIRECTOR, () => "/annee/offre");
let announced: Promise<unknown> | undefined;

/** With a cohort to come, and all that the file says unfolded. */
const wholeOffer: Open = async (tab, place) => {
  await offer(tab, place);
  const { world } = place.served.people!;
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const days = { startsOn: addDays(today, 300), endsOn: addDays(today, 1_000) };
  announced ??= deed(world, openCohort, HEAD_OF_TRAINING, { diploma: "deis", name: `Promotion de ${LONG}`, ...days });
  await announced;
  await tab.goto(place.at("/annee/offre"));
  for (const summary of await tab.locator("main .ds-details > summary").all()) await summary.click();
};

export const yearRows: readonly PageRow[] = [
  ...rows("questionnaire", "/questionnaire/:secret", "full", byLink),
  ...rows("questionnaire", "/questionnaire/:secret", "error", sent(byLink), 422),
  ...rows(
    "questionnaire-over",
    "/questionnaire/:secret",
    "error",
    (tab, place) => tab.goto(place.at("/questionnaire/un-autre")),
    404,
  ),
  ...rows("questionnaire-envoye", "/questionnaire-envoye", "full", (tab, place) =>
    tab.goto(place.at("/questionnaire-envoye")),
  ),
  ...rows("mes-questionnaires", "/mes-questionnaires/:ask", "full", own),
  ...rows("mes-questionnaires", "/mes-questionnaires/:ask", "error", sent(own), 422),
  ...rows(
    "annee-enquetes",
    "/annee/enquetes",
    "full",
    by(DIRECTOR, () => "/annee/enquetes"),
  ),
  ...rows(
    "annee-enquetes-textes",
    "/annee/enquetes/:closing",
    "full",
    by(DIRECTOR, ({ closing }) => `/annee/enquetes/${closing}`),
  ),
  ...rows(
    "annee",
    "/annee",
    "full",
    by(NOBODY, () => "/annee"),
  ),
  ...rows("annee-direction", "/annee/direction", "full", ofSchool(DIRECTOR)),
  ...rows("annee-direction", "/annee/direction", "very long", ofSchool(NOBODY)),
  ...rows("annee-direction", "/annee/direction", "empty", async (tab, place) => {
    await ofSchool(DIRECTOR)(tab, place);
    await tab.goto(place.at("/annee/direction?mois=2019-02"));
  }),
  ...rows("annee-direction-promotion", "/annee/direction/promotions/:cohort", "full", fromDirection("promotions/")),
  ...rows(
    "annee-preuves",
    "/annee/preuves",
    "full",
    by(DIRECTOR, () => "/annee/preuves"),
  ),
  ...rows("annee-offre", "/annee/offre", "empty", offer),
  ...rows("annee-offre", "/annee/offre", "full", wholeOffer),
  ...rows(
    "annee-preuves-pieces",
    "/annee/preuves/:proof",
    "full",
    by(DIRECTOR, ({ year }) => `/annee/preuves/published-rates?annee=${year + 1}`),
  ),
  ...rows(
    "annee-preuves-pieces",
    "/annee/preuves/:proof",
    "empty",
    by(DIRECTOR, () => "/annee/preuves/appeals?annee=2015"),
  ),
  ...rows("annee-direction-etape", "/annee/direction/campagnes/:intake/:step", "full", fromDirection("campagnes/")),
  ...rows("annee-direction-unite", "/annee/direction/promotions/:cohort/:unit", "full", async (tab, place) => {
    await fromDirection("promotions/")(tab, place);
    await tab.locator('main a[href*="/UF"]').first().click();
  }),
  ...rows("annee-taux", "/annee/:diploma/:year", "full", ofYear()),
  ...rows(
    "annee-taux",
    "/annee/:diploma/:year",
    "empty",
    by(DIRECTOR, () => "/annee/deis/2015"),
  ),
  ...rows("annee-publier", "/annee/:diploma/:year/publier", "full", ofYear("/publier")),
  ...rows("annee-publier", "/annee/:diploma/:year/publier", "error", sent(ofYear("/publier")), 422),
  ...rows("annee-personnes", "/annee/:diploma/:year/personnes/:rate", "full", ofYear("/personnes/success")),
  ...rows("annee-personnes", "/annee/:diploma/:year/personnes/:rate", "very long", ofYear("/personnes/perseverance")),
  ...rows(
    "finances-bilans",
    "/finances/bilan",
    "full",
    by(DIRECTOR, () => "/finances/bilan"),
  ),
  ...rows("finances-bilan", "/finances/bilan/:year", "full", ofBpf()),
  ...rows("finances-bilan-charges", "/finances/bilan/:year/charges", "full", ofBpf("/charges")),
  ...rows("finances-bilan-charges", "/finances/bilan/:year/charges", "error", sent(ofBpf("/charges")), 422),
  ...rows("finances-bilan", "/finances/bilan/:year", "very long", ofDeposited()),
  ...rows("finances-bilan-depot", "/finances/bilan/:year/depot", "empty", ofBpf("/depot")),
  ...rows("finances-bilan-depot", "/finances/bilan/:year/depot", "full", ofDeposited("/depot")),
  ...rows("finances-bilan-depot", "/finances/bilan/:year/depot", "error", sent(ofDeposited("/depot")), 422),
  ...rows("finances-bilan-depose", "/finances/bilan/:year/depots/:version", "full", ofDeposited("/depots/2")),
  ...rows("finances-bilan-depose", "/finances/bilan/:year/depots/:version", "empty", ofDeposited("/depots/1")),
  ...rows("finances-bilan-case", "/finances/bilan/:year/case/:cell", "full", ofBpf("/case/C-11")),
  ...rows("finances-bilan-case", "/finances/bilan/:year/case/:cell", "empty", ofBpf("/case/G")),
  ...rows(
    "finances-a-declarer",
    "/finances/a-declarer",
    "empty",
    by(DIRECTOR, () => "/finances/a-declarer"),
  ),
  ...rows(
    "finances-a-declarer",
    "/finances/a-declarer",
    "full",
    declaring(() => "/finances/a-declarer"),
  ),
  ...rows(
    "finances-a-declarer",
    "/finances/a-declarer",
    "very long",
    declaring(() => "/finances/a-declarer?voir=a-corriger"),
  ),
  ...rows(
    "finances-a-declarer-ligne",
    "/finances/a-declarer/:line",
    "full",
    declaring(({ differs }) => `/finances/a-declarer/${differs}`),
  ),
  ...rows(
    "finances-a-declarer-ligne",
    "/finances/a-declarer/:line",
    "very long",
    declaring(({ line }) => `/finances/a-declarer/${line}`),
  ),
  ...rows(
    "finances-a-declarer-ligne",
    "/finances/a-declarer/:line",
    "empty",
    declaring(({ unknown }) => `/finances/a-declarer/${unknown}`),
  ),
  ...rows(
    "finances-a-declarer-ligne",
    "/finances/a-declarer/:line",
    "error",
    sent(declaring(({ nothing }) => `/finances/a-declarer/${nothing}`)),
    422,
  ),
  ...rows("finances-a-declarer-saisie", "/finances/a-declarer/:line/saisie", "full", typing),
  ...rows("finances-a-declarer-saisie", "/finances/a-declarer/:line/saisie", "error", sent(typing), 422),
  ...rows("finances-a-declarer-accuse", "/finances/a-declarer/:line/accuse", "full", receiving),
  ...rows("finances-a-declarer-accuse", "/finances/a-declarer/:line/accuse", "error", sent(receiving), 422),
  ...rows("finances-a-declarer-ensemble", "/finances/a-declarer/ensemble/:portal/:declare", "full", together),
  ...rows(
    "finances-a-declarer-ensemble",
    "/finances/a-declarer/ensemble/:portal/:declare",
    "error",
    sent(together),
    422,
  ),
  ...rows(
    "resultats",
    "/:diploma/resultats",
    "full",
    by(undefined, () => "/deis/resultats"),
  ),
  ...rows(
    "resultats-version",
    "/:diploma/resultats/:year/:version",
    "full",
    by(undefined, ({ year }) => `/deis/resultats/${year}/1`),
  ),
];

export const yearNotPages = ["/annee/direction.xlsx", "/annee/offre.xml", "/finances/bilan/:year/bilan.xlsx"].flatMap(
  (path) => ["/:school", "/:school/en"].map((base) => ({ path: base + path, why: "a file; a test reads it" })),
);
