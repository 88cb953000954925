/** The rows of what follows on a dossier: complements, messages, and applying on paper. */
import type { Page } from "playwright-core";
import type { Actor } from "../../act/act.ts";
import { addFile, saveSection } from "../../dossier/acts.ts";
import { shownHash } from "../../dossier/standing.ts";
import { submitDossier } from "../../dossier/submit-acts.ts";
import { askComplement, giveComplement } from "../../dossier/complement-acts.ts";
import { askConfirmation, enterDossier, openEntered, takeOverDossier } from "../../dossier/entering/acts.ts";
import { findIntake } from "../../intake/intake.ts";
import { remindOfDeadline } from "../../reminders/acts.ts";
import { sendMessage } from "../../dossier/messages/acts.ts";
import { openDossier } from "../../dossier/views.ts";
import { view } from "../../act/act.ts";
import { receiveUpload } from "../../files/receive.ts";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import type { World } from "../../act/world.ts";
import { aDossier, anIntake, candidate, DECLARED_IN_FULL, FULL_SECTIONS, handedIn, type Sent } from "../dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../people.ts";
import { pdf } from "../sent-files.ts";
import {
  FULL_GIVEN,
  LONG_NAME,
  LONG_TEXT,
  openAs,
  type Open,
  outdated,
  press,
  refused,
  rows,
  shown,
} from "./dossier-rows.ts";
import { inBothLanguages, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";

/** The officer who asks and writes, made once for each world. */
const officers = new WeakMap<World, Promise<Actor>>();
async function madeOfficer(world: World): Promise<Actor> {
  const anna = await makeAccount(world, { name: "Anna Petit", address: "anna.petit@exemple.fr" });
  await giveRoles(world, anna, ["admission-officer"]);
  return officerOf(anna, world);
}
function officer(world: World): Promise<Actor> {
  const known = officers.get(world) ?? madeOfficer(world);
  officers.set(world, known);
  return known;
}
function officerOf({ account }: Pick<Invented, "account">, world: World): Extract<Actor, { kind: "account" }> {
  return { kind: "account", account, session: "s", roles: ["admission-officer"], authenticatedAt: world.now() };
}

const EVERY_ITEM = "identity contact accommodations declared piece:proof-of-title piece:cv piece:personal-text".split(
  " ",
);

/** Handed in, then asked again for some of it. */
const asked =
  (items: readonly string[], notes: Record<string, string> = {}) =>
  async (world: World, person: Invented) => {
    const dossier = await aDossier(world, person, FULL_GIVEN);
    await handedIn(world, person, dossier);
    const dueOn = addDays(dayIn(world.now(), "Europe/Paris"), 10);
    await deed(world, askComplement, await officer(world), { dossier, items: [...items], dueOn, notes });
    return dossier;
  };

const NOTE = "La copie est illisible en bas de page.";
const ASKED: Who = {
  key: "complement-asked",
  prepare: asked(["contact", "piece:proof-of-title"], { "piece:proof-of-title": NOTE }),
};
const ASKED_ALL: Who = {
  key: "complement-long",
  name: LONG_NAME,
  prepare: asked(EVERY_ITEM, Object.fromEntries(EVERY_ITEM.map((item) => [item, LONG_TEXT.slice(0, 190)]))),
};
const ANSWERED: Who = {
  key: "complement-given",
  prepare: async (world, person) => {
    const dossier = await asked(["contact"])(world, person);
    const actor = candidate(world, person);
    const seen = await view(world, openDossier, { actor, establishment: SCHOOL, input: { dossier } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    const words = "Je certifie avoir effectué les corrections.";
    await deed(world, giveComplement, actor, { dossier, shown: shownHash(seen.value, words), words, unchanged: NOTE });
  },
};

const written = (texts: readonly string[]) => async (world: World, person: Invented) => {
  const dossier = await aDossier(world, person, FULL_GIVEN);
  await handedIn(world, person, dossier);
  for (const [at, text] of texts.entries()) {
    const by = at % 2 === 0 ? candidate(world, person) : await officer(world);
    await deed(world, sendMessage, by, { dossier, text });
  }
};
const WRITING: Who = { key: "messages", prepare: written(["Faut-il le relevé de notes ?", "Non, le diplôme suffit."]) };
const QUIET: Who = { key: "messages-none", prepare: written([]) };
const WRITING_LONG: Who = {
  key: "messages-long",
  name: LONG_NAME,
  prepare: written(Array.from({ length: 12 }, () => LONG_TEXT.slice(0, 3000))),
};

type OnPaper = { readonly dossier: string; readonly path: string; readonly code: string };

/** Entered by somebody of the office, handed in, and asked to be confirmed. */
/** Handed in by the office for somebody who applied on paper, and waiting for them. */
export async function onPaper(world: World, { account }: Pick<Invented, "account">, long = false): Promise<OnPaper> {
  const actor = officerOf({ account }, world);
  const intake = await anIntake(world);
  const { dossier } = await deed(world, enterDossier, actor, { intake, entered: "paper", language: "fr" });
  const identity = { ...FULL_SECTIONS.identity, ...(long && { birthName: LONG_NAME, givenNames: LONG_NAME }) };
  for (const [section, contents] of Object.entries({ ...FULL_SECTIONS, identity, declared: DECLARED_IN_FULL }))
    await deed(world, saveSection, actor, { dossier, section, version: 0, contents });
  const files: readonly Sent[] = [
    ...FULL_GIVEN.files,
    ["paper-form", long ? `${LONG_NAME}.pdf` : "formulaire-signe.pdf", pdf({ comment: dossier })],
  ];
  for (const [piece, name, bytes] of files) {
    const stream = Readable.from([Buffer.from(bytes)]);
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name });
    if ("problem" in received) throw new Error(received.problem);
    await deed(world, addFile, actor, { dossier, piece, upload: received.upload });
  }
  const seen = await view(world, openDossier, { actor, establishment: SCHOOL, input: { dossier } });
  if (seen.kind !== "found") throw new Error(seen.kind);
  const words = "J’atteste avoir saisi ce dossier.";
  await deed(world, submitDossier, actor, { dossier, shown: shownHash(seen.value, words), words });
  const { handed } = await deed(world, askConfirmation, actor, { dossier });
  return { dossier, ...handed! };
}

const OFFICER: Who = { key: "entering-officer", name: "Anna Durand", roles: ["admission-officer"] };

type Confirming = { readonly long?: boolean; readonly mailed?: boolean };

/** The link and the code of a dossier made for this row, whose row may spend them. */
const confirming =
  (
    then: (tab: Page, place: Place, made: OnPaper) => Promise<unknown>,
    { long = false, mailed = false }: Confirming = {},
  ): Open =>
  async (tab, place) => {
    const { world } = place.served.people!;
    const by = await signedIn(tab, place, OFFICER);
    const made = await onPaper(world, by, long);
    await tab.context().clearCookies();
    const path = mailed ? await mailedLink(world, made.dossier) : made.path;
    const secret = path.split("/").at(-1)!;
    await tab.goto(place.at(`/deis/confirmer/${secret}`));
    await then(tab, place, made);
  };

const typeCode = async (tab: Page, code: string) => {
  await tab.locator("#code").fill(code);
  await press(tab, "main form:has(#code) .actions button");
};

/** The same, asked again of an address that the person gave since. */
async function mailedLink(world: World, dossier: string): Promise<string> {
  const address = `${dossier}@exemple.fr`;
  await deed(world, askConfirmation, await officer(world), { dossier, address });
  const mails = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("mail").select("link").where("to_address", "=", address).execute(),
  );
  return (mails[0]!.link as { path: string }).path;
}

