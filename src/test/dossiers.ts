/** Dossiers for tests, filled by the real acts as their candidates would: begun, full, full to the brim, handed in. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Actor } from "../act/act.ts";
import { addFile, saveSection, startDossier } from "../dossier/acts.ts";
import { giveComplement } from "../dossier/complement-acts.ts";
import { shownHash } from "../dossier/standing.ts";
import { submitDossier } from "../dossier/submit-acts.ts";
import { myDossiers, openDossier } from "../dossier/views.ts";
import { dossierWords } from "../dossier/words.ts";
import { seeOpenIntakes } from "../intake/views.ts";
import type { Draft } from "../inquiry/rules/draft.ts";
import { view, type View } from "../act/act.ts";
import { receiveUpload } from "../files/receive.ts";
import type { World } from "../act/world.ts";
import { ON_THE_SHORT_DAY, openedIntake } from "./intakes.ts";
import { deed, type Invented } from "./people.ts";
import { pdf } from "./sent-files.ts";
import type { Static, TSchema } from "typebox";

const SCHOOL = "faire-ess";
type Sections = Readonly<Record<string, object>>;
type Given = {
  readonly declared?: Draft;
  readonly sections?: Sections;
  readonly files?: readonly Sent[];
  /** Where it is not the one that is open. */
  readonly intake?: string;
};
export type Sent = readonly [piece: string, name: string, bytes: string | Uint8Array];

export function candidate(world: World, { account }: Pick<Invented, "account">): Actor {
  return { kind: "account", account, session: randomUUID(), roles: [], authenticatedAt: world.now() };
}

/** The intake that is open, opened now where none is. */
export async function anIntake(world: World): Promise<string> {
  const asked = { actor: { kind: "anyone" } as const, establishment: SCHOOL, input: { diploma: "deis" } };
  const seen = await view(world, seeOpenIntakes, asked);
  const open = seen.kind === "found" ? seen.value.open : [];
  return open[0]?.id ?? (await openedIntake(world, ON_THE_SHORT_DAY)).id;
}

/** The dossier of a person, begun if there is none, with what is given saved in it. */
export async function aDossier(world: World, person: Invented, given: Given = {}): Promise<string> {
  const actor = candidate(world, person);
  const intake = given.intake ?? (await anIntake(world));
  const declared = given.declared && { declared: { ...given.declared } };
  const { dossier } = await deed(world, startDossier, actor, { intake, language: "fr", ...declared });
  for (const [section, contents] of Object.entries(given.sections ?? {}))
    await deed(world, saveSection, actor, { dossier, section, version: 0, contents: { ...contents } });
  for (const sent of given.files ?? []) await aFile(world, person, dossier, sent);
  return dossier;
}

export async function aFile(
  world: World,
  person: Invented,
  dossier: string,
  [piece, name, bytes]: Sent,
  actor: Actor = candidate(world, person),
): Promise<void> {
  const stream = Readable.from([Buffer.from(bytes)]);
  const received = await receiveUpload(world, { establishment: SCHOOL, account: person.account, stream, name });
  if ("problem" in received) throw new Error(`${name}: ${received.problem}`);
  await deed(world, addFile, actor, { dossier, piece, upload: received.upload });
}

/** Hands in what stands there; gives the number of the receipt. */
export async function handedIn(
  world: World,
  person: Invented,
  dossier: string,
  actor: Actor = candidate(world, person),
): Promise<string> {
  const opened = await seen(world, actor, openDossier, { dossier });
  const words = dossierWords("fr").submit.declaration;
  const input = { dossier, shown: shownHash(opened, words), words };
  return (await deed(world, submitDossier, actor, input)).submission;
}

/** Gives the complement that was asked for, as it stands there. */
export async function handedBack(world: World, person: Invented, dossier: string): Promise<void> {
  const actor = candidate(world, person);
  const words = "Je certifie avoir effectué les corrections.";
  const shown = shownHash(await seen(world, actor, openDossier, { dossier }), words);
  await deed(world, giveComplement, actor, { dossier, shown, words, unchanged: "C’est la bonne pièce." });
}

export async function theirDossier(world: World, person: Pick<Invented, "account">): Promise<string> {
  const { dossiers } = await seen(world, candidate(world, person), myDossiers, {});
  return dossiers[0]!.id;
}

async function seen<F extends TSchema, V>(world: World, actor: Actor, what: View<F, V>, input: Static<F>): Promise<V> {
  const found = await view(world, what, { actor, establishment: SCHOOL, input });
  if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
  return found.value;
}

export const DECLARED_IN_FULL: Draft = {
  next: 4,
  titles: [{ item: 1, title: "DEASS", awardedOn: "2017-06-27", startedOn: null }],
  titlesDone: true,
  periods: [
    { item: 2, from: "2017-09-01", to: "2020-08-31", share: { as: "full" }, field: "social-intervention" },
    { item: 3, from: "2020-10-01", to: null, share: { as: "percent", percent: 60 }, field: "social-intervention" },
  ],
  periodsDone: true,
  corps: [],
  waivers: [],
  plan: { track: "deis", funding: [] },
};

export const FULL_SECTIONS: Sections = {
  identity: {
    birthName: "Durand",
    usedName: "",
    givenNames: "Claire Marie",
    sex: "F",
    bornOn: "1985-02-28",
    birthCountry: "FR",
    birthCommune: "34172",
    birthCity: "",
  },
  contact: {
    phone: "06 12 34 56 78",
    street: "1 rue de l’Exemple",
    streetMore: "",
    postcode: "34000",
    city: "Montpellier",
    country: "FR",
  },
  accommodations: { needed: "no", effects: [], other: "" },
};

export const FULL_FILES: readonly Sent[] = [
  ["proof-of-title", "diplome.pdf", pdf({ pages: 1 })],
  ["proof-of-experience", "attestation-employeur.pdf", pdf({ pages: 2 })],
  ["cv", "cv.pdf", pdf({ pages: 3 })],
  ["personal-text", "presentation.pdf", pdf({ pages: 9 })],
];
