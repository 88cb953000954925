/** The rows of field studies: proposals, a group, its agreements and its report, as the office and a trainee meet them. */
import { Readable } from "node:stream";
import type { Page } from "playwright-core";
import type { Actor } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { receiveUpload } from "../../files/receive.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import {
  drawUpAgreement,
  drawUpPartnership,
  recordSignedAgreement,
  signAgreement,
} from "../../training/study/agreement-acts.ts";
import { planStudyDays } from "../../training/study/day-acts.ts";
import { formStudyGroup } from "../../training/study/group-acts.ts";
import { acceptStudy, enterStudy } from "../../training/study/proposal-acts.ts";
import { withdrawHost } from "../../training/study/withdrawing-acts.ts";
import { depositReport } from "../../training/study/report-acts.ts";
import { candidate } from "../dossiers.ts";
import { actorOf, deed, type Invented, openedSession } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { anAccepted, enrolled, type Person } from "../trainees.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "studies", name: "Camille Vidal", roles: ["head-of-training"] };
const DIRECTOR: Who = { key: "study-director", name: "Dominique Roy", roles: ["director"] };
const TRAINER: Who = { key: "study-trainer", name: "Louis Fabre", roles: ["trainer"] };
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };
const LONG = "Wilhelmine-Joséphine d’Aumont-Montmorency-Villeneuve";

type Open = (tab: Page, place: Place) => Promise<unknown>;
type World = NonNullable<Place["served"]["people"]>["world"];
type Made = {
  readonly trainee: Person;
  readonly other: Person;
  readonly goes: Person;
  readonly enrolment: string;
  readonly alone: string;
  readonly proposed: string;
  readonly study: string;
  readonly group: string;
  readonly agreement: string;
  /** A study whose organisation withdrew, its group, and somebody who was in it. */
  readonly left: { readonly study: string; readonly group: string; readonly enrolment: string };
};

const SAID = {
  signatory: { name: "Odile Garance", quality: "présidente de l’association" },
  object: "Accès aux droits de personnes hébergées : mesure, obstacles, leviers.",
  course: "Cinq semaines entre janvier et avril ; points d’étape mensuels.",
};

let made: Promise<Made> | undefined;

/** One study for all rows, made the first time that one asks for it. */
async function studying(tab: Page, place: Place): Promise<Made> {
  const { people } = place.served;
  if (!people) throw new NobodyToSignIn("it needs a field study, and the database is out of reach");
  const { world } = people;
  const head = await actor(world, await signedIn(tab, place, HEAD));
  const director = await actor(world, await signedIn(tab, place, DIRECTOR));
  const trainer = await signedIn(tab, place, TRAINER);
  return (made ??= make(world, { head, director, trainer }));
}

const actor = async (world: World, person: Invented): Promise<Actor> =>
  actorOf(world, await openedSession(world, person, ["password", "totp"]));

type Cast = { readonly head: Actor; readonly director: Actor; readonly trainer: Invented };

