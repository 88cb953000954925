/** A candidate is told of their interview, says that they will come or asks for another hour, and is answered. */
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName, may } from "../act/permissions.ts";
import { officeReads, ownDossier } from "../dossier/hands.ts";
import { leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import type { Tx } from "../db/school.ts";
import { barredNow, dayChain, happened, interviewsChain, lockedDay, lockedInterview } from "./arranging.ts";
import { extraOf } from "./candidates/counted.ts";
import { notFoundAdmissible } from "./candidates/store.ts";
import { findDay } from "./days/store.ts";
import { isLongEnough } from "./rules/day.ts";
import { INTERVIEW, isTold } from "./rules/state.ts";
import { type Interview, interviewsOfDay } from "./store.ts";
import { tellArrangers, tellHour, tellInterviewers } from "./telling.ts";
import * as gives from "./output.ts";

const ByInterview = Type.Object({ interview: Id }, closed);
const WithReason = Type.Object({ interview: Id, reason: Type.String({ maxLength: 2000 }) }, closed);

export const convoke = defineAct({
  name: "convoke",
  from: leaves(INTERVIEW, "convoked"),
  label: { fr: "Convoquer à un entretien", en: "Call to an interview" },
  who: "arrange interviews",
  /** `ground`: why somebody is called whom the decider has not found admissible, or not yet. */
  form: Type.Object({ interview: Id, ground: Type.Optional(Type.String({ maxLength: 1000 })) }, closed),
  gives: gives.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const interview = await lockedInterview(tx, input.interview);
    if (!interview || !(await officeReads(tx, actor, interview.dossier))) return FORBIDDEN;
    const no = await barredNow(given, interview, "convoked");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    const { settings } = (await findDay(tx, interview.day))!;
    if (!isLongEnough(settings, await extraOf(given, interview), interview)) return invalid([TOO_SHORT]);
    const undecided = (await notFoundAdmissible(tx, [interview.dossier])).size > 0;
    const ground = undecided ? (input.ground ?? "").trim() : "";
    if (undecided && ground === "") return invalid([NOT_ADMISSIBLE]);
    const details = undecided ? { ground } : {};
    await happened(given, interview, { kind: "convoked", by: actorName(actor), details });
    await tellHour(given, interview, "new");
    return done({}, interviewsChain(interview.dossier));
  },
});

/** Each is told how many interviews are theirs on a day, where they find them. */
export const callInterviewers = defineAct({
  name: "callInterviewers",
  label: {
    fr: "Prévenir ceux qui mènent les entretiens d’une journée",
    en: "Tell those who hold the interviews of a day",
  },
  who: "arrange interviews",
  form: Type.Object({ day: Id }, closed),
  gives: gives.convoke,
  writes: ["mail"],
  async perform(given) {
    const { tx, input } = given;
    const all = (await interviewsOfDay(tx, input.day)).flatMap(({ examiners }) => examiners);
    // Guests go when they go, before or after the day.
    const guests = await lockChains(tx, [...all.filter((who) => who.startsWith("guest:")), dayChain(input.day)]);
    const day = await lockedDay(tx, input.day);
    if (!day) return FORBIDDEN;
    const told = (await interviewsOfDay(tx, day.id)).filter(({ state }) => isTold(state));
    const theirs = told.flatMap(({ examiners }) => examiners).toSorted();
    if (theirs.length === 0) return invalid([NOBODY_TOLD]);
    const counts = new Map(
      Object.entries(Object.groupBy(theirs, (who) => who)).map(([who, all]) => [who, all!.length]),
    );
    await tellInterviewers(given, day, { counts, guests });
    return done({ told: counts.size }, dayChain(day.id));
  },
});

/** By the candidate; or noted by the school, whom somebody without an account told otherwise. */
export const confirmInterview = defineAct({
  name: "confirmInterview",
  from: leaves(INTERVIEW, "confirmed"),
  label: { fr: "Confirmer sa venue à un entretien", en: "Confirm that one comes to an interview" },
  who: "apply",
  form: ByInterview,
  gives: gives.done,
  writes: ["interview", "interview_fact"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const interview = await answered(tx, actor, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(given, interview, "confirmed");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    await happened(given, interview, { kind: "confirmed", by: actorName(actor) });
    return done({}, interviewsChain(interview.dossier));
  },
});

export const askToMove = defineAct({
  name: "askToMove",
  from: leaves(INTERVIEW, "move-asked"),
  label: { fr: "Demander une autre heure d’entretien", en: "Ask for another hour of an interview" },
  who: "apply",
  form: WithReason,
  gives: gives.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const interview = await answered(tx, actor, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(given, interview, "move-asked");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    await happened(given, interview, { kind: "move-asked", by: actorName(actor), details: { reason } });
    if (await ownDossier(tx, actor, interview.dossier)) await tellArrangers(given, interview, "move");
    return done({}, interviewsChain(interview.dossier));
  },
});

/** Where it can be moved, it is: that answers too. */
export const declineMove = defineAct({
  name: "declineMove",
  from: leaves(INTERVIEW, "move-declined"),
  label: { fr: "Répondre qu’un entretien ne peut pas être déplacé", en: "Answer that an interview cannot be moved" },
  who: "arrange interviews",
  form: WithReason,
  gives: gives.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(given: Performing<{ readonly interview: string; readonly reason: string }>) {
    const { tx, input, actor } = given;
    const interview = await lockedInterview(tx, input.interview);
    if (!interview || !(await officeReads(tx, actor, interview.dossier))) return FORBIDDEN;
    const no = await barredNow(given, interview, "move-declined");
    if (no.length > 0) return invalid(no);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_ANSWER]);
    await happened(given, interview, { kind: "move-declined", by: actorName(actor), details: { reason } });
    await tellHour(given, interview, "kept", reason);
    return done({}, interviewsChain(interview.dossier));
  },
});

/** For the candidate; or for who arranges it, of anybody else than themselves. */
async function answered(tx: Tx, actor: Actor, id: string): Promise<Interview | undefined> {
  const interview = await lockedInterview(tx, id);
  if (!interview) return undefined;
  const own = await ownDossier(tx, actor, interview.dossier);
  return own || may(actor, "arrange interviews") ? interview : undefined;
}

const NOT_ADMISSIBLE = issue(
  "ground",
  "La recevabilité de cette candidature n’est pas décidée, ou l’a été par la négative : décidez-en d’abord, ou dites pourquoi la personne est convoquée quand même.",
  "This candidacy was not found eligible, or not yet: decide on it first, or say why the person is called all the same.",
);
const TOO_SHORT = issue(
  "interview",
  "Cet entretien est plus court que le temps majoré accordé à cette personne : déplacez-le, puis convoquez.",
  "This interview is shorter than the more time granted to this person: move it, then call them.",
);
const TOO_LATE = issue("interview", "L’heure de cet entretien est passée.", "The hour of this interview is past.");
const NOBODY_TOLD = issue(
  "day",
  "Personne n’est encore convoqué ce jour-là : convoquez d’abord les candidats.",
  "Nobody is called on that day yet: call the candidates first.",
);
const NO_REASON = issue(
  "reason",
  "Dites pourquoi cette heure ne convient pas : l’école en cherche une autre d’après cela.",
  "Say why this hour does not suit: the school looks for another one by that.",
);
const NO_ANSWER = issue("reason", "Dites pourquoi : la personne le lira.", "Say why: the person will read it.");
