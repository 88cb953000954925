/** The rows of a candidate's dossier: each page of it nothing entered, filled, refused and as long as it gets, then handed in and withdrawn. */
import type { Page } from "playwright-core";
import { explainPages, saveSection } from "../../dossier/acts.ts";
import { takeBackDossier, withdrawDossier } from "../../dossier/submit-acts.ts";
import type { Draft, PeriodDraft, TitleDraft } from "../../inquiry/rules/draft.ts";
import type { World } from "../../act/world.ts";
import {
  aDossier,
  aFile,
  anIntake,
  candidate,
  DECLARED_IN_FULL,
  FULL_FILES,
  FULL_SECTIONS,
  handedIn,
  type Sent,
  theirDossier,
} from "../dossiers.ts";
import { deed, type Invented, makeAccount } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { inBothLanguages, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";
import { withScripts } from "./watch.ts";

export const LONG_NAME = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const LONG_WORD = "Anticonstitutionnellement".repeat(7);
export const LONG_TEXT = Array.from({ length: 40 }, () => `${LONG_NAME}, ${LONG_NAME}.`).join("\n");

/** A diploma of before the reform, one of the catalogue and a foreign one: every question on titles is asked. */
const THREE_TITLES: readonly TitleDraft[] = [
  { item: 1, title: "DEASS", awardedOn: "2021-06-30", startedOn: "2017-09-04" },
  {
    item: 4,
    kind: "rncp",
    country: "BE",
    level: 6,
    attestation: { level: 6, yearsOfStudy: 3 },
    awardedOn: "2016-06-01",
  },
  { item: 5, title: "CAFDES", awardedOn: "2015-07-01", startedOn: null },
];
const FULL_DRAFT: Draft = {
  ...DECLARED_IN_FULL,
  next: 6,
  titles: THREE_TITLES,
  plan: {
    track: "deis",
    held: [],
    grants: [{ unit: "UF1.1", hours: 10, protocol: "P-12" }],
    declined: [],
    funding: [{ source: "cpf", amount: 20_050 }, { source: "employer-plan" }],
  },
};
const LONG_DRAFT: Draft = {
  ...FULL_DRAFT,
  next: 200,
  plan: {
    ...FULL_DRAFT.plan,
    employer: `Association ${LONG_NAME} pour ${LONG_WORD}`,
    requests: [
      { source: "cpf", state: "refused", on: "2026-10-02" },
      { source: "employer-plan", state: "asked", on: "2026-09-30" },
    ],
  },
  titles: ["DEASS", "DEES", "DEEJE", "CAFERUIS", "CAFDES", "DSTS", "IDE", "DETISF", "DEME"].map((title, at) => ({
    item: 1 + at,
    title,
    awardedOn: `${1990 + at}-07-01`,
    startedOn: null,
  })),
  periods: Array.from(
    { length: 40 },
    (_, at): PeriodDraft => ({
      item: 100 + at,
      from: `${1985 + at}-01-0${1 + (at % 9)}`,
      to: `${1985 + at}-12-28`,
      share: { as: "percent", percent: 10 + 2 * at },
      field: at % 3 === 0 ? "other" : "social-intervention",
    }),
  ),
};

const begun = (given: Parameters<typeof aDossier>[2]) => async (world: World, person: Invented) => {
  await aDossier(world, person, given);
};
/** With a foreign title and hours granted, both are to be proven. */
const ALL_FILES: readonly Sent[] = [
  ...FULL_FILES,
  ["foreign-attestation", "enic-naric.pdf", pdf({ comment: "level" })],
  ["relief-requests", "protocole.pdf", pdf({ comment: "protocol" })],
];
export const FULL_GIVEN = { declared: FULL_DRAFT, sections: FULL_SECTIONS, files: ALL_FILES };

/** Signed in, and no dossier yet. */
export const NOBODY_YET: Who = { key: "dossier-none", prepare: (world) => anIntake(world) };
const EMPTY: Who = { key: "dossier-empty", prepare: begun({}) };
const FULL: Who = { key: "dossier-full", prepare: begun(FULL_GIVEN) };
/** Another like it, whose answers are spoilt by the rows. */
const SPOILT: Who = { key: "dossier-spoilt", prepare: begun(FULL_GIVEN) };
const PARTLY: Who = {
  key: "dossier-partly",
  prepare: begun({
    declared: { ...DECLARED_IN_FULL, periodsDone: false },
    sections: {
      identity: { ...FULL_SECTIONS.identity, givenNames: "", bornOn: "31/2/1985", birthCommune: "saint denis" },
      accommodations: { needed: "yes", effects: ["extra-time", "other"], other: "" },
    },
    files: [["personal-text", "presentation.pdf", pdf({ pages: 7 })]],
  }),
};
const LONG: Who = {
  key: "dossier-long",
  name: LONG_NAME,
  prepare: async (world, person) => {
    const dossier = await aDossier(world, person, {
      declared: LONG_DRAFT,
      sections: {
        identity: { ...FULL_SECTIONS.identity, birthName: LONG_NAME, usedName: LONG_WORD, givenNames: LONG_NAME },
        // Of no postcode of the list, so that the town is not judged.
        contact: {
          ...FULL_SECTIONS.contact,
          postcode: "34999",
          street: LONG_WORD,
          streetMore: LONG_NAME,
          city: LONG_WORD,
        },
        accommodations: {
          needed: "yes",
          effects: ["extra-time", "room", "documents", "assistant", "interpreter", "breaks", "other"],
          other: LONG_TEXT.slice(0, 2000),
        },
        "accommodations-said": { said: LONG_TEXT.slice(0, 5000) },
      },
      files: ALL_FILES.filter(([piece]) => !["proof-of-title", "personal-text"].includes(piece)),
    });
    for (let at = 0; at < 12; at++) {
      const name = at % 2 ? `${LONG_WORD}-${at}.pdf` : `Attestation de ${LONG_NAME} ${at}.pdf`;
      await aFile(world, person, dossier, ["proof-of-title", name, pdf({ comment: `long ${at}` })]);
    }
    await aFile(world, person, dossier, ["personal-text", `${LONG_WORD}.pdf`, pdf({ pages: 30 })]);
    const actor = candidate(world, person);
    await deed(world, explainPages, actor, { dossier, piece: "personal-text", text: LONG_TEXT.slice(0, 2000) });
    for (let at = 0; at < 4; at++) {
      await handedIn(world, person, dossier);
      await deed(world, takeBackDossier, actor, { dossier });
    }
  },
};
export const LONG_HANDED_IN: Who = {
  key: "dossier-long-handed-in",
  name: LONG_NAME,
  prepare: async (world, person) => {
    await LONG.prepare!(world, person);
    await handedIn(world, person, await theirDossier(world, person));
  },
};
export const HANDED_IN: Who = {
  key: "dossier-handed-in",
  prepare: async (world, person) => {
    await handedIn(world, person, await aDossier(world, person, FULL_GIVEN));
  },
};
const WITHDRAWN: Who = {
  key: "dossier-withdrawn",
  prepare: async (world, person) => {
    const dossier = await aDossier(world, person, FULL_GIVEN);
    await deed(world, withdrawDossier, candidate(world, person), { dossier });
  },
};

export type Open = (tab: Page, place: Place) => Promise<unknown>;

/** Signs in as somebody and opens a page of their dossier. */
export async function openAs(tab: Page, place: Place, who: Who, step: string): Promise<string> {
  const person = await signedIn(tab, place, who);
  const dossier = await theirDossier(place.served.people!.world, person);
  await tab.goto(place.at(`/deis/dossier/${dossier}${step && `/${step}`}`));
  return dossier;
}

export async function press(tab: Page, button: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(button).click();
  await loaded;
}

const pattern = (step: string) =>
  `/:diploma/dossier/:dossier${step && `/${step}`}`
    .replace(/\/\d+/, "/:item")
    .replace(/partie\/[\w-]+/, "partie/:section")
    .replace(/piece\/[\w-]+/, "piece/:piece")
    .replace(/recepisse\/[\w-]+/, "recepisse/:number");

const named = (step: string) => `dossier${step && `-${step.replace(/\/(?:\d+|derniere)/, "").replaceAll("/", "-")}`}`;

export function rows(step: string, state: PageRow["state"], open: Open, more: { page?: string; status?: number } = {}) {
  return inBothLanguages({ page: named(step), path: pattern(step), state, open, ...more });
}

export const shown = (step: string, state: PageRow["state"], who: Who) =>
  rows(step, state, (tab, place) => openAs(tab, place, who, step));

/** The form as it is, or spoilt first, then sent. */
export function refused(step: string, who: Who, spoil: (tab: Page) => Promise<unknown> = nothing, button = SEND) {
  return rows(step, "error", sending(step, who, spoil, button), { status: 422 });
}

/** The same where what is faulty is kept: the page is shown again by its own address. */
const keptFaulty = (step: string, who: Who, spoil: (tab: Page) => Promise<unknown> = nothing) =>
  rows(step, "error", sending(step, who, spoil, SEND));

const sending =
  (step: string, who: Who, spoil: (tab: Page) => Promise<unknown>, button: string): Open =>
  async (tab, place) => {
    await openAs(tab, place, who, step);
    await spoil(tab);
    await press(tab, button);
  };
const SEND = "main form .actions button >> nth=0";
const ADD = "main form button[value=add]";
const nothing = async () => {};

/** A form whose only fault is that it was left open until its cookie was gone. */
export const outdated = (step: string, who: Who, button = SEND) =>
  rows(
    step,
    "error",
    async (tab, place) => {
      await openAs(tab, place, who, step);
      await tab.context().clearCookies({ name: "livret_form" });
      await press(tab, button);
    },
    { page: "outdated-form", status: 403 },
  );

/** Saved by somebody else while the page was open. */
const overtaken: Open = async (tab, place) => {
  const dossier = await openAs(tab, place, SPOILT, "partie/contact");
  const { world } = place.served.people!;
  const version = Number(await tab.locator("input[name=_version]").getAttribute("value"));
  const contents = { ...FULL_SECTIONS.contact, phone: `07 11 11 11 1${version % 10}`, city: LONG_WORD };
  const { account } = await signedIn(tab, place, SPOILT);
  await deed(world, saveSection, candidate(world, { account }), { dossier, section: "contact", version, contents });
  await tab.locator("#phone").fill("06 00 00 00 00");
  await tab.locator("#city").fill(LONG_NAME);
  await press(tab, SEND);
};

const start = (state: PageRow["state"], open: Open) =>
  inBothLanguages({ page: "dossier-debut", path: "/:diploma/dossier", state, open });

/** The start page as somebody who has, or has not, a dossier finds it. */
const startAs =
  (who: Who): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at("/deis/dossier"));
  };

