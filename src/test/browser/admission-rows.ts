/** The rows of admission: candidacies in every state, a commission that sits and one that closed, and what a candidate reads. */
import type { Page } from "playwright-core";
import type { World } from "../../act/world.ts";
import { recordAppeal } from "../../admission/appeal-acts.ts";
import { decideEligibility, decideRelief } from "../../admission/decide-acts.ts";
import { letIntoIntake } from "../../admission/let-in.ts";
import { declinePlace } from "../../admission/place-acts.ts";
import {
  acting,
  type Conforming,
  conforming,
  eligible,
  sittingCommission,
  WITH_A_CONTESTED_TITLE,
  WITH_A_MASTER,
  closed,
} from "../admissions.ts";
import { DECLARED_IN_FULL } from "../dossiers.ts";
import { openedIntake } from "../intakes.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { deed, openedSession, stateGuest } from "../people.ts";
import {
  inBothLanguages,
  NobodyToSignIn,
  type PageRow,
  type PageTable,
  type Place,
  signedIn,
  outdated,
} from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "admitting", name: "Ines Vidal", roles: ["head-of-training"] };
const OFFICER: Who = { key: "admission-officer-of-admissions", name: "Sacha Bernard", roles: ["admission-officer"] };
const PARTNER: Who = { key: "partner", name: "Paul Nguyen", roles: ["partner-establishment"] };
const AUTHORITY: Who = { key: "authority", name: "Service régional", roles: ["authority"] };
const LONG = "Marie-Antoinette-Joséphine de-Villeneuve-Saint-Georges-d’Aumont-Montmorency-Luxembourg";

type Made = {
  readonly bare: string;
  readonly sitting: string;
  /** One that could close. */
  readonly ready: string;
  readonly settled: string;
  readonly settledIntake: string;
  readonly people: Readonly<
    Record<"fresh" | "long" | "contested" | "proposed" | "offered" | "declined" | "refused" | "appealed", Conforming>
  >;
};

const made = new WeakMap<World, Promise<Made>>();

/** People in every state, made once. */
function world(place: Place): { world: World; all: Promise<Made> } {
  const { served } = place;
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  const { world: here } = served.people;
  const found = made.get(here) ?? makeAll(here);
  made.set(here, found);
  return { world: here, all: found };
}

async function makeAll(here: World): Promise<Made> {
  const head = () => acting(here, ["head-of-training"]);
  const label = (fr: string) => ({ label: { fr, en: fr } });
  const bare = (await openedIntake(here, label("Rentrée sans commission"))).id;
  const open = (await openedIntake(here, label("Rentrée où la commission siège"))).id;
  const settledIntake = (await openedIntake(here, { ...label("Rentrée dont la liste est arrêtée"), places: 3 })).id;
  const fresh = await conforming(here, "Ada Martin", DECLARED_IN_FULL, open);
  const long = await conforming(here, LONG, WITH_A_MASTER, open);
  await deed(here, decideEligibility, head(), {
    dossier: long.dossier,
    outcome: "eligible",
    ground: "Le titre est de ce niveau. ".repeat(12),
  });
  const opinion = {
    on: "2026-11-02",
    members: Array.from({ length: 6 }, (_, at) => ({ name: `${LONG} ${at}`, quality: "responsable de la formation" })),
    favourable: true,
    text: "L’instance est favorable. ".repeat(10),
  };
  await deed(here, decideRelief, head(), { dossier: long.dossier, grants: [{ unit: "UF1.1", hours: 20 }], opinion });
  const contested = await conforming(here, "Eva Morel", WITH_A_CONTESTED_TITLE, open);
  await deed(here, decideEligibility, head(), { dossier: contested.dossier, outcome: "eligible", ground: "Vu." });
  const proposed = await eligible(here, "Bo Girard", open);
  const sitting = await sittingCommission(here, open, [
    [proposed.dossier, "waiting"],
    [long.dossier, "refused"],
  ]);
  const one = (name: string) => eligible(here, name, settledIntake);
  const [offered, declined, waiting, refused, appealed] = [
    await one("Cy Roux"),
    await one("Di Blanc"),
    await one(LONG),
    await one("Fa Noir"),
    await one("Gil Vert"),
  ];
  const settled = await sittingCommission(here, settledIntake, [
    [offered.dossier, "admitted"],
    [declined.dossier, "admitted"],
    [(await one("Lou Petit")).dossier, "admitted"],
    [waiting.dossier, "waiting"],
    [refused.dossier, "refused"],
    [appealed.dossier, "refused"],
  ]);
  await closed(here, settled);
  await deed(here, declinePlace, declined.actor, { dossier: declined.dossier });
  const text = "Je demande que mon projet soit relu. ".repeat(6);
  await deed(here, recordAppeal, head(), { dossier: appealed.dossier, receivedOn: "2026-11-20", text });
  const people = { fresh, long, contested, proposed, offered, declined, refused, appealed };
  const { actor: inside } = await stateGuest(here, LONG);
  await stateGuest(here, "Solange Préfet");
  await deed(here, letIntoIntake, head(), { intake: settledIntake, guest: inside.guest });
  const readyIntake = (await openedIntake(here, label("Rentrée prête à être arrêtée"))).id;
  const ready = await sittingCommission(here, readyIntake, [
    [(await eligible(here, "Max Rose", readyIntake)).dossier, "admitted"],
  ]);
  return { bare, sitting, ready, settled, settledIntake, people };
}

