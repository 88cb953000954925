/** What the doctor says of what was due and could not be done. */
import { sayPlace } from "../../act/place-name.ts";
import type { Tx } from "../../db/school.ts";
import { type Label, type Lang, plural, sayDay } from "../../kit/lang.ts";
import { overdueDuties } from "./store.ts";

const MANY = 1_000;

/** `undefined` where everything could be done. */
export async function overdueFault(tx: Tx, place: string): Promise<Label | undefined> {
  const all = await overdueDuties(tx, MANY);
  const [first] = all;
  if (!first) return undefined;
  const count = all.length;
  const which = (lang: Lang) => `${first.act} (${sayDay(first.due, lang)})`;
  return {
    fr: `${sayPlace(place, "fr")}\u00a0: ${count} ${plural(count, "échéance n’a pas pu être faite", "échéances n’ont pas pu être faites", "fr")}, dont ${which("fr")}, ${first.times} fois\u00a0: ${first.reason.fr}`,
    en: `${sayPlace(place, "en")}: ${count} ${plural(count, "thing that was due could not be done", "things that were due could not be done", "en")}, among them ${which("en")}, ${first.times} ${plural(first.times, "time", "times", "en")}: ${first.reason.en}`,
  };
}
