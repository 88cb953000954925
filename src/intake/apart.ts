/** Tells intakes of one name apart, wherever several stand in a list or a choice. */
import { type Label, type Lang, sayDay, sayPartialDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Day } from "../kit/day.ts";

/** In preparation its days may not be set. */
type Told = {
  readonly label: Label;
  readonly diploma: string;
  readonly entryOn: Day | null;
  readonly closesAt: Date | null;
};

/** The same list; names that several share get the month of the start, then the diploma, then the closing, as far as these differ. */
export function intakesApart<T extends Told>(intakes: readonly T[], zone: string): T[] {
  const besides: readonly ((intake: T, lang: Lang) => string)[] = [
    ({ entryOn }, lang) => (entryOn === null ? "" : sayPartialDay(entryOn.slice(0, 7), lang)),
    ({ diploma }) => diploma.toUpperCase(),
    ({ closesAt }, lang) =>
      closesAt === null ? "" : `${lang === "fr" ? "close le" : "closes on"} ${sayDay(dayIn(closesAt, zone), lang)}`,
  ];
  return besides.reduce<T[]>(
    (all, say) => {
      const alike = Map.groupBy(all, ({ label }) => label.fr);
      return all.map((intake) => {
        const others = alike.get(intake.label.fr)!;
        if (new Set(others.map((one) => say(one, "fr"))).size === 1) return intake;
        const { fr, en } = intake.label;
        if (say(intake, "fr") === "") return intake;
        const label: Label = { fr: `${fr}, ${say(intake, "fr")}`, en: `${en}, ${say(intake, "en")}` };
        return { ...intake, label };
      });
    },
    [...intakes],
  );
}
