/** Placing somebody into a day by hand, moving them, and what ends an interview that was to come. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { takenFor, takeTurns } from "../agenda/book.ts";
import { officeReads } from "../dossier/hands.ts";
import { leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { Time, Version } from "./day-acts.ts";
import {
  barredNow,
  bookedFor,
  dayChain,
  freed,
  happened,
  interviewsChain,
  lockedDay,
  lockedInterview,
  place,
  takenIn,
} from "./arranging.ts";
import { INTERVIEW, isToCome, isTold } from "./rules/state.ts";
import { candidateOf } from "./candidates/counted.ts";
import { needOf, putNeed } from "./candidates/store.ts";
import { findDay } from "./days/store.ts";
import { insertFact, insertInterview, type Interview, interviewsOf, putExaminers } from "./store.ts";
import { tellCancelled, tellHour } from "./telling.ts";
import * as gives from "./output.ts";

/** What is counted when somebody is planned: more time where it was arranged, and hours at which they cannot come. */
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
  gives: gives.noteNeeds,
  writes: ["interview_need"],
  async perform({ tx, input, actor, at }) {
    const { dossier, version, extra, away } = input;
    if (!(await officeReads(tx, actor, dossier))) return FORBIDDEN;
    if (away.some(({ from, to }) => to <= from)) return invalid([BACKWARDS]);
    const saved = await putNeed(tx, dossier, { extra, away, version, by: actorName(actor), at });
    return saved ? done({ version: version + 1 }, interviewsChain(dossier)) : stale(await needOf(tx, dossier));
  },
});

const Asked = {
  /** Where and when what comes before the interview is, if anything does. */
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
  form: Type.Object({ day: Id, dossier: Id, ...Asked }, closed),
  gives: gives.placeInterview,
  writes: ["interview", "interview_examiner", "interview_fact", "booking"],
  async perform(given) {
    const { tx, input, actor, at, today } = given;
    const { dossier, day: id, ...asked } = input;
    const day = await lockedDay(tx, id, [dossier]);
    const candidate = day && (await officeReads(tx, actor, dossier)) && (await candidateOf(given, dossier));
    if (!candidate || candidate.intake !== day.intake) return FORBIDDEN;
    if (day.onDay < today) return invalid([PAST]);
    const interview = newId();
    const found = await place(given, day, candidate, { ...asked, interview });
    if ("issues" in found) return invalid(found.issues);
    const of = interviewsChain(dossier);
    const row = { id: interview, dossier, intake: day.intake, day: id, of, ...found.placed };
    if (!(await insertInterview(tx, row))) return invalid([PLACED_ALREADY]);
    await putExaminers(tx, interview, found.members, of);
    const fact = { place: 1, kind: "placed", at, by: actorName(actor), details: {} } as const;
    await insertFact(tx, interview, fact, of);
    return done({ interview }, of);
  },
});

/** Within its day: another hour, another room, another pair. Who was told of the hour is told of the new one with it. */
export const moveInterview = defineAct({
  name: "moveInterview",
  from: leaves(INTERVIEW, "moved"),
  label: { fr: "Déplacer un entretien", en: "Move an interview" },
  who: "arrange interviews",
  form: Type.Object({ interview: Id, version: Version, ...Asked }, closed),
  gives: gives.moveInterview,
  writes: ["interview", "interview_examiner", "interview_fact", "booking", "mail"],
  async perform(given) {
    const { tx, input, actor } = given;
    const { interview: id, version, ...asked } = input;
    const interview = await arranged(given, id);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(given, interview, "moved");
    if (no.length > 0) return invalid(no);
    if (interview.version !== version) return stale({ version: interview.version });
    const day = (await findDay(tx, interview.day))!;
    const candidate = await candidateOf(given, interview.dossier);
    if (!candidate) return invalid([NOT_HEARD]);
    await takeTurns(tx, [...(await takenFor(tx, bookedFor(id))), ...takenIn(day, candidate, asked)]);
    await freed(tx, interview);
    const found = await place(given, day, candidate, { ...asked, interview: id });
    if ("issues" in found) return invalid(found.issues);
    await putExaminers(tx, id, found.members, interviewsChain(interview.dossier));
    const told = isTold(interview.state) && !isSameFor(interview, { ...interview, ...found.placed });
    const sequence = interview.sequence + (told ? 1 : 0);
    const kind = isTold(interview.state) && !told ? "handed-over" : "moved";
    await happened(given, interview, { kind, by: actorName(actor) }, { placed: found.placed, sequence });
    if (told) await tellHour(given, { ...interview, ...found.placed, sequence }, "moved");
    return done({ version: version + 1 }, interviewsChain(interview.dossier));
  },
});

