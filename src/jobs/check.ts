/** What the doctor says of jobs. */
import type { Database } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import type { Label, Lang } from "../kit/lang.ts";
import type { Check } from "../act/check.ts";
import { sayPlace } from "../act/place-name.ts";
import { type QueueState, queueState } from "./queue.ts";

/** Jobs run within seconds: after this long, no worker is running. */
const LONG = 3_600_000;

/** Failed jobs are a fault; waiting ones are information. */
export async function jobsCheck(db: Database, places: readonly string[], now: Date): Promise<Check> {
  const states: { place: string; state: QueueState }[] = [];
  for (const place of places) states.push({ place, state: await withSchool(db, place, queueState) });
  const failed = states.flatMap(({ place, state }) => state.failed.map((one) => ({ place, ...one })));
  const waiting = states.reduce((sum, { state }) => sum + state.waiting, 0);
  const old = states.some(({ state }) => state.oldest !== null && now.getTime() - state.oldest.getTime() > LONG);
  const say = (lang: Lang): string => {
    const lines = failed.map(({ place, name, count, problem }) => GIVEN_UP[lang](place, name, count, problem));
    return [...lines, ...(waiting > 0 ? [WAITING[lang](waiting, old)] : [])].join(" ") || NOTHING[lang];
  };
  const calm = waiting === 0 ? true : null;
  return { name: "jobs", ok: failed.length > 0 ? false : calm, label: { fr: say("fr"), en: say("en") } };
}

const NOTHING: Label = { fr: "Aucun travail n’attend.", en: "No work is waiting." };
const GIVEN_UP = {
  fr: (place: string, name: string, count: number, problem: string) =>
    `${sayPlace(place, "fr")}\u00a0: «\u00a0${name}\u00a0» abandonné ${count} fois\u00a0; la dernière\u00a0: ${problem}.`,
  en: (place: string, name: string, count: number, problem: string) =>
    `${sayPlace(place, "en")}: "${name}" given up, ${count} in all; the last time: ${problem}.`,
};
const WAITING = {
  fr: (count: number, old: boolean) =>
    `En attente\u00a0: ${count}${old ? ", depuis plus d’une heure pour une part\u00a0: le service tourne-t-il\u202f?" : "."}`,
  en: (count: number, old: boolean) =>
    `Waiting: ${count}${old ? ", some for more than an hour: is the service running?" : "."}`,
};
