/** A candidacy as staff and as the person see it, and the candidates of an intake. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { may } from "../act/permissions.ts";
import { standingOn, type Stands } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { barred } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { oneOf } from "../law/entry.ts";
import { answerToContest, remediesOf } from "../law/remedies.ts";
import type { TitleInput } from "../law/titles.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { type Dossier, dossierChain } from "../dossier/rules/dossier.ts";
import { intakesApart } from "../intake/apart.ts";
import { findIntake, type Intake, openedIntakes } from "../intake/intake.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { isLetInto } from "../people/guests/things.ts";
import { staffNames } from "../people/openings/views.ts";
import { noteOpening } from "../openings/openings.ts";
import {
  askedRelief,
  type Computed,
  computeEligibility,
  computeRelief,
  confirmationsOf,
  contestedIn,
  type Declared,
  declaredIn,
  disputesOf,
  type EligibilityDetails,
  lastOf,
  lessThan,
  NO_RELIEF,
  pendingAppeal,
  type ReliefDetails,
  type ReliefFacts,
  type ReliefLess,
} from "./facts.ts";
import { type Paper, papersOf } from "./commission-views.ts";
import { type AfterCandidate, groupsOf, isAnyEligible } from "./groups.ts";
import { PROTOCOL } from "./paper-acts.ts";
import { type PlaceTerms, placeTerms, type Quoted } from "./place-terms.ts";
import { CANDIDACY, CANDIDACY_STATES, candidacyChain, type CandidacyState, type Fact } from "./rules/candidacy.ts";
import {
  type Candidate,
  commissionsOf,
  conforms,
  countToDecide,
  factsOf,
  isCandidate,
  nameOf,
  standingOf,
} from "./store.ts";
import * as output from "./output.ts";

const ByDossier = Type.Object({ dossier: Id }, closed);

export type Told = Pick<Fact, "id" | "kind" | "details"> & { readonly at: string; readonly by: string };

export type SeenCandidacy = {
  readonly dossier: Pick<Dossier, "id" | "number" | "account" | "language">;
  /** The name shown in lists. */
  readonly name: string | null;
  readonly intake: Pick<Intake, "id" | "diploma" | "lawVersion" | "label" | "appeal">;
  readonly state: CandidacyState;
  readonly answerBy: Day | null;
  /** The place on the waiting list. */
  readonly rank: number | null;
  /** What depends on it: blocks a move, or requires a ground for a correction. */
  readonly kept: readonly Stands[];
  /** For an undecided one: whether its dossier conforms. */
  readonly conforms: boolean;
  readonly titles: readonly TitleInput[];
  /** The rules' answer today, by the recognised titles. */
  readonly eligibility: Computed & { readonly outcome: string | null };
  /** The relief asked for, and its effect. */
  readonly asked: ReliefFacts;
  readonly relief: { readonly pathway: Computed; readonly quote: Computed; readonly without: Computed };
  readonly facts: readonly Told[];
  /** The unanswered appeal. */
  readonly appeal: string | null;
  readonly commission: string | null;
  /** The protocol signed on paper, latest first. */
  readonly signed: readonly Paper[];
};