const spoilDate = (name: string) => (tab: Page) => tab.locator(`#${name}-day`).fill("99");

const startRows: readonly PageRow[] = [
  // Before anybody needs an intake: none is open yet.
  ...start("empty", (tab, place) => tab.goto(place.at("/deis/dossier"))),
  ...start("full", startAs(NOBODY_YET)),
  ...start("full", startAs(FULL)),
  ...start("very long", startAs(LONG)),
  ...inBothLanguages({
    page: "outdated-form",
    path: "/:diploma/dossier",
    state: "error",
    status: 403,
    open: async (tab, place) => {
      await startAs(NOBODY_YET)(tab, place);
      await tab.context().clearCookies({ name: "livret_form" });
      await press(tab, SEND);
    },
  }),
];

const sectionRows: readonly PageRow[] = ["identity", "contact", "accommodations"].flatMap((section) => [
  ...shown(`partie/${section}`, "empty", EMPTY),
  ...shown(`partie/${section}`, "full", FULL),
  ...shown(`partie/${section}`, "very long", LONG),
  ...keptFaulty(`partie/${section}`, section === "contact" ? EMPTY : PARTLY),
]);

const titleRows: readonly PageRow[] = [
  ...shown("titres", "empty", EMPTY),
  ...shown("titres", "full", FULL),
  ...shown("titres", "very long", LONG),
  ...refused("titres", EMPTY, nothing, ADD),
  ...shown("titre/4", "full", FULL),
  ...shown("titre/1", "very long", FULL),
  ...shown("titre/4/retirer", "full", FULL),
  ...keptFaulty("titre/4", SPOILT, spoilDate("awarded")),
  ...refused("titre/4/retirer", SPOILT),
  ...shown("corps", "full", FULL),
  ...refused("corps", EMPTY),
  ...shown("dispense", "full", FULL),
  ...refused("dispense", EMPTY),
];