/** Nothing that the candidate was told: who examines them is the school's affair. */
function isSameFor(before: Interview, after: Interview): boolean {
  const told = ({ analysisRoom, analysisAt, analysisUntil, room, beginsAt, endsAt }: Interview) =>
    [analysisRoom, room, ...[analysisAt, analysisUntil, beginsAt, endsAt].map((one) => one.getTime())].join();
  return told(before) === told(after);
}

/** Of somebody else than whoever arranges it. */
async function arranged(
  { tx, actor }: Pick<Performing<unknown>, "tx" | "actor">,
  id: string,
): Promise<Interview | undefined> {
  const interview = await lockedInterview(tx, id);
  return interview && (await officeReads(tx, actor, interview.dossier)) ? interview : undefined;
}

const Ended = Type.Object({ interview: Id, reason: Type.String({ maxLength: 2000 }) }, closed);

/** Its room and its people are free again; whoever was told of it is told, with the reason. */
function ending(kind: "postponed" | "cancelled") {
  return async (given: Performing<{ readonly interview: string; readonly reason: string }>) => {
    const { tx, input, actor } = given;
    const interview = await arranged(given, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(given, interview, kind);
    if (no.length > 0) return invalid(no);
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    await freed(tx, interview);
    const told = isTold(interview.state);
    const sequence = interview.sequence + (told ? 1 : 0);
    await happened(given, interview, { kind, by: actorName(actor), details: { reason } }, { sequence });
    if (told) await tellCancelled(given, { ...interview, sequence }, { kind, reason });
    return done({}, interviewsChain(interview.dossier));
  };
}

export const postponeInterview = defineAct({
  name: "postponeInterview",
  from: leaves(INTERVIEW, "postponed"),
  label: { fr: "Reporter un entretien", en: "Postpone an interview" },
  who: "arrange interviews",
  form: Ended,
  gives: gives.done,
  writes: ["interview", "interview_fact", "booking", "mail"],
  perform: ending("postponed"),
});

/** Of whoever leaves: each that is still to come, for the act that notes it. Tables to name among its `writes`: `CANCELLING`. */
export async function cancelToCome(given: Performing<unknown>, dossier: string, reason: string): Promise<void> {
  const { tx, actor } = given;
  const all = (await interviewsOf(tx, dossier)).filter(({ state }) => isToCome(state));
  await lockChains(tx, [...all.map(({ day }) => dayChain(day)), interviewsChain(dossier)]);
  for (const interview of (await interviewsOf(tx, dossier)).filter(({ state }) => isToCome(state))) {
    await freed(tx, interview);
    await happened(given, interview, { kind: "cancelled", by: actorName(actor), details: { reason } });
  }
}

export const CANCELLING = ["interview", "interview_fact", "booking"] as const;

export const cancelInterview = defineAct({
  name: "cancelInterview",
  from: leaves(INTERVIEW, "cancelled"),
  label: { fr: "Annuler un entretien", en: "Cancel an interview" },
  who: "arrange interviews",
  form: Ended,
  gives: gives.done,
  writes: ["interview", "interview_fact", "booking", "mail"],
  perform: ending("cancelled"),
});

/** Once its hour has come; another may be set, or none: that is decided elsewhere. */
export const missInterview = defineAct({
  name: "missInterview",
  from: leaves(INTERVIEW, "missed"),
  label: { fr: "Noter qu’un entretien a été manqué", en: "Note that an interview was missed" },
  who: "arrange interviews",
  form: Ended,
  gives: gives.done,
  writes: ["interview", "interview_fact"],
  async perform(given) {
    const { input, actor, at } = given;
    const interview = await arranged(given, input.interview);
    if (!interview) return FORBIDDEN;
    const no = await barredNow(given, interview, "missed");
    if (no.length > 0) return invalid(no);
    if (at < interview.analysisAt) return invalid([NOT_YET]);
    const reason = input.reason.trim();
    await happened(given, interview, {
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
