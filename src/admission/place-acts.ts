/**
 * Answering an offer, leaving the list, being offered a place anew: each is an event of the decision on places. The list is locked
 * first, so that two at once find one after the other what the one before has left, and no place is given twice.
 */
import { Type } from "typebox";
import {
  type Actor,
  defineAct,
  done,
  type Forbidden,
  FORBIDDEN,
  type Invalid,
  invalid,
  type Performing,
  type Refused,
  refused,
} from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { barredNow } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import type { EventKind } from "../decisions/places/rule.ts";
import type { Day } from "../kit/day.ts";
import { barred, leaves } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { findIntake } from "../intake/intake.ts";
import { CANCELLING, cancelToCome } from "../interviews/place-acts.ts";
import { lastDay } from "./rules/list.ts";
import { CANDIDACY, candidacyChain, type CandidacyState, commissionChain, type Fact } from "./rules/candidacy.ts";
import { answeredMail } from "./mails.ts";
import { answerOn, type Listed, listIn, settle, write } from "./settling.ts";
import {
  addFact,
  type Commission,
  commissionOf,
  isCandidate,
  keepStanding,
  type Standing,
  standingOf,
  withdrawnWithDossier,
} from "./store.ts";
import * as gives from "./output.ts";

const ByDossier = Type.Object({ dossier: Id }, closed);
const ANSWERS = ["accepted", "declined", "deferred", "withdrawn"] as const;
export const LEAVING_TABLES = ["admission_fact", ...CANCELLING, "mail"];

export const acceptPlace = defineAct({
  name: "acceptPlace",
  from: leaves(CANDIDACY, "accepted"),
  binds: true,
  label: { fr: "Accepter la place offerte", en: "Accept the place offered" },
  who: "apply",
  form: ByDossier,
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
  perform: (given) => answered(given, "accepted"),
});

export const declinePlace = defineAct({
  name: "declinePlace",
  from: leaves(CANDIDACY, "declined"),
  binds: true,
  label: { fr: "Refuser la place offerte", en: "Decline the place offered" },
  who: "apply",
  form: ByDossier,
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
  perform: (given) => answered(given, "declined"),
});

export const deferPlace = defineAct({
  name: "deferPlace",
  from: leaves(CANDIDACY, "deferred"),
  binds: true,
  label: { fr: "Reporter son admission à la prochaine rentrée", en: "Defer one’s admission to the next intake" },
  who: "apply",
  form: ByDossier,
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
  perform: (given) => answered(given, "deferred"),
});

/** At any time until they are enrolled; before any list too, and then no interview waits for them any more. */
export const withdrawCandidacy = defineAct({
  name: "withdrawCandidacy",
  from: leaves(CANDIDACY, "withdrawn"),
  binds: true,
  label: { fr: "Se désister", en: "Withdraw one’s candidacy" },
  who: "apply",
  form: ByDossier,
  gives: gives.placeState,
  writes: LEAVING_TABLES,
  perform: (given) => answered(given, "withdrawn"),
});

/** Of whoever has no account here, or said it otherwise: by whom and how stays with it. */
export const recordAnswer = defineAct({
  name: "recordAnswer",
  from: ANSWERS.map((kind) => leaves(CANDIDACY, kind)),
  label: {
    fr: "Noter la réponse d’une personne à l’offre d’une place",
    en: "Record a person’s answer to the offer of a place",
  },
  who: "prepare the commission",
  form: Type.Object(
    {
      dossier: Id,
      answer: oneOf(...ANSWERS),
      /** How it came: a letter, a call; on which day. */
      how: Type.String({ maxLength: 1000 }),
    },
    closed,
  ),
  gives: gives.placeState,
  writes: LEAVING_TABLES,
  async perform(given) {
    const { tx, input, actor } = given;
    const how = input.how.trim();
    if (how === "") return invalid([NO_HOW]);
    if (!(await officeReads(tx, actor, input.dossier))) return FORBIDDEN;
    return happens(given, { kind: input.answer, details: { how } });
  },
});

/** To whoever let an offer lapse, declined or left, while a place is free. */
export const reofferPlace = defineAct({
  name: "reofferPlace",
  from: leaves(CANDIDACY, "reoffered"),
  label: { fr: "Offrir une place de nouveau", en: "Offer a place again" },
  who: "prepare the commission",
  form: Type.Object({ dossier: Id, reason: Type.String({ maxLength: 2000 }) }, closed),
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
  async perform(given) {
    const { tx, input, actor } = given;
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    if (!(await officeReads(tx, actor, input.dossier))) return FORBIDDEN;
    return happens(given, { kind: "reoffered", details: { reason } });
  },
});

