/** The rows of certification: sessions, names, groups, marks, a deliberation, results, and what comes after. */
import type { Page } from "playwright-core";
import type { World } from "../../act/world.ts";
import { publishResults } from "../../certification/after/acts.ts";
import { letIntoSession } from "../../certification/let-in.ts";
import { closeJury, notePresence, notePresiding, openJury } from "../../certification/juries/acts.ts";
import { noteDirector } from "../../certification/exams/marks-acts.ts";
import { withSchool } from "../../db/school.ts";
import { timeOf } from "../../kit/time.ts";
import { dayIn } from "../../kit/zone.ts";
import { formStudyGroup } from "../../training/study/group-acts.ts";
import { acceptStudy, enterStudy } from "../../training/study/proposal-acts.ts";
import { enrolledPersons } from "../../training/enrolled.ts";
import {
  adopts,
  aGroup,
  aSession,
  cameIn,
  closed as seenToClose,
  directed,
  employed,
  enrolledAs,
  finished,
  groupSeen,
  guestToken,
  type Held,
  marked,
  SCHOOL,
  trainee,
} from "../certifying.ts";
import { GUEST_COOKIE } from "../../page/session.ts";
import { deed, type Invented, stateGuest, freshly } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SECRETARY: Who = { key: "certifying", name: "Sophie Secrétaire", roles: ["certification-secretary"] };
const DIRECTOR: Who = { key: "annulling", name: "Jeanne Directrice", roles: ["director"] };
const AUTHORITY: Who = { key: "authority", name: "Aude Autorité", roles: ["authority"] };
const EXAMINER: Who = { key: "examining", name: "Éric Examinateur", roles: ["examiner"] };
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

type Stage = {
  readonly held: Held;
  readonly groups: readonly string[];
  readonly open: string;
  /** The jury that closed and published. */
  readonly decided: string;
  readonly enrolment: string;
  /** A session with a group of the field study to be heard. */
  readonly studied: { readonly session: string; readonly group: string };
};
const CANDIDATE: Who = { key: "examined", name: "Ada Admise" };
const stages = new WeakMap<World, Promise<Stage>>();

/** Two sessions: of one a jury closed and published; of the other one sits. Made once. */
async function stage(tab: Page, place: Place): Promise<Stage> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs a session of exams, and the database is out of reach");
  const { world } = people;
  const known =
    stages.get(world) ?? build(world, await signedIn(tab, place, SECRETARY), await signedIn(tab, place, CANDIDATE));
  stages.set(world, known);
  return known;
}

async function build(world: World, secretary: Invented, candidate: Invented): Promise<Stage> {
  const today = dayIn(world.now(), world.zone(SCHOOL));
  const [ada, ben] = [await enrolledAs(world, candidate), await trainee(world, LONG)];
  const closed = await aSession(world, { secretary, trainees: [ada], name: "Session close", tag: "close" });
  await examined(world, closed, today, 6);
  const { jury } = await sitting(world, closed, today);
  await adopts(world, closed, jury);
  await deed(world, closeJury, cameIn(world, closed.members[0]!.guest), await seenToClose(world, closed, jury));
  await deed(world, publishResults, await closed.secretary(), { jury, notifiedOn: today });
  const decided = jury;
  const held = await aSession(world, { secretary, trainees: [ben], name: "Session en cours", tag: "cours" });
  const groups = await examined(world, held, today, 9);
  const { jury: open } = await sitting(world, held, today);
  const { actor: guest } = await stateGuest(world, LONG);
  await stateGuest(world, "Solange Préfet");
  await deed(world, letIntoSession, await held.secretary(), { session: held.session, guest: guest.guest });
  return { held, groups, open, decided, enrolment: ben.enrolment, studied: await studiedTogether(world, secretary) };
}

/** Two presented who did the study together, and one of their group who is not. */
async function studiedTogether(world: World, secretary: Invented): Promise<Stage["studied"]> {
  const head = await freshly(world, await employed(world, "Ines Composante", "head-of-training"));
  const trainees = [await trainee(world, `${LONG}-Conti`), await trainee(world, "Yann Composé")];
  const members = [...trainees, await trainee(world, "Zoé Composée")].map(({ enrolment }) => enrolment);
  const [person] = await withSchool(world.db, SCHOOL, (tx) => enrolledPersons(tx, { enrolment: members[0]! }));
  const { cohort, diploma } = person!;
  const said = { contact: "Odile Garance", object: "Recours aux droits.", place: "Montpellier" };
  const organisation = "Association départementale de l’Exemple, hébergement et insertion";
  const { study } = await deed(world, enterStudy, head, { diploma, organisation, ...said });
  await deed(world, acceptStudy, head, { study });
  const { group } = await deed(world, formStudyGroup, head, { study, cohort, name: "Groupe du quartier", members });
  const { session: of } = await aSession(world, { secretary, trainees, name: "Session à composer", tag: "composer" });
  return { session: of, group };
}

