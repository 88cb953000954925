/** The rows of the office: its queue, a dossier as it is examined, and asking for a complement. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { withSchool } from "../../db/school.ts";
import { askQuestion } from "../../inquiry/questions/acts.ts";
import { saveSection } from "../../dossier/acts.ts";
import { withdrawDossier } from "../../dossier/submit-acts.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { enterDossier } from "../../dossier/entering/acts.ts";
import { assignDossier, judgePart, noteDossier } from "../../office/acts.ts";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { explainPages } from "../../dossier/acts.ts";
import { aDossier, anIntake, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { HEAD_OF_TRAINING } from "../intakes.ts";
import { deed, giveRoles, makeAccount } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { onPaper } from "./follow-rows.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const OFFICER: Who = { key: "officer", name: "Sacha Bernard", roles: ["admission-officer"] };
const LONG_NAME = "de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";

type Made = {
  readonly intake: string;
  readonly ordinary: string;
  readonly long: string;
  readonly draft: string;
  readonly years: string;
};

const made = new WeakMap<World, Promise<Made>>();

/** People in every state, made once. */
function people(place: Place): Promise<Made> {
  const { served } = place;
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  const { world } = served.people;
  const found = made.get(world) ?? makePeople(world);
  made.set(world, found);
  return found;
}

async function makePeople(world: World): Promise<Made> {
  const intake = await anIntake(world);
  const full = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
  const person = (key: string) => makeAccount(world, { name: key, address: `office-${key}@exemple.fr` });
  const named = (birthName: string, givenNames = "Claire Marie") => ({
    ...full,
    sections: { ...FULL_SECTIONS, identity: { ...FULL_SECTIONS.identity, birthName, givenNames } },
  });
  const submitted = async (key: string, given = full, explained?: string) => {
    const who = await person(key);
    const dossier = await aDossier(world, who, given);
    if (explained)
      await deed(world, explainPages, candidate(world, who), { dossier, piece: "personal-text", text: explained });
    await handedIn(world, who, dossier);
    return { who, dossier };
  };
  const ordinary = await submitted("ordinary");
  await deed(world, sendMessage, candidate(world, ordinary.who), {
    dossier: ordinary.dossier,
    text: "Ai-je bien tout donné ?",
  });
  const lead = await makeAccount(world, { name: "Dominique Lefèvre", address: "office-lead@exemple.fr" });
  await giveRoles(world, lead, ["head-of-training"]);
  const actor: Actor = {
    kind: "account",
    account: lead.account,
    session: randomUUID(),
    roles: ["head-of-training"],
    authenticatedAt: world.now(),
  };
  const judge = (dossier: string, item: string, conform: boolean, reason = "") =>
    deed(world, judgePart, actor, { dossier, item, conform, reason });
  await deed(world, assignDossier, actor, { dossier: ordinary.dossier, to: lead.account, from: null });
  await judge(ordinary.dossier, "identity", true);
  await judge(ordinary.dossier, "piece:cv", false, "La page 2 manque.");
  await onPaper(world, lead);
  const intakeOf = { intake, entered: "phone", language: "fr" } as const;
  await deed(world, enterDossier, actor, intakeOf);
  const asked = await submitted("asked", named("Nguyen", "Paul"));
  const ask = {
    dossier: asked.dossier,
    items: ["piece:cv"],
    dueOn: "2026-12-15",
    notes: { "piece:cv": "La page 2 manque." },
  };
  await deed(world, askComplement, HEAD_OF_TRAINING, ask);
  const long = await submitted(
    "long",
    {
      ...named(LONG_NAME, "Marie-Antoinette-Joséphine Philippine Élisabeth"),
      files: [
        ...FULL_FILES,
        ["proof-of-title", `${"un-nom-de-fichier-tres-long-".repeat(6)}.pdf`, pdf({ pages: 2 })],
        ["personal-text", "texte.pdf", pdf({ pages: 3 })],
      ],
    },
    "L’essentiel tient en peu de pages.",
  );
  await judge(long.dossier, "piece:proof-of-title", false, "Page 2, page 4, page 17 : scan 72 dpi. ".repeat(8));
  for (let at = 0; at < 3; at++)
    await deed(world, noteDossier, HEAD_OF_TRAINING, {
      dossier: long.dossier,
      text: "Appelée au sujet de ses attestations. ".repeat(8),
    });
  const drafter = await person("draft");
  const draft = await aDossier(world, drafter, {});
  await deed(world, saveSection, candidate(world, drafter), {
    dossier: draft,
    section: "contact",
    version: 0,
    contents: { phone: "06" },
  });
  const gone = await submitted("gone", named("Martin"));
  await deed(world, withdrawDossier, candidate(world, gone.who), { dossier: gone.dossier });
  const [title] = DECLARED_IN_FULL.titles;
  const [first, second] = DECLARED_IN_FULL.periods;
  const years = await submitted("years", {
    ...named("Renaud"),
    declared: {
      ...DECLARED_IN_FULL,
      titles: [{ ...title!, awardedOn: "2017" }],
      periods: [{ ...first!, from: "2018", to: "2020-08" }, second!],
    },
  });
  return { intake, ordinary: ordinary.dossier, long: long.dossier, draft, years: years.dossier };
}