/** On the day after an offer’s last day it lapses, and the next on the list is called. */
export const callNext = defineAct({
  name: "callNext",
  label: {
    fr: "Constater les offres tombées et appeler les suivants",
    en: "Let offers lapse and call those who come next",
  },
  who: "let time pass",
  form: Type.Object({ commission: Id, list: Id, on: DaySchema }, closed),
  writes: ["admission_fact", "mail"],
  async perform(given) {
    const { tx, input, today } = given;
    if (!(await lockChains(tx, [commissionChain(input.commission)])).has(commissionChain(input.commission)))
      return FORBIDDEN;
    const listed = await listIn(given, input.commission, input.list);
    if (!listed || input.on > today) return FORBIDDEN;
    await settle(given, listed, { on: input.on });
    return done({}, commissionChain(input.commission));
  },
});

/** Whoever withdraws their dossier leaves the list with it: the place goes to the next. */
export const leaveWithDossier = defineAct({
  name: "leaveWithDossier",
  from: leaves(CANDIDACY, "withdrawn"),
  label: { fr: "Libérer la place d’un dossier retiré", en: "Free the place of a withdrawn application" },
  who: "let time pass",
  form: ByDossier,
  writes: LEAVING_TABLES,
  async perform(given) {
    if (!(await withdrawnWithDossier(given.tx, given.input.dossier))) return FORBIDDEN;
    return happens(given, { kind: "withdrawn", details: {} });
  },
});

async function answered(given: Performing<{ readonly dossier: string }>, kind: Exclude<EventKind, "reoffered">) {
  const { tx, actor, input } = given;
  if (!(await ownDossier(tx, actor, input.dossier))) return FORBIDDEN;
  return happens(given, { kind, details: {} });
}

type Happening = {
  readonly kind: EventKind;
  readonly details: Readonly<Record<string, unknown>>;
  /** The act that it is part of writes to the person itself. */
  readonly told?: true;
};

async function happens(given: Performing<{ readonly dossier: string }>, happening: Happening) {
  const { dossier } = given.input;
  const place = await lockedPlace(given.tx, dossier);
  if (!place) return FORBIDDEN;
  return happensAt(given, place, happening, (state) =>
    barredNow(given, CANDIDACY, happening.kind, { id: dossier, state }),
  );
}

/**
 * Of somebody in training, whose leaving is an act of training: their place goes with it, and the next is called. It asks nothing of
 * what stands there, since that is what ends, and answers why it could not be, which undoes the act. Its act has locked `placeChains` (`settling.ts`) first; tables to name among its `writes`: `LEAVING_TABLES`.
 */
export async function endPlace(
  given: Performing<unknown>,
  dossier: string,
  { kind, details }: { readonly kind: "withdrawn" | "deferred"; readonly details: Happening["details"] },
): Promise<Forbidden | Invalid | Refused | undefined> {
  const place = await lockedPlace(given.tx, dossier);
  if (!place) return undefined;
  const ended = await happensAt(given, place, { kind, details, told: true }, async (state) =>
    barred(CANDIDACY, kind, state),
  );
  // Who let go of it before, or was offered another in vain, holds nothing that could end.
  const held = kind === "deferred" || ended.kind !== "invalid";
  return ended.kind === "done" || !held ? undefined : ended;
}

type Place = {
  readonly dossier: string;
  readonly standing: Standing | undefined;
  readonly commission: Commission | undefined;
};

/** Where somebody stands, read once the list is locked, and their candidacy; nothing where the dossier is none that is decided on. */
async function lockedPlace(tx: Tx, dossier: string): Promise<Place | undefined> {
  const seen = await standingOf(tx, dossier);
  if (!seen && !(await isCandidate(tx, dossier))) return undefined;
  const commission = seen && (await commissionOf(tx, seen.intake));
  await lockChains(tx, [...(commission ? [commissionChain(commission.id)] : []), candidacyChain(dossier)]);
  return { dossier, standing: await standingOf(tx, dossier), commission };
}

type Bars = (state: CandidacyState) => Promise<Issue[]>;

async function happensAt(given: Performing<unknown>, place: Place, happening: Happening, bars: Bars) {
  const { standing, commission } = place;
  // A deferred candidate waits for the next list; on this one they hold no place to end.
  if (standing?.list && commission && standing.state !== "deferred")
    return inList(given, place as InList, happening, bars);
  const no = await bars(standing?.state ?? "to-decide");
  if (no.length > 0) return invalid(no);
  return happening.kind === "withdrawn" ? leavesBetween(given, place, happening) : invalid([IN_NO_LIST]);
}

