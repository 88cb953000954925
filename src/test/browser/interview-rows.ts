/** The rows of interviews: the office with its days, those who hold them, and a candidate with their own. */
import type { Page } from "playwright-core";
import { agreeGrid, proposeGrid, saveGrid } from "../../interviews/grid-acts.ts";
import { askToMove, convoke } from "../../interviews/convoke-acts.ts";
import { noteNeeds, postponeInterview } from "../../interviews/place-acts.ts";
import { planInterviewDay } from "../../interviews/plan-acts.ts";
import { openGrid } from "../../interviews/views.ts";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { anIntake, candidate } from "../dossiers.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, placed } from "../interviewing.ts";
import { actorOf, deed, giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const OFFICER: Who = { key: "officer", name: "Sacha Bernard", roles: ["admission-officer"] };
const NEW_INTERVIEWER: Who = { key: "new-interviewer", roles: ["interviewer"] };
const LONG = "de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
/** The page of the table is opened at ten in the morning of that day. */
const TODAY = "2026-11-25";
const LATER = "2027-05-10";
const SAID = "Situe bien le texte, et le relie à ce qu’elle a vu dans son service. ".repeat(4).trim();
const WORDS = { analysis: SAID, synthesis: "Courte.", expression: "Aisée.", fit: "Le projet est mûr." };

type Candidate = Invented & { readonly dossier: string };
type Made = {
  readonly intake: string;
  readonly later: ADay;
  readonly emptyDay: ADay;
  readonly planned: ADay;
  readonly called: { readonly who: Candidate; readonly id: string };
  readonly asking: { readonly who: Candidate; readonly id: string };
  readonly toPlace: Candidate;
  readonly toFill: string;
  readonly toAgree: string;
  readonly agreed: string;
  /** The account of one who holds those of today. */
  readonly ana: string;
};

const made = new WeakMap<World, Promise<Made>>();

function people({ served }: Place): Promise<Made> {
  if (!served.people) throw new NobodyToSignIn("it needs interviews, and the database is out of reach");
  const { world } = served.people;
  const found = made.get(world) ?? makePeople(world);
  made.set(world, found);
  return found;
}

async function makePeople(world: World): Promise<Made> {
  const who = await makeAccount(world, { name: "Lou Martin", address: "arranging-interviews@exemple.fr" });
  await giveRoles(world, who, ["admission-officer"]);
  const officer = await actorOf(world, await openedSession(world, who, ["password", "totp"]));
  const named = (name: string) => conforming(world, officer, { name });
  const people: Candidate[] = [];
  for (const name of ["Abadie", "Benoît", LONG, "Diallo", "Étienne", "Faure", "Garnier"])
    people.push(await named(name));
  const [called, asking, toPlace, gone, toFill, toAgree, agreed] = people as [Candidate, ...Candidate[]] & Candidate[];
  const intake = await anIntake(world);
  const later = await anInterviewDay(world, officer, { on: LATER });
  const emptyDay = await anInterviewDay(world, officer, { on: LATER, closes: "17:00" });
  const planned = await anInterviewDay(world, officer, { on: LATER, closes: "10:15", breaks: [] });
  const tell = (interview: string, at = world) => deed(at, convoke, officer, { interview, ground: "Vu." });
  const first = await placed(world, officer, later, called);
  await tell(first);
  const second = await placed(world, officer, later, { ...asking!, from: "09:30", then: "10:00" });
  await tell(second);
  await deed(world, askToMove, candidate(world, asking!), { interview: second, reason: SAID });
  const third = await placed(world, officer, later, { ...gone!, from: "10:45", then: "11:15" });
  await tell(third);
  await deed(world, postponeInterview, officer, { interview: third, reason: "Une grève des trains." });
  const need = { dossier: toPlace!.dossier, version: 0, extra: 33, away: [{ from: "09:00", to: "10:00" }] };
  await deed(world, noteNeeds, officer, need);
  await deed(world, planInterviewDay, officer, { day: planned.day, version: 1 });
  const early = { ...world, now: () => new Date("2026-11-24T09:00:00Z") };
  const today = await anInterviewDay(world, officer, { on: TODAY, opens: "07:00", closes: "19:00", breaks: [] });
  const held = async ({ dossier }: Candidate, from: string, then: string) => {
    const id = await placed(world, officer, today, { dossier, from, then });
    await tell(id, early);
    return id;
  };
  const filling = await held(toFill!, "07:00", "07:30");
  const agreeing = await held(toAgree!, "07:30", "08:00");
  const done = await held(agreed!, "08:00", "08:30");
  const [ana, bruno] = today.pair.members.map((one) => asInterviewer(world, one)) as [Actor, Actor];
  for (const interview of [agreeing, done]) {
    const own = { interview, version: 0, finish: true, appreciations: WORDS, remark: "" };
    for (const actor of [ana, bruno]) await deed(world, saveGrid, actor, own);
    await deed(world, proposeGrid, bruno, { interview, appreciations: WORDS, remark: "Deux avis proches." });
  }
  const seen = await view(world, openGrid, { actor: ana, establishment: SCHOOL, input: { id: done } });
  const proposal = seen.kind === "found" ? seen.value.proposal!.id : "";
  await deed(world, agreeGrid, ana, { interview: done, proposal });
  return {
    intake,
    later,
    emptyDay,
    planned,
    called: { who: called, id: first },
    asking: { who: asking!, id: second },
    toPlace: toPlace!,
    toFill: filling,
    toAgree: agreeing,
    agreed: done,
    ana: today.pair.members[0].slice("account:".length),
  };
}

type Open = (tab: Page, place: Place) => Promise<unknown>;
type State = PageRow["state"];
type More = { readonly status?: number; readonly apart?: string };
const rows = (page: string, path: string, state: State, open: Open, more: More = {}): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...more });

