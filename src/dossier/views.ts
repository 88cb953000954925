/** A candidate's views of their own dossiers. Another's looks like none at all. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { standingOn, type Stands } from "../act/standing.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import { signing } from "./signing.ts";
import { type Standing, standing } from "./standing.ts";
import { asking, isInHand, isOwn, officeReads } from "./hands.ts";
import { noteOpening } from "../openings/openings.ts";
import { arranged } from "./rules/arranged.ts";
import { CONFIDENTIAL, lineOf } from "./rules/sections.ts";
import { DOSSIER, dossierState, type DossierState } from "./rules/state.ts";
import {
  type Confided,
  confided,
  dossiersOf,
  findPart,
  findWhole,
  type ListedDossier,
  type SavedSection,
  type WrittenMessage,
} from "./store.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import { decidedAmong, factsOf } from "./history/store.ts";
import type { KeptFact, Submission } from "./rules/happened.ts";
import { filesAbout, type StoredFile } from "../files/attach.ts";
import { Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

export type { Entered } from "./rules/dossier.ts";
export type { Submission } from "./rules/happened.ts";
export type { Intake } from "../intake/intake.ts";

const Nothing = Type.Object({}, closed);
const ById = Type.Object({ dossier: Id }, closed);

export type MyDossier = ListedDossier & { readonly intakeFacts: Intake };

export const myDossiers = defineView({
  name: "myDossiers",
  label: { fr: "Voir ses dossiers de candidature", en: "See one’s applications" },
  who: "apply",
  form: Nothing,
  output: output.myDossiers,
  async read({ tx, actor }) {
    if (actor.kind !== "account") return undefined;
    const all = await dossiersOf(tx, actor.account);
    const intakes = await Promise.all(all.map(({ intake }) => findIntake(tx, intake)));
    const dossiers = all.flatMap((dossier, at): MyDossier[] => {
      const intakeFacts = intakes[at];
      return intakeFacts ? [{ ...dossier, intakeFacts }] : [];
    });
    return { dossiers };
  },
});

export type OpenedDossier = Standing & {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly state: DossierState;
  /** By key. */
  readonly saved: { readonly [section: string]: SavedSection };
  readonly attached: readonly StoredFile[];
  readonly submissions: readonly Submission[];
  readonly facts: readonly KeptFact[];
  readonly messages: readonly WrittenMessage[];
  /** The declaration and fingerprint to send back when submitting, in the dossier's language; null if nothing is to be submitted. */
  readonly signing: ReturnType<typeof signing>;
  /** The clock that the intake's days and hours refer to. */
  readonly now: Date;
  /** What depends on it and prevents taking back, withdrawing or resuming. */
  readonly kept: readonly Stands[];
};

export const openDossier = defineView({
  name: "openDossier",
  label: { fr: "Ouvrir son dossier de candidature", en: "Open one’s application" },
  who: "apply",
  form: ById,
  output: output.openDossier,
  read: (context) => openedDossier(context, context.input.dossier),
});

/** The same, for views that include it. */
export async function openedDossier(
  context: Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "law" | "stands">,
  id: string,
): Promise<OpenedDossier | undefined> {
  const { tx, actor, at, today, law } = context;
  const whole = await findWhole(tx, id);
  if (!whole || !isInHand(whole.dossier, actor)) return undefined;
  const { dossier, sections: saved, submissions, facts, history, messages } = whole;
  const [plain, attached, kept] = await Promise.all([
    findIntake(tx, dossier.intake),
    filesAbout(tx, dossierChain(dossier.id)),
    standingOn(context, DOSSIER, LEAVING, id),
  ]);
  const dossierLaw = plain && law(plain.diploma, { version: plain.lawVersion });
  if (!plain || !dossierLaw) return undefined;
  const intake = asking(plain, dossier);
  const stands = standing(saved, attached, intake, dossierLaw, today);
  const state = dossierState(history);
  return {
    ...stands,
    dossier,
    intake,
    state,
    saved: Object.fromEntries(saved.map((one) => [one.section, one])),
    attached,
    submissions,
    facts,
    messages,
    signing: signing({ ...stands, dossier, state }, dossier.language),
    now: at,
    kept,
  };
}

