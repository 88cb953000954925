/** The rows of the record: a person's own data and who opened them, the office's mails, what is kept, held and erased. */
import type { Page } from "playwright-core";
import { Type } from "typebox";
import { type Act, type Actor, defineAct, done, perform } from "../../act/act.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { placeHold, RETENTION_DUTIES } from "../../house/house.ts";
import { runDue } from "../../worker/run-due.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { replaceDutyFaults } from "../../deployment/overdue/store.ts";
import { postMail } from "../../mail/post.ts";
import { noteOpening } from "../../openings/openings.ts";
import { askForData } from "../../retention/requests.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn, theirDossier } from "../dossiers.ts";
import { seal } from "../../worker/scheduler.ts";
import { keepLawFiles } from "../../audit/acts.ts";
import { deed, type Invented, makeAccount } from "../people.ts";
import { newAttempt } from "../world.ts";
import type { World } from "../../act/world.ts";
import { inBothLanguages, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const LONG =
  "Votre dossier de candidature à la formation conduisant au diplôme d’État d’ingénierie sociale, à compléter";
const UNBROKEN = `${"tres-long-".repeat(12)}@exemple.fr`;

type Open = (tab: Page, place: Place) => Promise<unknown>;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const as =
  (who: Who, path: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(path));
  };

const actorOf = (
  world: World,
  { account }: { account: string },
  ...roles: Extract<Actor, { kind: "account" }>["roles"]
) => ({ kind: "account", account, session: account, roles, authenticatedAt: world.now() }) as const;

/** An act like those of any subject, which posts a mail. */
const tell = defineAct({
  name: "tellForRows",
  label: { fr: "Écrire", en: "Write" },
  who: "ask about oneself",
  form: Type.Object({ reader: Type.String(), to: Type.String(), subject: Type.String(), about: Type.String() }),
  writes: ["mail"],
  async perform({ tx, input: { reader, to, subject, about }, at }) {
    const paragraphs = [subject, "Il reste une pièce à joindre : l’attestation de votre employeur."];
    const link = { path: "/faire-ess/compte", label: "Ouvrir mon compte" };
    const mail = (await postMail(tx, { reader, to, lang: "fr", subject, paragraphs, link, about, at }))!;
    return done({ mail }, about);
  },
});

/** The same to somebody who has no electronic address. */
const tellOnPaper = defineAct({
  name: "tellOnPaperForRows",
  label: { fr: "Écrire une lettre", en: "Write a letter" },
  who: "ask about oneself",
  form: Type.Object({ name: Type.String(), lines: Type.Array(Type.String()), subject: Type.String() }),
  writes: ["mail"],
  async perform({ tx, input: { name, lines, subject }, at }) {
    const about = `row:${(chains += 1)}`;
    const to = { name, lines };
    const paragraphs = [subject, "Vous êtes attendue le 10 mai 2027 à 9 h."];
    return done(
      { mail: (await postMail(tx, { reader: null, to, lang: "fr", subject, paragraphs, about, at }))! },
      about,
    );
  },
});

let chains = 0;

async function write(world: World, { account, address }: Invented, subject: string, to = address): Promise<string> {
  const input = { reader: `account:${account}`, to, subject, about: `row:${(chains += 1)}` };
  return (await deed(world, tell, { kind: "anyone" }, input, SCHOOL)).mail;
}

/** What became of a mail, as a server's refusal leaves it. */
async function settle(world: World, mail: string, state: "bounced" | "sent"): Promise<void> {
  const said = state === "bounced" ? "550 5.1.1 No such user here" : null;
  await withSchool(world.db, SCHOOL, async (tx) => {
    const sending = {
      state,
      said,
      problem: state === "bounced" ? "refused" : null,
      attempts: 1,
      sends: 1,
      due_at: null,
    };
    await tx
      .updateTable("mail_sending")
      .set({ ...sending, sent_at: world.now() })
      .where("id", "=", mail)
      .execute();
    await tx.deleteFrom("job").where("name", "=", "sendMail").execute();
  });
}

