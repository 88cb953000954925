/** A minute or a deadline as people of a place say it: « mercredi 31 mars 2027 à 23 h 59 min 59 s », with its zone. */
import { type Day, dayNumber } from "./day.ts";
import { type Lang, sayDay } from "./lang.ts";
import { type Minute, wallIn } from "./zone.ts";

const WEEKDAYS = {
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;

/** « mercredi 31 mars 2027 », "Wednesday 31 March 2027". */
export function sayWeekday(day: Day, lang: Lang): string {
  // Day 0 was a Thursday.
  const at = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return `${WEEKDAYS[lang][at]} ${sayDay(day, lang)}`;
}

/** « 9 h », « 23 h 59 »; "09:00", "23:59". */
export function sayMinute({ time }: Pick<Minute, "time">, lang: Lang): string {
  if (lang === "en") return time;
  const [hour = "", minute = ""] = time.split(":");
  return minute === "00" ? `${+hour}\u00a0h` : `${+hour}\u00a0h\u00a0${minute}`;
}

/** « 21 h 05 », on one line. */
export function sayHour(at: Date, zone: string, lang: Lang): string {
  const { time } = wallIn(at, zone);
  return lang === "fr" ? time.replace(":", "\u00a0h\u00a0") : time;
}

/** The day and the minute, such as an opening is announced. */
export function sayMoment(instant: Date, zone: string, lang: Lang): string {
  const wall = wallIn(instant, zone);
  return `${sayWeekday(wall.day, lang)} ${lang === "fr" ? "à" : "at"} ${sayMinute(wall, lang)}`;
}

/** A deadline, whose minute is within it to its last second: « mercredi 31 mars 2027 à minuit (23 h 59) ». */
export function sayDeadline(instant: Date, zone: string, lang: Lang): string {
  const { day, time } = wallIn(instant, zone);
  const said = sayMinute({ time }, lang);
  const last = time === "23:59";
  return lang === "fr"
    ? `${sayWeekday(day, "fr")} à ${last ? `minuit (${said})` : said}`
    : `${sayWeekday(day, "en")} at ${last ? `midnight (${said})` : said}`;
}

/** To the second: the clock that judges, beside it in a dossier, and what a receipt proves. */
export function sayToTheSecond(instant: Date, zone: string, lang: Lang): string {
  const { day, time, seconds } = wallIn(instant, zone);
  const [hour = "", minute = ""] = time.split(":");
  return lang === "fr"
    ? `${sayWeekday(day, "fr")} à ${+hour}\u00a0h\u00a0${minute}\u00a0min\u00a0${seconds}\u00a0s`
    : `${sayWeekday(day, "en")} at ${time}:${seconds}`;
}

/** Names that a zone writes without its accents or its article. */
const CITIES: Readonly<Record<string, string>> = { Reunion: "La Réunion", Noumea: "Nouméa" };

/** « heure de Paris », "Paris time". */
export function sayZone(zone: string, lang: Lang): string {
  const last = zone.split("/").at(-1)!;
  const city = CITIES[last] ?? last.replaceAll("_", " ");
  return lang === "fr" ? `heure de ${city}` : `${city} time`;
}