type Open = (tab: Page, place: Place) => Promise<unknown>;
type Path = (made: Made) => string;
const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const as =
  (who: Who, path: Path): Open =>
  async (tab, place) => {
    const all = await world(place).all;
    await signedIn(tab, place, who);
    await tab.goto(place.at(path(all)));
  };

async function press(tab: Page, button: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(button).click();
  await loaded;
}

/** The form sent as it stands, once something is wrong with it. */
const sent =
  (who: Who, path: Path, spoil: (tab: Page) => Promise<unknown> = async () => {}): Open =>
  async (tab, place) => {
    await as(who, path)(tab, place);
    await spoil(tab);
    await press(tab, "main form:last-of-type button[type=submit] >> nth=-1");
  };

const CANDIDACY = "/admissions/candidatures/:dossier";
const COMMISSION = "/admissions/commissions/:commission";
const of =
  (who: keyof Made["people"], below = "") =>
  ({ people }: Made) =>
    `/admissions/candidatures/${people[who].dossier}${below}`;
const sitting =
  (below = "") =>
  (all: Made) =>
    `/admissions/commissions/${all.sitting}${below}`;

const OPEN_TO = "/admissions/campagnes/:intake/autorite";
const openTo: Path = ({ settledIntake }) => `/admissions/campagnes/${settledIntake}/autorite`;
const settledMinutes: Path = ({ settled }) => `/admissions/commissions/${settled}/pv-signe`;

const form = (page: string, below: string, who: keyof Made["people"], spoil?: (tab: Page) => Promise<unknown>) => [
  ...rows(page, `${CANDIDACY}${below}`, "full", as(HEAD, of(who, below))),
  ...rows(page, `${CANDIDACY}${below}`, "error", sent(HEAD, of(who, below), spoil), 422),
];

/** Their own page, by a session of theirs. */
const own =
  (
    who: keyof Made["people"],
    below = "",
    then: (tab: Page, place: Place, one: Conforming) => Promise<unknown> = async () => {},
  ): Open =>
  async (tab, place) => {
    const { world: here, all } = world(place);
    const one = (await all).people[who];
    const value = await openedSession(here, one.who, ["password"]);
    await tab.context().addCookies([{ name: SESSION_COOKIE, value, url: place.served.origin }]);
    await tab.goto(place.at(`/deis/dossier/${one.dossier}/admission${below}`));
    await then(tab, place, one);
  };

