/** How `livret audit verify` reports checkpoints and timestamps. The hash is printed whole, for comparison with printed ones. */
import { type Label, plural } from "../kit/lang.ts";
import type { PrintedCheckpoint } from "./checkpoints.ts";
import type { TimestampReport } from "./timestamp-verify.ts";

export function sayCheckpoint({ number, hash, at }: PrintedCheckpoint): Label {
  const moment = at.toISOString();
  return {
    fr: `point de contrôle n°\u00a0${number}, ${moment}\u00a0: ${hash}`,
    en: `checkpoint no. ${number}, ${moment}: ${hash}`,
  };
}

export function sayTimestamps({ count, latest, unjudged }: TimestampReport): Label {
  const moment = latest!.at.toISOString();
  const said = {
    fr: `${count} ${plural(count, "horodatage", "horodatages", "fr")}, jusqu’au point de contrôle n°\u00a0${latest!.number}, ${moment}`,
    en: `${count} ${plural(count, "timestamp", "timestamps", "en")}, up to checkpoint no. ${latest!.number}, ${moment}`,
  };
  if (!unjudged) return said;
  return {
    fr: `${said.fr}\u00a0; signatures non vérifiées\u00a0: ${unjudged.fr}`,
    en: `${said.en}; signatures not checked: ${unjudged.en}`,
  };
}

export function sayTimestampFault(number: number, why: Label): Label {
  return {
    fr: `horodatage du point de contrôle n°\u00a0${number}\u00a0: ${why.fr}.`,
    en: `timestamp of checkpoint no. ${number}: ${why.en}.`,
  };
}

/** The calendar seals openings: before that, a change to one is not detected. */
export function sayUnsealed(count: number): Label {
  return {
    fr: `${count} ${plural(count, "consultation", "consultations", "fr")} à sceller au prochain passage du calendrier.`,
    en: `${count} ${plural(count, "opening", "openings", "en")} of a file to be sealed when the calendar next runs.`,
  };
}