/** Before any list, or between two: they are decided on no more, and an interview that was to come is cancelled. */
async function leavesBetween(given: Performing<unknown>, { dossier, standing }: Place, { details, told }: Happening) {
  const { tx, actor, at, today } = given;
  const by = actorName(actor);
  const intake = standing?.intake ?? (await officeReads(tx, { kind: "anyone" }, dossier))!.intake;
  await addFact(tx, { dossier, kind: "withdrawn", at, by, details: { on: today, intake, ...details } });
  await keepStanding(tx, { id: dossier, intake, state: "withdrawn", answerBy: null, rank: null, list: null }, at);
  await cancelToCome(given, dossier, LEFT.fr);
  if (actor.kind !== "clock" && !told)
    await write(given, dossier, (await findIntake(tx, intake))!, (lang, { number }) =>
      answeredMail(lang, number, "withdrawn"),
    );
  return done<Stands>({ state: "withdrawn", answerBy: null }, candidacyChain(dossier));
}

type Stands = { readonly state: CandidacyState; readonly answerBy: Day | null };
type InList = Place & { readonly standing: Standing & { readonly list: string }; readonly commission: Commission };

async function inList(
  given: Performing<unknown>,
  { dossier, standing, commission }: InList,
  { kind, details, told }: Happening,
  bars: Bars,
) {
  const { tx, actor, at, today } = given;
  const { list } = standing;
  const found = await listIn(given, commission.id, list);
  if (!found) return FORBIDDEN;
  // Whatever is due by then comes first: an offer of yesterday’s is not answered today.
  const on = dayOf(given, found);
  const before = answerOn(found, on);
  const stands = stateIn(before, dossier);
  if (!stands) return FORBIDDEN;
  const no = await bars(stands.state);
  if (no.length > 0) return invalid(no);
  const by = actorName(actor);
  const fact: Fact = { id: "", dossier, place: Infinity, kind, list, at, by, details: { on, ...details } };
  const after = { ...found, list: { ...found.list, facts: [...found.list.facts, fact] } };
  const answer = answerOn(after, on);
  const now = stateIn(answer, dossier)!;
  const ignored = now.findings.slice(stands.findings.length);
  if (ignored.length > 0) return refused(...ignored);
  // An offer that was made is not taken back by one that is made anew: the place is given.
  const undone = before.candidates.some(
    ({ id, state }) => state === "offered" && stateIn(answer, id)?.state === "waiting",
  );
  if (undone) return invalid([PLACE_GIVEN]);
  await addFact(tx, { dossier, kind, list, at, by, details: fact.details });
  await settle(given, after, {
    on: on < today ? today : on,
    ...(kind !== "reoffered" && { told: new Set([dossier]) }),
  });
  if (kind !== "reoffered" && actor.kind !== "clock" && !told)
    await write(given, dossier, found.intake, (lang, { number }) => answeredMail(lang, number, kind));
  return done<Stands>({ state: now.state, answerBy: now.answerBy }, commissionChain(commission.id));
}

function stateIn({ candidates }: ReturnType<typeof answerOn>, dossier: string) {
  return candidates.find(({ id }) => id === dossier);
}

/**
 * An answer counts on the day on which it was first sent, where the person was then asked who they are and midnight passed
 * meanwhile; unless the list went on since, whose later offers are not taken back.
 */
function dayOf({ actor, zone, today }: { actor: Actor; zone: string; today: Day }, { list }: Listed): Day {
  const sent = actor.kind === "account" && actor.sentAt ? dayIn(actor.sentAt, zone) : today;
  return sent < today && sent >= lastDay(list) ? sent : today;
}

const LEFT = { fr: "La personne s’est désistée." } as const;
const IN_NO_LIST = issue(
  "candidacy",
  "Cette personne n’est sur aucune liste : aucune place ne peut lui être offerte.",
  "This person is on no list: no place can be offered to them.",
);
const PLACE_GIVEN = issue(
  "candidacy",
  "La place libérée a été offerte à la personne suivante de la liste : aucune n’est libre aujourd’hui.",
  "The place that fell free was offered to the next on the list: none is free today.",
);
const NO_HOW = issue(
  "how",
  "Dites comment la personne a répondu : par quelle lettre, quel appel, et quel jour.",
  "Say how the person answered: by which letter or call, and on which day.",
);
const NO_REASON = issue(
  "reason",
  "Dites pourquoi la place est de nouveau offerte.",
  "Say why the place is offered again.",
);
