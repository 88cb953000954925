/** The form of an interview day, to open and to change it. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Values } from "../../page/field.ts";
import { day, longText, pick, text, ticks, version } from "../../page/kinds.ts";
import { hour, whole } from "../../page/number-kinds.ts";
import { rows } from "../../page/rows.ts";
import { changeInterviewDay, openInterviewDay } from "../day-acts.ts";
import { type DaySettings, type Preparation, STEPS } from "../rules/day.ts";
import { seeInterviewDay, seeNewInterviewDay } from "../views.ts";
import { interviewWords } from "../words.ts";
import { days, newDay, oneDay, setDay } from "./routes.ts";

/** Pairs and texts are keyed by their position, which never changes. */
const KEYS = ["A", "B", "C", "D", "E", "F"];
const MOST_TEXTS = 8;
const MOST_BREAKS = 4;

type Choosing = {
  readonly preparation: Preparation | null;
  readonly interviewers: readonly { readonly actor: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string; readonly seats: number }[];
};

function settingsFields(lang: Lang, { preparation, interviewers, rooms: all }: Choosing) {
  const part = preparation && capital(preparation.part[lang]);
  const { set: words } = interviewWords(lang);
  const { missing } = words;
  const people = interviewers.map(({ actor, name }) => ({ value: actor, label: name }));
  const inRooms = all.map(({ id, name, seats }) => ({ value: id, label: words.room(name, seats) }));
  const minutes = (label: string) => whole({ label, least: 5, most: 240, size: 4, fault: missing.minutes });
  const optionalHour = (label: string) => hour({ label, fault: missing.hour, optional: true });
  return {
    opens: hour({ label: words.opens, fault: missing.hour }),
    closes: hour({ label: words.closes, fault: missing.hour }),
    breaks: rows({
      label: words.pauses,
      fields: (place) => ({ from: optionalHour(words.pauseFrom(place)), to: optionalHour(words.pauseTo) }),
      count: 2,
      most: MOST_BREAKS,
      named: (field, place) => `break-${place}-${field}`,
      check: ({ from, to }) => ({
        ...(from === undefined && { from: missing.hour }),
        ...(to === undefined && { to: missing.hour }),
      }),
      arranged: ({ from, to }) => html`<div class="piece">${from}${to}</div>`,
      say: (all) => all.map(({ from, to }) => `${from}–${to}`).join(", "),
    }),
    ...(part !== null && { analysis: minutes(words.analysis(part)) }),
    interview: minutes(words.interview),
    step: pick({
      label: words.step,
      options: STEPS.map((step) => ({ value: String(step), label: words.steps(step) })),
      empty: words.choose,
      missing: missing.step,
    }),
    ...(part !== null && {
      maxWait: whole({ label: words.maxWait, least: 0, most: 240, size: 4, fault: missing.wait }),
    }),
    pairs: rows({
      label: words.pairs,
      fields: (place) => ({
        first: pick({
          label: words.first(KEYS[place]!),
          options: people,
          empty: words.nobody,
          open: true,
          optional: true,
        }),
        second: pick({
          label: words.second(KEYS[place]!),
          options: people,
          empty: words.nobody,
          open: true,
          optional: true,
        }),
      }),
      count: 2,
      most: KEYS.length,
      named: (field, place) => `pair-${KEYS[place]!}-${field}`,
      arranged: (printed, place) =>
        html`<div role="group" aria-label="${words.pair(KEYS[place]!)}" class="piece">${printed.first}${printed.second}</div>`,
      say: (all) => all.map(({ first, second }) => [first, second].filter(Boolean).join(" ")).join(", "),
    }),
    ...(part !== null && { analysisRooms: ticks({ label: words.analysisRooms(part), options: inRooms, blank: true }) }),
    interviewRooms: ticks({ label: words.interviewRooms, options: inRooms, blank: true }),
    ...(part !== null && {
      texts: rows({
        label: words.texts,
        fields: (place) => ({
          title: text({ label: words.text(place), optional: true }),
          body: longText({ label: words.body(place), rows: 6, most: 20_000, optional: true }),
        }),
        count: 2,
        most: MOST_TEXTS,
        named: (field, place) => (field === "title" ? `text-${place}` : `text-${place}-${field}`),
        check: ({ title }) => (title === undefined ? { title: missing.title } : {}),
        arranged: ({ title, body }) => html`<div class="piece">${title}${body}</div>`,
        say: (all) => all.map(({ title }) => title ?? "").join(", "),
      }),
    }),
  };
}

type Typed = Values<ReturnType<typeof settingsFields>>;

