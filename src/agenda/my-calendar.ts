/** One's own calendar: what one is convoked to, follows, teaches, examines or decides, and what one must do by a day. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import type { Calendar, Dated } from "../act/calendar.ts";
import { may } from "../act/permissions.ts";
import type { Between, Happening, UnderWay } from "../act/under-way.ts";
import { addDays, type Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { closed } from "../kit/shapes.ts";
import { beginsAt, dayIn } from "../kit/zone.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    /** Built in `house.ts`, from what every subject gives. */
    readonly myCalendar: ReturnType<typeof calendarView>;
  }
}

/** Days around today: enough to look back to, and a year of training ahead. */
const BEFORE = 60;
const AHEAD = 400;

/** A line of what waits for the reader, as `myWaiting` says it. */
type Line = {
  readonly chain: string;
  readonly key: string;
  readonly part: string;
  readonly verb: Label;
  readonly why: Label | null;
  readonly otherwise: Label | null;
  readonly to: string;
  readonly dueOn: Day | null;
  readonly mine: boolean;
};
type Waiting = (given: Performing<unknown>) => Promise<{ readonly lines: readonly Line[] } | undefined>;

type Given = {
  readonly calendars: readonly Calendar[];
  readonly underWay: readonly UnderWay[];
  readonly waiting: Waiting;
};

export const calendarView = ({ calendars, underWay, waiting }: Given) =>
  defineView({
    name: "myCalendar",
    label: { fr: "Voir mon calendrier", en: "See my calendar" },
    who: "see one’s own calendar",
    form: Type.Object({}, closed),
    output: output.myCalendar,
    async read(given) {
      const { actor, today, zone } = given;
      const days: Between = { from: addDays(today, -BEFORE), until: addDays(today, AHEAD) };
      const all: Dated[] = [];
      for (const { may: permission, read } of calendars)
        if (may(actor, permission)) all.push(...(await read(given, days)));
      for (const { may: permission, own, read } of underWay)
        if (own && may(actor, permission)) all.push(...(await read(given, days)).map((one) => datedOf(one, zone)));
      const due = ((await waiting(given))?.lines ?? []).filter(({ mine }) => mine);
      all.push(...due.flatMap(deadline));
      const dated = new Map(all.map((one) => [one.uid, one] as const));
      return { entries: [...dated.values()].toSorted((a, b) => (orderOf(a, zone) < orderOf(b, zone) ? -1 : 1)) };
    },
  });

function orderOf({ when, uid }: Dated, zone: string): string {
  return "day" in when ? `${when.day} ${uid}` : `${dayIn(when.from, zone)} ${when.from.toISOString()} ${uid}`;
}

/** Without names: a calendar is often kept by another company. */
function datedOf({ chain, on, from, until, what, room, to, moved = 0 }: Happening, zone: string): Dated {
  const instant = (time: string) => beginsAt({ day: on, time }, zone)!;
  return {
    // As in the mail that tells an examiner.
    uid: chain.replace(":", "-"),
    sequence: moved,
    cancelled: false,
    when: from === null ? { day: on } : { from: instant(from), until: instant(until ?? from) },
    title: what,
    place: room ?? "",
    words: { fr: "", en: "" },
    // What is one's own is open to oneself.
    to: to ?? "/",
  };
}

function deadline({ chain, key, part, verb, why, otherwise, to, dueOn }: Line): Dated[] {
  if (dueOn === null) return [];
  const said = (lang: "fr" | "en") => [why?.[lang], otherwise?.[lang]].filter(Boolean).join(" ");
  const uid = `${[key, chain.replace(":", "-"), part].filter(Boolean).join("-")}@livret`;
  const words = { fr: said("fr"), en: said("en") };
  return [{ uid, sequence: 0, cancelled: false, when: { day: dueOn }, title: verb, place: "", words, to }];
}