const confirmRows = (state: PageRow["state"], open: Open, more: { page?: string; status?: number } = {}) =>
  inBothLanguages({ page: "confirmer", path: "/:diploma/confirmer/:secret", state, open, ...more });

/** The officer at a page of a dossier that they entered. */
const entered =
  (step: string): Open =>
  async (tab, place) => {
    const by = await signedIn(tab, place, OFFICER);
    const { dossier } = await onPaper(place.served.people!.world, by);
    await tab.goto(place.at(`/deis/dossier/${dossier}${step && `/${step}`}`));
  };

const PAULE: Who = {
  key: "entered-taken-over",
  prepare: async (world, person) => {
    const anna = (await officer(world)) as Extract<Actor, { kind: "account" }>;
    const { path, code } = await onPaper(world, anna);
    const secret = path.split("/").at(-1)!;
    const { key } = await deed(world, openEntered, { kind: "holder", secret }, { secret, proof: code });
    await deed(world, takeOverDossier, candidate(world, person), { secret, key: key! });
  },
};

/** From the mail that reminds somebody without an account, on the day before the closing. */
const reminded: Open = async (tab, place) => {
  const { world } = place.served.people!;
  const anna = await officer(world);
  const intake = await anIntake(world);
  const address = `rappel-${randomUUID()}@exemple.fr`;
  const input = { intake, entered: "phone", language: "fr", address } as const;
  const { dossier } = await deed(world, enterDossier, anna, input);
  const { closesAt } = (await withSchool(world.db, SCHOOL, (tx) => findIntake(tx, intake)))!;
  const late = { ...world, now: () => new Date(closesAt.getTime() - 3_600_000) };
  const day = dayIn(closesAt, "Europe/Paris");
  const due = { dossier, about: "closing", deadline: closesAt.toISOString(), days: 1 } as const;
  await deed(late, remindOfDeadline, { kind: "clock", day }, due);
  const mails = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("mail").select("link").where("to_address", "=", address).execute(),
  );
  const { path } = (mails[0]!.link as { stop: { path: string } }).stop;
  await tab.goto(place.at(path.slice(SCHOOL.length + 1)));
};

