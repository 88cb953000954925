/** What a follower of a lesson has at the same time, in a sentence. */
import { type Label, type Lang, sayNumber } from "../../../kit/lang.ts";
import { sayHour } from "../../../kit/moment.ts";
import { importWords } from "./import-words.ts";

type Beside = {
  readonly kind: Label;
  readonly from: string;
  readonly until: string;
  readonly names: readonly string[];
};

/** At most this many members are named. */
const MOST_NAMES = 5;

export function saysBeside({ kind, from, until, names }: Beside, lang: Lang, zone: string): string {
  const words = importWords(lang);
  const [some, rest] = [names.slice(0, MOST_NAMES), names.length - MOST_NAMES];
  const named = [some.join(", "), ...(rest > 0 ? [words.more(sayNumber(rest, lang))] : [])].join(" ");
  return words.beside(named, kind[lang], sayHour(new Date(from), zone, lang), sayHour(new Date(until), zone, lang));
}