async function examined(world: World, held: Held, day: string, hour: number): Promise<readonly string[]> {
  const [a, b, c] = held.examiners;
  const [paule, , fanny] = held.members;
  const [name] = [...held.entries.keys()] as [string];
  await directed(world, held);
  const at = (minutes: number) => timeOf(hour * 60 + minutes);
  const jury = [paule!, fanny!].map(({ id }) => ({ person: id, by: "jury" }));
  const memoires = await aGroup(world, held, { exam: "DF1", day, from: at(0), until: at(50), examiners: jury });
  const three = [a!, b!, c!].map(({ id }, nth) => ({ person: id, by: nth < 2 ? "authority" : "establishment" }));
  const reports = await aGroup(world, held, { exam: "DF2", day, from: at(60), until: at(85), examiners: three });
  const two = [three[0]!, three[2]!];
  const articles = await aGroup(world, held, { exam: "DF3", day, from: at(100), until: at(110), examiners: two });
  await marked(world, paule!, memoires, { [name]: { written: 12, oral: 11.5 } });
  await finished(world, fanny!, memoires);
  const president = cameIn(world, paule!.guest);
  for (const { sitting: one } of (await groupSeen(world, president, memoires)).candidates)
    await deed(world, noteDirector, president, { group: memoires, sitting: one, there: true });
  await marked(world, a!, reports, { [name]: { written: 9, oral: 11 } });
  await finished(world, b!, reports);
  await finished(world, c!, reports);
  for (const one of [a!, c!]) await marked(world, one, articles, { [name]: { "": 13 } });
  return [memoires, reports, articles];
}

async function sitting(world: World, held: Held, on: string): Promise<{ readonly jury: string }> {
  const { jury } = await deed(world, openJury, await held.secretary(), { session: held.session, on });
  await deed(world, notePresence, await held.secretary(), { jury, present: held.members.map(({ id }) => id) });
  await deed(world, notePresiding, await held.secretary(), { jury, person: held.members[0]!.id });
  return { jury };
}

const as =
  (who: Who, path: (made: Stage) => string): Open =>
  async (tab, place) => {
    const made = await stage(tab, place);
    await tab.context().clearCookies();
    await signedIn(tab, place, who);
    await tab.goto(place.at(path(made)));
  };

/** One of those who come as guests: the first examiner, or whoever presides. */
const guestOf =
  (which: (held: Held) => Held["members"][number], path: (made: Stage) => string): Open =>
  async (tab, place) => {
    const made = await stage(tab, place);
    await tab.context().clearCookies();
    const value = await guestToken(place.served.people!.world, which(made.held).guest);
    await tab.context().addCookies([{ name: GUEST_COOKIE, value, url: place.served.origin }]);
    await tab.goto(place.at(path(made)));
  };

const pressed =
  (open: Open, button: string): Open =>
  async (tab, place) => {
    await open(tab, place);
    const loaded = tab.waitForEvent("load");
    await tab.locator(button).first().click();
    await loaded;
  };

const RESULT_APPEAL = "/mes-epreuves/:result/recours";
/** By the button of a result that is there. */
const contests: Open = async (tab, place) => {
  await as(CANDIDATE, () => "/mes-epreuves")(tab, place);
  await tab.goto(new URL((await tab.locator('a[href$="/recours"]').first().getAttribute("href"))!, tab.url()).href);
};

const sessions = as(SECRETARY, () => "/certifications");
const session = as(SECRETARY, ({ held }) => `/certifications/${held.session}`);
const naming = as(SECRETARY, ({ held }) => `/certifications/${held.session}/nominations`);
const person = as(SECRETARY, ({ held, enrolment }) => `/certifications/${held.session}/personnes/${enrolment}`);
const arranging = as(SECRETARY, ({ held }) => `/certifications/${held.session}/composer`);
const studied = as(
  SECRETARY,
  ({ studied: { session: of, group } }) => `/certifications/${of}/composer?groupe=${group}`,
);
const register = as(SECRETARY, () => "/registre-des-jurys");
const registered = as(SECRETARY, ({ held }) => `/registre-des-jurys/${held.members[0]!.id}`);
const jury = as(SECRETARY, ({ open }) => `/jurys/${open}`);
const annulling = as(DIRECTOR, ({ decided }) => `/jurys/${decided}/annulation`);
const ruling = as(SECRETARY, ({ open, held }) => `/jurys/${open}/candidats/${[...held.entries.values()][0]!}`);

const examiner = ({ examiners }: Held) => examiners[0]!;
const article = guestOf(examiner, ({ groups }) => `/examens/${groups[2]!}`);
const report = guestOf(examiner, ({ groups }) => `/examens/${groups[1]!}`);

