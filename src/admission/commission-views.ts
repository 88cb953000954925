/** A commission, open or closed, and the list of those admitted. */
import { type Static, Type } from "typebox";
import { defineView } from "../act/act.ts";
import { actorName, may, type Actor } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { closed, Id } from "../kit/shapes.ts";
import { type Finding, finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { findIntake, type Intake, intakeNames } from "../intake/intake.ts";
import { type OnPaper, signedPapers } from "../issued-documents/sign.ts";
import { doersWho } from "../people/contact.ts";
import { isLetInto, letInFor } from "../people/guests/things.ts";
import { INTAKE, intakeChain } from "../intake/rules/states.ts";
import { interviewsOfAll } from "../interviews/of.ts";
import { before, termsFor, toDecide, withDeferred } from "./commission-acts.ts";
import { listIn } from "./settling.ts";
import { MINUTES } from "./paper-acts.ts";
import { type CandidacyState, commissionChain, type Fact } from "./rules/candidacy.ts";
import { commissionState } from "./rules/commission.ts";
import { closingFindings, departures, hearingEntry, listEntry, seatsOf } from "./rules/closing.ts";
import type { Listing, Terms } from "./rules/list.ts";
import {
  type Candidate,
  candidatesOf,
  type ClosedOver,
  type Commission,
  commissions,
  factsOfList,
  findCommission,
  groundsOf,
  type Member,
  proposalsOf,
} from "./store.ts";
import * as output from "./output.ts";

const ByCommission = Type.Object({ commission: Id }, closed);
/** The first page of candidates; `after`: the page after that one; `dossier`: that one only; `whole`: all, for the minutes. */
const OfCommission = Type.Object(
  {
    commission: Id,
    after: Type.Optional(Id),
    dossier: Type.Optional(Id),
    whole: Type.Optional(Type.Literal(true)),
  },
  closed,
);
const PAGE = 50;

type Seat = { readonly seat: string; readonly label: Label; readonly represented: boolean };
type ShownCommission = Pick<Commission, "id" | "addsTo" | "heldOn" | "version" | "hash"> & {
  readonly members: readonly Member[];
  readonly closedAt: string | null;
  readonly terms: Terms | null;
};

export type SeenCommission = {
  readonly commission: ShownCommission;
  readonly intake: Pick<Intake, "id" | "diploma" | "lawVersion" | "label" | "places" | "waitingListRule">;
  readonly seats: readonly Seat[];
  readonly candidates: readonly (Candidate & {
    readonly decision: Listing["decision"] | null;
    readonly listRank: number | null;
    readonly grounds: string;
    /** The proposal's version, to send back with a change. */
    readonly version: number;
    /** The interview, if there was to be one, and the interviewers' agreed appreciations, by criterion key. */
    readonly interview: {
      readonly state: string;
      readonly day: Day;
      readonly agreed: { readonly appreciations: Readonly<Record<string, string>>; readonly remark: string } | null;
    } | null;
  })[];
  /** The cursor of the next page. */
  readonly next: string | null;
  /** What prevents closing, whatever the ground; empty once closed. */
  readonly findings: readonly Finding[];
  /** The unmet conditions that a ground may override; once closed, with that ground. */
  readonly closedOver: readonly (Pick<ClosedOver, "condition" | "dossier"> & {
    readonly finding: Finding;
    readonly ground: string | null;
  })[];
  /** The minutes signed on paper, latest first. */
  readonly signed: readonly Paper[];
};

/** For the staff who prepare it and for its members. */
export const seeCommission = defineView({
  name: "seeCommission",
  label: { fr: "Voir la commission d’admission d’une campagne", en: "See the admission commission of an intake" },
  who: "see the commissions",
  form: OfCommission,
  output: output.seeCommission,
  async read(context): Promise<SeenCommission | undefined> {
    const { tx, input, actor, today, law: lawOf } = context;
    const commission = await findCommission(tx, input.commission);
    if (!commission || !sees(actor, commission)) return undefined;
    const intake = (await findIntake(tx, commission.intake))!;
    const law = lawOf(intake.diploma, { version: intake.lawVersion })!;
    const { heldOn, members } = commission;
    const open = commissionState(commission) === "convened";
    const entered = await proposalsOf(tx, commission.id);
    const listed = open ? undefined : byDossier(await decidedBy(tx, commission));
    const all = listed ? await candidatesOf(tx, intake.id) : await toDecide(context, intake);
    const candidates = listed ? all.filter(({ dossier }) => listed.has(dossier)) : all;
    const proposals = listed ? entered : withDeferred(candidates, entered);
    const [proposed, versions] = [byDossier(proposals), byDossier(entered)];
    const page = pageOf(candidates, input);
    const closedOver = open
      ? departures(law, await before(context, { intake, law }, candidates)).map((one) => ({ ...one, ground: null }))
      : (await groundsOf(tx, commission.id)).map((one) => closedOverThen(law, one));
    const interviews = await interviewsOf(
      tx,
      page.map(({ dossier }) => dossier),
    );
    const rows = page.map((candidate) => {
      const sealed = listed?.get(candidate.dossier)!.details as Listing | undefined;
      const { decision = null, rank = null, grounds = "" } = sealed ?? proposed.get(candidate.dossier) ?? {};
      const { version = 0 } = versions.get(candidate.dossier) ?? {};
      return {
        ...candidate,
        decision,
        listRank: rank,
        grounds,
        version,
        interview: interviews.get(candidate.dossier) ?? null,
      };
    });
    const settled =
      commission.addsTo === null ? undefined : await listIn(context, commission.addsTo, commission.addsTo);
    const { places, answerWithin, waitingList } = termsFor(intake, open ? settled : undefined, today);
    const named = candidates.map(({ dossier, number, name }) => ({ dossier, name: name ?? number }));
    const asked = { heldOn, today, members, candidates: named, proposals, places, answerWithin, waitingList };
    return {
      commission: shownCommission(commission),
      intake: { ...intake, places },
      seats: seatsOf(law).map(({ seat, label: said, represented = false }) => ({ seat, label: said, represented })),
      candidates: rows,
      next:
        input.dossier === undefined && page.length > 0 && page.at(-1) !== candidates.at(-1)
          ? page.at(-1)!.dossier
          : null,
      findings: open ? closingFindings(law, asked) : [],
      closedOver,
      signed: await papersOf(tx, { about: commissionChain(commission.id), what: MINUTES }),
    };
  },
});

/** The sentence as it was that day; the article cited as it is today. */
function closedOverThen(law: Law, { condition, dossier, says, told: values, ground }: ClosedOver) {
  const entry = condition === "heard" ? (hearingEntry(law) ?? listEntry(law)) : listEntry(law);
  return { condition, dossier, ground, finding: finding(condition, false, says, entry, values) };
}

/** Its own decisions: in the list it settled, or on those who joined one. */
async function decidedBy(tx: Tx, { id, addsTo }: Commission): Promise<Fact[]> {
  const facts = await factsOfList(tx, addsTo ?? id);
  return facts.filter(({ kind, details }) => kind === "listed" && ((details as Listing).by ?? addsTo ?? id) === id);
}

/** From the beginning if the cursor's candidate is no longer listed. */
function pageOf(candidates: readonly Candidate[], { after, dossier, whole }: Static<typeof OfCommission>) {
  if (whole) return candidates;
  if (dossier !== undefined) return candidates.filter((one) => one.dossier === dossier);
  const from = 1 + candidates.findIndex((one) => one.dossier === after);
  return candidates.slice(from, from + PAGE);
}

/** The first row of each dossier. */
function byDossier<T extends { readonly dossier: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.toReversed().map((one) => [one.dossier, one]));
}

