/** The rows of signing in and of one's account: each question empty and refused, and the account as a candidate and as staff have it. */
import type { Page } from "playwright-core";
import { withSchool } from "../../db/school.ts";
import { postMail } from "../../mail/post.ts";
import { chooseReminders } from "../../mail/acts.ts";
import { candidate } from "../dossiers.ts";
import { giveRole } from "../../people/staff/acts.ts";
import { enterByProvider, linkProvider } from "../../people/provider/acts.ts";
import type { Actor, Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { actorOf, addGeneratorTo, daysAgo, deed, lastCode, openedSession, PASSWORD, type Invented } from "../people.ts";
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
        link: {
          path: "/faire-ess/compte",
          label: "Voir mon compte",
          stop: { path: "/faire-ess/compte/rappels", label: "Ne plus recevoir de rappels" },
        },
      });
      await postMail(tx, {
        ...common,
        subject: LONG,
        paragraphs: Array.from({ length: 6 }, () => `${LONG}, ${LONG}.`),
      });
    }),
};

/** Turned the reminders off. */
const OFF: Who = {
  key: "reminders-off",
  prepare: (world, { account }) =>
    deed(world, chooseReminders, candidate(world, { account }), { reminders: false, version: 0 }),
};
/** Chose something else in another tab before this one was sent. */
const overtaken: Open = async (tab, place) => {
  await as(HER, "/compte/rappels")(tab, place);
  const other = await tab.context().newPage();
  // Twice, so that others find it as it was.
  for (let times = 0; times < 2; times++) {
    await other.goto(place.at("/compte/rappels"));
    await send(other, {});
  }
  await other.close();
  await send(tab, {});
};

/** Who works here, and gave one proof only. */
const HALF: Who = {
  key: "half",
  name: "Inès Lambert",
  roles: ["finance"],
  means: ["password"],
  prepare: (world, her) => addGeneratorTo(world, her),
};
const STARTS: Who = { key: "starts", roles: ["finance"], means: ["password"] };
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

const go =
  (path: string): Open =>
  (tab, { at }) =>
    tab.goto(at(path));

/** Sends the form of the first field, filled; where none is filled, the last of the page. */
async function send(tab: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await tab.locator(`#${name}`).fill(value);
  const loaded = tab.waitForEvent("load");
  const [first] = Object.keys(fields);
  const sent =
    first === undefined ? tab.locator("main form").last() : tab.locator("main form", { has: tab.locator(`#${first}`) });
  await sent.locator("button").last().click();
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

/** The first code makes the account and signs in; the second is asked for to choose a password. */
const codeTyped = async (tab: Page, place: Place) => {
  const address = newAddress();
  for (let times = 0; times < 2; times++) await send(tab, { code: await askedCode(tab, place, address) });
};

/** Whose account a code opened, without a password. */
const byMail: Open = async (tab, place) => {
  const code = await askedCode(tab, place, newAddress());
  await send(tab, { code });
  await tab.goto(place.at("/compte/confirmer"));
};
const codeAgain: Open = async (tab, place) => {
  await byMail(tab, place);
  await send(tab, {});
  const loaded = tab.waitForEvent("load");
  await tab.locator("#again-mailed").press("Enter");
  await loaded;
};

const as =
  (who: Who, path: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(path));
  };

const begun: Open = async (tab, place) => {
  await signedIn(tab, place, STARTS);
  await tab.goto(place.at("/compte/preuves/application"));
  if (!(await tab.locator("#code").count())) await send(tab, {});
};

