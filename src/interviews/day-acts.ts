/** Interview days: opening them, which books their rooms, changing them, and cancelling empty ones. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { unbook } from "../agenda/book.ts";
import { placeAll } from "../agenda/placing.ts";
import { roomsInUse, roomTaken } from "../agenda/rooms.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import type { Day } from "../kit/day.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { ById, closed, Id } from "../kit/shapes.ts";
import { json } from "../kit/sql.ts";
import { beginsAt } from "../kit/zone.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { doersWho } from "../people/contact.ts";
import { detachFile } from "../files/attach.ts";
import { dayChain, lockedDay } from "./arranging.ts";
import { dayIssues, type DaySettings, preparationOf, PURPOSES } from "./rules/day.ts";
import { isHeardIn, isToCome } from "./rules/state.ts";
import { givenFiles } from "./given-text.ts";
import { insertDay, updateDay } from "./days/store.ts";
import { interviewsOfDay } from "./store.ts";
import * as output from "./output.ts";

export const Time = Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" });
const Minutes = Type.Integer({ minimum: 5, maximum: 240 });
/** A text of a few pages. */
const Body = Type.String({ maxLength: 20_000 });
const Key = Type.String({ minLength: 1, maxLength: 10 });
export const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 });

const SettingsSchema = Type.Object(
  {
    opens: Time,
    closes: Time,
    breaks: Type.Array(Type.Object({ from: Time, to: Time }, closed), { maxItems: 5 }),
    /** Minutes of the law's preparation; 0 if there is none. */
    analysis: Type.Integer({ minimum: 0, maximum: 240 }),
    interview: Minutes,
    step: Type.Union([Type.Literal(5), Type.Literal(10), Type.Literal(15)]),
    maxWait: Type.Integer({ minimum: 0, maximum: 240 }),
    pairs: Type.Array(
      Type.Object(
        { key: Key, members: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 3 }) },
        closed,
      ),
      { maxItems: 10 },
    ),
    rooms: Type.Array(
      Type.Object({ room: Id, for: oneOf(...PURPOSES), seats: Type.Integer({ minimum: 1, maximum: 100 }) }, closed),
      { maxItems: 20 },
    ),
    texts: Type.Array(
      Type.Object(
        { key: Key, title: Type.String({ minLength: 1, maxLength: 500 }), body: Type.Optional(Body) },
        closed,
      ),
      {
        maxItems: 20,
      },
    ),
  },
  closed,
);

export const openInterviewDay = defineAct({
  name: "openInterviewDay",
  label: { fr: "Ouvrir une journée d’entretiens", en: "Open a day of interviews" },
  who: "arrange interviews",
  form: Type.Object(
    {
      intake: Id,
      onDay: DaySchema,
      settings: SettingsSchema,
      /** Of a holiday or a day of closure. */
      ground: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    },
    closed,
  ),
  output: output.openInterviewDay,
  writes: ["interview_day", "booking", "placing_ground"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { intake, onDay, settings, ground } = input;
    const of = await findIntake(tx, intake);
    if (!of) return FORBIDDEN;
    if (onDay < today) return invalid([PAST]);
    const id = newId();
    const wrong = await settle(context, id, { onDay, settings, known: [], of, ground, opens: true });
    if (wrong.length > 0) return invalid(wrong);
    await insertDay(tx, { id, intake, onDay, settings, by: actorName(actor), at });
    return begun({ day: id, version: 1 }, dayChain(id));
  },
});

/** Keeps what the placed candidates need. */
export const changeInterviewDay = defineAct({
  name: "changeInterviewDay",
  label: { fr: "Modifier une journée d’entretiens", en: "Change a day of interviews" },
  who: "arrange interviews",
  form: Type.Object({ day: Id, version: Version, settings: SettingsSchema }, closed),
  output: output.changeInterviewDay,
  writes: ["interview_day", "booking", "placing_ground", "stored_file"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { settings } = input;
    const day = await lockedDay(tx, input.day);
    if (!day) return FORBIDDEN;
    const { version, onDay } = day;
    const all = await interviewsOfDay(tx, day.id);
    // Candidates of the day do not read its texts here.
    if (isHeardIn(all, actor)) return FORBIDDEN;
    if (version !== input.version) return stale({ version, settings: day.settings });
    const standing = all.filter(({ state }) => isToCome(state) || state === "agreed");
    const missing = standing.some(
      ({ room, analysisRoom, pair, examiners, text }) =>
        ![room, analysisRoom].every((one) => one === null || settings.rooms.some((other) => other.room === one)) ||
        !settings.pairs.some(({ key, members }) => key === pair && examiners.every((one) => members.includes(one))) ||
        (text !== null && !settings.texts.some(({ key }) => key === text)),
    );
    if (missing) return invalid([NEEDED]);
    const known = day.settings.pairs.flatMap(({ members }) => members);
    const wrong = await settle(context, day.id, { onDay, settings, known, of: (await findIntake(tx, day.intake))! });
    if (wrong.length > 0) return invalid(wrong);
    for (const { id: file, text } of await givenFiles(tx, day.id))
      if (!settings.texts.some(({ key }) => key === text)) await detachFile(tx, { file, about: dayChain(day.id), at });
    // The draft was computed for the previous settings.
    await updateDay(tx, day.id, { settings: json(settings), draft: null, version: version + 1 });
    return done({ version: version + 1 }, dayChain(day.id));
  },
});

