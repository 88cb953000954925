/**
 * Answers to an offer, withdrawals and renewed offers: events of the `places` decision. The list is locked first, so concurrent acts run
 * one after the other and no place is given twice.
 */
import { countStep } from "../act/counting.ts";
import { Type } from "typebox";
import {
  type Actor,
  type AsksChanged,
  defineAct,
  done,
  type Forbidden,
  FORBIDDEN,
  type Invalid,
  invalid,
  type Performing,
  type Refused,
  refused,
  type Stale,
} from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { barredNow } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import type { EventKind } from "../decisions/places/rule.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
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
import { feeAfterEnd } from "../dossier/fee-after.ts";
import { chargesAbout } from "../billing/charges/charging.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { leavingLines, type Leaving } from "./leaving.ts";
import { acceptedLines, placeLines, placeTerms } from "./place-terms.ts";
import { answerOn, type Listed, listIn, settle, write } from "./settling.ts";
import {
  addFact,
  type Commission,
  commissionOf,
  factsOf,
  isCandidate,
  keepStanding,
  type Standing,
  standingOf,
  withdrawnWithDossier,
} from "./store.ts";
import * as output from "./output.ts";

const ByDossier = Type.Object({ dossier: Id }, closed);
const ANSWERS = ["accepted", "declined", "deferred", "withdrawn"] as const;
export const LEAVING_TABLES = ["admission_fact", ...CANCELLING, "mail"] as const;

export const acceptPlace = defineAct({
  name: "acceptPlace",
  from: leaves(CANDIDACY, "accepted"),
  label: { fr: "Accepter la place offerte", en: "Accept the place offered" },
  who: "apply",
  form: ByDossier,
  output: output.placeState,
  shows: { lines: true },
  writes: ["admission_fact", "mail"],
  perform: (context) => answered(context, "accepted", context.changed),
});

export const declinePlace = defineAct({
  name: "declinePlace",
  from: leaves(CANDIDACY, "declined"),
  label: { fr: "Refuser la place offerte", en: "Decline the place offered" },
  who: "apply",
  form: ByDossier,
  output: output.placeState,
  writes: ["admission_fact", "mail"],
  perform: (context) => answered(context, "declined"),
});

export const deferPlace = defineAct({
  name: "deferPlace",
  from: leaves(CANDIDACY, "deferred"),
  label: { fr: "Reporter son admission à la prochaine rentrée", en: "Defer one’s admission to the next intake" },
  who: "apply",
  form: ByDossier,
  output: output.placeState,
  writes: ["admission_fact", "mail"],
  perform: (context) => answered(context, "deferred"),
});

/** Allowed until enrolment; before any list it also cancels an interview to come. */
export const withdrawCandidacy = defineAct({
  name: "withdrawCandidacy",
  from: leaves(CANDIDACY, "withdrawn"),
  label: { fr: "Se désister", en: "Withdraw one’s candidacy" },
  who: "apply",
  form: ByDossier,
  output: output.placeState,
  writes: LEAVING_TABLES,
  perform: (context) => answered(context, "withdrawn"),
});

/** For people without an account, or who answered otherwise; records who noted it and how the answer came. */
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
      /** How and when it came: a letter, a call. */
      how: Type.String({ maxLength: 1000 }),
    },
    closed,
  ),
  output: output.placeState,
  writes: LEAVING_TABLES,
  async perform(context) {
    const { tx, input, actor } = context;
    const how = input.how.trim();
    if (how === "") return invalid([NO_HOW]);
    if (!(await officeReads(tx, actor, input.dossier))) return FORBIDDEN;
    return happens(context, { kind: input.answer, details: { how } });
  },
});

/** For people who let an offer lapse, declined or withdrew, if a place is free. */
export const reofferPlace = defineAct({
  name: "reofferPlace",
  from: leaves(CANDIDACY, "reoffered"),
  label: { fr: "Offrir une place de nouveau", en: "Offer a place again" },
  who: "prepare the commission",
  form: Type.Object({ dossier: Id, reason: Type.String({ maxLength: 2000 }) }, closed),
  output: output.placeState,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor } = context;
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    if (!(await officeReads(tx, actor, input.dossier))) return FORBIDDEN;
    return happens(context, { kind: "reoffered", details: { reason } });
  },
});

