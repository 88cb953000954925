/** Convoking a candidate; they confirm or ask for another hour, and are answered. */
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
import { tellArrangers, tellHour, tellInterviewers, tellMoveAsked } from "./telling.ts";
import * as output from "./output.ts";

const ByInterview = Type.Object({ interview: Id }, closed);
const WithReason = Type.Object({ interview: Id, reason: Type.String({ maxLength: 2000 }) }, closed);

export const convoke = defineAct({
  name: "convoke",
  from: leaves(INTERVIEW, "convoked"),
  label: { fr: "Convoquer à un entretien", en: "Call to an interview" },
  who: "arrange interviews",
  /** `ground`: required if the candidate was not found eligible, or not yet. */
  form: Type.Object({ interview: Id, ground: Type.Optional(Type.String({ maxLength: 1000 })) }, closed),
  output: output.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await lockedInterview(tx, input.interview);
    if (!interview || !(await officeReads(tx, actor, interview.dossier))) return FORBIDDEN;
    const no = await barredNow(context, interview, "convoked");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    const { settings } = (await findDay(tx, interview.day))!;
    if (!isLongEnough(settings, await extraOf(context, interview), interview)) return invalid([TOO_SHORT]);
    const undecided = (await notFoundAdmissible(tx, [interview.dossier])).size > 0;
    const ground = undecided ? (input.ground ?? "").trim() : "";
    if (undecided && ground === "") return invalid([NOT_ADMISSIBLE]);
    const details = undecided ? { ground } : {};
    await happened(context, interview, { kind: "convoked", by: actorName(actor), details });
    await tellHour(context, interview, "new");
    return done({}, interviewsChain(interview.dossier));
  },
});

/** Mails each interviewer the number of their interviews that day. */
export const callInterviewers = defineAct({
  name: "callInterviewers",
  label: {
    fr: "Prévenir ceux qui mènent les entretiens d’une journée",
    en: "Tell those who hold the interviews of a day",
  },
  who: "arrange interviews",
  form: Type.Object({ day: Id }, closed),
  output: output.convoke,
  writes: ["mail"],
  async perform(context) {
    const { tx, input } = context;
    const all = (await interviewsOfDay(tx, input.day)).flatMap(({ examiners }) => examiners);
    // Guest chains are locked if they still exist: a guest may leave at any time.
    const guests = await lockChains(tx, [...all.filter((who) => who.startsWith("guest:")), dayChain(input.day)]);
    const day = await lockedDay(tx, input.day);
    if (!day) return FORBIDDEN;
    const announced = (await interviewsOfDay(tx, day.id)).filter(({ state }) => isTold(state));
    const theirs = announced.flatMap(({ examiners }) => examiners).toSorted();
    if (theirs.length === 0) return invalid([NOBODY_TOLD]);
    const counts = new Map(
      Object.entries(Object.groupBy(theirs, (who) => who)).map(([who, all]) => [who, all!.length]),
    );
    await tellInterviewers(context, day, { counts, guests });
    return done({ told: counts.size }, dayChain(day.id));
  },
});

/** By the candidate; or by the school, for a person without an account who told it. */
export const confirmInterview = defineAct({
  name: "confirmInterview",
  from: leaves(INTERVIEW, "confirmed"),
  label: { fr: "Confirmer sa venue à un entretien", en: "Confirm that one comes to an interview" },
  who: "apply",
  form: ByInterview,
  output: output.done,
  writes: ["interview", "interview_fact"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await answered(tx, actor, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "confirmed");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    await happened(context, interview, { kind: "confirmed", by: actorName(actor) });
    return done({}, interviewsChain(interview.dossier));
  },
});

export const askToMove = defineAct({
  name: "askToMove",
  from: leaves(INTERVIEW, "move-asked"),
  label: { fr: "Demander une autre heure d’entretien", en: "Ask for another hour of an interview" },
  who: "apply",
  form: WithReason,
  output: output.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const interview = await answered(tx, actor, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "move-asked");
    if (no.length > 0) return invalid(no);
    if (interview.analysisAt <= at) return invalid([TOO_LATE]);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    await happened(context, interview, { kind: "move-asked", by: actorName(actor), details: { reason } });
    if (await ownDossier(tx, actor, interview.dossier)) {
      await tellArrangers(context, interview, "move");
      await tellMoveAsked(context, interview);
    }
    return done({}, interviewsChain(interview.dossier));
  },
});

/** If it can be moved, moving it answers the request instead. */
export const declineMove = defineAct({
  name: "declineMove",
  from: leaves(INTERVIEW, "move-declined"),
  label: { fr: "Répondre qu’un entretien ne peut pas être déplacé", en: "Answer that an interview cannot be moved" },
  who: "arrange interviews",
  form: WithReason,
  output: output.done,
  writes: ["interview", "interview_fact", "mail"],
  async perform(context: Performing<{ readonly interview: string; readonly reason: string }>) {
    const { tx, input, actor } = context;
    const interview = await lockedInterview(tx, input.interview);
    if (!interview || !(await officeReads(tx, actor, interview.dossier))) return FORBIDDEN;
    const no = await barredNow(context, interview, "move-declined");
    if (no.length > 0) return invalid(no);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_ANSWER]);
    await happened(context, interview, { kind: "move-declined", by: actorName(actor), details: { reason } });
    await tellHour(context, interview, "kept", reason);
    return done({}, interviewsChain(interview.dossier));
  },
});

/** For the candidate, or for staff who arrange interviews. */
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
