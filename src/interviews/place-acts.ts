/** Placing a candidate by hand, moving them, and ending an interview to come. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { officeReads } from "../dossier/hands.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { Time, Version } from "./day-acts.ts";
import {
  barredNow,
  dayChain,
  freed,
  happened,
  interviewsChain,
  lockedDay,
  lockedInterview,
  place,
} from "./arranging.ts";
import { INTERVIEW, isToCome, isTold } from "./rules/state.ts";
import { candidateOf } from "./candidates/counted.ts";
import { needOf, putNeed } from "./candidates/store.ts";
import { findDay } from "./days/store.ts";
import { insertFact, insertInterview, type Interview, interviewsOf, putExaminers } from "./store.ts";
import { tellCancelled, tellHour } from "./telling.ts";
import * as output from "./output.ts";

/** Scheduling needs: extra time noted by hand, and hours at which the candidate cannot come. */
export const noteNeeds = defineAct({
  name: "noteNeeds",
  label: {
    fr: "Noter ce qui compte pour l’heure de quelqu’un : temps majoré, heures impossibles",
    en: "Note what counts for somebody’s hour: more time, hours that are impossible",
  },
  who: "arrange interviews",
  form: Type.Object(
    {
      dossier: Id,
      version: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      extra: Type.Integer({ minimum: 0, maximum: 100 }),
      away: Type.Array(Type.Object({ from: Time, to: Time }, closed), { maxItems: 5 }),
    },
    closed,
  ),
  output: output.noteNeeds,
  writes: ["interview_need"],
  async perform({ tx, input, actor, at }) {
    const { dossier, version, extra, away } = input;
    if (!(await officeReads(tx, actor, dossier))) return FORBIDDEN;
    if (away.some(({ from, to }) => to <= from)) return invalid([BACKWARDS]);
    const saved = await putNeed(tx, dossier, { extra, away, version, by: actorName(actor), at });
    return saved ? done({ version: version + 1 }, interviewsChain(dossier)) : stale(await needOf(tx, dossier));
  },
});

const PlaceFields = {
  /** The preparation's room and time, if there is one. */
  analysisRoom: Type.Optional(Id),
  analysisFrom: Type.Optional(Time),
  room: Id,
  pair: Type.String({ maxLength: 10 }),
  interviewFrom: Time,
  text: Type.Optional(Type.String({ maxLength: 10 })),
};

export const placeInterview = defineAct({
  name: "placeInterview",
  label: { fr: "Placer quelqu’un dans une journée d’entretiens", en: "Place somebody into a day of interviews" },
  who: "arrange interviews",
  form: Type.Object({ day: Id, dossier: Id, ...PlaceFields }, closed),
  output: output.placeInterview,
  writes: ["interview", "interview_examiner", "interview_fact", "booking"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, day: id, ...asked } = input;
    const day = await lockedDay(tx, id, [dossier]);
    const candidate = day && (await officeReads(tx, actor, dossier)) && (await candidateOf(context, dossier));
    if (!candidate || candidate.intake !== day.intake) return FORBIDDEN;
    if (day.onDay < today) return invalid([PAST]);
    const interview = newId();
    const placements = await place(context, day, [{ candidate, asked: { ...asked, interview } }]);
    if ("issues" in placements) return invalid(placements.issues.map((one) => one.issue));
    const placement = placements[0]!;
    const of = interviewsChain(dossier);
    const row = { id: interview, dossier, intake: day.intake, day: id, of, ...placement.placed };
    if (!(await insertInterview(tx, row))) return invalid([PLACED_ALREADY]);
    await putExaminers(tx, interview, placement.members, of);
    const fact = { place: 1, kind: "placed", at, by: actorName(actor), details: {} } as const;
    await insertFact(tx, interview, fact, of);
    return done({ interview }, of);
  },
});

/** Within its day: another hour, room or pair. Candidates who were told the hour are told the new one. */
export const moveInterview = defineAct({
  name: "moveInterview",
  from: leaves(INTERVIEW, "moved"),
  label: { fr: "Déplacer un entretien", en: "Move an interview" },
  who: "arrange interviews",
  form: Type.Object({ interview: Id, version: Version, ...PlaceFields }, closed),
  output: output.moveInterview,
  writes: ["interview", "interview_examiner", "interview_fact", "booking", "mail"],
  async perform(context) {
    const { tx, input, actor } = context;
    const { interview: id, version, ...asked } = input;
    const interview = await arranged(context, id);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "moved");
    if (no.length > 0) return invalid(no);
    if (interview.version !== version) return stale({ version: interview.version });
    const day = (await findDay(tx, interview.day))!;
    const candidate = await candidateOf(context, interview.dossier);
    if (!candidate) return invalid([NOT_HEARD]);
    const placements = await place(context, day, [{ candidate, asked: { ...asked, interview: id } }], true);
    if ("issues" in placements) return invalid(placements.issues.map((one) => one.issue));
    const placement = placements[0]!;
    await putExaminers(tx, id, placement.members, interviewsChain(interview.dossier));
    const announced = isTold(interview.state) && !isSameFor(interview, { ...interview, ...placement.placed });
    const sequence = interview.sequence + (announced ? 1 : 0);
    const kind = isTold(interview.state) && !announced ? "handed-over" : "moved";
    await happened(context, interview, { kind, by: actorName(actor) }, { placed: placement.placed, sequence });
    if (announced) await tellHour(context, { ...interview, ...placement.placed, sequence }, "moved");
    return done({ version: version + 1 }, interviewsChain(interview.dossier));
  },
});