const LEAVING = ["taken-back", "withdrawn", "resumed"] as const;

/** What the page of one section needs, which is opened and saved far more often than the whole. */
export type OpenedSection = Pick<OpenedDossier, "dossier" | "state"> & { readonly saved: SavedSection | undefined };

export const openSection = defineView({
  name: "openSection",
  label: { fr: "Ouvrir une partie de son dossier", en: "Open a part of one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id, section: Type.String({ maxLength: 100 }) }, closed),
  output: output.openSection,
  async read({ tx, input, actor }): Promise<OpenedSection | undefined> {
    const part = await findPart(tx, input.dossier, input.section);
    if (!part || !isInHand(part.dossier, actor)) return undefined;
    const { dossier, history, saved } = part;
    // Only the person may read what they told the disability advisor; the office may not.
    if (input.section === CONFIDENTIAL.key && !isOwn(dossier, actor)) return undefined;
    return { dossier, state: dossierState(history), saved };
  },
});

export const confidedDossiers = defineView({
  name: "confidedDossiers",
  label: { fr: "Voir qui demande des aménagements", en: "See who asks for arrangements" },
  who: "read what is said of a disability",
  form: Type.Object({ before: Type.Optional(Type.String({ maxLength: 20 })) }, closed),
  output: output.confidedDossiers,
  async read({ tx, input: { before } }) {
    // One more row than shown tells that there are others. The list says that something was confided; its text is read only where the
    // opening is recorded.
    const newest = await confided(tx, { before, limit: MOST_CONFIDED + 1 });
    const all = newest.slice(-MOST_CONFIDED);
    const decided = await decidedAmong(
      tx,
      all.map(({ dossier }) => dossier),
    );
    const rows = all.map(({ said, account: _account, address: _address, phone: _phone, ...rest }) => ({
      ...rest,
      hasSaid: lineOf(said, "said") !== "",
      decided: decided.has(rest.dossier),
    }));
    return { rows, older: newest.length > MOST_CONFIDED ? all[0]!.number : null };
  },
});

/** More than a school receives in a year, so that one page suffices; older ones are on the next. */
export const MOST_CONFIDED = 1000;

export type ReadConfided = Confided & { readonly decision: ReturnType<typeof arranged<KeptFact>> };

/**
 * What a person confided about a disability, once the dossier is submitted: for the référent handicap; the opening is recorded for the
 * person to see.
 */
export const readConfided = defineView({
  name: "readConfided",
  label: { fr: "Lire ce qui est confié au référent handicap", en: "Read what was told the disability advisor" },
  who: "read what is said of a disability",
  form: ById,
  output: output.readConfided,
  async read({ tx, input, actor, at }): Promise<ReadConfided | undefined> {
    const dossier = await officeReads(tx, actor, input.dossier);
    const [row] = dossier ? await confided(tx, { dossier: dossier.id }) : [];
    if (!row) return undefined;
    const whose = row.account === null ? null : `account:${row.account}`;
    await noteOpening(tx, { about: dossierChain(row.dossier), whose, actor, what: CONFIDED, at });
    return { ...row, decision: arranged(await factsOf(tx, row.dossier)) };
  },
});

/** The arrangements decided in each of these dossiers. Requests and what was confided stay with the référent handicap. */
export const seeArranged = defineView({
  name: "seeArranged",
  label: { fr: "Voir les aménagements d’une personne", en: "See somebody’s arrangements" },
  who: "see what is arranged",
  form: Type.Object({ dossiers: Type.Array(Id, { maxItems: 50 }) }, closed),
  output: output.seeArranged,
  async read({ tx, input: { dossiers }, actor }) {
    const seen = [];
    for (const id of dossiers) {
      const dossier = await officeReads(tx, actor, id);
      const decision = dossier && arranged(await factsOf(tx, id));
      if (decision) seen.push({ dossier: id, at: decision.at, arranged: decision.arranged });
    }
    return { decisions: seen };
  },
});

const CONFIDED = { fr: "ce qui est confié au référent handicap", en: "what was told the disability advisor" };