async function press(tab: Page, selector: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(selector).first().click();
  await loaded;
}

/** As the office, on the page that stands at an address of what was made. */
const asOfficer =
  (path: (there: Made) => string, then?: (tab: Page) => Promise<unknown>): Open =>
  async (tab, place) => {
    const there = await people(place);
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(path(there)));
    await then?.(tab);
  };

/** As somebody whose account is known. */
const asAccount =
  (account: (there: Made) => string, path: (there: Made) => string, then?: (tab: Page) => Promise<unknown>): Open =>
  async (tab, place) => {
    const there = await people(place);
    const { world } = place.served.people!;
    const value = await openedSession(world, { account: account(there) }, ["password", "totp"]);
    await tab.context().addCookies([{ name: SESSION_COOKIE, value, url: place.served.origin }]);
    await tab.goto(place.at(path(there)));
    await then?.(tab);
  };
const asAna = (path: (there: Made) => string, then?: (tab: Page) => Promise<unknown>) =>
  asAccount(({ ana }) => ana, path, then);
/** What nobody made. */
const notThere = (path: string) => asOfficer(() => `${path}/00000000-0000-4000-8000-000000000000`);
const own = ({ dossier }: Candidate) => `/deis/dossier/${dossier}/entretien`;

const DAY = "/entretiens/jour/:day";
const ONE = "/entretiens/un/:interview";
const GRID = "/mes-entretiens/:interview";
const OWN = "/:diploma/dossier/:dossier/entretien";
const SEND = "main form:has(textarea) button:not([name=finish])";