/** The act's settings; a room serves the purpose it was ticked for, with all its seats if for the preparation. */
function settingsIn(typed: Typed, { rooms: all }: Choosing) {
  const { opens, closes, analysis = 0, interview, maxWait = 0 } = typed;
  const seatsOf = (room: string) => all.find(({ id }) => id === room)?.seats ?? 1;
  return {
    opens,
    closes,
    breaks: typed.breaks.map(({ from = "", to = "" }) => ({ from, to })),
    analysis,
    interview,
    step: STEPS.find((step) => String(step) === typed.step) ?? STEPS[0],
    maxWait,
    pairs: typed.pairs.map(({ first, second, place }) => ({
      key: KEYS[place]!,
      members: [first, second].filter((one) => one !== undefined),
    })),
    rooms: [
      ...(typed.analysisRooms ?? []).map((room) => ({
        room,
        for: "analysis" as const,
        seats: Math.min(100, seatsOf(room)),
      })),
      ...typed.interviewRooms.map((room) => ({ room, for: "interview" as const, seats: 1 })),
    ],
    texts: (typed.texts ?? []).map(({ title = "", body, place }) => ({
      key: String(place + 1),
      title,
      ...(body !== undefined && { body }),
    })),
  };
}

function typedOf(settings: DaySettings, { preparation }: Pick<Choosing, "preparation">): Partial<Typed> {
  const { opens, closes, breaks, analysis, interview, step, maxWait, pairs, rooms: all, texts } = settings;
  const serving = (purpose: "analysis" | "interview") =>
    all.filter((one) => one.for === purpose).map(({ room }) => room);
  return {
    opens,
    closes,
    breaks: breaks.map((one, place) => ({ ...one, place })),
    interview,
    step: String(step),
    pairs: pairs.map(({ key, members: [first, second] }) => ({
      first,
      second,
      place: KEYS.indexOf(key),
    })) as Typed["pairs"],
    interviewRooms: serving("interview"),
    ...(preparation && {
      analysis,
      maxWait,
      analysisRooms: serving("analysis"),
      texts: texts.map(({ key, title, body }) => ({
        title,
        ...(body !== undefined && { body }),
        place: Number(key) - 1,
      })),
    }),
  };
}

/** Issues about rooms appear beside their first field. */
const ON = { rooms: "interviewRooms" } as const;

export const newDayPage = formPage({
  name: "entretiens-nouveau",
  route: newDay,
  who: "arrange interviews",
  words: interviewWords,
  seen: async (visit, { intake }) => (isId(intake) ? see(visit, seeNewInterviewDay, { intake }) : undefined),
  form: {
    words: "set",
    fields: ({ lang, words, seen }) => ({
      on: day(),
      ground: text({ label: words.set.ground, hint: words.set.groundHint, optional: true }),
      ...settingsFields(lang, seen),
    }),
    begin: ({ seen: { usual, preparation } }) => ({
      ...(preparation && usual.analysis !== null && { analysis: usual.analysis }),
      ...(usual.interview !== null && { interview: usual.interview }),
    }),
    act: openInterviewDay,
    input: ({ on, ground, ...typed }, { params, seen }) => ({
      intake: params.intake,
      onDay: on,
      ...(ground !== undefined && { ground }),
      settings: settingsIn(typed, seen),
    }),
    on: { ...ON, onDay: "on" },
    done: ({ day: id }) => oneDay.to({ day: id }, { fait: "ouverte" }),
  },
  shown: ({ visit: { link }, lang, words: { set: words }, seen }, forms) => ({
    title: words.newHeading,
    lead: html`${seen.intake.label[lang]}. ${words.newLead}`,
    main:
      seen.rooms.length < (seen.preparation ? 2 : 1) || seen.interviewers.length === 0
        ? html`<p>${words.noRooms}</p><div class="actions">${linkButton(link("/salles"), words.toRooms)}${linkButton(link("/equipe/invites"), words.toGuests, "secondary")}</div>`
        : forms.form(),
    back: days.to(),
  }),
});

export const setDayPage = formPage({
  name: "entretiens-modifier",
  route: setDay,
  who: "arrange interviews",
  words: interviewWords,
  seen: async (visit, { day: id }) => {
    const seen = isId(id) ? await see(visit, seeInterviewDay, { id }) : undefined;
    if (!seen || seen.cancelled) return undefined;
    // Interviewers who left stay in their pair.
    const gone = seen.settings.pairs
      .flatMap(({ members }) => members)
      .filter((one) => !seen.interviewers.some(({ actor }) => actor === one));
    const interviewers = [...seen.interviewers, ...gone.map((actor) => ({ actor, name: seen.names[actor] ?? "–" }))];
    return { ...seen, interviewers };
  },
  form: {
    fields: ({ lang, seen }) => ({ version: version(), ...settingsFields(lang, seen) }),
    begin: ({ seen }) => ({ version: seen.version, ...typedOf(seen.settings, seen) }),
    edits: true,
    go: ({ words }) => words.set.save,
    act: changeInterviewDay,
    input: ({ version: shown, ...typed }, { params, seen }) => ({
      day: params.day,
      version: shown,
      settings: settingsIn(typed, seen),
    }),
    on: ON,
    done: (_, { params }) => oneDay.to(params, { fait: "modifiee" }),
  },
  shown: ({ words: { set: words }, params }) => ({
    title: words.changeHeading,
    lead: words.changeLead,
    back: oneDay.to(params),
  }),
});
