/**
 * Plans a day around its existing interviews: places the waiting candidates so that the day ends earliest. The result is a draft; only
 * keeping it places and books.
 */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { planInterviews } from "../decisions/interview-plan/plan.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { json } from "../kit/sql.ts";
import { beginsAt, wallIn } from "../kit/zone.ts";
import { dayChain, interviewsChain, lockedDay, place, seat, takenAs } from "./arranging.ts";
import { Version } from "./day-acts.ts";
import { byTurn, plannedInOrder } from "./rules/in-order.ts";
import { draftOf } from "./rules/plan-input.ts";
import { type Candidate, candidateOf, toInterview } from "./candidates/counted.ts";
import { findDay, type InterviewDay, updateDay } from "./days/store.ts";
import { insertFact, insertInterview, putExaminers, takenOn } from "./store.ts";
import * as output from "./output.ts";

const Planned = Type.Object({ day: Id, version: Version }, closed);

/** Candidates per plan; the others, in their turn, are planned once these are placed. */
const MOST_PLANNED = 100;

export const planInterviewDay = defineAct({
  name: "planInterviewDay",
  label: { fr: "Proposer un plan pour une journée d’entretiens", en: "Propose a plan of a day of interviews" },
  who: "arrange interviews",
  form: Planned,
  output: output.changeInterviewDay,
  writes: ["interview_day"],
  async prepare({ input, actor, zone, law, timetable, look }) {
    const asked = await look((tx) => asking({ tx, law, zone, timetable }, input.day, actor));
    // The day changed since: the act would refuse the result, so do not compute it.
    if (!asked || asked.day.version !== input.version || asked.input.candidates.length === 0) return undefined;
    const planned = await plannedInOrder(input.day, asked.input, (day) => planInterviews(day));
    return draftOf(planned, asked.day.settings);
  },
  async perform(context) {
    const { tx, input, actor, today, prepared } = context;
    const day = await lockedDay(tx, input.day);
    if (!day) return FORBIDDEN;
    const { version } = day;
    if (version !== input.version) return stale({ version });
    if (day.onDay < today) return invalid([PAST]);
    if ((await waitingFor(context, day, actor)).length === 0 || !prepared) return invalid([NOBODY_WAITS]);
    await updateDay(tx, day.id, { draft: json(prepared), version: version + 1 });
    return done({ version: version + 1 }, dayChain(day.id));
  },
});

/** All or nothing: a candidate placed or booked meanwhile is reported. */
export const keepPlan = defineAct({
  name: "keepPlan",
  label: { fr: "Retenir le plan proposé", en: "Keep the plan that was proposed" },
  who: "arrange interviews",
  form: Planned,
  output: output.changeInterviewDay,
  writes: ["interview_day", "interview", "interview_examiner", "interview_fact", "booking"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    // Read before locking the day, since their dossiers come first in the lock order.
    const drafted = (await findDay(tx, input.day))?.draft?.placed ?? [];
    const day = await lockedDay(
      tx,
      input.day,
      drafted.map(({ dossier }) => dossier),
    );
    if (!day) return FORBIDDEN;
    const { version, draft } = day;
    if (version !== input.version) return stale({ version });
    if (!draft || draft.placed.length === 0) return invalid([NO_DRAFT]);
    const planned: { readonly asked: (typeof draft.placed)[number]; readonly candidate: Candidate }[] = [];
    for (const asked of draft.placed) {
      const candidate = await candidateOf(context, asked.dossier);
      if (!candidate) return invalid([GONE]);
      planned.push({ asked, candidate });
    }
    const { texts } = day.settings;
    const text = texts.length === 1 ? { text: texts[0]!.key } : {};
    const all = planned.map(({ asked, candidate }) => ({
      candidate,
      asked: { ...asked, ...text, interview: newId() },
    }));
    const placements = await place(context, day, all);
    if ("issues" in placements) return invalid(placements.issues.map(naming));
    for (const [index, { candidate, asked }] of all.entries()) {
      const { placed, members } = placements[index]!;
      const { dossier } = candidate;
      const chain = interviewsChain(dossier);
      const row = { id: asked.interview, dossier, intake: day.intake, day: day.id, of: chain, ...placed };
      if (!(await insertInterview(tx, row))) return invalid([GONE]);
      await putExaminers(tx, asked.interview, members, chain);
      const fact = { place: 1, kind: "placed", at, by: actorName(actor), details: {} } as const;
      await insertFact(tx, asked.interview, fact, chain);
    }
    await updateDay(tx, day.id, { draft: null, version: version + 1 });
    return done({ version: version + 1 }, dayChain(day.id));
  },
});

/** Prefixes an issue with its candidate's name. */
function naming({ candidate, issue: { message } }: { readonly candidate: Candidate; readonly issue: Issue }): Issue {
  return { path: "draft", message: (lang) => `${candidate.name} – ${message(lang)}` };
}

type Context = Pick<Performing<unknown>, "tx" | "law">;

/** Without the actor's own candidacy, which a colleague plans. */
async function waitingFor(context: Context, { intake }: InterviewDay, actor: Actor): Promise<readonly Candidate[]> {
  const own = actor.kind === "account" ? actor.account : undefined;
  return (await toInterview(context, intake)).filter(({ account }) => account === null || account !== own);
}

/** The plan's input: the day, its waiting candidates and existing bookings. */
async function asking(context: Context & Pick<Performing<unknown>, "zone" | "timetable">, id: string, actor: Actor) {
  const { tx, zone, timetable } = context;
  const day = await findDay(tx, id);
  if (!day || day.cancelledAt !== null) return undefined;
  const waiting = await waitingFor(context, day, actor);
  const candidates = waiting.toSorted(byTurn).slice(0, MOST_PLANNED);
  const { settings, onDay } = day;
  const { opens, closes } = settings;
  const [from, until] = [opens, closes].map((time) => beginsAt({ day: onDay, time }, zone)!) as [Date, Date];
  const seats = settings.rooms.flatMap(({ room, seats: count }) =>
    Array.from({ length: count }, (_, at) => seat(room, at + 1)),
  );
  const members = settings.pairs.flatMap((pair) => pair.members);
  const all = [...new Set([...members, ...seats, ...candidates.map(takenAs)])];
  const days = { from: onDay, until: onDay };
  const followed = await timetable.followed({ tx, zone }, candidates.map(takenAs), days);
  const taken = [...(await takenOn(tx, all, { from, until })), ...followed];
  // Bookings that extend beyond the day are clipped to it.
  const within = (instant: Date) => (instant <= from ? opens : instant >= until ? closes : wallIn(instant, zone).time);
  const busy = (one: string) =>
    taken
      .filter((other) => other.taken === one)
      .map((other) => ({ from: within(other.from), to: within(other.until) }));
  const asked = candidates.map((one) => ({ ...one, taken: takenAs(one) }));
  return { day, input: { settings, candidates: asked, busy, seat } };
}

const PAST = issue("day", "Ce jour est passé.", "This day is past.");
const NOBODY_WAITS = issue("day", "Personne n’attend d’être placé.", "Nobody waits to be placed.");
const NO_DRAFT = issue("draft", "Aucun plan n’est proposé.", "No plan is proposed.");
const GONE = issue(
  "draft",
  "Quelqu’un de ce plan a un entretien depuis, ou n’est plus à recevoir : proposez un nouveau plan.",
  "Somebody of this plan has had an interview since, or is to be seen no more: propose a new plan.",
);