export const interviewRows: readonly PageRow[] = [
  ...rows(
    "entretiens",
    "/entretiens",
    "full",
    asOfficer(() => "/entretiens"),
  ),
  ...rows(
    "entretiens-nouveau",
    "/entretiens/nouveau/:intake",
    "full",
    asOfficer(({ intake }) => `/entretiens/nouveau/${intake}`),
  ),
  ...rows(
    "entretiens-nouveau",
    "/entretiens/nouveau/:intake",
    "error",
    asOfficer(
      ({ intake }) => `/entretiens/nouveau/${intake}`,
      (tab) => press(tab, "main form:has(#opens) .actions button"),
    ),
    { status: 422 },
  ),
  ...rows(
    "entretiens-jour",
    DAY,
    "full",
    asOfficer(({ later }) => `/entretiens/jour/${later.day}`),
  ),
  ...rows(
    "entretiens-jour",
    DAY,
    "full",
    asOfficer(({ planned }) => `/entretiens/jour/${planned.day}`),
    { apart: "planned" },
  ),
  ...rows(
    "entretiens-jour",
    DAY,
    "empty",
    asOfficer(({ emptyDay }) => `/entretiens/jour/${emptyDay.day}`),
  ),
  ...rows("entretiens-jour", DAY, "error", notThere("/entretiens/jour"), { status: 404 }),
  ...rows(
    "entretiens-modifier",
    `${DAY}/modifier`,
    "error",
    asOfficer(
      ({ later }) => `/entretiens/jour/${later.day}/modifier`,
      async (tab) => {
        await tab.locator("#opens").fill("tôt");
        await press(tab, "main form:has(#opens) .actions button");
      },
    ),
    { status: 422 },
  ),
  ...rows(
    "entretiens-modifier",
    `${DAY}/modifier`,
    "full",
    asOfficer(({ later }) => `/entretiens/jour/${later.day}/modifier`),
  ),
  ...rows(
    "entretiens-placer",
    `${DAY}/placer/:dossier`,
    "full",
    asOfficer(({ later, toPlace }) => `/entretiens/jour/${later.day}/placer/${toPlace.dossier}`),
  ),
  ...rows(
    "entretiens-placer",
    `${DAY}/placer/:dossier`,
    "error",
    asOfficer(
      ({ later, toPlace }) => `/entretiens/jour/${later.day}/placer/${toPlace.dossier}`,
      async (tab) => {
        await tab.locator("#analysisFrom").fill("9 h");
        await tab.locator("#interviewFrom").fill("9 h");
        await press(tab, "main form:has(#analysisFrom) button");
      },
    ),
    { status: 422 },
  ),
  ...rows(
    "entretiens-un",
    ONE,
    "full",
    asOfficer(({ asking }) => `/entretiens/un/${asking.id}`),
  ),
  ...rows(
    "entretiens-un",
    ONE,
    "full",
    asOfficer(({ agreed }) => `/entretiens/un/${agreed}`),
    { apart: "agreed" },
  ),
  ...rows("entretiens-un", ONE, "error", notThere("/entretiens/un"), { status: 404 }),
  ...rows(
    "entretiens-deplacer",
    `${ONE}/deplacer`,
    "error",
    asOfficer(
      ({ called }) => `/entretiens/un/${called.id}/deplacer`,
      async (tab) => {
        await tab.locator("#analysisFrom").fill("tôt");
        await press(tab, "main form:has(#analysisFrom) button");
      },
    ),
    { status: 422 },
  ),
  ...rows(
    "entretiens-deplacer",
    `${ONE}/deplacer`,
    "full",
    asOfficer(({ called }) => `/entretiens/un/${called.id}/deplacer`),
  ),
  ...rows(
    "mes-entretiens",
    "/mes-entretiens",
    "full",
    asAna(() => "/mes-entretiens"),
  ),
  ...rows("mes-entretiens", "/mes-entretiens", "empty", async (tab, place) => {
    await signedIn(tab, place, NEW_INTERVIEWER);
    await tab.goto(place.at("/mes-entretiens"));
  }),
  ...rows(
    "grille",
    GRID,
    "full",
    asAna(({ toFill }) => `/mes-entretiens/${toFill}`),
  ),
  ...rows(
    "grille",
    GRID,
    "error",
    asAna(
      ({ toFill }) => `/mes-entretiens/${toFill}`,
      (tab) => press(tab, "button[name=finish]:not([aria-hidden])"),
    ),
    { status: 422 },
  ),
  ...rows(
    "grille",
    GRID,
    "full",
    asAna(({ toAgree }) => `/mes-entretiens/${toAgree}`),
    { apart: "to agree" },
  ),
  ...rows(
    "grille",
    GRID,
    "full",
    asAna(({ agreed }) => `/mes-entretiens/${agreed}`),
    { apart: "agreed" },
  ),
  ...rows(
    "entretien",
    OWN,
    "full",
    asAccount(
      ({ called }) => called.who.account,
      ({ called }) => own(called.who),
    ),
  ),
  ...rows(
    "entretien",
    OWN,
    "empty",
    asAccount(
      ({ toPlace }) => toPlace.account,
      ({ toPlace }) => own(toPlace),
    ),
  ),
  ...rows(
    "entretien",
    OWN,
    "error",
    asAccount(
      ({ called }) => called.who.account,
      ({ called }) => own(called.who),
      async (tab) => {
        await tab.locator("main details summary").click();
        await press(tab, SEND);
      },
    ),
    { status: 422 },
  ),
];

export const interviewNotPages: PageTable["notPages"] = ["", "/en"].flatMap((lang) => [
  {
    path: `/:school${lang}${GRID}/texte`,
    why: "the text that a candidate handed in, as the file itself; a test reads it",
  },
  { path: `/:school${lang}/mon-calendrier/:entry`, why: "an entry for an agenda; the test of calendars reads it" },
  { path: `/:school${lang}/calendrier/:token`, why: "a calendar for programs; the same test reads it" },
]);