/** Whether the candidate's schedule is unchanged: the choice of examiners is not announced. */
function isSameFor(before: Interview, after: Interview): boolean {
  const schedule = ({ analysisRoom, analysisAt, analysisUntil, room, beginsAt, endsAt }: Interview) =>
    [analysisRoom, room, ...[analysisAt, analysisUntil, beginsAt, endsAt].map((one) => one.getTime())].join();
  return schedule(before) === schedule(after);
}

/** The interview, unless it is the actor's own. */
async function arranged(
  { tx, actor }: Pick<Performing<unknown>, "tx" | "actor">,
  id: string,
): Promise<Interview | undefined> {
  const interview = await lockedInterview(tx, id);
  return interview && (await officeReads(tx, actor, interview.dossier)) ? interview : undefined;
}

const Ended = Type.Object({ interview: Id, reason: Type.String({ maxLength: 2000 }) }, closed);

/** Frees its room and people; a candidate who was told of it is told the reason. */
function ending(kind: "postponed" | "cancelled") {
  return async (context: Performing<{ readonly interview: string; readonly reason: string }>) => {
    const { tx, input, actor } = context;
    const interview = await arranged(context, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, kind);
    if (no.length > 0) return invalid(no);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    await freed(tx, interview);
    const announced = isTold(interview.state);
    const sequence = interview.sequence + (announced ? 1 : 0);
    await happened(context, interview, { kind, by: actorName(actor), details: { reason } }, { sequence });
    if (announced) await tellCancelled(context, { ...interview, sequence }, { kind, reason });
    return done({}, interviewsChain(interview.dossier));
  };
}

export const postponeInterview = defineAct({
  name: "postponeInterview",
  from: leaves(INTERVIEW, "postponed"),
  label: { fr: "Reporter un entretien", en: "Postpone an interview" },
  who: "arrange interviews",
  form: Ended,
  output: output.done,
  writes: ["interview", "interview_fact", "booking", "mail"],
  perform: ending("postponed"),
});

/** Cancels the interviews to come of a candidate who leaves, within the act that notes it. Its `writes` must include `CANCELLING`. */
export async function cancelToCome(context: Performing<unknown>, dossier: string, reason: string): Promise<void> {
  const { tx, actor } = context;
  const all = (await interviewsOf(tx, dossier)).filter(({ state }) => isToCome(state));
  await lockChains(tx, [dossierChain(dossier), ...all.map(({ day }) => dayChain(day)), interviewsChain(dossier)]);
  for (const interview of (await interviewsOf(tx, dossier)).filter(({ state }) => isToCome(state))) {
    await freed(tx, interview);
    await happened(context, interview, { kind: "cancelled", by: actorName(actor), details: { reason } });
  }
}

export const CANCELLING = ["interview", "interview_fact", "booking"] as const;

export const cancelInterview = defineAct({
  name: "cancelInterview",
  from: leaves(INTERVIEW, "cancelled"),
  label: { fr: "Annuler un entretien", en: "Cancel an interview" },
  who: "arrange interviews",
  form: Ended,
  output: output.done,
  writes: ["interview", "interview_fact", "booking", "mail"],
  perform: ending("cancelled"),
});

/** Once its hour has come. Whether another is set is decided separately. */
export const missInterview = defineAct({
  name: "missInterview",
  from: leaves(INTERVIEW, "missed"),
  label: { fr: "Noter qu’un entretien a été manqué", en: "Note that an interview was missed" },
  who: "arrange interviews",
  form: Ended,
  output: output.done,
  writes: ["interview", "interview_fact"],
  async perform(context) {
    const { input, actor, at } = context;
    const interview = await arranged(context, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(context, interview, "missed");
    if (no.length > 0) return invalid(no);
    if (at < interview.analysisAt) return invalid([NOT_YET]);
    const reason = input.reason.trim();
    await happened(context, interview, {
      kind: "missed",
      by: actorName(actor),
      details: reason === "" ? {} : { reason },
    });
    return done({}, interviewsChain(interview.dossier));
  },
});

const NOT_HEARD = issue(
  "interview",
  "Cette personne n’est plus à entendre : son entretien s’annule, il ne se déplace pas.",
  "This person is not to be heard any more: their interview is cancelled, and not moved.",
);
const BACKWARDS = issue("away", "Une heure finit avant de commencer.", "An hour ends before it begins.");
const PAST = issue("day", "Ce jour est passé.", "This day is past.");
const PLACED_ALREADY = issue(
  "dossier",
  "Cette personne a déjà un entretien : déplacez-le, ou reportez-le d’abord.",
  "This person has an interview already: move it, or postpone it first.",
);
const NO_REASON = issue("reason", "Dites pourquoi : la personne le lira.", "Say why: the person will read it.");
const NOT_YET = issue(
  "reason",
  "L’heure de cet entretien n’est pas encore venue.",
  "The hour of this interview has not come yet.",
);