export const admissionRows: readonly PageRow[] = [
  ...rows(
    "admissions",
    "/admissions",
    "full",
    as(OFFICER, ({ settledIntake }) => `/admissions?campagne=${settledIntake}`),
  ),
  ...rows(
    "admissions",
    "/admissions",
    "empty",
    as(OFFICER, ({ bare }) => `/admissions?campagne=${bare}`),
  ),
  ...rows("candidacy", CANDIDACY, "full", as(HEAD, of("fresh"))),
  ...rows("candidacy", CANDIDACY, "very long", as(HEAD, of("long"))),
  ...rows("candidacy", CANDIDACY, "empty", as(HEAD, of("contested"))),
  ...form("eligibility", "/recevabilite", "long", (tab) => tab.locator("#verdict-0-2").check()),
  ...form("relief", "/allegements", "long", (tab) => tab.locator("#hours-0").fill("beaucoup")),
  ...form("authority-answer", "/autorite", "contested"),
  ...rows("authority-answer", `${CANDIDACY}/autorite`, "empty", as(AUTHORITY, of("contested", "/autorite"))),
  ...form("appeal", "/recours", "refused"),
  ...rows("appeal", `${CANDIDACY}/recours`, "very long", as(HEAD, of("appealed", "/recours"))),
  ...form("recorded-answer", "/reponse", "offered"),
  ...form("place-again", "/place", "declined"),
  ...rows(
    "convene",
    "/admissions/campagnes/:intake/commission",
    "full",
    as(OFFICER, ({ bare }) => `/admissions/campagnes/${bare}/commission`),
  ),
  ...rows(
    "convene",
    "/admissions/campagnes/:intake/commission",
    "error",
    sent(
      OFFICER,
      ({ bare }) => `/admissions/campagnes/${bare}/commission`,
      (tab) => tab.locator("#heldOn-day").fill("45"),
    ),
    422,
  ),
  ...rows("open-to", OPEN_TO, "full", as(OFFICER, openTo)),
  ...rows("open-to", OPEN_TO, "error", sent(OFFICER, openTo), 422),
  ...rows(
    "commissions",
    "/admissions/commissions",
    "full",
    as(HEAD, () => "/admissions/commissions"),
  ),
  ...rows(
    "commissions",
    "/admissions/commissions",
    "empty",
    as(PARTNER, () => "/admissions/commissions"),
  ),
  ...rows("commission", COMMISSION, "full", as(HEAD, sitting())),
  ...rows(
    "commission",
    COMMISSION,
    "very long",
    as(HEAD, ({ settled }) => `/admissions/commissions/${settled}`),
  ),
  ...rows("signed-minutes", `${COMMISSION}/pv-signe`, "full", as(OFFICER, settledMinutes)),
  ...rows("signed-minutes", `${COMMISSION}/pv-signe`, "error", sent(OFFICER, settledMinutes), 422),
  ...form("signed-protocol", "/protocole-signe", "long"),
  ...rows("members", `${COMMISSION}/membres`, "full", as(OFFICER, sitting("/membres"))),
  ...rows(
    "members",
    `${COMMISSION}/membres`,
    "error",
    sent(OFFICER, sitting("/membres"), (tab) => tab.locator("#heldOn-day").fill("45")),
    422,
  ),
  ...rows(
    "proposal",
    `${COMMISSION}/decision/:dossier`,
    "full",
    as(OFFICER, (all) => sitting(`/decision/${all.people.proposed.dossier}`)(all)),
  ),
  ...rows(
    "proposal",
    `${COMMISSION}/decision/:dossier`,
    "error",
    sent(OFFICER, (all) => sitting(`/decision/${all.people.contested.dossier}`)(all)),
    422,
  ),
  ...rows("closing", `${COMMISSION}/clore`, "empty", as(HEAD, sitting("/clore"))),
  ...rows(
    "closing",
    `${COMMISSION}/clore`,
    "full",
    as(HEAD, ({ ready }) => `/admissions/commissions/${ready}/clore`),
  ),
  ...rows(
    "outdated-form",
    `${COMMISSION}/clore`,
    "error",
    outdated(as(HEAD, ({ ready }) => `/admissions/commissions/${ready}/clore`)),
    403,
  ),
  ...rows(
    "lists",
    "/admissions/listes",
    "full",
    as(AUTHORITY, () => "/admissions/listes"),
  ),
  ...rows(
    "list",
    "/admissions/listes/:commission",
    "full",
    as(AUTHORITY, ({ settled }) => `/admissions/listes/${settled}`),
  ),
  ...rows("own-admission", "/:diploma/dossier/:dossier/admission", "full", own("offered")),
  ...rows("own-admission", "/:diploma/dossier/:dossier/admission", "very long", own("long")),
  ...rows("own-appeal", "/:diploma/dossier/:dossier/recours", "full", own("refused", "/../recours")),
  ...rows(
    "own-appeal",
    "/:diploma/dossier/:dossier/recours",
    "error",
    own("refused", "/../recours", (tab) => press(tab, "main form button.ds-button")),
    422,
  ),
  ...rows("own-answer", "/:diploma/dossier/:dossier/admission/:answer", "full", own("offered", "/accepter")),
  ...rows(
    "outdated-form",
    "/:diploma/dossier/:dossier/admission/:answer",
    "error",
    outdated(own("offered", "/accepter")),
    403,
  ),
];

export const admissionNotPages: PageTable["notPages"] = [
  ...["", "/en"].flatMap((lang) => [
    { path: `/:school${lang}${CANDIDACY}/protocole.pdf`, why: "a relief protocol, as a PDF; a test reads it" },
    { path: `/:school${lang}/:diploma/dossier/:dossier/admission/protocole.pdf`, why: "the same, for the person" },
  ]),
  {
    path: "/:school/admissions/commissions/:commission/pv.pdf",
    why: "the minutes of a commission, as a PDF; a test reads it",
  },
  { path: "/:school/en/admissions/commissions/:commission/pv.pdf", why: "the same" },
  { path: "/:school/admissions/listes/:commission.pdf", why: "the list of the admitted, as a PDF; a test reads it" },
  { path: "/:school/en/admissions/listes/:commission.pdf", why: "the same" },
];