/** The day after its last day an offer lapses, and the next on the list is called. */
export const callNext = defineAct({
  name: "callNext",
  label: {
    fr: "Constater les offres tombées et appeler les suivants",
    en: "Let offers lapse and call those who come next",
  },
  who: "let time pass",
  form: Type.Object({ commission: Id, list: Id, on: DaySchema }, closed),
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, today } = context;
    if (!(await lockChains(tx, [commissionChain(input.commission)])).has(commissionChain(input.commission)))
      return FORBIDDEN;
    const listed = await listIn(context, input.commission, input.list);
    if (!listed || input.on > today) return FORBIDDEN;
    await settle(context, listed, { on: input.on });
    return done({}, commissionChain(input.commission));
  },
});

/** Withdrawing a dossier leaves the list too: the place goes to the next. */
export const leaveWithDossier = defineAct({
  name: "leaveWithDossier",
  from: leaves(CANDIDACY, "withdrawn"),
  label: { fr: "Libérer la place d’un dossier retiré", en: "Free the place of a withdrawn application" },
  who: "let time pass",
  form: ByDossier,
  writes: LEAVING_TABLES,
  async perform(context) {
    if (!(await withdrawnWithDossier(context.tx, context.input.dossier))) return FORBIDDEN;
    return happens(context, { kind: "withdrawn", details: {} });
  },
});

async function answered(
  context: Performing<{ readonly dossier: string }>,
  kind: Exclude<EventKind, "reoffered">,
  changed?: AsksChanged["changed"],
) {
  const { tx, actor, input } = context;
  if (!(await ownDossier(tx, actor, input.dossier))) return FORBIDDEN;
  return happens(context, { kind, details: {}, ...(changed && { changed }) });
}

type Happening = {
  readonly kind: EventKind;
  readonly details: Readonly<Record<string, unknown>>;
  /** The enclosing act mails the person itself. */
  readonly told?: true;
  /** Asked of the terms of the place, where a page showed them. */
  readonly changed?: AsksChanged["changed"];
};

async function happens(context: Performing<{ readonly dossier: string }>, happening: Happening) {
  const { dossier } = context.input;
  const place = await lockedPlace(context.tx, dossier);
  if (!place) return FORBIDDEN;
  return happensAt(context, place, happening, (state) =>
    barredNow(context, CANDIDACY, happening.kind, { id: dossier, state }),
  );
}

/**
 * Ends the place of a trainee who leaves by an act of training, and calls the next. It ignores what depends on the place, since that ends
 * too; a returned refusal undoes the act. The caller has locked `placeChains` (`settling.ts`) and lists `LEAVING_TABLES` in its `writes`.
 */
export async function endPlace(
  context: Performing<unknown>,
  dossier: string,
  { kind, details }: { readonly kind: "withdrawn" | "deferred"; readonly details: Happening["details"] },
): Promise<Forbidden | Invalid | Refused | Stale | undefined> {
  const place = await lockedPlace(context.tx, dossier);
  if (!place) return undefined;
  const ended = await happensAt(context, place, { kind, details, told: true }, async (state) =>
    barred(CANDIDACY, kind, state),
  );
  // A person who already gave up their place, or holds only a lapsed offer, has none to end.
  const held = kind === "deferred" || ended.kind !== "invalid";
  return ended.kind === "done" || !held ? undefined : ended;
}

type Place = {
  readonly dossier: string;
  readonly standing: Standing | undefined;
  readonly commission: Commission | undefined;
};

/** The standing and the candidacy, read once the list is locked; undefined for a dossier admission does not decide on. */
async function lockedPlace(tx: Tx, dossier: string): Promise<Place | undefined> {
  const seen = await standingOf(tx, dossier);
  if (!seen && !(await isCandidate(tx, dossier))) return undefined;
  const commission = seen && (await commissionOf(tx, seen.intake));
  await lockChains(tx, [...(commission ? [commissionChain(commission.id)] : []), candidacyChain(dossier)]);
  return { dossier, standing: await standingOf(tx, dossier), commission };
}

type Bars = (state: CandidacyState) => Promise<Issue[]>;

async function happensAt(context: Performing<unknown>, place: Place, happening: Happening, bars: Bars) {
  const { standing, commission } = place;
  // A deferred candidate waits for the next list; on this one they hold no place to end.
  if (standing?.list && commission && standing.state !== "deferred")
    return inList(context, place as InList, happening, bars);
  const no = await bars(standing?.state ?? "to-decide");
  if (no.length > 0) return invalid(no);
  return happening.kind === "withdrawn" ? leavesBetween(context, place, happening) : invalid([IN_NO_LIST]);
}