async function make(world: World, { head, director, trainer }: Cast): Promise<Made> {
  const today = dayIn(world.now(), world.zone("faire-ess"));
  const days = { startsOn: addDays(today, -30), endsOn: addDays(today, 700) };
  const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name: "Études 2026-2029", ...days });
  const trainee = await anAccepted(world, { name: LONG });
  const mate = await anAccepted(world, { name: "Basile Combes" });
  const other = await anAccepted(world, { name: "Célia Vernet" });
  const enrolment = await enrolled(world, head, trainee, cohort);
  const second = await enrolled(world, head, mate, cohort);
  const alone = await enrolled(world, head, other, cohort);
  const goes = await anAccepted(world, { name: `Ève ${LONG}` });
  const goesToo = await anAccepted(world, { name: "Fanny Roux" });
  const leaver = await enrolled(world, head, goes, cohort);
  const mateOfLeaver = await enrolled(world, head, goesToo, cohort);
  const said = { diploma: "deis", contact: "Odile Garance", object: SAID.object, place: "Castelnau-le-Lez" };
  const contactAddress = "direction@association-de-l-exemple.fr";
  const first = await deed(world, enterStudy, head, { ...said, organisation: "Mutuelle de l’Exemple" });
  const organisation = "Association départementale de l’Exemple, hébergement et insertion";
  const { study } = await deed(world, enterStudy, head, { ...said, organisation, contactAddress });
  await deed(world, acceptStudy, head, { study });
  const span = { from: today, until: addDays(today, 120) };
  const partnership = await deed(world, drawUpPartnership, head, { study, ...SAID, ...span });
  const account = (one: Actor) => (one.kind === "account" ? one.account : "");
  const sent = async (by: string, pages: number) => {
    const stream = Readable.from([Buffer.from(pdf({ pages }))]);
    const given = { establishment: "faire-ess", account: by, stream, name: "papier.pdf" };
    const received = await receiveUpload(world, given);
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
  };
  const onPaper = async (agreement: string, parties: string[]) =>
    deed(world, recordSignedAgreement, head, { agreement, parties, upload: await sent(account(head), 2) });
  await onPaper(partnership.agreement, ["school", "site"]);
  const members = [enrolment, second];
  const { group } = await deed(world, formStudyGroup, head, { study, cohort, name: "Groupe A", members });
  const referents = [{ name: "Rachid Amrani", qualification: "chef de service éducatif, CAFERUIS" }];
  const drawn = await deed(world, drawUpAgreement, head, { group, ...SAID, ...span, referents });
  const { agreement, shown } = drawn;
  await deed(world, signAgreement, director, { agreement, shown, words: "Je signe." });
  await onPaper(agreement, ["site", ...members]);
  const lesson = { trainer: `account:${trainer.account}`, subject: "Premiers entretiens" };
  const half = { from: "09:00", to: "12:30" };
  const ahead = [5, 6].map((later) => ({ ...lesson, ...half, on: addDays(today, later) }));
  await deed(world, planStudyDays, head, { group, lessons: ahead });
  const report = { enrolment, upload: await sent(trainee.account, 12) };
  await deed(world, depositReport, candidate(world, trainee), report);
  const whole = { enrolment, upload: await sent(trainee.account, 32) };
  await deed(world, depositReport, candidate(world, trainee), whole);
  // Another version, which nobody has signed yet.
  const next = await deed(world, drawUpAgreement, head, { group, ...SAID, ...span, referents });
  const left = await deed(world, enterStudy, head, { ...said, organisation: `Fondation ${LONG}` });
  await deed(world, acceptStudy, head, { study: left.study });
  const gone = [leaver, mateOfLeaver];
  const formed = await deed(world, formStudyGroup, head, { study: left.study, cohort, name: LONG, members: gone });
  const ground = "Le site ferme, et l’association rend son agrément. ".repeat(8).trim();
  await deed(world, withdrawHost, head, { study: left.study, on: today, ground });
  return {
    trainee,
    other,
    goes,
    enrolment,
    alone,
    proposed: first.study,
    study,
    group,
    agreement: next.agreement,
    left: { study: left.study, group: formed.group, enrolment: leaver },
  };
}

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const as =
  (who: Who, path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await studying(tab, place);
    await signedIn(tab, place, who);
    await tab.goto(place.at(path(of)));
  };

