/** Formats minutes and deadlines in a zone: « mercredi 31 mars 2027 à 23 h 59 min 59 s ». */
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
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return `${WEEKDAYS[lang][weekday]} ${sayDay(day, lang)}`;
}

/** « mercredi 31 mars », with its year where that is not the year of `today`. */
export function sayWeekdayNear(day: Day, lang: Lang, today: Day): string {
  const said = sayWeekday(day, lang);
  const year = ` ${day.slice(0, 4)}`;
  return day.slice(0, 4) === today.slice(0, 4) && said.endsWith(year) ? said.slice(0, -year.length) : said;
}

const SHORT_MONTHS = {
  fr: ["janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;

/** In a dense list: « ven. 18 déc. », "Fri 18 Dec"; with its year where that is not the year of `today`. */
export function sayShortDay(day: Day, lang: Lang, today: Day): string {
  const weekday = sayWeekday(day, lang).slice(0, 3);
  const number = +day.slice(8);
  const said = lang === "fr" ? `${weekday}. ${number === 1 ? "1er" : number}` : `${weekday} ${number}`;
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return `${said} ${SHORT_MONTHS[lang][+day.slice(5, 7) - 1]}${year}`.replaceAll(" ", "\u00a0");
}

/** « 9 h », « 23 h 59 »; "09:00", "23:59". */
export function sayMinute({ time }: Pick<Minute, "time">, lang: Lang): string {
  if (lang === "en") return time;
  const [hour = "", minute = ""] = time.split(":");
  return minute === "00" ? `${+hour}\u00a0h` : `${+hour}\u00a0h\u00a0${minute}`;
}

/** « 21 h 05 », with no-break spaces. */
export function sayHour(at: Date, zone: string, lang: Lang): string {
  const { time } = wallIn(at, zone);
  return lang === "fr" ? time.replace(":", "\u00a0h\u00a0") : time;
}

/** The day and the minute, as an opening is announced. */
export function sayMoment(instant: Date, zone: string, lang: Lang): string {
  const wall = wallIn(instant, zone);
  return `${sayWeekday(wall.day, lang)} ${lang === "fr" ? "à" : "at"} ${sayMinute(wall, lang)}`;
}

/** A deadline, which includes its last minute whole: « mercredi 31 mars 2027 à minuit (23 h 59) ». */
export function sayDeadline(instant: Date, zone: string, lang: Lang): string {
  const { day, time } = wallIn(instant, zone);
  const minute = sayMinute({ time }, lang);
  const last = time === "23:59";
  return lang === "fr"
    ? `${sayWeekday(day, "fr")} à ${last ? `minuit (${minute})` : minute}`
    : `${sayWeekday(day, "en")} at ${last ? `midnight (${minute})` : minute}`;
}

/** To the second: the server's clock beside a deadline in a dossier, and the time on a receipt. */
export function sayToTheSecond(instant: Date, zone: string, lang: Lang): string {
  const { day, time, seconds } = wallIn(instant, zone);
  const [hour = "", minute = ""] = time.split(":");
  return lang === "fr"
    ? `${sayWeekday(day, "fr")} à ${+hour}\u00a0h\u00a0${minute}\u00a0min\u00a0${seconds}\u00a0s`
    : `${sayWeekday(day, "en")} at ${time}:${seconds}`;
}

/** Cities whose zone name lacks their accents or article. */
const CITIES: Readonly<Record<string, string>> = { Reunion: "La Réunion", Noumea: "Nouméa" };

/** « heure de Paris », "Paris time". */
export function sayZone(zone: string, lang: Lang): string {
  const last = zone.split("/").at(-1)!;
  const city = CITIES[last] ?? last.replaceAll("_", " ");
  return lang === "fr" ? `heure de ${city}` : `${city} time`;
}
