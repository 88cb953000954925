/** The rows of signing in and of one's account: each question empty and refused, and the account as a candidate and as staff have it. */
import type { Page } from "playwright-core";
import { withSchool } from "../../db/school.ts";
import { postMail } from "../../record/mail/post.ts";
import { lastCode, openedSession, PASSWORD } from "../people.ts";
import { inBothLanguages, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const HER: Who = { key: "candidate" };
const BUSY: Who = {
  key: "busy",
  name: LONG,
  roles: ["admission-officer", "head-of-training", "finance", "director", "administrator", "auditor"],
  prepare: async (world, her) => {
    for (let at = 0; at < 3; at++) await openedSession(world, her);
  },
};

/** Somebody to whom the school wrote, once at length. */
const WRITTEN_TO: Who = {
  key: "written-to",
  prepare: (world, { account, address }) =>
    withSchool(world.db, "faire-ess", async (tx) => {
      const common = {
        reader: `account:${account}`,
        to: address,
        lang: "fr" as const,
        about: `account:${account}`,
        at: world.now(),
      };
      await postMail(tx, {
        ...common,
        subject: "Votre dossier est bien arrivé",
        paragraphs: ["Nous l’avons reçu ce matin."],
        link: { path: "/faire-ess/compte", label: "Voir mon compte" },
      });
      await postMail(tx, {
        ...common,
        subject: LONG,
        paragraphs: Array.from({ length: 6 }, () => `${LONG}, ${LONG}.`),
      });
    }),
};

type Open = (tab: Page, place: Place) => Promise<unknown>;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const go =
  (path: string): Open =>
  (tab, { at }) =>
    tab.goto(at(path));

/** Sends the last form of the page, filled. */
async function send(tab: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await tab.locator(`#${name}`).fill(value);
  const loaded = tab.waitForEvent("load");
  await tab.locator("main form button").last().click();
  await loaded;
}

const then =
  (path: string, fields: Readonly<Record<string, string>>): Open =>
  async (tab, place) => {
    await tab.goto(place.at(path));
    await send(tab, fields);
  };

/** Asks for a code as anybody would, and gives the code that came. */
async function askedCode(tab: Page, place: Place, address: string): Promise<string> {
  await tab.goto(place.at("/connexion/code"));
  await send(tab, { address });
  return lastCode(place.served.people!.world, address);
}

let asked = 0;
const newAddress = () => `nouvelle-${(asked += 1)}@exemple.fr`;

const codeTyped = async (tab: Page, place: Place) => {
  const code = await askedCode(tab, place, newAddress());
  await send(tab, { code });
};

const as =
  (who: Who, path: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(path));
  };

/** Left open until the form's own cookie was gone. */
const outdated =
  (who: Who, path: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(path));
    await tab.context().clearCookies({ name: "livret_form" });
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button").first().click();
    await loaded;
  };

export const peopleRows: readonly PageRow[] = [
  ...rows("sign-in", "/connexion", "full", go("/connexion")),
  ...rows("sign-in", "/connexion", "error", then("/connexion", { address: "a@exemple.fr", password: PASSWORD }), 422),
  ...rows("ask-code", "/connexion/code", "full", go("/connexion/code")),
  ...rows("ask-code", "/connexion/code", "error", then("/connexion/code", { address: "claire" }), 422),
  ...rows("code", "/connexion/code/recu", "full", (tab, place) => askedCode(tab, place, newAddress())),
  ...rows(
    "code",
    "/connexion/code/recu",
    "error",
    async (tab, place) => {
      const right = await askedCode(tab, place, `${LONG.replaceAll(/[^\w-]/g, "")}@exemple.fr`.toLowerCase());
      await send(tab, { code: right === "000000" ? "000001" : "000000" });
    },
    422,
  ),
  ...rows("password", "/connexion/mot-de-passe", "full", codeTyped),
  ...rows(
    "password",
    "/connexion/mot-de-passe",
    "error",
    async (tab, place) => {
      await codeTyped(tab, place);
      await send(tab, { name: LONG, password: "motdepasse" });
    },
    422,
  ),
  ...rows("account", "/compte", "full", as(HER, "/compte")),
  ...rows("account", "/compte", "very long", as(BUSY, "/compte")),
  ...rows("mails", "/compte/courrier", "empty", as(HER, "/compte/courrier")),
  ...rows("mails", "/compte/courrier", "full", as(WRITTEN_TO, "/compte/courrier")),
  ...rows("access", "/compte/acces", "full", as(HER, "/compte/acces")),
  ...rows("confirm", "/compte/confirmer", "full", as(HER, "/compte/confirmer")),
  ...rows(
    "confirm",
    "/compte/confirmer",
    "error",
    async (tab, place) => {
      await as(HER, "/compte/confirmer")(tab, place);
      await send(tab, { "again-password": "non et non" });
    },
    422,
  ),
  ...rows("outdated-form", "/compte/acces", "error", outdated(BUSY, "/compte/acces"), 403),
  ...rows("access", "/compte/acces", "very long", as(BUSY, "/compte/acces")),
];
