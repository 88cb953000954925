/**
 * Answering an offer, leaving the list, being offered a place anew: each is an event of the decision on places. The list is locked
 * first, so that two at once find one after the other what the one before has left, and no place is given twice.
 */
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, type Performing, refused } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import type { EventKind } from "../decisions/places/rule.ts";
import type { Day } from "../kit/day.ts";
import { barred, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { lastDay } from "./rules/list.ts";
import { CANDIDACY, candidacyChain, commissionChain, type Fact } from "./rules/candidacy.ts";
import { answeredMail } from "./sentences.ts";
import { answerOn, type Listed, listIn, settle, write } from "./settling.ts";
import { addFact, commissionOf, standingOf, withdrawnWithDossier } from "./store.ts";
import * as gives from "./gives.ts";

const ByDossier = Type.Object({ dossier: Id }, closed);

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

export const withdrawCandidacy = defineAct({
  name: "withdrawCandidacy",
  from: leaves(CANDIDACY, "withdrawn"),
  binds: true,
  label: { fr: "Se désister", en: "Withdraw from the list" },
  who: "apply",
  form: ByDossier,
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
  perform: (given) => answered(given, "withdrawn"),
});

/** Of whoever has no account here, or said it otherwise: by whom and how stays with it. */
export const recordAnswer = defineAct({
  name: "recordAnswer",
  label: {
    fr: "Noter la réponse d’une personne à l’offre d’une place",
    en: "Record a person’s answer to the offer of a place",
  },
  who: "prepare the commission",
  form: Type.Object(
    {
      dossier: Id,
      answer: oneOf("accepted", "declined", "deferred", "withdrawn"),
      /** How it came: a letter, a call; on which day. */
      how: Type.String({ maxLength: 1000 }),
    },
    closed,
  ),
  gives: gives.placeState,
  writes: ["admission_fact", "mail"],
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
  label: { fr: "Libérer la place d’un dossier retiré", en: "Free the place of a withdrawn application" },
  who: "let time pass",
  form: ByDossier,
  writes: ["admission_fact", "mail"],
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

type Happening = { readonly kind: EventKind; readonly details: Readonly<Record<string, unknown>> };

async function happens(given: Performing<{ readonly dossier: string }>, { kind, details }: Happening) {
  const { tx, actor, at, input, today } = given;
  const { dossier } = input;
  const before = await standingOf(tx, dossier);
  const commission = before && (await commissionOf(tx, before.intake));
  if (!before?.list || !commission) return before ? invalid(barred(CANDIDACY, kind, before.state)) : FORBIDDEN;
  const chain = commissionChain(commission.id);
  await lockChains(tx, [chain, candidacyChain(dossier)]);
  const found = await listIn(given, commission.id, before.list);
  if (!found) return FORBIDDEN;
  // Whatever is due by then comes first: an offer of yesterday’s is not answered today.
  const on = dayOf(given, found);
  const stands = stateIn(answerOn(found, on), dossier);
  if (!stands) return FORBIDDEN;
  const no = barred(CANDIDACY, kind, stands.state);
  if (no.length > 0) return invalid(no);
  const by = actorName(actor);
  const fact: Fact = { id: "", dossier, place: Infinity, kind, list: before.list, at, by, details: { on, ...details } };
  const after = { ...found, list: { ...found.list, facts: [...found.list.facts, fact] } };
  const now = stateIn(answerOn(after, on), dossier)!;
  const ignored = now.findings.slice(stands.findings.length);
  if (ignored.length > 0) return refused(...ignored);
  await addFact(tx, { dossier, kind, list: before.list, at, by, details: fact.details });
  await settle(given, after, {
    on: on < today ? today : on,
    ...(kind !== "reoffered" && { told: new Set([dossier]) }),
  });
  if (kind !== "reoffered" && actor.kind !== "clock")
    await write(given, dossier, found.intake, (lang, { number }) => answeredMail(lang, number, kind));
  return done({ state: now.state, answerBy: now.answerBy }, chain);
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
