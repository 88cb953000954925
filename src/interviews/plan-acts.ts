/**
 * A day is planned beside what stands in it: whoever waits is given a place in the day that ends first, as far as that can be. What
 * was computed is a draft of the day until somebody keeps it; only then is anybody placed and anything booked.
 */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { takeTurns } from "../agenda/book.ts";
import { planInterviews } from "../decisions/interview-plan/plan.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { json } from "../kit/sql.ts";
import { beginsAt, wallIn } from "../kit/zone.ts";
import { dayChain, interviewsChain, lockedDay, place, seat, takenAs, takenIn } from "./arranging.ts";
import { Version } from "./day-acts.ts";
import { draftOf, planInput } from "./rules/plan-input.ts";
import { type Candidate, candidateOf, toInterview } from "./candidates/counted.ts";
import { findDay, type InterviewDay, updateDay } from "./days/store.ts";
import { insertFact, insertInterview, putExaminers, takenOn } from "./store.ts";
import * as gives from "./output.ts";

const Planned = Type.Object({ day: Id, version: Version }, closed);

/** A plan goes no further than this many: who comes after them by name is planned once they are placed. */
const MOST_PLANNED = 100;

export const planInterviewDay = defineAct({
  name: "planInterviewDay",
  label: { fr: "Proposer un plan pour une journée d’entretiens", en: "Propose a plan of a day of interviews" },
  who: "arrange interviews",
  form: Planned,
  gives: gives.changeInterviewDay,
  writes: ["interview_day"],
  async prepare({ input, actor, zone, law, look }) {
    const asked = await look((tx) => asking({ tx, law, zone }, input.day, actor));
    // Somebody changed the day since: what would be computed would be refused.
    if (!asked || asked.day.version !== input.version || asked.input.candidates.length === 0) return undefined;
    return draftOf(await planInterviews(asked.input), asked.day.settings);
  },
  async perform(given) {
    const { tx, input, actor, today, prepared } = given;
    const day = await lockedDay(tx, input.day);
    if (!day) return FORBIDDEN;
    const { version } = day;
    if (version !== input.version) return stale({ version });
    if (day.onDay < today) return invalid([PAST]);
    if ((await waitingFor(given, day, actor)).length === 0 || !prepared) return invalid([NOBODY_WAITS]);
    await updateDay(tx, day.id, { draft: json(prepared), version: version + 1 });
    return done({ version: version + 1 }, dayChain(day.id));
  },
});

/** All of it or nothing: who was placed by hand meanwhile, or is taken elsewhere, is told. */
export const keepPlan = defineAct({
  name: "keepPlan",
  label: { fr: "Retenir le plan proposé", en: "Keep the plan that was proposed" },
  who: "arrange interviews",
  form: Planned,
  gives: gives.changeInterviewDay,
  writes: ["interview_day", "interview", "interview_examiner", "interview_fact", "booking"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    // Whom the draft places is read before the day is locked, since their dossiers come first in the order of locks.
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
      const candidate = await candidateOf(given, asked.dossier);
      if (!candidate) return invalid([GONE]);
      planned.push({ asked, candidate });
    }
    await takeTurns(
      tx,
      planned.flatMap(({ asked, candidate }) => takenIn(day, candidate, asked)),
    );
    // One after the other: two would take one seat.
    for (const { asked, candidate } of planned) {
      const interview = newId();
      const text = day.settings.texts.length === 1 ? { text: day.settings.texts[0]!.key } : {};
      const found = await place(given, day, candidate, { ...asked, ...text, interview });
      if ("issues" in found) return invalid(found.issues.map((one) => of(candidate, one)));
      const chain = interviewsChain(asked.dossier);
      const row = {
        id: interview,
        dossier: asked.dossier,
        intake: day.intake,
        day: day.id,
        of: chain,
        ...found.placed,
      };
      if (!(await insertInterview(tx, row))) return invalid([GONE]);
      await putExaminers(tx, interview, found.members, chain);
      const fact = { place: 1, kind: "placed", at, by: actorName(actor), details: {} } as const;
      await insertFact(tx, interview, fact, chain);
    }
    await updateDay(tx, day.id, { draft: null, version: version + 1 });
    return done({ version: version + 1 }, dayChain(day.id));
  },
});

/** Whose place it was that something stands against. */
function of({ name }: Candidate, { message }: Issue): Issue {
  return { path: "draft", message: (lang) => `${name} – ${message(lang)}` };
}

type Given = Pick<Performing<unknown>, "tx" | "law">;

/** Whoever works here and applies here is planned by a colleague. */
async function waitingFor(given: Given, { intake }: InterviewDay, actor: Actor): Promise<readonly Candidate[]> {
  const own = actor.kind === "account" ? actor.account : undefined;
  return (await toInterview(given, intake)).filter(({ account }) => account === null || account !== own);
}

/** The day with those who wait and what is taken of it already, as the plan is asked for. */
async function asking(given: Given & Pick<Performing<unknown>, "zone">, id: string, actor: Actor) {
  const { tx, zone } = given;
  const day = await findDay(tx, id);
  if (!day || day.cancelledAt !== null) return undefined;
  const candidates = (await waitingFor(given, day, actor)).slice(0, MOST_PLANNED);
  const { settings, onDay } = day;
  const { opens, closes } = settings;
  const [from, until] = [opens, closes].map((time) => beginsAt({ day: onDay, time }, zone)!) as [Date, Date];
  const seats = settings.rooms.flatMap(({ room, seats: count }) =>
    Array.from({ length: count }, (_, at) => seat(room, at + 1)),
  );
  const members = settings.pairs.flatMap((pair) => pair.members);
  const all = [...new Set([...members, ...seats, ...candidates.map(takenAs)])];
  const taken = await takenOn(tx, all, { from, until });
  // What goes on beyond the day is within it as far as the day goes.
  const within = (instant: Date) => (instant <= from ? opens : instant >= until ? closes : wallIn(instant, zone).time);
  const busy = (one: string) =>
    taken
      .filter((other) => other.taken === one)
      .map((other) => ({ from: within(other.from), to: within(other.until) }));
  const asked = candidates.map((one) => ({ ...one, taken: takenAs(one) }));
  return { day, input: planInput(id, { settings, candidates: asked, busy, seat }) };
}

const PAST = issue("day", "Ce jour est passé.", "This day is past.");
const NOBODY_WAITS = issue("day", "Personne n’attend d’être placé.", "Nobody waits to be placed.");
const NO_DRAFT = issue("draft", "Aucun plan n’est proposé.", "No plan is proposed.");
const GONE = issue(
  "draft",
  "Quelqu’un de ce plan a un entretien depuis, ou n’est plus à recevoir : proposez un nouveau plan.",
  "Somebody of this plan has had an interview since, or is to be seen no more: propose a new plan.",
);