async function interviewsOf(tx: Tx, dossiers: readonly string[]) {
  const interviews = await interviewsOfAll(tx, dossiers);
  return new Map(
    [...interviews].map(([dossier, { state, day, agreed }]) => {
      const agreement = agreed ? { appreciations: agreed.appreciations, remark: agreed.remark } : null;
      return [dossier, { state, day, agreed: agreement }];
    }),
  );
}

export type Paper = Omit<OnPaper, "at"> & { readonly at: string };

export async function papersOf(tx: Tx, of: Parameters<typeof signedPapers>[1]): Promise<Paper[]> {
  return (await signedPapers(tx, of)).map((one) => ({ ...one, at: one.at.toISOString() }));
}

/** Members without the permission see only their own commissions. */
export function sees(actor: Actor, { members }: Commission): boolean {
  return may(actor, "see the admissions") || members.some((one) => one.actor === actorName(actor));
}

function shownCommission(commission: Commission): ShownCommission {
  return { ...commission, closedAt: commission.closedAt && commission.closedAt.toISOString() };
}

export type ListedCommission = {
  readonly id: string;
  readonly heldOn: Day;
  readonly closedAt: string | null;
  readonly intake: Label;
};

/** A member's commissions; all of them for staff who see the admissions. */
export const listCommissions = defineView({
  name: "listCommissions",
  label: { fr: "Lister les commissions d’admission", en: "List the admission commissions" },
  who: "see the commissions",
  form: Type.Object({}, closed),
  output: output.listCommissions,
  async read({ tx, actor, zone }) {
    const names = await intakeNames(tx, zone);
    const listed: ListedCommission[] = [];
    for (const commission of await commissions(tx)) {
      const intake = sees(actor, commission) ? names.get(commission.intake) : undefined;
      if (intake) listed.push(inShort(commission, intake));
    }
    return { commissions: listed };
  },
});