/** Everything needed to decide: the rules' answers, the request, previous decisions. */
export const seeCandidacy = defineView({
  name: "seeCandidacy",
  label: { fr: "Voir une candidature à décider", en: "See a candidacy to be decided" },
  who: "see the admissions",
  form: ByDossier,
  output: output.seeCandidacy,
  async read(context): Promise<SeenCandidacy | undefined> {
    const { tx, input, actor, at, today } = context;
    const [dossier, standing, mayBeDecided] = await Promise.all([
      officeReads(tx, actor, input.dossier),
      standingOf(tx, input.dossier),
      conforms(tx, input.dossier),
    ]);
    if (!dossier || !(standing || mayBeDecided)) return undefined;
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    await noteOpening(tx, { about: dossierChain(dossier.id), whose, actor, what: WHAT, at });
    const [facts, declared, found, name, kept, signed] = await Promise.all([
      factsOf(tx, dossier.id),
      declaredIn(context, dossier),
      findIntake(tx, standing?.intake ?? dossier.intake),
      nameOf(tx, dossier.id),
      standingOn(context, CANDIDACY, [...LEAVING, ...CORRECTED], dossier.id),
      papersOf(tx, { about: candidacyChain(dossier.id), what: PROTOCOL }),
    ]);
    const intake = found!;
    const recognitions = lastOf(facts, "eligibility")?.details.titles ?? [];
    const { outcome, ...eligibility } = computeEligibility(context, declared, { on: today, said: recognitions });
    const asked = askedRelief(declared, recognitions);
    const decided = lastOf(facts, "relief")?.details.facts;
    const confirmations = confirmationsOf(facts);
    const { pathway, quote } = computeRelief(context, declared, { on: today, facts: decided ?? asked, confirmations });
    const without = computeRelief(context, declared, { on: today, facts: NO_RELIEF, confirmations: [] }).pathway;
    const [told, commissions] = await Promise.all([toldBy(tx, facts, whose), commissionsOf(tx, intake.id)]);
    return {
      dossier,
      name,
      intake,
      ...whereabouts(standing),
      kept,
      conforms: true,
      titles: declared.titles,
      eligibility: { ...eligibility, outcome: outcome ?? null },
      asked,
      relief: { pathway, quote, without },
      facts: told,
      appeal: pendingAppeal(facts)?.id ?? null,
      commission: commissions[0]?.id ?? null,
      signed,
    };
  },
});

const LEAVING = ["declined", "withdrawn", "deferred", "reoffered"] as const;
const CORRECTED = ["eligibility-corrected", "relief-corrected", "authority-corrected"] as const;

const WHAT = { fr: "la candidature à décider", en: "the candidacy to be decided" };

export type SeenDispute = {
  readonly dossier: Pick<Dossier, "id" | "number" | "language">;
  /** The name shown in lists. */
  readonly name: string | null;
  readonly intake: Pick<Intake, "id" | "diploma" | "lawVersion" | "label">;
  /** Each title and contested domain, with the title's day and the last answer. */
  readonly disputes: readonly {
    readonly title: string;
    readonly domain: string;
    readonly awardedOn: Day;
    readonly answer: { readonly granted: boolean; readonly by: string; readonly on: Day } | null;
  }[];
};

/** What the authority needs to answer, and no more of the candidacy. */
export const seeDispute = defineView({
  name: "seeDispute",
  label: { fr: "Voir une dispense que les textes contestent", en: "See a dispense that the texts contest" },
  who: "answer for the authority",
  form: ByDossier,
  output: output.seeDispute,
  async read(context): Promise<SeenDispute | undefined> {
    const { tx, input, actor, at } = context;
    const dossier = await officeReads(tx, actor, input.dossier);
    const standing = dossier && (await standingOf(tx, dossier.id));
    if (!dossier || !standing || !(await isLetInto(tx, actor, intakeChain(standing.intake)))) return undefined;
    const facts = await factsOf(tx, dossier.id);
    const declared = await declaredIn(context, dossier);
    const { titles } = askedRelief(declared, lastOf(facts, "eligibility")?.details.titles ?? []);
    const disputes = disputesOf(declared.law, titles);
    if (disputes.length === 0) return undefined;
    const whose = dossier.account === null ? null : `account:${dossier.account}`;
    await noteOpening(tx, { about: dossierChain(dossier.id), whose, actor, what: DISPUTE, at });
    const answers = confirmationsOf(facts);
    return {
      dossier,
      name: await nameOf(tx, dossier.id),
      intake: declared.intake,
      disputes: disputes.map(({ title, domain }) => {
        const answer = answers.findLast((one) => one.title === title && one.domain === domain);
        const { awardedOn } = titles.find((one) => one.title === title)!;
        return { title, domain, awardedOn, answer: answer ?? null };
      }),
    };
  },
});

const DISPUTE = { fr: "la dispense contestée", en: "the contested dispense" };

