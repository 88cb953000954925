/** The rows of training: cohorts, who is in them, lessons, attendance and livrets, as each role meets them. */
import type { Page } from "playwright-core";
import { addRoom } from "../../agenda/acts.ts";
import { type Actor, type View, view } from "../../act/act.ts";
import type { TSchema } from "typebox";
import { addDays } from "../../kit/day.ts";
import { dayIn, wallIn } from "../../kit/zone.ts";
import { askAppreciations, writeAppreciation } from "../../livret/appreciations/acts.ts";
import { myAppreciations } from "../../livret/appreciations/views.ts";
import { recordPartnerTrack } from "../../training/cohorts/acts.ts";
import { claimAttendance, markAttendance } from "../../training/attendance/acts.ts";
import { recordDeath } from "../../training/death/acts.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { nameWorkDirector, proposeSubject } from "../../training/works/acts.ts";
import { issueLivret } from "../../livret/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { candidate } from "../dossiers.ts";
import { actorOf, daysAgo, deed, openedSession, type Invented } from "../people.ts";
import { anAccepted, enrolledOn, type Person, plannedCohort } from "../trainees.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "trainings", name: "Camille Vidal", roles: ["head-of-training"] };
const DIRECTOR: Who = { key: "directing", name: "Dominique Roy", roles: ["director"] };
const TRAINER: Who = {
  key: "teaching",
  name: "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges",
  roles: ["trainer"],
};
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };
const MEMOIRES: Who = { key: "memoires", name: "Paul Deux", roles: ["memoire-director"] };
const AUTHORITY: Who = { key: "authority", name: "Aude Préfet", roles: ["authority"] };
const FAR = "31/12/2199";
const LONG = "Clémence d’Aumont-Montmorency-Luxembourg-Villeneuve";

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Made = {
  readonly trainee: Person;
  readonly cohort: string;
  /** Another, of which nothing is planned. */
  readonly bare: string;
  readonly enrolment: string;
  readonly past: string;
  readonly now: string;
  readonly ahead: string;
  /** The trainer’s, and a day of the training. */
  readonly address: string;
  readonly on: string;
  /** Requests for appreciations: of the trainer, and of the director of the mémoire, who wrote it. */
  readonly asked: string;
  readonly written: string;
  /** Somebody whose death is recorded. */
  readonly dead: string;
};

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

let made: Promise<Made> | undefined;

/** One training for all rows, made the first time that one asks for it; whoever was signed in last is. */
async function training(tab: Page, place: Place): Promise<Made> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs a training, and the database is out of reach");
  const { world } = people;
  const head = await actor(place, await signedIn(tab, place, HEAD));
  const director = await signedIn(tab, place, MEMOIRES);
  const trainer = await signedIn(tab, place, TRAINER);
  return (made ??= make(world, { head, director, by: trainer, trainer: await actor(place, trainer) }));
}

async function actor({ served }: Place, person: Invented): Promise<Actor> {
  const { world } = served.people!;
  return actorOf(world, await openedSession(world, person, ["password", "totp"]));
}

type World = NonNullable<Place["served"]["people"]>["world"];
type Cast = {
  readonly head: Actor;
  readonly director: Invented;
  readonly by: Invented;
  readonly trainer: Actor;
};

