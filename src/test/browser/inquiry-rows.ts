/** The rows of the public check and of the path with its price: each question empty, filled and refused, and the answers. */
import type { Page } from "playwright-core";
import { APPLY, foreign, fullAnswers, named, noMoreTitles, PATH, theRest, worked } from "../journeys/answers.ts";
import { date, type Filled, fillAll, type Send } from "../journeys/sent-forms.ts";
import { inBothLanguages, type PageRow, type Place } from "./pages.ts";

type Prepared = { readonly page: string; readonly path: string; readonly after: readonly Filled[] };
type Open = (page: Page, place: Place) => Promise<unknown>;

/** Sends the forms that come before with the tab's own cookies, which is what a person would have done. */
async function prepare(page: Page, place: Place, steps: readonly Filled[]): Promise<void> {
  const send: Send = async (method, path, body) => {
    const answer = await page.request.fetch(place.at(path), {
      method,
      maxRedirects: 0,
      ...(body !== undefined && { data: body, headers: { "content-type": "application/x-www-form-urlencoded" } }),
    });
    return { status: answer.status(), location: answer.headers().location, text: await answer.text() };
  };
  await fillAll(send, steps);
}

/** Presses the first such button and waits for the page that comes. */
async function press(tab: Page, button: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(button).first().click();
  await loaded;
}

const pattern = (path: string) => `/:diploma${path.slice("/deis".length).replace(/\/\d+/, "/:item")}`;

function shown(state: PageRow["state"], { page, path, after }: Prepared, status?: number): PageRow[] {
  const open: Open = async (tab, place) => {
    await prepare(tab, place, after);
    await tab.goto(place.at(path));
  };
  return inBothLanguages({
    page,
    path: path.startsWith("/deis") ? pattern(path) : path,
    state,
    open,
    ...(status && { status }),
  });
}

/** The form as it is, or spoilt first, then sent. */
function refused({ page, path, after }: Prepared, spoil: (tab: Page) => Promise<unknown> = async () => {}): PageRow[] {
  const open: Open = async (tab, place) => {
    await prepare(tab, place, after);
    await tab.goto(place.at(path));
    await spoil(tab);
    await press(tab, "main form button.ds-button");
  };
  return inBothLanguages({
    page,
    path: path.startsWith("/deis") ? pattern(path) : path,
    state: "error",
    status: 422,
    open,
  });
}

/** A button whose only fault is that the page was left open until its cookie was gone: one page says so for all. */
function outdated({ path, after }: Omit<Prepared, "page">, button: string, landsOn = path): PageRow[] {
  const open: Open = async (tab, place) => {
    await prepare(tab, place, after);
    await tab.goto(place.at(path));
    await tab.context().clearCookies();
    await press(tab, button);
  };
  return inBothLanguages({
    page: "outdated-form",
    path: landsOn.startsWith("/deis") ? pattern(landsOn) : landsOn,
    state: "error",
    status: 403,
    open,
  });
}

const spoilDate = (name: string) => (tab: Page) => tab.locator(`#${name}-day`).fill("99");

function titleRows(base: string, journey: string): PageRow[] {
  const opened = [
    foreign(base, { level: "6", years: "3" }),
    named(base, "DEASS", [30, 6, 2021], date("started", 4, 9, 2017)),
  ];
  const one = (name: string, path: string, after: readonly Filled[]): Prepared => ({
    page: `${journey}-${name}`,
    path: `${base}/${path}`,
    after,
  });
  return [
    ...shown("empty", one("titres", "titres", [])),
    ...shown("full", one("titres", "titres", [...opened, noMoreTitles(base)])),
    ...refused(one("titres", "titres", opened)),
    ...searched(one("titres", "titres", opened)),
    ...shown("full", one("titre", "titre/1", opened)),
    ...shown("very long", one("titre", "titre/2", opened)),
    ...refused(one("titre", "titre/1", opened), spoilDate("awarded")),
    ...shown("full", one("titre-retirer", "titre/1/retirer", opened)),
    ...refused(one("titre-retirer", "titre/1/retirer", opened)),
  ];
}

/** What some letters find. */
function searched({ page, path, after }: Prepared): PageRow[] {
  const open: Open = async (tab, place) => {
    await prepare(tab, place, after);
    await tab.goto(place.at(path));
    await tab.locator("#q").fill("social");
    await press(tab, "main form button.ds-button");
  };
  return inBothLanguages({ page, path: pattern(path), state: "very long", open });
}

