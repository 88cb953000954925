/** How a dossier was decided: data, rules, law files, actors, and whether the proof still holds. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { staffNames } from "../../people/openings/views.ts";
import { keptLawFile } from "../../audit/acts.ts";
import { noteOpening } from "../../openings/openings.ts";
import { verifyChain } from "../../audit/verify.ts";
import { officeReads, ownDossier } from "../../dossier/hands.ts";
import type { Dossier } from "../../dossier/rules/dossier.ts";
import { happenedTo, stateOf } from "../../dossier/happened.ts";
import type { KeptFact, Submission } from "../../dossier/rules/happened.ts";
import type { DossierStateName } from "../../dossier/rules/state.ts";
import { findIntake, type Intake } from "../../intake/intake.ts";
import { basisOf, type Decided, type Replayed, replay } from "./replay.ts";
import { Id, closed } from "../../kit/shapes.ts";
import { dossierChain } from "../../dossier/rules/dossier.ts";
import * as output from "./output.ts";

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
  /** `null` if the rules could not answer the declaration. */
  readonly decided: Decided | null;
  readonly replayed: Replayed | null;
  /** Where days were not known, the outcome at best; `decided` is then the one at worst. */
  readonly atBest: string | null;
  /** Whether its law files are stored here. */
  readonly kept: { readonly national: boolean; readonly local: boolean };
};

/** An act's author: named if they still work here; `program` if a token of theirs was used. */
export type Doer = {
  readonly name: string | null;
  readonly who: "self" | "link" | "clock" | "provider" | "operator" | "staff";
  readonly program: boolean;
};

export type HowDecided = {
  /** The reader addressed: the person, or the office, which may hand it over. */
  readonly reader: "self" | "office";
  readonly dossier: Pick<Dossier, "id" | "number" | "entered" | "language">;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly submissions: readonly DecidedSubmission[];
  /** Its state, and people's decisions: the rules' answer decides nothing by itself. */
  readonly state: DossierStateName;
  readonly decisions: readonly (Doer & Pick<KeptFact, "kind" | "at" | "details">)[];
  readonly intake: Pick<Intake, "pieces" | "appeal" | "closesAt">;
  readonly records: readonly (Doer & {
    readonly seq: number;
    readonly act: string;
    readonly at: string;
    readonly hash: string;
  })[];
  readonly whole: boolean;
  readonly covered: { readonly number: number; readonly seq: number; readonly hash: string } | null;
};

export const howDecided = defineView({
  name: "howDecided",
  label: { fr: "Voir comment mon dossier a été décidé", en: "See how my application was decided" },
  who: "apply",
  form: Asked,
  output: output.howDecided,
  async read(context) {
    const dossier = await ownDossier(context.tx, context.actor, context.input.dossier);
    return dossier && explain(context, dossier, "self");
  },
});

export const howWasDecided = defineView({
  name: "howWasDecided",
  label: { fr: "Voir comment un dossier a été décidé", en: "See how an application was decided" },
  who: "see the dossiers",
  form: Asked,
  output: output.howWasDecided,
  async read(context) {
    const { tx, input, actor, at } = context;
    const dossier = await officeReads(tx, actor, input.dossier);
    if (!dossier) return undefined;
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    const what = { fr: "comment le dossier a été décidé", en: "how the application was decided" };
    await noteOpening(tx, { about: dossierChain(dossier.id), whose, actor, what, at });
    return explain(context, dossier, "office");
  },
});

async function explain(
  { tx, input, zone }: Performing<Asked>,
  dossier: Dossier,
  reader: HowDecided["reader"],
): Promise<HowDecided | undefined> {
  const intake = await findIntake(tx, dossier.intake);
  if (!intake) return undefined;
  const { facts, submissions: handedIn } = await happenedTo(tx, dossier.id);
  const submissions: DecidedSubmission[] = [];
  for (const submission of handedIn) submissions.push(await replayedSubmission(tx, submission, input.language));
  const { records, tampered, covered } = await verifyChain(tx, dossierChain(dossier.id), zone);
  const doer = doerAmong(await staffNames(tx), dossier);
  return {
    reader,
    dossier,
    diploma: intake.diploma,
    lawVersion: intake.lawVersion,
    submissions,
    state: (await stateOf(tx, dossier.id)).state,
    decisions: facts.filter(({ kind }) => DECIDES.has(kind)).map((fact) => ({ ...fact, ...doer(fact.by) })),
    intake,
    records: records.map((one) => ({ ...one, ...doer(one.actor), at: one.at.toISOString() })),
    whole: tampered.length === 0,
    covered: covered ?? null,
  };
}

/** Facts that decide something; assignments and notes do not. */
const DECIDES: ReadonlySet<string> = new Set(
  `complement-asked judged day-fixed arranged late-accepted late-declined
   withdrawn resumed taken-back confirmed disputed taken-over`.split(/\s+/),
);

function doerAmong(names: ReadonlyMap<string, string>, { account }: Dossier): (actor: string) => Doer {
  return (actor) => {
    const [by = "", token] = actor.split(" ");
    const own = by === `account:${account}`;
    return { name: own ? null : (names.get(by) ?? null), who: own ? "self" : kindOf(by), program: token !== undefined };
  };
}

/** By their names in the record (`actorName`); a holder received a link. */
function kindOf(by: string): Doer["who"] {
  if (by === "holder") return "link";
  if (by === "clock") return "clock";
  if (by === "payment-provider") return "provider";
  return by.startsWith("operator") ? "operator" : "staff";
}

async function replayedSubmission(tx: Tx, submission: Submission, lang: "fr" | "en"): Promise<DecidedSubmission> {
  type Sealed = Partial<Pick<Decided, "input" | "answer">>;
  const { best, worst, ...settled } = submission.decided as Sealed & {
    readonly best?: Sealed;
    readonly worst?: Sealed;
  };
  const { input, answer } = worst ?? settled;
  const atBest = typeof best?.answer?.outcome === "string" ? best.answer.outcome : null;
  if (!input || !answer)
    return { submission, decided: null, replayed: null, atBest: null, kept: { national: false, local: false } };
  const decided: Decided = { decision: "eligibility", input, answer };
  const basis = basisOf(decided);
  const national = await keptLawFile(tx, basis.hash);
  const local = await keptLawFile(tx, basis.establishmentHash);
  const replayed = replay(decided, { national, local }, lang);
  return { submission, decided, replayed, atBest, kept: { national: !!national, local: !!local } };
}
