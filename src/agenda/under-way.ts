/** What is under way on some days, as the reader may see it. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { may } from "../act/permissions.ts";
import type { Happening, UnderWay } from "../act/under-way.ts";
import { dayNumber } from "../kit/day.ts";
import { closed } from "../kit/shapes.ts";
import { DaySchema } from "../law/entry.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    /** Built in `house.ts`, from what every subject says is under way. */
    readonly seeUnderWay: ReturnType<typeof underWayView>;
  }
}

/** The most days asked for at once, and the most lines shown. */
const MOST_DAYS = 31;
const MOST = 60;

export const underWayView = (all: readonly UnderWay[]) =>
  defineView({
    name: "seeUnderWay",
    label: { fr: "Voir ce qui se passe ces jours-ci", en: "See what is under way on some days" },
    who: "mind one’s own account",
    form: Type.Object({ from: DaySchema, until: DaySchema }, closed),
    output: output.seeUnderWay,
    async read({ tx, zone, actor, law, input }) {
      if (dayNumber(input.until) - dayNumber(input.from) >= MOST_DAYS) return undefined;
      const readable = all.filter((one) => may(actor, one.may));
      const happenings = (await Promise.all(readable.map(({ read }) => read({ tx, zone, actor, law }, input)))).flat();
      // The first to say a thing is the one that is believed.
      const seen = new Map<string, Happening>(happenings.toReversed().map((one) => [one.chain, one]));
      const lines = [...seen.values()].toSorted(byHour);
      return { lines: lines.slice(0, MOST), more: lines.length > MOST };
    },
  });

function byHour(a: Happening, b: Happening): number {
  const [one, other] = [a, b].map(({ on, from, chain }) => `${on} ${from ?? ""} ${chain}`);
  return one! < other! ? -1 : 1;
}