/** Mails in every state, and one of each to be opened. */
const MAILS = { bounced: "", sent: "", long: "", letter: "" };
const OFFICER: Who = {
  key: "mail-officer",
  name: "Dominique Martin",
  roles: ["admission-officer"],
  prepare: async (world, person) => {
    MAILS.bounced = await write(world, person, "Votre dossier est bien arrivé");
    await settle(world, MAILS.bounced, "bounced");
    MAILS.sent = await write(world, person, "Une pièce manque");
    await settle(world, MAILS.sent, "sent");
    await write(world, person, "Rappel");
    MAILS.long = await write(world, person, `${LONG} (${LONG})`, UNBROKEN);
  },
};
const POSTS: Who = {
  key: "letters-officer",
  name: "Dominique Martin",
  roles: ["admission-officer"],
  prepare: async (world) => {
    const write = (name: string, lines: string[], subject: string) =>
      deed(world, tellOnPaper, { kind: "anyone" }, { name, lines, subject }, SCHOOL);
    await write("Claire Durand", ["2 rue de la Paix", "34000 Montpellier"], "Votre entretien d’admission");
    await write("Claire Durand", ["18 avenue de l’Exemple", "34500 Béziers"], `${LONG} (${LONG})`);
    MAILS.letter = (await write("Awa Ndiaye", [], "Une pièce manque")).mail;
  },
};
const READER: Who = { key: "mail-auditor", name: "Claude Petit", roles: ["auditor"] };

const OVERDUE: Who = {
  key: "calendar-administrator",
  name: "Alix Roche",
  roles: ["administrator"],
  prepare: async (world) => {
    const [dossier, short] = [
      "00000000-0000-4000-8000-0000000000fd",
      { fr: "L’acte n’est pas permis.", en: "Barred." },
    ];
    const long = { fr: LONG, en: LONG };
    await withSchool(world.db, SCHOOL, async (tx) => {
      const fault = { key: dossier, due: "2026-11-24", reason: short } as const;
      await replaceDutyFaults(tx, "renameEnrolment", [fault, { ...fault, key: UNBROKEN, reason: long }], world.now());
      await replaceDutyFaults(tx, "closeIntake", [{ ...fault, key: "" }], world.now());
    });
  },
};

const HER: Who = { key: "data-nobody", name: "Claire Morel" };
const READ: Who = {
  key: "data-read",
  name: "Inès Faure",
  prepare: async (world, { account }) => {
    const officer = actorOf(world, { account: "00000000-0000-4000-8000-0000000000ff" }, "admission-officer");
    await withSchool(world.db, SCHOOL, async (tx) => {
      const whose = `account:${account}`;
      for (const [about, fr, en] of [
        ["dossier:rows", "le dossier", "the application"],
        ["dossier:rows", `la pièce : ${LONG}.pdf`, "a piece"],
      ] as const)
        await noteOpening(tx, { about, whose, actor: officer, what: { fr, en }, at: world.now() });
    });
    await deed(world, askForData, actorOf(world, { account }), { kind: "copy", language: "fr" }, SCHOOL);
    await runJobs(world);
    await deed(world, askForData, actorOf(world, { account }), { kind: "copy", language: "fr" }, SCHOOL);
  },
};