const experienceRows: readonly PageRow[] = [
  ...shown("experience", "empty", EMPTY),
  ...shown("experience", "full", FULL),
  ...shown("experience", "very long", LONG),
  ...refused("experience", EMPTY, nothing, ADD),
  ...shown("periode/2", "full", FULL),
  ...keptFaulty("periode/2", SPOILT, spoilDate("from")),
  ...shown("periode/2/retirer", "full", FULL),
  ...refused("periode/2/retirer", SPOILT),
];

const planRows: readonly PageRow[] = [
  ...shown("cursus", "full", FULL),
  ...refused("cursus", EMPTY),
  ...shown("acquis", "empty", EMPTY),
  ...shown("acquis", "full", FULL),
  ...keptFaulty("acquis", SPOILT, (tab) => tab.locator("#held-0-1").check()),
  ...shown("allegement", "full", FULL),
  ...keptFaulty("allegement", SPOILT, (tab) => tab.locator("#protocol").fill("")),
  ...shown("renoncer", "full", FULL),
  ...outdated("renoncer", SPOILT),
  ...shown("financement", "full", FULL),
  ...keptFaulty("financement", SPOILT, (tab) => tab.locator("#amount-cpf").fill("beaucoup")),
  ...shown("demandes", "empty", FULL),
  ...shown("demandes", "full", LONG),
  ...keptFaulty("demandes", SPOILT, spoilDate("on-cpf")),
  ...shown("resultat", "full", FULL),
  ...shown("resultat", "very long", LONG),
];