export type OwnCandidacy = {
  readonly dossier: Pick<Dossier, "id" | "number" | "account" | "language">;
  readonly intake: Pick<Intake, "id" | "diploma" | "lawVersion" | "label" | "appeal">;
  readonly state: CandidacyState;
  readonly answerBy: Day | null;
  readonly rank: number | null;
  /** Of the place offered or accepted: what one says yes to. */
  readonly terms: PlaceTerms | null;
  /** What depends on it and prevents withdrawing. */
  readonly kept: readonly Stands[];
  /** While the decision on eligibility, or the commission's, may be contested: until which day, and the day of an appeal not answered yet. */
  readonly contest: {
    readonly says: Label | null;
    readonly by: Day | null;
    readonly dayOff: Label | null;
    readonly appealedOn: Day | null;
    /** By when the school answers the appeal. */
    readonly answerBy: Day | null;
  } | null;
  /** The last decision of each kind, with its ground and the rules' answer. */
  readonly decided: {
    readonly eligibility: { readonly at: string; readonly details: EligibilityDetails } | null;
    readonly relief: (ReliefLess & { readonly at: string; readonly details: ReliefDetails }) | null;
    /** The last day on which a lapsed offer could be answered. */
    readonly lapsedAfter: Day | null;
    /** Contested dispenses that the authority did not confirm. */
    readonly notConfirmed: readonly {
      readonly title: string;
      readonly domain: string;
      readonly by: string;
      readonly on: Day;
    }[];
    /** By the commission or on appeal. */
    readonly listed: { readonly at: string; readonly decision: string; readonly grounds: string } | null;
    readonly appeal: { readonly at: string; readonly outcome: string; readonly grounds: string } | null;
  };
};

/** The pathway as it was decided, with what the authority answered since. */
function confirmedSince(
  context: Pick<Performing<unknown>, "decide">,
  declared: Declared,
  details: ReliefDetails,
  facts: readonly Fact[],
): ReliefDetails {
  const confirmations = confirmationsOf(facts);
  if (confirmations.length === 0) return details;
  // The rules take no answer of a later day than the one asked about.
  const on = [details.on, ...confirmations.map((one) => one.on)].toSorted().at(-1)!;
  const { pathway } = computeRelief(context, declared, { on, facts: details.facts, confirmations });
  return pathway.answer ? { ...details, pathway } : details;
}

/** It lapses the day after. */
function lapsedIn(facts: readonly Fact[]): Day | null {
  const on = facts.findLast(({ kind }) => kind === "lapsed")?.details.on as Day | undefined;
  return on === undefined ? null : addDays(on, -1);
}

/** The last answer on each dispense counts. */
function notConfirmedIn(facts: Parameters<typeof confirmationsOf>[0]) {
  const last = new Map(confirmationsOf(facts).map((one) => [`${one.title} ${one.domain}`, one]));
  return [...last.values()]
    .filter(({ granted }) => !granted)
    .map(({ title, domain, by, on }) => ({ title, domain, by, on }));
}

export const myCandidacy = defineView({
  name: "myCandidacy",
  label: { fr: "Lire ce qui a été décidé de sa candidature", en: "Read what was decided of one’s candidacy" },
  who: "apply",
  form: ByDossier,
  output: output.myCandidacy,
  async read(context) {
    const { tx, actor, input } = context;
    const [dossier, where] = await Promise.all([ownDossier(tx, actor, input.dossier), whereIs(tx, input.dossier)]);
    return dossier && decidedOf(context, dossier, where);
  },
});

/** The same for a person without an account: staff read it to them, or print it. */
export const candidacyOnPaper = defineView({
  name: "candidacyOnPaper",
  label: {
    fr: "Lire ce qui a été décidé de la candidature d’une personne sans compte",
    en: "Read what was decided of the candidacy of a person without an account",
  },
  who: "see the dossiers",
  form: ByDossier,
  output: output.myCandidacy,
  async read(context) {
    const { tx, actor, at } = context;
    const { dossier: id } = context.input;
    const [dossier, where] = await Promise.all([officeReads(tx, actor, id), whereIs(tx, id)]);
    if (!dossier || dossier.account !== null) return undefined;
    await noteOpening(tx, { about: dossierChain(dossier.id), whose: null, actor, what: WHAT, at });
    return decidedOf(context, dossier, where);
  },
});

type Where = { readonly standing: Awaited<ReturnType<typeof standingOf>>; readonly candidate: boolean };