type Settling = {
  readonly onDay: Day;
  readonly settings: DaySettings;
  readonly known: readonly string[];
  readonly of: Intake;
  readonly ground?: string | undefined;
  readonly opens?: true;
};

/** Books the day's rooms, or returns the issues. `known`: interviewers chosen before, accepted even if they left. */
async function settle(
  context: Performing<unknown>,
  id: string,
  { onDay, settings, known, of, ground, opens }: Settling,
): Promise<readonly Issue[]> {
  const { tx, zone, law } = context;
  const wrong = dayIssues(settings, preparationOf(law(of.diploma, { version: of.lawVersion })!.diploma));
  const able = new Set([...(await doersWho(tx, "hold interviews")).map(({ actor }) => actor), ...known]);
  if (!settings.pairs.every(({ members }) => members.every((one) => able.has(one)))) wrong.push(NOT_AN_INTERVIEWER);
  const there = new Map((await roomsInUse(tx)).map((room) => [room.id, room]));
  if (!settings.rooms.every(({ room }) => there.has(room))) wrong.push(NO_SUCH_ROOM);
  const [from, until] = [settings.opens, settings.closes].map((time) => beginsAt({ day: onDay, time }, zone));
  if (!from || !until) wrong.push(NO_SUCH_HOUR);
  if (wrong.length > 0 || !from || !until) return wrong;
  const rooms = settings.rooms.map(({ room, seats }) => {
    const { name, seats: all } = there.get(room)!;
    return { taken: roomTaken(room), name, path: "rooms", seats: { there: all, needed: seats } };
  });
  const placing = { what: dayChain(id), on: onDay, from, until, people: [], rooms, path: "onDay" } as const;
  const { establishment: school } = law(of.diploma, { version: of.lawVersion })!;
  const day = opens ? "to-come" : "stays";
  return placeAll(context, [{ ...placing, day }], { school, ground, ...(!opens && { moves: true }) });
}

export const cancelInterviewDay = defineAct({
  name: "cancelInterviewDay",
  label: { fr: "Annuler une journée d’entretiens", en: "Cancel a day of interviews" },
  who: "arrange interviews",
  form: ById,
  output: output.cancelInterviewDay,
  writes: ["interview_day", "booking"],
  async perform({ tx, input: { id }, at }) {
    const day = await lockedDay(tx, id);
    if (!day) return FORBIDDEN;
    const standing = (await interviewsOfDay(tx, id)).some(({ state }) => isToCome(state) || state === "agreed");
    if (standing) return invalid([STILL_PLACED]);
    await unbook(tx, dayChain(id));
    await updateDay(tx, id, { cancelled_at: at, version: day.version + 1 });
    return done({}, dayChain(id));
  },
});

const PAST = issue("onDay", "Ce jour est passé : choisissez-en un autre.", "This day is past: choose another one.");
const NEEDED = issue(
  "rooms",
  "Quelqu’un est placé dans une salle, avec un binôme ou un texte que vous ôtez : déplacez d’abord son entretien.",
  "Somebody is placed in a room, with a pair or a text that you take away: move their interview first.",
);
const NOT_AN_INTERVIEWER = issue(
  "pairs",
  "Quelqu’un de ces binômes ne mène pas d’entretiens ici : confiez-lui ce rôle ou invitez-le d’abord.",
  "Somebody of these pairs holds no interviews here: give them that role or invite them first.",
);
const NO_SUCH_ROOM = issue("rooms", "Choisissez des salles en service.", "Choose rooms that are in use.");
const NO_SUCH_HOUR = issue(
  "opens",
  "Cette heure n’existe pas ce jour-là : les horloges la sautent.",
  "There is no such hour on that day: the clocks leap over it.",
);
const STILL_PLACED = issue(
  "day",
  "Des candidats sont encore placés ce jour-là : reportez ou annulez d’abord leurs entretiens.",
  "Candidates are still placed on that day: postpone or cancel their interviews first.",
);
