/** How the doctor, the log and `livret clock` describe the clock. */
import { type Label, plural } from "../../kit/lang.ts";
import type { ClockFault } from "./rules/clock-fault.ts";

const iso = (at: Date) => at.toISOString();

export function sayClockFault(fault: ClockFault, now: Date): Label {
  if (fault.kind === "apart")
    return {
      fr: `L’horloge de cette machine (${iso(now)}) et celle du serveur de base sont à ${fault.minutes} minutes l’une de l’autre\u00a0: échéances, purges et points de contrôle attendent. Mettez les deux à l’heure (NTP).`,
      en: `The clock of this machine (${iso(now)}) and the database server’s are ${fault.minutes} minutes apart: deadlines, purges and checkpoints wait. Set both right (NTP).`,
    };
  const { since, days } = fault;
  const gap = {
    fr: `${days} ${plural(days, "jour", "jours", "fr")}`,
    en: `${days} ${plural(days, "day", "days", "en")}`,
  };
  const side =
    fault.kind === "far"
      ? { fr: `${gap.fr} après`, en: `${gap.en} after` }
      : { fr: days === 0 ? "avant" : `${gap.fr} avant`, en: days === 0 ? "before" : `${gap.en} before` };
  return {
    fr: `L’horloge dit ${iso(now)}, ${side.fr} le dernier passage du calendrier (${iso(since)})\u00a0: échéances, purges et points de contrôle attendent. Si elle est fausse, mettez-la à l’heure. Si elle est juste, dites-le par «\u00a0livret clock accept\u00a0».`,
    en: `The clock says ${iso(now)}, ${side.en} the last run of the calendar (${iso(since)}): deadlines, purges and checkpoints wait. If it is wrong, set it right. If it is right, say so by "livret clock accept".`,
  };
}

export function sayClock(mark: Date | undefined, now: Date): Label {
  if (!mark)
    return {
      fr: `L’horloge dit ${iso(now)}\u00a0; le calendrier n’est pas encore passé.`,
      en: `The clock says ${iso(now)}; the calendar has not run yet.`,
    };
  return {
    fr: `L’horloge dit ${iso(now)}\u00a0; dernier passage du calendrier\u00a0: ${iso(mark)}.`,
    en: `The clock says ${iso(now)}; last run of the calendar: ${iso(mark)}.`,
  };
}

export const CLOCK_ACCEPTED: Label = {
  fr: "C’est noté dans le journal. Le calendrier passe dans l’heure, ou au prochain démarrage.",
  en: "The record says so. The calendar runs within the hour, or at the next start.",
};

type Ahead = { readonly records: number; readonly checkpoints: number; readonly latest: Date | null };

/** Undefined where no row is dated in the future. */
export function sayAhead({ records, checkpoints, latest }: Ahead): Label | undefined {
  if (!latest) return undefined;
  return {
    fr: `datés après maintenant, donc par une horloge fausse\u00a0: ${records} ${plural(records, "enregistrement", "enregistrements", "fr")}, ${checkpoints} ${plural(checkpoints, "point", "points", "fr")} de contrôle, jusqu’au ${iso(latest)}`,
    en: `dated after now, so by a clock that is wrong or was: ${records} ${plural(records, "record", "records", "en")}, ${checkpoints} ${plural(checkpoints, "checkpoint", "checkpoints", "en")}, up to ${iso(latest)}`,
  };
}
