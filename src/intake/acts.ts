/**
 * The acts on an intake: prepared from the law (or from another intake), saved repeatedly, opened once complete, then changed only in ways
 * that take nothing from applicants, and closed by the clock.
 */
import { FREE } from "../act/binding.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, erased, FORBIDDEN, invalid, refused, stale } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { beginsAt, endsAt, isTime } from "../kit/zone.ts";
import { allows, barred, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { DaySchema, KeySchema } from "../law/entry.ts";
import { actorName } from "../act/permissions.ts";
import { barredNow } from "../act/standing.ts";
import { enqueue } from "../jobs/queue.ts";
import { deriveAgain } from "./errand.ts";
import { lawAtEntry } from "./intake.ts";
import { changeFindings, type Changes, changedSettings } from "./rules/changing.ts";
import { nextYear } from "./rules/next-year.ts";
import { isSettled, openingFindings } from "./rules/opening.ts";
import { INTAKE, intakeChain } from "./rules/states.ts";
import { nationalPieces, type Settings, settingsOf, SettingsSchema } from "./rules/settings.ts";
import {
  deletePreparing,
  findIntakeRow,
  insertChange,
  insertIntake,
  type IntakeRow,
  lockIntake,
  updateIntake,
} from "./store.ts";
import { ById, Id, closed } from "../kit/shapes.ts";
import * as output from "./output.ts";

const Version = Type.Integer({ minimum: 1, maximum: 2_000_000_000 });

export const prepareIntake = defineAct({
  name: "prepareIntake",
  label: { fr: "Préparer une campagne", en: "Prepare an intake" },
  who: "open an intake",
  form: Type.Object({ diploma: KeySchema, from: Type.Optional(Id) }, closed),
  output: output.prepareIntake,
  free: FREE.unopened,
  shows: { nothing: SHOWN_NOTHING.begun },
  writes: ["intake"],
  async perform({ tx, input, actor, at, today, law: lawOf }) {
    const law = lawOf(input.diploma, { on: today });
    if (!law) return invalid([UNKNOWN_DIPLOMA]);
    const source = input.from === undefined ? undefined : await findIntakeRow(tx, input.from);
    if (input.from !== undefined && source?.diploma !== input.diploma) return FORBIDDEN;
    const id = newId();
    await insertIntake(tx, {
      id,
      diploma: input.diploma,
      lawVersion: law.diploma.version,
      settings: source ? nextYear(source.settings, law) : settingsOf(law),
      preparedFrom: source?.id ?? null,
      at,
      by: actorName(actor),
    });
    return done({ id, version: 1 }, intakeChain(id));
  },
});

/** Replaces the settings, unless they were saved since `version` was read. A draft may lack anything; the law's pieces stay. */
export const saveIntake = defineAct({
  name: "saveIntake",
  from: leaves(INTAKE, "saved"),
  label: { fr: "Enregistrer une campagne en préparation", en: "Save an intake being prepared" },
  who: "open an intake",
  form: Type.Object({ id: Id, version: Version, settings: SettingsSchema }, closed),
  output: output.saveIntake,
  free: FREE.unopened,
  shows: { as: "version" },
  writes: ["intake"],
  async perform({ tx, input, zone, law: lawOf }) {
    const row = await lockIntake(tx, input.id);
    if (!row) return FORBIDDEN;
    const no = barred(INTAKE, "saved", row.state);
    if (no.length > 0) return invalid(no);
    if (row.version !== input.version) return stale(current(row));
    const law = lawOf(row.diploma, { version: row.lawVersion });
    if (!law) return FORBIDDEN;
    const schoolPieces = input.settings.pieces.filter(({ national }) => !national);
    const settings = { ...input.settings, pieces: [...nationalPieces(law), ...schoolPieces] };
    const keys = settings.pieces.map(({ key }) => key);
    if (new Set(keys).size < keys.length) return invalid([PIECE_TWICE]);
    const version = row.version + 1;
    await updateIntake(tx, row.id, { version, settings, ...instants(settings, zone) });
    return done({ version }, intakeChain(row.id));
  },
});

export const openIntake = defineAct({
  name: "openIntake",
  from: leaves(INTAKE, "opened"),
  label: { fr: "Ouvrir une campagne", en: "Open an intake" },
  who: "open an intake",
  form: Type.Object({ id: Id, version: Version }, closed),
  output: output.openIntake,
  shows: { as: "version" },
  writes: ["intake"],
  async perform({ tx, input, actor, at, zone, law: lawOf }) {
    const row = await lockIntake(tx, input.id);
    const law = row && lawOf(row.diploma, { version: row.lawVersion });
    if (!law) return FORBIDDEN;
    const no = barred(INTAKE, "opened", row.state);
    if (no.length > 0) return invalid(no);
    if (row.version !== input.version) return stale(current(row));
    const findings = openingFindings(row.settings, { law, begins: lawAtEntry(row, lawOf), at, zone });
    if (findings.length > 0 || !isSettled(row.settings)) return refused(...findings);
    const version = row.version + 1;
    await updateIntake(tx, row.id, {
      version,
      state: "open",
      ...instants(row.settings, zone),
      opened: { at, by: actorName(actor), basis: law.basis },
    });
    return done({ version }, intakeChain(row.id));
  },
});

const MinuteSchema = Type.Object({ day: DaySchema, time: Type.String({ maxLength: 5 }) }, closed);

/** What may still change once candidates apply: more time, other places and announced days, each with its reason. */
export const changeIntake = defineAct({
  name: "changeIntake",
  from: [leaves(INTAKE, "changed"), leaves(INTAKE, "prolonged")],
  label: { fr: "Modifier une campagne ouverte", en: "Change an opened intake" },
  who: "open an intake",
  form: Type.Object(
    {
      id: Id,
      version: Version,
      reason: Type.String({ maxLength: 1000 }),
      closes: Type.Optional(MinuteSchema),
      places: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      answerWithin: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
      callsUntil: Type.Optional(DaySchema),
      decidesBy: Type.Optional(Type.Union([DaySchema, Type.Null()])),
      interviewsFrom: Type.Optional(Type.Union([DaySchema, Type.Null()])),
      interviewsTo: Type.Optional(Type.Union([DaySchema, Type.Null()])),
    },
    closed,
  ),
  output: output.changeIntake,
  shows: { as: "version" },
  writes: ["intake", "intake_change"],
  async perform(context) {
    const { tx, input, actor, at, zone, law: lawOf } = context;
    const { id, version: readVersion, reason, ...asked } = input;
    if (reason.trim() === "") return invalid([NO_REASON]);
    if (asked.closes && !isTime(asked.closes.time)) return invalid([NO_TIME]);
    const row = await lockIntake(tx, id);
    const law = row && lawOf(row.diploma, { version: row.lawVersion });
    if (!law) return FORBIDDEN;
    // An opened intake has all its settings.
    if (!isSettled(row.settings)) return FORBIDDEN;
    const { settings, before, after } = changedSettings(row.settings, asked as Changes);
    const move = Object.keys(after).join() === "closes" ? "prolonged" : "changed";
    const refusal = await barredNow(context, INTAKE, move, row);
    if (refusal.length > 0) return invalid(refusal);
    if (row.version !== readVersion) return stale(current(row));
    if (Object.keys(after).length === 0) return invalid([NOTHING_CHANGED]);
    const findings = changeFindings(row.settings, settings, { law, at, zone });
    if (findings.length > 0) return refused(...findings);
    const version = row.version + 1;
    const { closesAt } = instants(settings, zone);
    // A closing moved past now reopens what the clock had closed.
    const state = closesAt! >= at ? "open" : row.state;
    await updateIntake(tx, id, { version, settings, state, closesAt });
    const change = { id: newId(), at, by: actorName(actor), reason: reason.trim(), before, after };
    await insertChange(tx, id, change);
    await enqueue(tx, deriveAgain, { about: intakeChain(id) }, at);
    return done({ version }, intakeChain(id));
  },
});

export const closeIntake = defineAct({
  name: "closeIntake",
  from: leaves(INTAKE, "closed"),
  label: { fr: "Clore une campagne à son échéance", en: "Close an intake at its deadline" },
  who: "let time pass",
  form: ById,
  writes: ["intake"],
  async perform({ tx, input, at }) {
    const row = await lockIntake(tx, input.id);
    if (!row || !allows(INTAKE, "closed", row.state) || row.closesAt! >= at) return FORBIDDEN;
    await updateIntake(tx, row.id, { version: row.version + 1, state: "closed" });
    return done({}, intakeChain(row.id));
  },
});

/** Deletes an abandoned draft; an opened intake is never deleted. */
export const dropIntake = defineAct({
  name: "dropIntake",
  from: leaves(INTAKE, "dropped"),
  label: { fr: "Supprimer une campagne en préparation", en: "Delete an intake being prepared" },
  who: "open an intake",
  form: ById,
  output: output.dropIntake,
  free: FREE.unopened,
  shows: { nothing: SHOWN_NOTHING.closes },
  writes: ["intake"],
  async perform(context) {
    const { tx, input } = context;
    const row = await lockIntake(tx, input.id);
    if (!row) return FORBIDDEN;
    const refusal = await barredNow(context, INTAKE, "dropped", row);
    if (refusal.length > 0) return invalid(refusal);
    await deletePreparing(tx, row.id);
    return erased({}, intakeChain(row.id));
  },
});

function instants({ opens, closes }: Settings, zone: string): { opensAt: Date | null; closesAt: Date | null } {
  return {
    opensAt: (opens && beginsAt(opens, zone)) ?? null,
    closesAt: (closes && endsAt(closes, zone)) ?? null,
  };
}

function current({ version, settings }: IntakeRow): { version: number; settings: Settings } {
  return { version, settings };
}

const UNKNOWN_DIPLOMA = issue(
  "diploma",
  "L’école ne prépare pas à ce diplôme aujourd’hui.",
  "The school does not prepare for this diploma today.",
);
const PIECE_TWICE = issue("pieces", "Deux pièces portent la même clé.", "Two pieces have the same key.");
const NO_REASON = issue(
  "reason",
  "Dites pourquoi : les candidats pourront le lire.",
  "Say why: candidates can read it.",
);
const NO_TIME = issue(
  "closes",
  "Cette heure n’existe pas : écrivez par exemple 23:59.",
  "There is no such hour: write 23:59, for instance.",
);
const NOTHING_CHANGED = issue("", "Rien n’a changé.", "Nothing has changed.");