const DIRECTOR: Who = { key: "director-of-data", name: "Sacha Bernard", roles: ["director"] };
const KEEPER: Who = {
  key: "director-who-holds",
  name: "Sacha Bernard",
  roles: ["director"],
  prepare: async (world, person) => {
    const director = actorOf(world, person, "director");
    await hold(world, person, director, "Réclamation en cours");
    await hold(world, person, director, `${LONG} ; ${LONG}.`);
    const late = { ...world, now: () => new Date(world.now().getTime() + 400 * 86_400_000) };
    // What another asked for and is now past its period.
    const other = { account: "00000000-0000-4000-8000-0000000000fe" };
    await perform(world, askForData as unknown as Act, {
      actor: actorOf(world, other),
      establishment: SCHOOL,
      attempt: newAttempt(),
      input: { kind: "erasure", language: "fr" },
    });
    await withSchool(world.db, SCHOOL, (tx) => tx.updateTable("data_request_work").set({ state: "done" }).execute());
    await runDue(late, SCHOOL);
    // And an account whose person asked for its end.
    const gone = await makeAccount(world, { name: "Luc Petit", address: "luc.parti@exemple.fr" });
    await deed(world, askForData, actorOf(world, gone), { kind: "erasure", language: "fr" }, SCHOOL);
    await runJobs(world);
    await runDue(world, DEPLOYMENT, RETENTION_DUTIES.slice(-1));
  },
};

async function hold(world: World, person: Invented, director: Actor, reason: string): Promise<void> {
  await write(world, person, "Bonjour");
  await deed(world, placeHold, director, { about: `row:${chains}`, reason }, SCHOOL);
}

async function press(tab: Page, button: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(button).first().click();
  await loaded;
}

const firstReport =
  (under: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, KEEPER);
    await tab.goto(place.at("/conservation"));
    await press(tab, `main a[href*='${under}']`);
  };

const lawKept = (world: World) => keepLawFiles(world, SCHOOL, world.laws.files, { kind: "operator" });
const DRAFTED: Who = {
  key: "decided-draft",
  prepare: async (world, person) => void (await aDossier(world, person)),
};
const DECIDED_OF = { dossier: "" };
const DECIDED: Who = {
  key: "decided",
  name: "Inès Faure",
  prepare: async (world, person) => {
    await lawKept(world);
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    DECIDED_OF.dossier = await aDossier(world, person, given);
    await handedIn(world, person, DECIDED_OF.dossier);
    await seal(world, SCHOOL);
  },
};
const ownDecision =
  (who: Who): Open =>
  async (tab, place) => {
    const person = await signedIn(tab, place, who);
    const dossier = await theirDossier(place.served.people!.world, person);
    await tab.goto(place.at(`/deis/dossier/${dossier}/decision`));
  };