const nothing = [noMoreTitles(APPLY)];
const manyPeriods = Array.from({ length: 40 }, (_, at) =>
  worked({ from: [1, 1 + (at % 12), 1985 + at], to: [28, 12, 1985 + at], percent: String(10 + 2 * at) }),
);
const everyTitle = ["DEASS", "DEES", "DEEJE", "CAFERUIS", "CAFDES", "DSTS", "IDE", "DETISF", "DEME"].map((title, at) =>
  named(APPLY, title, [1, 7, 1990 + at]),
);
const long: readonly Filled[] = [...everyTitle, noMoreTitles(APPLY), ...manyPeriods, ...theRest];

const apply = (page: string, path: string, after: readonly Filled[]): Prepared => ({
  page: `candidater${page}`,
  path: `${APPLY}${path}`,
  after,
});

const questionRows: PageRow[] = [
  // The list of diplomas is the first question.
  ...shown("full", apply("-titres", "", [])).map((row) => ({ ...row, apart: "at the start" })),
  ...outdated({ path: APPLY, after: [] }, "main form button.ds-button", `${APPLY}/titres`),
  ...titleRows(APPLY, "candidater"),
  ...shown("empty", apply("-experience", "/experience", nothing)),
  ...shown("full", apply("-experience", "/experience", fullAnswers)),
  ...shown("very long", apply("-experience", "/experience", long)),
  ...refused(apply("-experience", "/experience", nothing), spoilDate("from")),
  ...shown("full", apply("-periode", "/periode/3", fullAnswers)),
  ...refused(apply("-periode", "/periode/3", fullAnswers), spoilDate("from")),
  ...shown("full", apply("-periode-retirer", "/periode/3/retirer", fullAnswers)),
  ...refused(apply("-periode-retirer", "/periode/3/retirer", fullAnswers)),
  ...shown("full", apply("-corps", "/corps", fullAnswers)),
  ...refused(apply("-corps", "/corps", nothing)),
  ...shown("full", apply("-dispense", "/dispense", fullAnswers)),
  ...refused(apply("-dispense", "/dispense", nothing)),
];

/** Answers, then keeps them from the result of a journey. */
const keep =
  (base: string, after: readonly Filled[]): Open =>
  async (tab, place) => {
    await prepare(tab, place, after);
    await tab.goto(place.at(`${base}/resultat`));
    const folds = tab.locator("main details:not([open]):has(form[action$='/conserver']) > summary");
    for (const fold of await folds.all()) await fold.click();
    await press(tab, "form[action$='/conserver'] button");
  };
const keepAnswer = keep(APPLY, fullAnswers);

/** What was kept, opened again. */
function opened(state: PageRow["state"], kept: Open): PageRow[] {
  return inBothLanguages({
    page: "reponse-ouverte",
    path: "/reponse/ouverte",
    state,
    open: async (tab, place) => {
      await kept(tab, place);
      await tab.goto(place.at("/reponse/ouverte"));
    },
  });
}

const answerRows: PageRow[] = [
  ...shown("empty", apply("-resultat", "/resultat", [...nothing, ...theRest])),
  ...shown("full", apply("-resultat", "/resultat", fullAnswers)),
  ...shown("very long", apply("-resultat", "/resultat", long)),
  ...inBothLanguages({
    page: "candidater-conservee",
    path: "/:diploma/candidater/conservee",
    state: "full",
    open: keepAnswer,
  }),
  ...shown("full", apply("-efface", "/efface", [])),
  ...shown("full", apply("-effacer", "/effacer", fullAnswers)),
  ...refused(apply("-effacer", "/effacer", fullAnswers)),
  ...outdated({ path: `${APPLY}/effacer`, after: fullAnswers }, "main form button.ds-button"),
  ...shown("full", { page: "reponse", path: "/reponse", after: [] }),
  ...refused({ page: "reponse", path: "/reponse", after: [] }),
  ...opened("full", keepAnswer),
  ...inBothLanguages({
    page: "outdated-form",
    path: "/reponse/ouverte",
    state: "error",
    status: 403,
    open: async (tab, place) => {
      await keepAnswer(tab, place);
      await tab.goto(place.at("/reponse/ouverte"));
      await tab.context().clearCookies();
      await press(tab, "main form:not([action$='/commencer']) button");
    },
  }),
  ...shown("full", { page: "reponse-supprimee", path: "/reponse/supprimee", after: [] }),
  ...shown("full", { page: "reponse-supprimer", path: "/reponse/supprimer", after: [] }),
  ...refused({ page: "reponse-supprimer", path: "/reponse/supprimer", after: [] }),
];