type Open = (tab: Page, place: Place) => Promise<unknown>;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const at =
  (path: (made: Made) => string): Open =>
  async (tab, place) => {
    const all = await people(place);
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(path(all)));
  };

async function questionAsked(tab: Page, place: Place): Promise<void> {
  await people(place);
  const { world } = place.served.people!;
  await signedIn(tab, place, OFFICER);
  await tab.goto(place.at(`/questions/${await asked(world)}`));
}

async function pressed(tab: Page, which: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(which).click();
  await loaded;
}

/** All that a search finds, chosen. */
const together =
  (what: string): Open =>
  async (tab, place) => {
    await at(({ intake }) => `/dossiers?campagne=${intake}&nom=claire`)(tab, place);
    for (const box of await tab.locator("input[name=d]").all()) await box.check();
    await pressed(tab, `button[value=${what}]`);
  };

async function asked(world: World): Promise<string> {
  const input = {
    diploma: "deis",
    address: `${randomUUID()}@exemple.fr`,
    text: `Y a-t-il cours le soir ? (${randomUUID()})`,
    language: "fr" as const,
  };
  await deed(world, askQuestion, { kind: "anyone" }, input);
  return withSchool(
    world.db,
    "faire-ess",
    async (tx) => (await tx.selectFrom("question").select("id").orderBy("id", "desc").executeTakeFirstOrThrow()).id,
  );
}

async function send(tab: Page, button: number): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator("main form button.ds-button").nth(button).click();
  await loaded;
}

const one = "/dossiers/:dossier";