const reminderRows = (state: PageRow["state"], open: Open, more: { page?: string; status?: number } = {}) =>
  inBothLanguages({ page: "rappels", path: "/rappels/:secret", state, open, ...more });

const enterRows = (state: PageRow["state"], open: Open, status?: number) =>
  inBothLanguages({ page: "saisir", path: "/:diploma/saisir", state, open, ...(status && { status }) });

const enter: Open = async (tab, place) => {
  await anIntake(place.served.people!.world);
  await signedIn(tab, place, OFFICER);
  await tab.goto(place.at("/deis/saisir"));
};

export const followRows: readonly PageRow[] = [
  ...rows("", "full", (tab, place) => openAs(tab, place, ASKED, ""), { page: "dossier-complement-asked" }),
  ...shown("complement", "full", ASKED),
  ...shown("complement", "very long", ASKED_ALL),
  ...refused("complement", ASKED),
  ...rows("", "full", (tab, place) => openAs(tab, place, ANSWERED, ""), { page: "dossier-complement-given" }),
  ...rows("recepisse/derniere", "full", async (tab, place) => {
    await openAs(tab, place, ANSWERED, "");
    await press(tab, "main a[href*='/recepisse/'] >> nth=0");
  }),
  ...shown("messages", "empty", QUIET),
  ...shown("messages", "full", WRITING),
  ...shown("messages", "very long", WRITING_LONG),
  ...refused("messages", QUIET),
  ...confirmRows(
    "empty",
    confirming(async () => {}, { mailed: true }),
  ),
  ...confirmRows(
    "full",
    confirming((tab, _, { code }) => typeCode(tab, code)),
  ),
  ...confirmRows(
    "very long",
    confirming((tab, _, { code }) => typeCode(tab, code), { long: true }),
  ),
  ...confirmRows(
    "error",
    confirming(
      async (tab) => {
        await press(tab, "#send button");
        await tab.locator("#code").fill("aucun");
        await press(tab, "main form:has(#code) .actions button");
      },
      { mailed: true },
    ),
    { status: 422 },
  ),
  ...confirmRows("error", (tab, place) => tab.goto(place.at("/deis/confirmer/un-autre")), {
    page: "confirmer-over",
    status: 404,
  }),
  ...shown("confirmer", "full", PAULE),
  ...outdated("confirmer", PAULE),
  ...rows("", "full", (tab, place) => openAs(tab, place, PAULE, ""), { page: "dossier-taken-over" }),
  ...reminderRows("full", reminded),
  ...reminderRows("empty", async (tab, place) => {
    await reminded(tab, place);
    await press(tab, "main form .actions button");
  }),
  ...reminderRows("error", (tab, place) => tab.goto(place.at("/rappels/un-autre")), {
    page: "rappels-over",
    status: 404,
  }),
  ...enterRows("full", enter),
  ...enterRows(
    "error",
    async (tab, place) => {
      await enter(tab, place);
      await press(tab, "main form .actions button");
    },
    422,
  ),
  ...rows("", "full", entered(""), { page: "dossier-entered" }),
  ...rows("faire-confirmer", "full", entered("faire-confirmer")),
  ...rows("faire-confirmer", "full", async (tab, place) => {
    await entered("faire-confirmer")(tab, place);
    await press(tab, "main form .actions button");
  }),
  ...rows("coordonnees", "full", entered("coordonnees")),
  ...rows(
    "coordonnees",
    "error",
    async (tab, place) => {
      await entered("coordonnees")(tab, place);
      await tab.locator("#phone").fill("abc");
      await tab.locator("#how").fill("Appel.");
      await press(tab, "main form .actions button");
    },
    { status: 422 },
  ),
  ...rows("identite", "empty", entered("identite")),
  ...rows(
    "identite",
    "error",
    async (tab, place) => {
      await entered("identite")(tab, place);
      await press(tab, "main form .actions button");
    },
    { status: 422 },
  ),
  ...rows("identite", "full", async (tab, place) => {
    await entered("identite")(tab, place);
    await tab.locator("#birthName").fill(LONG_NAME);
    await tab.locator("#how").fill("Au guichet.");
    const proof = { name: `${LONG_NAME}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(pdf({ pages: 1 })) };
    await tab.locator("#upload").setInputFiles(proof);
    await press(tab, "main form .actions button");
  }),
  ...rows(
    "faire-confirmer",
    "error",
    async (tab, place) => {
      await entered("faire-confirmer")(tab, place);
      await tab.locator("#address").fill("paule");
      await press(tab, "main form .actions button");
    },
    { status: 422 },
  ),
];