/** Left open until the form's own cookie was gone. */
const outdated =
  (who: Who, path: string): Open =>
  async (tab, place) => {
    await signedIn(tab, place, who);
    await tab.goto(place.at(path));
    await tab.context().clearCookies({ name: "livret_form" });
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

/** Shown once, under a name as long as it may be. */
const madeToken: Open = async (tab, place) => {
  await as(BUSY, "/compte/jetons")(tab, place);
  await tab.locator("#until").selectOption({ index: 1 });
  await send(tab, { label: LONG.slice(0, 60) });
};

/** Shown once. */
const madeAddress: Open = async (tab, place) => {
  await as(BUSY, "/compte/calendrier")(tab, place);
  await send(tab, {});
};

const ADMINISTRATOR: Who = { key: "administrator", name: "Camille Vidal", roles: ["administrator"] };
/** Was offered a role, and did not answer by its last day. */
const UNANSWERED: Who = {
  key: "unanswered",
  prepare: (world, her) => offers(daysAgo(world, 60), her, "finance"),
};

/** A colleague offers somebody roles, as an administrator does. */
async function offers(world: World, { address }: Pick<Invented, "address">, ...roles: Role[]): Promise<void> {
  const account = "00000000-0000-4000-8000-00000000000a";
  const at = { session: account, authenticatedAt: world.now() };
  const actor: Actor = { kind: "account", account, roles: ["administrator"], ...at };
  for (const role of roles) await deed(world, giveRole, actor, { address, role });
}
const OFFERED: Who = {
  key: "offered",
  name: LONG,
  prepare: (world, her) => offers(world, her, "finance", "head-of-training"),
};
/** Answered in another tab meanwhile. */
const answeredBefore: Open = async (tab, place) => {
  const her = await signedIn(tab, place, { key: "offered-late" });
  await offers(place.served.people!.world, her, "finance");
  await tab.goto(place.at("/compte/roles"));
  const other = await tab.context().newPage();
  await other.goto(place.at("/compte/roles"));
  await send(other, {});
  await other.close();
  await send(tab, {});
};
/** Whom the sign-in service of a school knows, and the session that it opens for them. */
async function tiedTo(world: World, { account }: Pick<Invented, "account">, school = "faire-ess"): Promise<string> {
  const { session } = await actorOf(world, await openedSession(world, { account }));
  const named = { issuer: "https://connexion.ecole.example", subject: account, address: "", name: "" };
  const vouched: Actor = { kind: "vouched", school, ...named };
  await deed(world, linkProvider, vouched, { owner: { account, session } });
  return (await deed(world, enterByProvider, vouched, { device: "", language: "fr" })).token;
}
const TIED: Who = { key: "tied", name: LONG, prepare: (world, her) => tiedTo(world, her) };
/** Signed in by the service of another school than the one of the page. */
const fromElsewhere: Open = async (tab, place) => {
  const her = await signedIn(tab, place, { key: "from-elsewhere" });
  const value = await tiedTo(place.served.people!.world, her, "ailleurs");
  const [cookie] = (await tab.context().cookies()).filter(({ name }) => name === SESSION_COOKIE);
  await tab.context().addCookies([{ ...cookie!, value }]);
  await tab.goto(place.at("/connexion"));
};
/** Came by the service, and is about to do what counts in every school. */
const byTheServiceAlone: Open = async (tab, place) => {
  const her = await signedIn(tab, place, { key: "by-the-service" });
  const value = await tiedTo(place.served.people!.world, her);
  const [cookie] = (await tab.context().cookies()).filter(({ name }) => name === SESSION_COOKIE);
  await tab.context().addCookies([{ ...cookie!, value }]);
  await tab.goto(place.at("/compte/adresse"));
  await send(tab, { address: newAddress() });
};

/** Changes what others' rows sign in by, so nobody else's. */
const CHANGES: Who = { key: "changes", name: LONG };

const newAddressAsked: Open = async (tab, place) => {
  await as(CHANGES, "/compte/adresse")(tab, place);
  await send(tab, { address: newAddress() });
};

/** The same page, for an account without a password. */
const mailed = (all: readonly PageRow[]) => all.map((row) => ({ ...row, apart: "by a mailed code" }));

export const peopleRows: readonly PageRow[] = [
  ...rows("compte-nom", "/compte/nom", "full", as(CHANGES, "/compte/nom")),
  ...rows(
    "compte-nom",
    "/compte/nom",
    "error",
    async (tab, place) => {
      await as(CHANGES, "/compte/nom")(tab, place);
      await send(tab, { name: "" });
    },
    422,
  ),
  ...rows("compte-adresse", "/compte/adresse", "full", as(CHANGES, "/compte/adresse")),
  ...rows(
    "compte-adresse",
    "/compte/adresse",
    "error",
    async (tab, place) => {
      await as(CHANGES, "/compte/adresse")(tab, place);
      await send(tab, { address: "claire" });
    },
    422,
  ),
  ...rows("compte-adresse-code", "/compte/adresse/code", "full", newAddressAsked),
  ...rows(
    "compte-adresse-code",
    "/compte/adresse/code",
    "error",
    async (tab, place) => {
      await newAddressAsked(tab, place);
      await send(tab, { code: "" });
    },
    422,
  ),
  ...rows("compte-roles", "/compte/roles", "empty", as(CHANGES, "/compte/roles")),
  ...rows("compte-roles", "/compte/roles", "full", as(OFFERED, "/compte/roles")),
  ...rows("compte-roles", "/compte/roles", "error", answeredBefore, 422),
  ...rows("compte-roles", "/compte/roles", "very long", as(UNANSWERED, "/compte/roles")),
  ...rows("equipe-aider", "/equipe/aider", "full", as(ADMINISTRATOR, "/equipe/aider")),
  ...rows(
    "equipe-aider",
    "/equipe/aider",
    "error",
    async (tab, place) => {
      await as(ADMINISTRATOR, "/equipe/aider")(tab, place);
      await send(tab, { address: LONG.replaceAll(/[^\w]/g, ""), reason: LONG });
    },
    422,
  ),
  ...rows("compte-ecole", "/compte/ecole", "empty", as(CHANGES, "/compte/ecole")),
  ...rows("compte-ecole", "/compte/ecole", "full", as(TIED, "/compte/ecole?fait=relie")),
  ...rows(
    "provider-back",
    "/compte/ecole",
    "error",
    async (tab, place) => {
      await as(CHANGES, "/compte/ecole")(tab, place);
      await send(tab, {});
    },
    503,
  ),
  // Another page in the place of the one that was asked for.
  ...rows("confirm", "/compte/adresse", "very long", byTheServiceAlone),
  ...rows("sign-in", "/connexion", "full", go("/connexion")),
  ...rows("sign-in", "/connexion", "very long", fromElsewhere),
  ...rows("sign-in", "/connexion", "error", then("/connexion", { address: "a@exemple.fr", password: PASSWORD }), 422),
  ...rows("sign-in", "/connexion", "error", then("/connexion", { email: "claire" }), 422),
  ...rows("provider-back", "/connexion/ecole/retour", "full", go("/connexion/ecole/retour"), 403),
  ...rows("ask-code", "/connexion/code", "full", go("/connexion/code")),
  ...rows("ask-code", "/connexion/code", "error", then("/connexion/code", { address: "claire" }), 422),
  ...rows("code", "/connexion/code/recu", "empty", go("/connexion/code/recu")),
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
      await send(tab, { password: "motdepasse" });
    },
    422,
  ),
  ...rows("account", "/compte", "full", as(HER, "/compte")),
  ...rows("account", "/compte", "very long", as(BUSY, "/compte")),
  ...rows("mails", "/compte/courrier", "empty", as(HER, "/compte/courrier")),
  ...rows("mails", "/compte/courrier", "full", as(WRITTEN_TO, "/compte/courrier")),
  ...rows("reminders", "/compte/rappels", "empty", as(HER, "/compte/rappels")),
  ...rows("reminders", "/compte/rappels", "full", as(OFF, "/compte/rappels")),
  ...rows("reminders", "/compte/rappels", "error", overtaken, 409),
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
  ...mailed(rows("confirm", "/compte/confirmer", "full", byMail)),
  ...mailed(rows("confirm", "/compte/confirmer", "error", codeAgain, 422)),
  ...rows("second-proof", "/compte/second-facteur", "full", as(HALF, "/compte/second-facteur")),
  ...rows(
    "second-proof",
    "/compte/second-facteur",
    "error",
    async (tab, place) => {
      await as(HALF, "/compte/second-facteur")(tab, place);
      await send(tab, { code: "" });
    },
    422,
  ),
  ...rows("proofs", "/compte/preuves", "empty", as(HER, "/compte/preuves")),
  ...rows("proofs", "/compte/preuves", "full", as(HALF, "/compte/preuves")),
  ...rows("outdated-form", "/compte/preuves", "error", outdated(HALF, "/compte/preuves"), 403),
  ...rows("generator", "/compte/preuves/application", "empty", as(HER, "/compte/preuves/application")),
  ...rows("generator", "/compte/preuves/application", "full", begun),
  ...rows(
    "generator",
    "/compte/preuves/application",
    "error",
    async (tab, place) => {
      await begun(tab, place);
      await send(tab, { code: "12 34", label: "" });
    },
    422,
  ),
  ...rows("subscribe", "/compte/calendrier", "empty", as(HALF, "/compte/calendrier")),
  ...rows("subscribe", "/compte/calendrier", "full", async (tab, place) => {
    await madeAddress(tab, place);
    await tab.goto(place.at("/compte/calendrier"));
  }),
  ...rows("outdated-form", "/compte/calendrier", "error", outdated(HALF, "/compte/calendrier"), 403),
  ...rows("address-once", "/compte/calendrier", "very long", madeAddress),
  ...rows("tokens", "/compte/jetons", "empty", as(HALF, "/compte/jetons")),
  ...rows("tokens", "/compte/jetons", "full", async (tab, place) => {
    await madeToken(tab, place);
    await tab.goto(place.at("/compte/jetons"));
  }),
  ...rows(
    "tokens",
    "/compte/jetons",
    "error",
    async (tab, place) => {
      await as(BUSY, "/compte/jetons")(tab, place);
      await send(tab, { label: LONG.slice(0, 60) });
    },
    422,
  ),
  ...rows("token-once", "/compte/jetons", "very long", madeToken),
  ...rows("recovery-codes", "/compte/preuves", "very long", async (tab, place) => {
    await as(HALF, "/compte/preuves")(tab, place);
    await send(tab, {});
  }),
  ...rows("team", "/equipe", "empty", as(AUDITOR, "/equipe")),
  ...rows("team", "/equipe", "full", async (tab, place) => {
    // A role that takes two to give waits for whoever looks.
    await signedIn(tab, place, BUSY);
    const her = await signedIn(tab, place, { key: "given-by-two" });
    await offers(place.served.people!.world, her, "disability-advisor");
    await as(BUSY, "/equipe")(tab, place);
  }),
  ...rows("team", "/equipe", "very long", async (tab, place) => {
    await signedIn(tab, place, UNANSWERED);
    await as(BUSY, "/equipe")(tab, place);
  }),
  ...rows(
    "team",
    "/equipe",
    "error",
    async (tab, place) => {
      await as(BUSY, "/equipe")(tab, place);
      await send(tab, { address: "personne@exemple.fr" });
    },
    422,
  ),
  ...rows("take-role", "/equipe/retirer/:grant", "full", async (tab, place) => {
    await as(BUSY, "/equipe")(tab, place);
    await tab.locator('a[href*="/equipe/retirer/"]').first().click();
  }),
  ...rows(
    "take-role",
    "/equipe/retirer/:grant",
    "error",
    as(BUSY, "/equipe/retirer/0b9d1c0e-5a5f-4c3e-9d8e-0f7f0a1b2c3d"),
    404,
  ),
  ...rows("roles", "/equipe/roles", "full", as(AUDITOR, "/equipe/roles")),
  ...rows("outdated-form", "/compte/acces", "error", outdated(BUSY, "/compte/acces"), 403),
  ...rows("access", "/compte/acces", "very long", as(BUSY, "/compte/acces")),
];