export const officeRows: readonly PageRow[] = [
  ...rows("questions-list", "/questions", "full", async (tab, place) => {
    await at(() => "/questions")(tab, place);
    await asked(place.served.people!.world);
    await tab.goto(place.at("/questions"));
  }),
  ...rows(
    "questions-list",
    "/questions",
    "empty",
    at(() => "/questions?etat=avec-reponse"),
  ),
  ...rows(
    "queue",
    "/dossiers",
    "full",
    at(({ intake }) => `/dossiers?campagne=${intake}`),
  ),
  ...rows(
    "queue",
    "/dossiers",
    "empty",
    at(({ intake }) => `/dossiers?campagne=${intake}&nom=personne`),
  ),
  ...rows(
    "queue",
    "/dossiers",
    "very long",
    at(({ intake }) => `/dossiers?campagne=${intake}&nom=Montmorency`),
  ),
  ...rows(
    "office-dossier",
    one,
    "empty",
    at(({ draft }) => `/dossiers/${draft}`),
  ),
  ...rows("question-answer", "/questions/:question", "full", questionAsked),
  ...rows(
    "question-answer",
    "/questions/:question",
    "error",
    async (tab, place) => {
      await questionAsked(tab, place);
      await pressed(tab, "main form button.ds-button");
    },
    422,
  ),
  ...rows(
    "people",
    "/personnes",
    "full",
    at(() => "/personnes?q=montmorensy"),
  ),
  ...rows(
    "people",
    "/personnes",
    "empty",
    at(() => "/personnes?q=personne"),
  ),
  ...rows(
    "person",
    "/personnes/:person",
    "full",
    at(({ ordinary }) => `/personnes/${ordinary}`),
  ),
  ...rows(
    "person",
    "/personnes/:person",
    "very long",
    at(({ long }) => `/personnes/${long}`),
  ),
  // All files at once, of which nobody searched for viruses.
  ...rows(
    "fichiers",
    "/fichiers/:dossier",
    "full",
    at(({ ordinary }) => `/fichiers/${ordinary}`),
  ),
  ...rows(
    "office-dossier",
    one,
    "full",
    at(({ ordinary }) => `/dossiers/${ordinary}`),
  ),
  ...rows(
    "office-dossier",
    one,
    "full",
    at(({ years }) => `/dossiers/${years}`),
  ),
  ...rows(
    "dossiers-jours",
    "/dossiers/:dossier/jours",
    "full",
    at(({ years }) => `/dossiers/${years}/jours`),
  ),
  ...rows(
    "dossiers-jours",
    "/dossiers/:dossier/jours",
    "error",
    async (tab, place) => {
      await at(({ years }) => `/dossiers/${years}/jours`)(tab, place);
      await pressed(tab, "main form button.ds-button");
    },
    422,
  ),
  ...rows(
    "office-dossier",
    one,
    "very long",
    at(({ long }) => `/dossiers/${long}`),
  ),
  ...rows(
    "office-dossier",
    one,
    "full",
    at(({ ordinary }) => `/dossiers/${ordinary}?ouvert=parcours`),
  ),
  ...rows(
    "office-dossier",
    one,
    "full",
    at(({ ordinary }) => `/dossiers/${ordinary}?ouvert=voies`),
  ),
  ...rows(
    "office-dossier",
    one,
    "error",
    async (tab, place) => {
      await at(({ ordinary }) => `/dossiers/${ordinary}`)(tab, place);
      const note = tab.locator("form:has(textarea[name=note])");
      await note.locator("button").click();
      await tab.locator(".ds-error-summary").waitFor();
    },
    422,
  ),
  ...rows(
    "office-dossier",
    one,
    "error",
    async (tab, place) => {
      await at(({ ordinary }) => `/dossiers/${ordinary}`)(tab, place);
      await tab.locator("#avis-contact a").click();
      await tab.locator("#avis-contact .ds-button[value^=judge]").click();
      await tab.locator(".ds-error-summary").waitFor();
    },
    422,
  ),
  ...rows(
    "office-dossier",
    one,
    "error",
    async (tab, place) => {
      const who = { key: "officer-who-applies", name: "Camille Petit", roles: ["admission-officer"] } as const;
      const her = await signedIn(tab, place, who);
      await tab.goto(place.at(`/dossiers/${await aDossier(place.served.people!.world, her)}`));
    },
    403,
  ),
  ...rows("together", "/dossiers/ensemble", "full", together("prendre")),
  ...rows("together-ask", "/dossiers/ensemble", "very long", async (tab, place) => {
    await together("complement")(tab, place);
    await tab.locator("main form input[name=items]").first().check();
    for (const [part, value] of [
      ["day", "15"],
      ["month", "12"],
      ["year", "2027"],
    ] as const)
      await tab.locator(`#dueOn-${part}`).fill(value);
    await pressed(tab, "main form button[value=review]");
  }),
  ...rows(
    "together-ask",
    "/dossiers/ensemble",
    "error",
    async (tab, place) => {
      await together("complement")(tab, place);
      await pressed(tab, "main form button[value=review]");
    },
    422,
  ),
  ...rows(
    "office-activity",
    `${one}/journal`,
    "full",
    at(({ long }) => `/dossiers/${long}/journal`),
  ),
  ...rows("office-receipt", `${one}/recepisse/:number`, "full", async (tab, place) => {
    await at(({ ordinary }) => `/dossiers/${ordinary}`)(tab, place);
    await tab.locator("#depots a").click();
    await tab.waitForURL(/recepisse/);
  }),
  ...rows("office-receipt", `${one}/recepisse/:number`, "very long", async (tab, place) => {
    await at(({ long }) => `/dossiers/${long}`)(tab, place);
    await tab.locator("#depots a").click();
    await tab.waitForURL(/recepisse/);
  }),
  ...rows(
    "office-receipt",
    `${one}/recepisse/:number`,
    "error",
    at(({ ordinary }) => `/dossiers/${ordinary}/recepisse/D-1-1`),
    404,
  ),
  ...rows(
    "ask-complement",
    `${one}/complement`,
    "full",
    at(({ ordinary }) => `/dossiers/${ordinary}/complement`),
  ),
  ...rows(
    "ask-complement",
    `${one}/complement`,
    "error",
    async (tab, place) => {
      await at(({ ordinary }) => `/dossiers/${ordinary}/complement`)(tab, place);
      await send(tab, 0);
    },
    422,
  ),
];

export const officeNotPages = [
  { path: "/:school/dossiers/:dossier/recepisse/:number/pdf", why: "a document" },
  { path: "/:school/en/dossiers/:dossier/recepisse/:number/pdf", why: "a document" },
  { path: "/:school/dossiers/export", why: "a file for a spreadsheet" },
  { path: "/:school/en/dossiers/export", why: "a file for a spreadsheet" },
];