export const certificationRows: readonly PageRow[] = [
  ...rows("certifications", "/certifications", "full", sessions),
  ...rows("certifications", "/certifications", "error", pressed(sessions, "main form:has(#name) button"), 422),
  ...rows("certification", "/certifications/:session", "full", session),
  ...rows("certification", "/certifications/:session", "error", pressed(session, "main form:has(#what) button"), 422),
  ...rows("certification-nominations", "/certifications/:session/nominations", "full", naming),
  ...rows(
    "certification-nominations",
    "/certifications/:session/nominations",
    "error",
    pressed(naming, "main form:has(#number) button"),
    422,
  ),
  ...rows("certification-personne", "/certifications/:session/personnes/:enrolment", "full", person),
  ...rows(
    "certification-personne",
    "/certifications/:session/personnes/:enrolment",
    "error",
    pressed(person, "main form:has(#paper) button"),
    422,
  ),
  ...rows("certification-composer", "/certifications/:session/composer", "full", studied),
  ...rows(
    "certification-composer",
    "/certifications/:session/composer",
    "error",
    pressed(arranging, "main form:has(#exam) button"),
    422,
  ),
  ...rows("registre-des-jurys", "/registre-des-jurys", "full", register),
  ...rows("registre-des-jurys", "/registre-des-jurys", "error", pressed(register, "main form:has(#name) button"), 422),
  ...rows("registre-personne", "/registre-des-jurys/:person", "full", registered),
  ...rows(
    "registre-personne",
    "/registre-des-jurys/:person",
    "error",
    async (tab, place) => {
      await registered(tab, place);
      await tab.locator("#name").fill("");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#name) button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows(
    "examens",
    "/examens",
    "empty",
    as(EXAMINER, () => "/examens"),
  ),
  ...rows(
    "examens",
    "/examens",
    "full",
    guestOf(examiner, () => "/examens"),
  ),
  ...rows("examen", "/examens/:group", "full", article),
  ...rows(
    "examen",
    "/examens/:group",
    "error",
    async (tab, place) => {
      await report(tab, place);
      await tab.locator("#mark-0-0").fill("vingt et un");
      const loaded = tab.waitForEvent("load");
      await tab.locator("main form:has(#mark-0-0) button").first().click();
      await loaded;
    },
    422,
  ),
  ...rows("jury", "/jurys/:jury", "full", jury),
  ...rows("jury", "/jurys/:jury", "error", pressed(jury, "main form:has(#to-day) button"), 422),
  ...rows("jury-annulation", "/jurys/:jury/annulation", "full", annulling),
  ...rows(
    "jury-annulation",
    "/jurys/:jury/annulation",
    "error",
    pressed(annulling, "main form:has(#ground) button"),
    422,
  ),
  ...rows("jury-candidat", "/jurys/:jury/candidats/:entry", "full", ruling),
  ...rows(
    "jury-candidat",
    "/jurys/:jury/candidats/:entry",
    "error",
    pressed(ruling, "main form:has(#why) button"),
    422,
  ),
  ...rows("mes-epreuves", "/mes-epreuves", "empty", async (tab, place) => {
    await signedIn(tab, place, { key: "without-exams" });
    await tab.goto(place.at("/mes-epreuves"));
  }),
  ...rows(
    "mes-epreuves",
    "/mes-epreuves",
    "full",
    as(CANDIDATE, () => "/mes-epreuves"),
  ),
  ...rows("mes-epreuves-recours", RESULT_APPEAL, "full", contests),
  ...rows("mes-epreuves-recours", RESULT_APPEAL, "error", pressed(contests, 'main form button[type="submit"]'), 422),
  ...rows(
    "apres-les-jurys",
    "/apres-les-jurys",
    "full",
    as(AUTHORITY, () => "/apres-les-jurys"),
  ),
  ...rows(
    "apres-les-jurys",
    "/apres-les-jurys",
    "error",
    pressed(
      as(SECRETARY, () => "/apres-les-jurys"),
      "main form button.ds-button",
    ),
    422,
  ),
];

export const certificationNotPages: PageTable["notPages"] = [
  { path: "/:school/jurys/:jury/proces-verbal", why: "the minutes as a PDF; the test of a jury reads it" },
  { path: "/:school/en/jurys/:jury/proces-verbal", why: "the same" },
  {
    path: "/:school/mes-epreuves/attestation/:enrolment",
    why: "the attestation as a PDF; the test of attestations reads it",
  },
  { path: "/:school/en/mes-epreuves/attestation/:enrolment", why: "the same" },
  {
    path: "/:school/mes-epreuves/convocation/:group",
    why: "the convocation as a PDF; the test of a candidate’s own pages reads it",
  },
  { path: "/:school/en/mes-epreuves/convocation/:group", why: "the same" },
];