const asTrainee =
  (whose: "trainee" | "other" | "goes", path: (of: Made) => string): Open =>
  async (tab, place) => {
    const of = await studying(tab, place);
    const value = await openedSession(place.served.people!.world, of[whose], ["password"]);
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

const STUDIES = "/etudes-de-terrain";
const STUDY = "/etudes-de-terrain/:study";
const GROUP = "/groupes-d-etude/:group";
const MINE = "/formation/:enrolment/etude";
const SIGN = "/conventions-d-etude/:agreement/signer";

const list = as(HEAD, () => STUDIES);
const proposal = as(HEAD, ({ proposed }) => `${STUDIES}/${proposed}`);
const study = as(HEAD, (of) => `${STUDIES}/${of.study}`);
const partnership = as(HEAD, (of) => `${STUDIES}/${of.study}/convention`);
const group = as(HEAD, (of) => `/groupes-d-etude/${of.group}`);
const agreement = as(HEAD, (of) => `/groupes-d-etude/${of.group}/convention`);
const signing = as(DIRECTOR, (of) => `/conventions-d-etude/${of.agreement}/signer`);
const mine = asTrainee("trainee", ({ enrolment }) => `/formation/${enrolment}/etude`);
const signingMine = asTrainee("trainee", ({ enrolment }) => `/formation/${enrolment}/etude/convention`);

/** What a form had filled in is emptied first, so that something is wrong with it. */
const emptied =
  (open: Open, field: string): Open =>
  async (tab, place) => {
    await open(tab, place);
    await tab.locator(field).fill("");
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

export const studyRows: readonly PageRow[] = [
  ...rows("etudes-de-terrain", STUDIES, "full", list),
  ...rows(
    "etudes-de-terrain",
    STUDIES,
    "very long",
    as(AUDITOR, () => STUDIES),
  ),
  ...rows("etudes-de-terrain", STUDIES, "error", pressed(list, "main form button.ds-button"), 422),
  ...rows("etude-de-terrain", STUDY, "full", study),
  ...rows("etude-de-terrain", STUDY, "empty", proposal),
  ...rows("etude-de-terrain", STUDY, "error", pressed(proposal, "main form button.ds-button"), 422),
  ...rows(
    "etude-de-terrain",
    STUDY,
    "very long",
    as(HEAD, ({ left }) => `${STUDIES}/${left.study}`),
  ),
  ...rows(
    "groupe-d-etude",
    GROUP,
    "very long",
    as(HEAD, ({ left }) => `/groupes-d-etude/${left.group}`),
  ),
  ...rows(
    "formation-etude",
    MINE,
    "very long",
    asTrainee("goes", ({ left }) => `/formation/${left.enrolment}/etude`),
  ),
  ...rows("etude-convention", `${STUDY}/convention`, "full", partnership),
  ...rows("etude-convention", `${STUDY}/convention`, "error", emptied(partnership, "#signatory"), 422),
  ...rows("groupe-d-etude", GROUP, "full", group),
  ...rows("groupe-d-etude", GROUP, "error", pressed(group, "main form:has(#on-day) button"), 422),
  ...rows("groupe-d-etude-convention", `${GROUP}/convention`, "full", agreement),
  ...rows("groupe-d-etude-convention", `${GROUP}/convention`, "error", emptied(agreement, "#referent1"), 422),
  ...rows("convention-d-etude-signer", SIGN, "full", signing),
  ...rows("convention-d-etude-signer", SIGN, "error", pressed(signing, "main form button.ds-button"), 422),
  ...rows("formation-etude", MINE, "full", mine),
  ...rows("formation-etude", MINE, "error", pressed(mine, "main form button.ds-button"), 422),
  ...rows(
    "formation-etude",
    MINE,
    "empty",
    asTrainee("other", ({ alone }) => `/formation/${alone}/etude`),
  ),
  ...rows("formation-etude-convention", `${MINE}/convention`, "full", signingMine),
  ...rows(
    "formation-etude-convention",
    `${MINE}/convention`,
    "error",
    pressed(signingMine, "main form button.ds-button"),
    422,
  ),
];

export const studyNotPages: PageTable["notPages"] = [
  {
    path: "/:school/conventions-d-etude/:agreement/pdf",
    why: "an agreement as it is signed, a PDF; its test prints it",
  },
  { path: "/:school/en/conventions-d-etude/:agreement/pdf", why: "the same" },
];