/** What was decided of a dossier, and whether it may be decided on or heard. */
async function whereIs(tx: Tx, dossier: string): Promise<Where> {
  const [standing, candidate] = await Promise.all([standingOf(tx, dossier), isCandidate(tx, dossier)]);
  return { standing, candidate };
}

async function decidedOf(
  context: Performing<unknown>,
  dossier: Dossier,
  { standing, candidate }: Where,
): Promise<OwnCandidacy | undefined> {
  const { tx } = context;
  if (!standing && !candidate) return undefined;
  const [facts, found, kept] = await Promise.all([
    factsOf(tx, dossier.id),
    findIntake(tx, standing?.intake ?? dossier.intake),
    standingOn(context, CANDIDACY, LEAVING, dossier.id),
  ]);
  const intake = found!;
  const eligibility = lastOf(facts, "eligibility");
  const relief = lastOf(facts, "relief");
  const listed = lastOf(facts, "listed");
  const appeal = lastOf(facts, "appeal-answered");
  const law = context.law(intake.diploma, { version: intake.lawVersion });
  const declared = relief && (await declaredIn(context, dossier));
  const contested = standing && contestedIn(facts, standing.state);
  const remedies = law && contested ? remediesOf(law, "admission", dayIn(contested.at, context.zone)) : [];
  const appealedOn = pendingAppeal(facts)?.details.receivedOn ?? null;
  return {
    dossier,
    intake,
    ...whereabouts(standing),
    terms:
      law && (standing?.state === "offered" || standing?.state === "accepted")
        ? placeTerms(facts, {
            intake,
            law,
            today: context.today,
            declared: relief ? undefined : await estimated(context, dossier, eligibility?.details.titles ?? []),
          })
        : null,
    contest:
      standing && contested && barred(CANDIDACY, "appealed", standing.state).length === 0
        ? {
            says: remedies[0]?.label ?? null,
            by: remedies[0]?.by ?? null,
            dayOff: remedies[0]?.dayOff ?? null,
            appealedOn,
            answerBy: law && appealedOn !== null ? answerToContest(law, appealedOn) : null,
          }
        : null,
    kept,
    decided: {
      eligibility: eligibility ? { at: eligibility.at.toISOString(), details: eligibility.details } : null,
      relief:
        relief && declared
          ? {
              at: relief.at.toISOString(),
              details: confirmedSince(context, declared, relief.details, facts),
              ...lessThan(askedRelief(declared, eligibility?.details.titles ?? []), relief.details.facts),
            }
          : null,
      lapsedAfter: lapsedIn(facts),
      notConfirmed: notConfirmedIn(facts),
      listed: listed ? { ...listed.details, at: listed.at.toISOString() } : null,
      appeal: appeal ? { ...appeal.details, at: appeal.at.toISOString() } : null,
    },
  };
}

/** The price by what was declared, while no relief is decided. */
async function estimated(context: Performing<unknown>, dossier: Dossier, recognised: Titles): Promise<Quoted> {
  const declared = await declaredIn(context, dossier);
  const given = { on: context.today, confirmations: [] };
  const { quote } = computeRelief(context, declared, { ...given, facts: askedRelief(declared, recognised) });
  return { quote, quoteWithout: computeRelief(context, declared, { ...given, facts: NO_RELIEF }).quote };
}
type Titles = Parameters<typeof askedRelief>[1];

export type SeenProtocol = {
  readonly number: string;
  readonly name: string | null;
  readonly intake: Pick<Intake, "diploma" | "lawVersion" | "label">;
  readonly relief: ReliefDetails;
};

/** The relief decided, if hours were granted: for the person and for staff who see the admissions. */
export const seeProtocol = defineView({
  name: "seeProtocol",
  label: { fr: "Lire un protocole d’allègement", en: "Read a relief protocol" },
  who: "read a protocol",
  form: ByDossier,
  output: output.seeProtocol,
  async read({ tx, input, actor }): Promise<SeenProtocol | undefined> {
    const own = await ownDossier(tx, actor, input.dossier);
    const dossier = own ?? (may(actor, "see the admissions") ? await officeReads(tx, actor, input.dossier) : undefined);
    const relief = dossier && lastOf(await factsOf(tx, dossier.id), "relief");
    if (!dossier || !relief || !relief.details.facts.grants?.length) return undefined;
    return {
      number: dossier.number,
      name: await nameOf(tx, dossier.id),
      intake: (await findIntake(tx, dossier.intake))!,
      relief: relief.details,
    };
  },
});

