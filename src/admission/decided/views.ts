/** How a dossier was decided: the data, the rules, the files of the law, who did what, and whether all of it still holds. */
import { Type } from "typebox";
import { type Actor, defineView, type Performing } from "../../act.ts";
import type { Tx } from "../../db/school.ts";
import { actorName } from "../../people/rules/permissions.ts";
import { staffNames } from "../../people/openings/views.ts";
import { keptLawFile } from "../../record/acts.ts";
import { noteOpening } from "../../record/openings/opening.ts";
import { verifyChain } from "../../record/verify.ts";
import { type Dossier, findDossier } from "../dossier/store.ts";
import { type Submission, submissionsOf } from "../dossier/history/store.ts";
import { findIntake } from "../intakes/store.ts";
import { basisOf, type Decided, type Replayed, replay } from "./replay.ts";
import { Id, closed } from "../../kit/shapes.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";

const Asked = Type.Object(
  {
    dossier: Id,
    language: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
  },
  closed,
);
type Asked = { readonly dossier: string; readonly language: "fr" | "en" };

export type DecidedSubmission = {
  readonly submission: Submission;
  /** `null` where the rules could not answer what was declared. */
  readonly decided: Decided | null;
  readonly replayed: Replayed | null;
  /** Whether the files it rests on are kept here. */
  readonly kept: { readonly national: boolean; readonly local: boolean };
};

export type HowDecided = {
  readonly dossier: Pick<Dossier, "id" | "number" | "entered" | "language">;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly submissions: readonly DecidedSubmission[];
  readonly records: readonly {
    readonly seq: number;
    readonly act: string;
    /** A name; `null` for whoever the school no longer knows by name. */
    readonly name: string | null;
    /** The person themselves, the calendar, the operator, or somebody of the school. */
    readonly who: "self" | "clock" | "operator" | "staff";
    readonly at: string;
    readonly hash: string;
  }[];
  readonly whole: boolean;
  readonly covered: { readonly number: number; readonly seq: number; readonly hash: string } | null;
};

export const howDecided = defineView({
  name: "howDecided",
  label: { fr: "Voir comment mon dossier a été décidé", en: "See how my application was decided" },
  who: "apply",
  form: Asked,
  async read(given) {
    const dossier = await findDossier(given.tx, given.input.dossier);
    return dossier && isOwn(dossier, given.actor) ? explain(given, dossier) : undefined;
  },
});

export const howWasDecided = defineView({
  name: "howWasDecided",
  label: { fr: "Voir comment un dossier a été décidé", en: "See how an application was decided" },
  who: "see the dossiers",
  form: Asked,
  async read(given) {
    const { tx, input, actor, at } = given;
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier) return undefined;
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    const what = { fr: "comment le dossier a été décidé", en: "how the application was decided" };
    await noteOpening(tx, { about: dossierChain(dossier.id), whose, actor, what, at });
    return explain(given, dossier);
  },
});

function isOwn({ account }: Dossier, actor: Actor): boolean {
  return account !== null && actorName(actor) === `account:${account}`;
}

async function explain({ tx, input, zone }: Performing<Asked>, dossier: Dossier): Promise<HowDecided | undefined> {
  const intake = await findIntake(tx, dossier.intake);
  if (!intake) return undefined;
  const submissions: DecidedSubmission[] = [];
  for (const one of await submissionsOf(tx, dossier.id)) submissions.push(await again(tx, one, input.language));
  const { records, tampered, covered } = await verifyChain(tx, dossierChain(dossier.id), zone);
  const names = await staffNames(tx);
  const { id, number, entered, language } = dossier;
  return {
    dossier: { id, number, entered, language },
    diploma: intake.diploma,
    lawVersion: intake.lawVersion,
    submissions,
    records: records.map(({ seq, act, actor, at, hash }) => ({
      seq,
      act,
      name: names.get(actor) ?? null,
      who: whoIs(actor, dossier),
      at: at.toISOString(),
      hash,
    })),
    whole: tampered.length === 0,
    covered: covered ?? null,
  };
}

function whoIs(actor: string, { account }: Dossier): HowDecided["records"][number]["who"] {
  if (actor === `account:${account}`) return "self";
  if (actor === "clock") return "clock";
  return actor.startsWith("operator") ? "operator" : "staff";
}

async function again(tx: Tx, submission: Submission, lang: "fr" | "en"): Promise<DecidedSubmission> {
  const { input, answer } = submission.decided as Partial<Pick<Decided, "input" | "answer">>;
  if (!input || !answer) return { submission, decided: null, replayed: null, kept: { national: false, local: false } };
  const decided: Decided = { decision: "eligibility", input, answer };
  const basis = basisOf(decided);
  const national = await keptLawFile(tx, basis.hash);
  const local = await keptLawFile(tx, basis.establishmentHash);
  const replayed = replay(decided, { national, local }, lang);
  return { submission, decided, replayed, kept: { national: !!national, local: !!local } };
}