async function make(world: World, { head, director, by, trainer }: Cast): Promise<Made> {
  const zone = world.zone("faire-ess");
  const today = dayIn(world.now(), zone);
  const days = { startsOn: addDays(today, -30), endsOn: addDays(today, 700) };
  const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "2026-2029", ...days });
  await plannedCohort(world, head, cohort);
  const later = { startsOn: addDays(today, 300), endsOn: addDays(today, 1_200) };
  const bare = (await deed(world, openCohort, head, { diploma: "deis", name: "2027-2030", ...later })).cohort;
  const track = {
    university: "Université Paul-Valéry",
    title: "Master intervention sociale",
    holds: "Deux séminaires.",
  };
  await deed(world, recordPartnerTrack, head, { cohort, ...track });
  const trainee = await anAccepted(world, { name: LONG });
  await anAccepted(world, { name: "Bob Martin" });
  const enrolment = await enrolledOn(world, head, trainee, { cohort, contractOn: addDays(today, -40) });
  const dead = await anAccepted(world, { name: `Éléonore ${LONG}` });
  await deed(world, recordDeath, head, {
    person: dead.account,
    on: addDays(today, -2),
    paper: "118-4471-AB; ".repeat(30).trim(),
    instead: { name: `Maître ${LONG}, notaire`, lines: ["12 bis avenue du Général-de-Gaulle", "34000 Montpellier"] },
  });
  const { room } = await deed(world, addRoom, head, { name: "Salle des formations", seats: 30, site: "" });
  const unit = "UF1.1";
  const lesson = { unit, trainer: `account:${by.account}`, room, subject: "Les outils conceptuels de l’analyse" };
  const afternoon = wallIn(world.now(), zone).time >= "12:00";
  const half = afternoon ? { from: "14:00", to: "17:30" } : { from: "09:00", to: "12:30" };
  const { lessons } = await deed(daysAgo(world, 2), planLessons, head, {
    cohort,
    lessons: [-1, 0, 3].map((ahead) => ({ ...lesson, ...half, on: addDays(today, ahead) })),
  });
  const [past = "", now = "", ahead = ""] = lessons;
  const marks = [{ enrolment, number: 0, status: "part", minutesMissed: 45 } as const];
  await deed(world, markAttendance, trainer, { lesson: past, marks });
  const words = "Train supprimé, 9 h 05 au lieu de 9 h.";
  await deed(world, claimAttendance, candidate(world, trainee), { lesson: past, words });
  const [exam, article] = ["DF1", "DF3"];
  await deed(world, proposeSubject, candidate(world, trainee), {
    enrolment,
    exam: article,
    subject: "Animer un réseau",
  });
  await deed(world, nameWorkDirector, head, { enrolment, exam, director: `account:${director.account}` });
  const ask = { cohort, enrolments: [enrolment], due: addDays(today, 20) };
  await deed(world, askAppreciations, head, { ...ask, kind: "teaching", of: `account:${by.account}` });
  await deed(world, askAppreciations, head, { ...ask, kind: "memoire" });
  const requestOf = async (of: Actor) =>
    (await found(world, myAppreciations, of)).requests.map(({ request }) => request)[0]!;
  const directing = await actorOf(world, await openedSession(world, director, ["password", "totp"]));
  const [asked, written] = [await requestOf(trainer), await requestOf(directing)];
  await deed(world, writeAppreciation, directing, {
    request: written,
    number: 0,
    words: "Une question de recherche tenue de bout en bout, une écriture qui s’est affermie.",
    declaration: "Cette appréciation est la mienne.",
  });
  return {
    trainee,
    cohort,
    bare,
    enrolment,
    past,
    now,
    ahead,
    asked,
    written,
    dead: dead.account,
    address: by.address,
    on: addDays(today, 10),
  };
}

async function found<V>(world: World, what: View<TSchema, V>, reader: Actor): Promise<V> {
  const seen = await view(world, what, { actor: reader, establishment: "faire-ess", input: {} });
  if (seen.kind !== "found") throw new Error(`${what.name}: ${seen.kind}`);
  return seen.value;
}

/** The page that something of the training names, as one of those who work here. */
const as =
  (who: Who, path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await training(tab, place);
    await signedIn(tab, place, who);
    await tab.goto(place.at(path(of)));
  };

/** The same as the trainee. */
const asTrainee =
  (path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await training(tab, place);
    const { world } = place.served.people!;
    const value = await openedSession(world, of.trainee, ["password"]);
    await tab.context().clearCookies();
    await tab.context().addCookies([{ name: "livret_session", value, url: place.served.origin }]);
    await tab.goto(place.at(path(of)));
  };

const pressed =
  (open: Open, button: string): Open =>
  async (tab, place) => {
    await open(tab, place);
    const loaded = tab.waitForEvent("load");
    await tab.locator(button).first().click();
    await loaded;
  };