const path = (page: string, below: string, after: readonly Filled[]): Prepared => ({
  page: `parcours${page}`,
  path: `${PATH}${below}`,
  after,
});
const master: readonly Filled[] = [
  named(PATH, "CAFERUIS", [1, 7, 2015]),
  named(PATH, "CAFDES", [1, 7, 2018]),
  noMoreTitles(PATH),
];
const planned: readonly Filled[] = [
  ...master,
  [`${PATH}/cursus`, { track: "deis-master" }],
  [`${PATH}/acquis`, { "held-0": "vae", ...date("on-0", 1, 2, 2024), "held-1": "no", "held-2": "no" }],
  [`${PATH}/allegement`, { has: "yes", protocol: "P-12", "hours-2": "40,5" }],
  [`${PATH}/financement`, { rest: "personal", "amount-employer-plan": "400", "amount-cpf": "200,50" }],
];

const unrelieved: readonly Filled[] = [noMoreTitles(PATH), [`${PATH}/cursus`, { track: "deis" }]];
const priced: readonly Filled[] = planned.filter(([page]) => /\/(?:cursus|acquis|financement)$/.test(page));
/** Everything held: the funding said before is then more than what is left to pay. */
const allHeld: readonly Filled[] = [
  [
    `${PATH}/acquis`,
    Object.fromEntries(
      [0, 1, 2].flatMap((at) => Object.entries({ [`held-${at}`]: "vae", ...date(`on-${at}`, 1, 2, 2024) })),
    ),
  ],
];

const pathRows: PageRow[] = [
  ...shown("empty", path("", "", [])),
  ...shown("full", path("", "", [])),
  ...outdated({ path: PATH, after: [] }, "main form button.ds-button"),
  ...titleRows(PATH, "parcours"),
  ...shown("full", path("-cursus", "/cursus", planned)),
  ...refused(path("-cursus", "/cursus", master)),
  ...shown("empty", path("-acquis", "/acquis", master)),
  ...shown("full", path("-acquis", "/acquis", planned)),
  ...refused(path("-acquis", "/acquis", master)),
  ...shown("full", path("-allegement", "/allegement", planned)),
  ...refused(path("-allegement", "/allegement", master)),
  ...shown("full", path("-renoncer", "/renoncer", planned)),
  ...shown("full", path("-financement", "/financement", planned)),
  ...refused(path("-financement", "/financement", planned), (tab) => tab.locator("#amount-cpf").fill("beaucoup")),
  ...shown("empty", path("-resultat", "/resultat", unrelieved)),
  ...shown("full", path("-resultat", "/resultat", planned)),
  ...shown("error", path("-resultat", "/resultat", [...planned, ...allHeld])),
  ...inBothLanguages({
    page: "parcours-conservee",
    path: `/:diploma/parcours/conservee`,
    state: "full",
    open: keep(PATH, planned),
  }),
  // A path alone, and a path with the answer that the same titles gave.
  ...opened("empty", keep(PATH, unrelieved)),
  ...opened("very long", keep(PATH, [...fullAnswers, ...priced])),
  ...outdated({ path: `${PATH}/renoncer`, after: planned }, "main form button.ds-button"),
];

export const inquiryRows: readonly PageRow[] = [...questionRows, ...answerRows, ...pathRows];

/** What these pages register without being pages. */
export const inquiryNotPages = ["", "/en"].flatMap((lang) => [
  { path: `/:school${lang}/:diploma/parcours/conserver`, why: "takes a button; opened, it goes back to the result" },
  { path: `/:school${lang}/:diploma/parcours/resultat.pdf`, why: "a document" },
  { path: `/:school${lang}/:diploma/candidater/conserver`, why: "takes a button; opened, it goes back to the answer" },
  { path: `/:school${lang}/:diploma/candidater/resultat.pdf`, why: "a document" },
  { path: `/:school${lang}/reponse/ouverte.pdf`, why: "a document" },
]);
