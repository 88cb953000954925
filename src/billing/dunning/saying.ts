/** What was sent of a late charge, and what follows, in a few words. */
import { type Lang, sayDay } from "../../kit/lang.ts";
import type { Reminded } from "./levels.ts";
import { dunningWords } from "./words.ts";

/** Nothing where nothing was sent. A mail of the day of a reminder is that reminder. */
export function saySent(
  { sent, sentOn, remindedOn }: Pick<Reminded, "sent" | "sentOn" | "remindedOn">,
  lang: Lang,
): string | undefined {
  const words = dunningWords(lang);
  const said = [
    ...(sentOn === null ? [] : [words.sent(sent, sayDay(sentOn, lang))]),
    ...(remindedOn === null || remindedOn === sentOn ? [] : [words.reminded(sayDay(remindedOn, lang))]),
  ];
  return said.length === 0 ? undefined : said.join(", ");
}

export function sayNext(
  { sent, last, next }: Pick<Reminded, "sent" | "last" | "next">,
  lang: Lang,
): string | undefined {
  const words = dunningWords(lang);
  if (next === null) return undefined;
  return last ? words.decide(sayDay(next, lang)) : words.next(sent + 1, sayDay(next, lang));
}