/** Before any list, or between two: the candidacy ends, and an interview to come is cancelled. */
async function leavesBetween(context: Performing<unknown>, { dossier, standing }: Place, { details, told }: Happening) {
  const { tx, actor, at, today } = context;
  const by = actorName(actor);
  const intake = standing?.intake ?? (await officeReads(tx, { kind: "anyone" }, dossier))!.intake;
  const after = await leftLines(context, dossier, { intake, kind: "withdrawn", state: standing?.state ?? "to-decide" });
  await addFact(tx, { dossier, kind: "withdrawn", at, by, details: { on: today, intake, ...details } });
  await keepStanding(tx, { id: dossier, intake, state: "withdrawn", answerBy: null, rank: null, list: null }, at);
  await cancelToCome(context, dossier, LEFT.fr);
  if (actor.kind !== "clock" && !told)
    await write(context, dossier, (await findIntake(tx, intake))!, (lang, { number }) =>
      answeredMail(lang, number, { what: "withdrawn", after }),
    );
  return done<Stands>({ state: "withdrawn", answerBy: null }, candidacyChain(dossier));
}

/** What the person was told before the press, and reads in the mail: of the place, of going back on it, of the fee. */
async function leftLines(
  { tx, law: lawOf }: Pick<Performing<unknown>, "tx" | "law">,
  dossier: string,
  { intake: id, kind, state }: { readonly intake: string; readonly kind: Leaving; readonly state: CandidacyState },
): Promise<readonly Label[]> {
  const { diploma, lawVersion } = (await findIntake(tx, id))!;
  const law = lawOf(diploma, { version: lawVersion })!;
  const fees = kind === "deferred" ? [] : feeAfterEnd(await chargesAbout(tx, dossierChain(dossier)), law);
  return [...leavingLines(kind, state), ...fees];
}

type Stands = { readonly state: CandidacyState; readonly answerBy: Day | null };
type InList = Place & { readonly standing: Standing & { readonly list: string }; readonly commission: Commission };

async function inList(
  context: Performing<unknown>,
  { dossier, standing, commission }: InList,
  { kind, details, told, changed }: Happening,
  bars: Bars,
) {
  const { tx, actor, at, today } = context;
  const { list } = standing;
  const listed = await listIn(context, commission.id, list);
  if (!listed) return FORBIDDEN;
  // Process what is due first: an offer that lapsed yesterday cannot be answered today.
  const on = dayOf(context, listed);
  const before = answerOn(listed, on);
  const stands = stateIn(before, dossier);
  if (!stands) return FORBIDDEN;
  const no = await bars(stands.state);
  if (no.length > 0) return invalid(no);
  if (changed) {
    const terms = placeTerms(await factsOf(tx, dossier), { intake: listed.intake, law: listed.law, today });
    const otherwise = changed(placeLines(terms));
    if (otherwise) return otherwise;
  }
  const by = actorName(actor);
  const fact: Fact = { id: "", dossier, place: Infinity, kind, list, at, by, details: { on, ...details } };
  const after = { ...listed, list: { ...listed.list, facts: [...listed.list.facts, fact] } };
  const answer = answerOn(after, on);
  const now = stateIn(answer, dossier)!;
  const ignored = now.findings.slice(stands.findings.length);
  if (ignored.length > 0) return refused(...ignored);
  // An offer made again must not take a place, or an offer, from another candidate.
  const undone = before.candidates.some(
    ({ id, state }) => id !== dossier && holds(state) && !holds(stateIn(answer, id)!.state),
  );
  if (undone) return invalid([PLACE_GIVEN]);
  await addFact(tx, { dossier, kind, list, at, by, details: fact.details });
  await settle(context, after, {
    on: on < today ? today : on,
    ...(kind !== "reoffered" && { told: new Set([dossier]) }),
  });
  if (kind !== "reoffered" && actor.kind !== "clock" && !told) {
    const { intake, law } = listed;
    const after =
      kind === "accepted"
        ? await acceptedLines(context, dossier, { intake, law, today })
        : await leftLines(context, dossier, { intake: intake.id, kind, state: stands.state });
    await write(context, dossier, intake, (lang, { number }) => answeredMail(lang, number, { what: kind, after }));
  }
  if (kind === "accepted") countStep(tx, "admission");
  return done<Stands>({ state: now.state, answerBy: now.answerBy }, commissionChain(commission.id));
}

function holds(state: CandidacyState): boolean {
  return state === "offered" || state === "accepted";
}

function stateIn({ candidates }: ReturnType<typeof answerOn>, dossier: string) {
  return candidates.find(({ id }) => id === dossier);
}

/**
 * An answer counts on the day it was first sent, if midnight passed while the person authenticated again; unless the list moved on since,
 * because later offers are not taken back.
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