/** The page that imports a table, with this table sent. */
const importing =
  (lines: (of: Made) => string): Open =>
  async (tab, place) => {
    await as(HEAD, ({ cohort }) => `/promotions/${cohort}/seances/importer`)(tab, place);
    const of = await training(tab, place);
    await signedIn(tab, place, HEAD);
    await tab.locator("#table").fill(lines(of));
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

const COHORTS = "/promotions";
const COHORT = "/promotions/:cohort";
const PLAN = "/promotions/:cohort/periodes";
const TRAINERS = "/promotions/:cohort/formateurs";
const CERTIFICATES = "/inscriptions/:enrolment/certificats";
const LESSONS = "/promotions/:cohort/seances";
const PERSON = "/inscriptions/:enrolment";
const DEATH = "/personnes/:person/deces";

export const trainingRows: readonly PageRow[] = [
  ...rows(
    "promotions",
    COHORTS,
    "full",
    as(HEAD, () => COHORTS),
  ),
  ...rows(
    "promotions",
    COHORTS,
    "error",
    pressed(
      as(HEAD, () => COHORTS),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "promotion-periodes",
    PLAN,
    "full",
    as(HEAD, ({ bare }) => `${COHORTS}/${bare}/periodes`),
  ),
  ...rows(
    "promotion-periodes",
    PLAN,
    "very long",
    as(AUDITOR, ({ cohort }) => `${COHORTS}/${cohort}/periodes`),
  ),
  ...rows(
    "promotion-periodes",
    PLAN,
    "error",
    async (tab, place) => {
      await as(HEAD, ({ bare }) => `${COHORTS}/${bare}/periodes`)(tab, place);
      await tab.locator("#hours0-0").fill("1");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "promotion-formateurs",
    TRAINERS,
    "full",
    as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/formateurs`),
  ),
  ...rows(
    "promotion-formateurs",
    TRAINERS,
    "empty",
    as(AUDITOR, ({ bare }) => `${COHORTS}/${bare}/formateurs`),
  ),
  ...rows(
    "promotion-formateurs",
    TRAINERS,
    "error",
    pressed(
      as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/formateurs`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "certificats",
    CERTIFICATES,
    "full",
    as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}/certificats`),
  ),
  ...rows(
    "certificats",
    CERTIFICATES,
    "error",
    pressed(
      as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}/certificats`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "promotion",
    COHORT,
    "full",
    as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}`),
  ),
  ...rows(
    "promotion",
    COHORT,
    "very long",
    as(AUDITOR, ({ cohort }) => `${COHORTS}/${cohort}`),
  ),
  ...rows(
    "promotion",
    COHORT,
    "error",
    pressed(async (tab, place) => {
      await as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}`)(tab, place);
      await tab.locator("details:has(#university) > summary").click();
      await tab.locator("#university").fill("");
    }, "main form:has(#university) button"),
    422,
  ),
  ...rows(
    "promotion-seances",
    LESSONS,
    "full",
    as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/seances`),
  ),
  ...rows(
    "promotion-seances",
    LESSONS,
    "error",
    pressed(
      as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/seances`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "promotion-seances-importer",
    `${LESSONS}/importer`,
    "full",
    as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/seances/importer`),
  ),
  ...rows(
    "promotion-seances-importer",
    `${LESSONS}/importer`,
    "error",
    importing(
      () =>
        `Unité;Jour;De;À;Formateur;Salle\nUF1.1;31/02/2027;9:00;12:00;personne@exemple.fr;Salle des fêtes\nUF9.9;${FAR};tôt;12:00;personne@exemple.fr`,
    ),
    422,
  ),
  ...rows(
    "promotion-seances-importer",
    `${LESSONS}/importer`,
    "very long",
    importing(({ address, on }) =>
      [0, 1, 2]
        .map((hour) => `UF1.1;${on};${8 + hour}:00;${9 + hour}:00;${address};Salle des formations;Les outils`)
        .join("\n"),
    ),
  ),
  ...rows(
    "inscription",
    PERSON,
    "full",
    as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}`),
  ),
  ...rows(
    "inscription",
    PERSON,
    "error",
    pressed(
      as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "personnes-deces",
    DEATH,
    "full",
    as(HEAD, ({ trainee }) => `/personnes/${trainee.account}/deces`),
  ),
  ...rows(
    "personnes-deces",
    DEATH,
    "error",
    pressed(
      as(HEAD, ({ trainee }) => `/personnes/${trainee.account}/deces`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "personnes-deces",
    DEATH,
    "very long",
    as(HEAD, ({ dead }) => `/personnes/${dead}/deces`),
  ),
  ...rows(
    "programme-individuel",
    `${PERSON}/programme`,
    "full",
    as(DIRECTOR, ({ enrolment }) => `/inscriptions/${enrolment}/programme`),
  ),
  ...rows(
    "programme-individuel",
    `${PERSON}/programme`,
    "error",
    pressed(
      as(DIRECTOR, ({ enrolment }) => `/inscriptions/${enrolment}/programme`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "seance-modifier",
    "/seances/:lesson/modifier",
    "full",
    as(HEAD, ({ ahead }) => `/seances/${ahead}/modifier`),
  ),
  ...rows(
    "seance-modifier",
    "/seances/:lesson/modifier",
    "error",
    async (tab, place) => {
      await as(HEAD, ({ ahead }) => `/seances/${ahead}/modifier`)(tab, place);
      await tab.locator("#from").fill("tôt");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#from) button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "seance",
    "/seances/:lesson",
    "error",
    as(TRAINER, () => "/seances/00000000-0000-4000-8000-000000000000"),
    404,
  ),
  ...rows(
    "seance",
    "/seances/:lesson",
    "full",
    as(TRAINER, ({ now }) => `/seances/${now}`),
  ),
  ...rows(
    "seance",
    "/seances/:lesson",
    "very long",
    as(HEAD, ({ past }) => `/seances/${past}`),
  ),
  ...rows(
    "seance-contresigner",
    "/seances/:lesson/contresigner",
    "full",
    as(TRAINER, ({ past }) => `/seances/${past}/contresigner`),
  ),
  ...rows(
    "seance-contresigner",
    "/seances/:lesson/contresigner",
    "error",
    pressed(
      as(TRAINER, ({ past }) => `/seances/${past}/contresigner`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "seance-corriger",
    "/seances/:lesson/corriger/:enrolment",
    "full",
    as(HEAD, ({ past, enrolment }) => `/seances/${past}/corriger/${enrolment}`),
  ),
  ...rows(
    "seance-corriger",
    "/seances/:lesson/corriger/:enrolment",
    "error",
    pressed(
      as(HEAD, ({ past, enrolment }) => `/seances/${past}/corriger/${enrolment}`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "presences",
    "/presences",
    "full",
    as(HEAD, () => "/presences"),
  ),
  ...rows(
    "presences",
    "/presences",
    "error",
    pressed(
      as(HEAD, () => "/presences"),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "mes-seances",
    "/mes-seances",
    "full",
    as(TRAINER, () => "/mes-seances"),
  ),
  ...rows(
    "mes-seances",
    "/mes-seances",
    "empty",
    as(TRAINER, () => "/mes-seances?semaine=2026-01-05"),
  ),
  ...rows(
    "formation",
    "/formation",
    "full",
    asTrainee(() => "/formation"),
  ),
  ...rows(
    "formation",
    "/formation",
    "error",
    pressed(
      asTrainee(() => "/formation"),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "formation",
    "/formation",
    "empty",
    as(AUDITOR, () => "/formation"),
  ),
  ...rows(
    "formation-seance",
    "/formation/seance/:lesson",
    "full",
    asTrainee(({ past }) => `/formation/seance/${past}`),
  ),
  ...rows(
    "formation-seance",
    "/formation/seance/:lesson",
    "error",
    pressed(
      asTrainee(({ now }) => `/formation/seance/${now}`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "mon-programme-individuel",
    "/formation/:enrolment/programme",
    "full",
    asTrainee(({ enrolment }) => `/formation/${enrolment}/programme`),
  ),
  ...rows(
    "mon-livret",
    "/formation/:enrolment/livret",
    "full",
    asTrainee(({ enrolment }) => `/formation/${enrolment}/livret`),
  ),
  ...rows(
    "livret",
    `${PERSON}/livret`,
    "full",
    as(AUTHORITY, ({ enrolment }) => `/inscriptions/${enrolment}/livret`),
  ),
  ...rows(
    "livret",
    `${PERSON}/livret`,
    "very long",
    as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}/livret`),
  ),
  ...rows(
    "livret",
    `${PERSON}/livret`,
    "error",
    as(HEAD, () => "/inscriptions/00000000-0000-4000-8000-000000000000/livret"),
    404,
  ),
  ...rows(
    "livrets",
    "/livrets",
    "full",
    as(AUTHORITY, () => "/livrets"),
  ),
  ...rows(
    "formation-travaux",
    "/formation/:enrolment/travaux",
    "full",
    asTrainee(({ enrolment }) => `/formation/${enrolment}/travaux`),
  ),
  ...rows(
    "formation-travaux",
    "/formation/:enrolment/travaux",
    "error",
    pressed(
      asTrainee(({ enrolment }) => `/formation/${enrolment}/travaux`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "inscription-travaux",
    `${PERSON}/travaux`,
    "full",
    as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}/travaux`),
  ),
  ...rows(
    "inscription-travaux",
    `${PERSON}/travaux`,
    "error",
    pressed(
      as(HEAD, ({ enrolment }) => `/inscriptions/${enrolment}/travaux`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "memoires",
    "/memoires",
    "full",
    as(MEMOIRES, () => "/memoires"),
  ),
  ...rows(
    "promotion-appreciations",
    `${COHORT}/appreciations`,
    "full",
    as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/appreciations`),
  ),
  ...rows(
    "promotion-appreciations",
    `${COHORT}/appreciations`,
    "error",
    pressed(
      as(HEAD, ({ cohort }) => `${COHORTS}/${cohort}/appreciations`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows(
    "appreciations",
    "/appreciations",
    "full",
    as(TRAINER, () => "/appreciations"),
  ),
  ...rows(
    "appreciations",
    "/appreciations",
    "empty",
    as(DIRECTOR, () => "/appreciations"),
  ),
  ...rows(
    "appreciation",
    "/appreciations/:request",
    "full",
    as(MEMOIRES, ({ written }) => `/appreciations/${written}`),
  ),
  ...rows(
    "appreciation",
    "/appreciations/:request",
    "error",
    pressed(
      as(TRAINER, ({ asked }) => `/appreciations/${asked}`),
      "main form button.ds-button",
    ),
    422,
  ),
  ...rows("verifier", "/verifier/:code", "full", async (tab, place) => {
    const { enrolment } = await training(tab, place);
    const { world } = place.served.people!;
    const head = await actor(place, await signedIn(tab, place, HEAD));
    const { code } = await deed(world, issueLivret, head, { enrolment });
    await tab.goto(place.at(`/verifier/${code}`));
  }),
  ...rows("verifier-code", "/verifier", "full", (tab, { at }) => tab.goto(at("/verifier"))),
  ...rows(
    "verifier-code",
    "/verifier",
    "error",
    async (tab, { at }) => {
      await tab.goto(at("/verifier"));
      await tab.locator("#code").fill("7kqm 2xw9");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form button.ds-button").click();
      await loaded;
    },
    422,
  ),
  ...rows("verifier", "/verifier/:code", "error", (tab, { at }) => tab.goto(at("/verifier/inconnu")), 404),
];

export const trainingNotPages: PageTable["notPages"] = [
  {
    path: "/:school/inscriptions/:enrolment/livret/pdf",
    why: "the livret as it was issued, a PDF; its journey opens it",
  },
  { path: "/:school/en/inscriptions/:enrolment/livret/pdf", why: "the same" },
  { path: "/:school/formation/:enrolment/livret/pdf", why: "one's own livret, a PDF; its journey opens it" },
  { path: "/:school/en/formation/:enrolment/livret/pdf", why: "the same" },
  { path: "/:school/formation/certificats/:code", why: "a certificate as it was issued, a PDF; its test prints it" },
  { path: "/:school/en/formation/certificats/:code", why: "the same" },
];