function inShort({ id, heldOn, closedAt }: Commission, intake: Label): ListedCommission {
  return { id, heldOn, closedAt: closedAt && closedAt.toISOString(), intake };
}

/** Settled lists, which the authority must receive. */
export const listAdmitted = defineView({
  name: "listAdmitted",
  label: { fr: "Lister les listes d’admis", en: "List the lists of the admitted" },
  who: "read the lists of the admitted",
  form: Type.Object({}, closed),
  output: output.listCommissions,
  async read({ tx, actor, zone }) {
    const [within, names] = await Promise.all([letInFor(tx, actor, INTAKE.name), intakeNames(tx, zone)]);
    const listed: ListedCommission[] = [];
    for (const commission of await commissions(tx)) {
      if (within && !within.includes(commission.intake)) continue;
      const intake = commission.closedAt && names.get(commission.intake);
      if (intake) listed.push(inShort(commission, intake));
    }
    return { commissions: listed };
  },
});

export type AdmittedList = {
  readonly commission: ShownCommission;
  readonly intake: Pick<Intake, "id" | "diploma" | "lawVersion" | "label">;
  /** By name: the admitted and those called since; without grounds. */
  readonly people: readonly {
    readonly number: string;
    readonly name: string | null;
    readonly decision: Listing["decision"];
    readonly rank: number | null;
    readonly state: CandidacyState;
  }[];
};

/** The list of the admitted as it stands: admitted, called or waiting; not the refused, nor any grounds. */
export const seeAdmitted = defineView({
  name: "seeAdmitted",
  label: { fr: "Lire la liste des admis", en: "Read the list of the admitted" },
  who: "read the lists of the admitted",
  form: ByCommission,
  output: output.seeAdmitted,
  async read({ tx, input, actor }): Promise<AdmittedList | undefined> {
    const commission = await findCommission(tx, input.commission);
    const intake = commission?.closedAt ? await findIntake(tx, commission.intake) : undefined;
    if (!commission || !intake || !(await isLetInto(tx, actor, intakeChain(intake.id)))) return undefined;
    const listed = new Map<string, Listing>();
    for (const fact of await factsOfList(tx, commission.addsTo ?? commission.id))
      if (fact.kind === "listed") listed.set(fact.dossier, fact.details as Listing);
    const people = (await candidatesOf(tx, intake.id)).flatMap(({ dossier, number, name, state }) => {
      const theirs = listed.get(dossier);
      // A candidate admitted on appeal has a list of their own.
      const appealed = theirs?.decision === "refused" && state !== "refused";
      if (!theirs || (theirs.decision === "refused" && !appealed)) return [];
      return [
        {
          number,
          name,
          decision: appealed ? ("admitted" as const) : theirs.decision,
          rank: theirs.rank ?? null,
          state,
        },
      ];
    });
    return { commission: shownCommission(commission), intake, people };
  },
});

export type SeenSeats = {
  readonly label: Label;
  readonly seats: readonly Seat[];
  /** Staff and guests who may hold a seat. */
  readonly people: readonly { readonly actor: string; readonly name: string }[];
};

/** Before a commission is convened: its seats, and who may hold them. */
export const seeSeats = defineView({
  name: "seeSeats",
  label: { fr: "Voir les sièges de la commission d’admission", en: "See the seats of the admission commission" },
  who: "prepare the commission",
  form: Type.Object({ intake: Id }, closed),
  output: output.seeSeats,
  async read({ tx, input, law: lawOf }): Promise<SeenSeats | undefined> {
    const intake = await findIntake(tx, input.intake);
    const law = intake && lawOf(intake.diploma, { version: intake.lawVersion });
    if (!intake || !law) return undefined;
    return {
      label: intake.label,
      seats: seatsOf(law).map(({ seat, label, represented = false }) => ({ seat, label, represented })),
      people: await doersWho(tx, "see the commissions"),
    };
  },
});