export const recordRows: readonly PageRow[] = [
  // Before the rows whose purge lets four hundred days pass, and with them the intake.
  ...rows("decision", "/:diploma/dossier/:dossier/decision", "empty", ownDecision(DRAFTED)),
  ...rows("decision", "/:diploma/dossier/:dossier/decision", "full", ownDecision(DECIDED)),
  ...rows("office-decision", "/dossiers/:dossier/decision", "full", async (tab, place) => {
    await signedIn(tab, place, DECIDED);
    await tab.context().clearCookies();
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`/dossiers/${DECIDED_OF.dossier}/decision`));
  }),
  ...rows("data", "/compte/donnees", "empty", as(HER, "/compte/donnees")),
  ...rows("data", "/compte/donnees", "full", as(READ, "/compte/donnees")),
  ...rows(
    "outdated-form",
    "/compte/donnees",
    "error",
    async (tab, place) => {
      await as(HER, "/compte/donnees")(tab, place);
      await tab.locator("input[name=_csrf]").evaluate((field) => field.setAttribute("value", "spoilt"));
      await press(tab, "main form button.ds-button");
    },
    403,
  ),
  ...rows("data-erasure", "/compte/donnees/effacer", "full", as(READ, "/compte/donnees/effacer")),
  ...rows(
    "data-erasure",
    "/compte/donnees/effacer",
    "error",
    async (tab, place) => {
      await as(HER, "/compte/donnees/effacer")(tab, place);
      await press(tab, "main form button.ds-button");
    },
    422,
  ),
  ...rows("openings", "/compte/ouvertures", "empty", as(HER, "/compte/ouvertures")),
  ...rows("openings", "/compte/ouvertures", "full", as(READ, "/compte/ouvertures")),
  ...rows("overdue-duties", "/echeances-en-echec", "empty", as(READER, "/echeances-en-echec")),
  ...rows("overdue-duties", "/echeances-en-echec", "full", as(OVERDUE, "/echeances-en-echec")),
  ...rows("office-mails", "/courriels", "empty", as(READER, "/courriels?etat=failed")),
  ...rows("office-mails", "/courriels", "full", as(OFFICER, "/courriels")),
  ...rows("office-mail", "/courriels/:mail", "full", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`/courriels/${MAILS.bounced}`));
  }),
  ...rows("office-mail", "/courriels/:mail", "very long", async (tab, place) => {
    await signedIn(tab, place, OFFICER);
    await tab.goto(place.at(`/courriels/${MAILS.long}`));
  }),
  ...rows(
    "office-mail",
    "/courriels/:mail",
    "error",
    async (tab, place) => {
      await signedIn(tab, place, OFFICER);
      await tab.goto(place.at(`/courriels/${MAILS.sent}`));
      await press(tab, "main form button.ds-button");
    },
    422,
  ),
  ...rows("letters", "/lettres", "full", as(POSTS, "/lettres")),
  ...rows(
    "letters",
    "/lettres",
    "error",
    async (tab, place) => {
      await as(POSTS, "/lettres")(tab, place);
      await tab.locator("main input[name='on-year']").fill("2031");
      await press(tab, "main form button.ds-button");
    },
    422,
  ),
  ...inBothLanguages({
    page: "office-mail",
    path: "/courriels/:mail",
    state: "full",
    apart: "a letter",
    open: async (tab, place) => {
      await signedIn(tab, place, POSTS);
      await tab.goto(place.at(`/courriels/${MAILS.letter}`));
    },
  }),
  ...rows("retention", "/conservation", "empty", as(DIRECTOR, "/conservation")),
  ...rows("retention", "/conservation", "full", as(KEEPER, "/conservation")),
  ...rows(
    "retention",
    "/conservation",
    "error",
    async (tab, place) => {
      await as(DIRECTOR, "/conservation")(tab, place);
      await press(tab, "main form:has(#about) button");
    },
    422,
  ),
  ...rows("purge-report", "/conservation/:report", "full", firstReport("/conservation/")),
  ...rows("accounts-report", "/conservation/comptes/:report", "full", firstReport("/conservation/comptes/")),
];

export const recordNotPages: PageTable["notPages"] = [
  { path: "/:school/:diploma/dossier/:dossier/decision.pdf", why: "a document" },
  { path: "/:school/en/:diploma/dossier/:dossier/decision.pdf", why: "a document" },
  { path: "/:school/dossiers/:dossier/decision.pdf", why: "a document" },
  { path: "/:school/en/dossiers/:dossier/decision.pdf", why: "a document" },
  { path: "/:school/lettres/pdf", why: "a document" },
  { path: "/:school/en/lettres/pdf", why: "a document" },
  { path: "/:school/lettres/:letter/pdf", why: "a document" },
  { path: "/:school/en/lettres/:letter/pdf", why: "a document" },
  { path: "/:school/lettres/adresses", why: "a file for a spreadsheet" },
  { path: "/:school/en/lettres/adresses", why: "a file for a spreadsheet" },
  { path: "/:school/conservation/:report/pdf", why: "a document" },
  { path: "/:school/en/conservation/:report/pdf", why: "a document" },
  { path: "/:school/conservation/comptes/:report/pdf", why: "a document" },
  { path: "/:school/en/conservation/comptes/:report/pdf", why: "a document" },
  { path: "/:school/compte/donnees/copie/:request", why: "a file to keep" },
  { path: "/:school/en/compte/donnees/copie/:request", why: "a file to keep" },
];