export type SeenAdmissions = {
  readonly intakes: readonly Pick<Intake, "id" | "diploma" | "label">[];
  readonly intake: string | null;
  readonly places: number;
  /** The last one convened. */
  readonly commission: { readonly id: string; readonly heldOn: Day; readonly closed: boolean } | null;
  /** The settled list, by its commission's id. */
  readonly list: string | null;
  /** Candidates became eligible after it closed. */
  readonly maySitAgain: boolean;
  /** The first page of every group, or the next page of one. */
  readonly candidates: readonly Candidate[];
  /** The next cursor of each group that has more. */
  readonly next: readonly AfterCandidate[];
};

/** The candidacies of the latest intake awaiting a decision, counted for an account entry without reading the list. */
export const countCandidacies = defineView({
  name: "countCandidacies",
  label: { fr: "Compter les candidatures à décider", en: "Count the candidacies to be decided" },
  who: "see the admissions",
  form: Type.Object({}, closed),
  output: output.countCandidacies,
  async read({ tx }) {
    const [latest] = await openedIntakes(tx);
    return { toDecide: latest ? await countToDecide(tx, latest.id) : 0 };
  },
});

/** Rows of a group per page. */
const PAGE = 50;
const After = Type.Object(
  {
    state: oneOf(...CANDIDACY_STATES),
    rank: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    at: Type.Integer({ minimum: 0, maximum: 9_999_999_999_999 }),
    dossier: Id,
  },
  closed,
);

/** The candidates of an intake by state; the latest intake by default. */
export const seeAdmissions = defineView({
  name: "seeAdmissions",
  label: { fr: "Voir où en sont les admissions d’une campagne", en: "See where the admissions of an intake stand" },
  who: "see the admissions",
  form: Type.Object({ intake: Type.Optional(Id), after: Type.Optional(After) }, closed),
  output: output.seeAdmissions,
  async read({ tx, zone, input }): Promise<SeenAdmissions | undefined> {
    const intakes = intakesApart(await openedIntakes(tx), zone);
    const chosen = input.intake === undefined ? intakes[0] : intakes.find(({ id }) => id === input.intake);
    if (!chosen) return intakes.length === 0 ? { intakes, intake: null, places: 0, ...NOTHING_YET } : undefined;
    const sittings = await commissionsOf(tx, chosen.id);
    const settled = sittings.find(({ addsTo }) => addsTo === null);
    const [last] = sittings;
    const { candidates, next } = await groupsOf(tx, chosen.id, { after: input.after, limit: PAGE });
    const isOver = last !== undefined && last.closedAt !== null;
    return {
      intakes,
      intake: chosen.id,
      places: settled?.terms?.places ?? chosen.places,
      commission: last ? { id: last.id, heldOn: last.heldOn, closed: isOver } : null,
      list: settled?.closedAt ? settled.id : null,
      maySitAgain: isOver && (await isAnyEligible(tx, chosen.id)),
      candidates,
      next,
    };
  },
});

const NOTHING_YET = { commission: null, list: null, maySitAgain: false, candidates: [], next: [] } as const;

function whereabouts(standing: Awaited<ReturnType<typeof standingOf>>) {
  const { state = "to-decide", answerBy = null, rank = null } = standing ?? {};
  return { state, answerBy, rank } as const;
}

/** With the staff member's name, if they still work here; `whose`: the person of the dossier. */
async function toldBy(tx: Tx, facts: readonly Fact[], whose: string | null): Promise<Told[]> {
  const names = await staffNames(tx);
  return facts.map(({ at, by, ...fact }) => ({
    ...fact,
    at: at.toISOString(),
    by: by === whose ? "person" : (names.get(by.split(" ")[0]!) ?? by.split(":")[0]!),
  }));
}