const pieceRows: readonly PageRow[] = [
  ...shown("pieces", "empty", EMPTY),
  ...shown("pieces", "full", FULL),
  ...shown("pieces", "very long", LONG),
  ...rows("pieces", "full", (tab, place) => openAs(tab, place, HANDED_IN, "pieces")),
  ...rows(
    "pieces",
    "error",
    async (tab, place) => {
      await openAs(tab, place, EMPTY, "pieces");
      const file = { name: `${LONG_WORD}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("<p>") };
      await tab.locator("#files-cv").setInputFiles(file);
      const loaded = tab.waitForEvent("load");
      // As the browser itself posts it: the script would show the answer in the page that was there.
      await withScripts(tab, () => tab.evaluate("document.querySelector('main form').submit()"));
      await loaded;
    },
    { status: 422 },
  ),
  ...shown("piece/proof-of-title", "empty", EMPTY),
  ...shown("piece/proof-of-title", "full", FULL),
  ...shown("piece/proof-of-title", "very long", LONG),
  ...rows("piece/personal-text", "full", (tab, place) => openAs(tab, place, PARTLY, "piece/personal-text")),
  ...shown("piece/personal-text", "very long", LONG),
  ...refused("piece/cv", SPOILT),
];

const contactRows = (state: PageRow["state"], open: Open, status?: number) =>
  inBothLanguages({ page: "mes-coordonnees", path: "/mes-coordonnees", state, open, ...(status && { status }) });

const ownContact =
  (who: Who): Open =>
  async (tab, place) => {
    await openAs(tab, place, who, "");
    await tab.goto(place.at("/mes-coordonnees"));
  };

const identityRows = (state: PageRow["state"], open: Open, status?: number) =>
  inBothLanguages({ page: "mon-identite", path: "/mon-identite", state, open, ...(status && { status }) });

const ownIdentity =
  (who: Who): Open =>
  async (tab, place) => {
    await openAs(tab, place, who, "");
    await tab.goto(place.at("/mon-identite"));
  };

const handedInRows: readonly PageRow[] = [
  ...shown("deposer", "empty", EMPTY),
  ...shown("deposer", "full", FULL),
  ...shown("deposer", "very long", LONG),
  ...refused("deposer", FULL),
  ...(
    [
      ["full", HANDED_IN],
      ["very long", LONG_HANDED_IN],
    ] as const
  ).flatMap(([state, who]) =>
    rows("recepisse/derniere", state, async (tab, place) => {
      await openAs(tab, place, who, "");
      await press(tab, "main a[href*='/recepisse/'] >> nth=0");
    }),
  ),
  ...contactRows("full", ownContact(HANDED_IN)),
  ...contactRows("very long", ownContact(LONG_HANDED_IN)),
  ...contactRows(
    "error",
    async (tab, place) => {
      await ownContact(HANDED_IN)(tab, place);
      await tab.locator("#street").fill("");
      await press(tab, SEND);
    },
    422,
  ),
  ...identityRows("full", ownIdentity(HANDED_IN)),
  ...identityRows("very long", ownIdentity(LONG_HANDED_IN)),
  ...identityRows(
    "error",
    async (tab, place) => {
      await ownIdentity(HANDED_IN)(tab, place);
      await press(tab, SEND);
    },
    422,
  ),
  ...rows("partie/identity", "full", (tab, place) => openAs(tab, place, HANDED_IN, "partie/identity")),
  ...rows("piece/cv", "full", (tab, place) => openAs(tab, place, HANDED_IN, "piece/cv")),
  ...rows("reprendre", "full", (tab, place) => openAs(tab, place, HANDED_IN, "reprendre")),
  ...outdated("reprendre", HANDED_IN),
  ...shown("retirer", "full", FULL),
  ...outdated("retirer", SPOILT),
];

const ADVISOR: Who = {
  key: "dossier-advisor",
  roles: ["disability-advisor"],
  // Somebody who asks and confides is there, whatever row comes first.
  prepare: async (world) => {
    const other = await makeAccount(world, { name: LONG_NAME, address: "confie@exemple.fr" });
    await LONG_HANDED_IN.prepare!(world, other);
  },
};
const asAdvisor =
  (step: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, ADVISOR);
    await tab.goto(place.at("/handicap"));
    if (step !== "") await press(tab, "main a[href*='/handicap/'] >> nth=0");
  };
const advisorRows: readonly PageRow[] = [
  ...inBothLanguages({ page: "handicap", path: "/handicap", state: "full", open: asAdvisor("") }),
  ...inBothLanguages({
    page: "handicap-dossier",
    path: "/handicap/:dossier",
    state: "full",
    open: asAdvisor("dossier"),
  }),
  ...inBothLanguages({
    page: "handicap-relire",
    path: "/handicap/:dossier",
    state: "full",
    // One of what was asked is not granted.
    open: async (tab, place) => {
      await asAdvisor("dossier")(tab, place);
      await tab.locator("main form input[type=checkbox]:checked").first().uncheck();
      await tab.locator("main form textarea[name=words]").fill("Un tiers de temps en plus.");
      await press(tab, "main form button[type=submit] >> nth=-1");
    },
  }),
  ...inBothLanguages({
    page: "handicap-dossier",
    path: "/handicap/:dossier",
    state: "error",
    status: 422,
    // Nothing ticked, and nothing said of why.
    open: async (tab, place) => {
      await asAdvisor("dossier")(tab, place);
      const ticked = tab.locator("main form input[type=checkbox]:checked");
      while ((await ticked.count()) > 0) await ticked.first().uncheck();
      await press(tab, "main form button[type=submit] >> nth=-1");
    },
  }),
];

export const dossierRows: readonly PageRow[] = [
  ...startRows,
  ...shown("", "empty", EMPTY),
  ...shown("", "full", FULL),
  ...shown("", "error", PARTLY),
  ...shown("", "very long", LONG),
  ...rows("", "full", (tab, place) => openAs(tab, place, HANDED_IN, ""), { page: "dossier-handed-in" }),
  ...rows("", "very long", (tab, place) => openAs(tab, place, LONG_HANDED_IN, ""), { page: "dossier-handed-in" }),
  ...rows("", "full", (tab, place) => openAs(tab, place, WITHDRAWN, ""), { page: "dossier-withdrawn" }),
  ...sectionRows,
  ...shown("partie/accommodations-said", "full", FULL),
  ...shown("partie/accommodations-said", "very long", LONG),
  ...rows("partie/contact", "error", overtaken, { page: "dossier-overtaken", status: 409 }),
  ...shown("commune", "empty", EMPTY),
  ...shown("commune", "full", FULL),
  ...shown("commune", "very long", PARTLY),
  ...refused("commune", PARTLY, async () => {}, "main form >> nth=1 >> button"),
  ...titleRows,
  ...experienceRows,
  ...planRows,
  ...pieceRows,
  ...handedInRows,
  ...advisorRows,
];

/** What a dossier registers without its being a page. */
export const dossierNotPages = ["", "/en"].flatMap((lang) => {
  const dossier = `/:school${lang}/:diploma/dossier/:dossier`;
  return [
    {
      path: `${dossier}/partie/:section/accorder`,
      why: "takes the choice between two values; opened, it goes to the section",
    },
    {
      path: `/:school${lang}/:diploma/dossier/commencer`,
      why: "takes a button, and goes on to the dossier that it begins",
    },
    { path: `${dossier}/suite`, why: "goes on to the next part that is missing" },
    { path: `${dossier}/revenir`, why: "takes a button; opened, it goes to the dossier" },
    { path: `${dossier}/recepisse/:number/pdf`, why: "a document" },
  ];
});
