/** The one mail of reminders a day: what waits, the most pressing first, each with its day. */
import { type Day } from "../../kit/day.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Label, type Lang, sayDay } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";

type Said = {
  readonly verb: Label;
  readonly why: Label | null;
  readonly otherwise: Label | null;
  readonly dueOn: Day | null;
  readonly late: boolean;
  readonly about: Label | null;
};
export type Group = {
  readonly lines: readonly Said[];
  /** With those that are not listed. */
  readonly count: number;
  readonly earliest: Day;
  /** All of them together, instead of the lines. */
  readonly many: Label | undefined;
};

export const remindWords = inBoth({
  by: (what: string, day: string) => [`${what}, au plus tard le ${day}`, `${what}, by ${day}`],
  late: (what: string, day: string) => [`${what}. C’était pour le ${day}`, `${what}. It was due on ${day}`],
  first: (count: number, day: string) => [
    `${count} choses vous attendent, la première pour le ${day}`,
    `${count} things wait for you, the first for ${day}`,
  ],
  several: (count: number) => [`${count} choses vous attendent`, `${count} things wait for you`],
  due: (count: number) => [
    `${count} choses sont en retard ou pour aujourd’hui`,
    `${count} things are late or due today`,
  ],
  allDue: (count: number) => [
    `Sur votre page, ${count} choses sont en retard ou pour aujourd’hui.`,
    `On your page, ${count} things are late or due today.`,
  ],
  summedSince: (what: string, day: string) => [
    `${what}. La plus ancienne attente date du ${day}.`,
    `${what}. The longest has waited since ${day}.`,
  ],
  summedLate: (what: string, day: string) => [
    `${what}. La première était pour le ${day}.`,
    `${what}. The first was due on ${day}.`,
  ],
  summedBy: (what: string, day: string) => [
    `${what}. La première est pour le ${day}.`,
    `${what}. The first is due by ${day}.`,
  ],
  others: (count: number) => [
    count === 1 ? "Et une autre chose de même sorte." : `Et ${count} autres choses de même sorte.`,
    count === 1 ? "And one more of the same kind." : `And ${count} more of the same kind.`,
  ],
  asked: (name: string) => [`${name} vous demande ce qui suit.`, `${name} asks this of you.`],
  all: ["Voir tout ce qui m’attend", "See all that waits for me"],
  stop: ["Ne plus recevoir de rappels", "Stop these reminders"],
});

/**
 * A subject names nobody: bystanders may read it. `due`: how much is late or due today, as the badge of the reader's page counts it, which
 * is more than what is reminded of today.
 */
export function remindingMail(lang: Lang, groups: readonly Group[], due: number): MailText {
  const words = remindWords[lang];
  const count = groups.reduce((sum, one) => sum + one.count, 0);
  const [first] = groups.flatMap(({ lines }) => lines);
  const day = groups.flatMap(({ lines }) => lines.flatMap(({ dueOn, late }) => (late || dueOn === null ? [] : dueOn)));
  const [soonest] = day.toSorted();
  const subject =
    count === 1
      ? dated(first!.verb[lang], first!, lang)
      : due > count
        ? words.due(due)
        : soonest === undefined
          ? words.several(count)
          : words.first(count, sayDay(soonest, lang));
  const more = due > count ? [words.allDue(due)] : [];
  return { subject, paragraphs: [...groups.flatMap((group) => paragraphsOf(group, lang)), ...more] };
}

/** Of one line, because somebody of the school asks for it now. */
export function askedMail(lang: Lang, line: Said, by: string): MailText {
  const words = remindWords[lang];
  return { subject: dated(line.verb[lang], line, lang), paragraphs: [words.asked(by), paragraphOf(line, lang)] };
}

function paragraphsOf({ lines, count, earliest, many }: Group, lang: Lang): string[] {
  const words = remindWords[lang];
  if (many) {
    // The earliest due day is that of the first line.
    const { dueOn, late } = lines[0]!;
    const summed = dueOn === null ? words.summedSince : late ? words.summedLate : words.summedBy;
    return [summed(many[lang], sayDay(earliest, lang))];
  }
  const left = count - lines.length;
  return [...lines.map((line) => paragraphOf(line, lang)), ...(left > 0 ? [words.others(left)] : [])];
}

function paragraphOf(line: Said, lang: Lang): string {
  const { verb, about, why, otherwise } = line;
  const what = about ? `${verb[lang]} (${about[lang]})` : verb[lang];
  return [`${dated(what, line, lang)}.`, why?.[lang], otherwise?.[lang]].filter((one) => one !== undefined).join(" ");
}

function dated(what: string, { dueOn, late }: Said, lang: Lang): string {
  if (dueOn === null) return what;
  const words = remindWords[lang];
  return late ? words.late(what, sayDay(dueOn, lang)) : words.by(what, sayDay(dueOn, lang));
}
