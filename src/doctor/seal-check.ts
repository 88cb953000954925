/** What the doctor says of checkpoints and of their timestamps. */
import { inBoth } from "../kit/in-both.ts";
import type { ActWorld } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { countMoved, latestCheckpoint } from "../audit/checkpoints.ts";
import type { Check } from "../act/check.ts";
import { sayPlace } from "../act/place-name.ts";
import { lastTimestampFailure, type TimestampAuthority } from "../audit/timestamp-acts.ts";
import { judgeTimestamp, latestTimestamp } from "../audit/timestamp-verify.ts";

type Given = { readonly world: ActWorld; readonly timestamps: TimestampAuthority | undefined };

/** While the service runs, moved chains wait an hour at most; a failed timestamp is information. */
export async function sealCheck({ world, timestamps }: Given, establishment: string): Promise<Check> {
  const { last, moved, stamped, failure } = await withSchool(world.db, establishment, async (tx) => ({
    last: await latestCheckpoint(tx),
    moved: await countMoved(tx),
    stamped: await latestTimestamp(tx),
    failure: await lastTimestampFailure(tx),
  }));
  const verdict = stamped ? await judgeTimestamp(stamped, timestamps?.ca) : {};
  const day = (at: Date) => dayIn(at, world.zone(establishment));
  const say = (lang: "fr" | "en"): string => {
    const words = WORDS[lang];
    const parts = [
      last ? words.last(last.number, sayDay(day(last.at), lang)) : words.none,
      ...(moved > 0 ? [words.moved(moved)] : []),
      ...(timestamps === undefined && !stamped ? [words.noAuthority] : []),
      ...(stamped ? [words.stamped(stamped.number, sayDay(day(stamped.at), lang))] : []),
      ...(verdict.fault ? [words.fault(verdict.fault)] : []),
      ...(verdict.unjudged ? [words.unjudged(verdict.unjudged)] : []),
      ...(failure ? [words.failure(sayDay(day(failure.at), lang), failure.reason)] : []),
    ];
    return `${sayPlace(establishment, lang)}${lang === "fr" ? "\u00a0: " : ": "}${parts.join(" ")}`;
  };
  const calm = moved === 0 && !failure && !verdict.unjudged && (timestamps === undefined || stamped !== undefined);
  const ok = verdict.fault ? false : calm || null;
  return { name: "seal", ok, label: { fr: say("fr"), en: say("en") } };
}

const WORDS = inBoth({
  last: (number: number, day: string) => [
    `point de contrôle n°\u00a0${number}, du ${day}.`,
    `checkpoint no. ${number}, of ${day}.`,
  ],
  none: ["aucun point de contrôle encore.", "no checkpoint yet."],
  moved: (count: number) => [
    `Chaînes à sceller au prochain\u00a0: ${count}.`,
    `Chains to be sealed by the next one: ${count}.`,
  ],
  noAuthority: [
    "Aucun horodatage\u00a0: LIVRET_TSA_URL n’est pas donné.",
    "No timestamp: LIVRET_TSA_URL is not given.",
  ],
  stamped: (number: number, day: string) => [
    `Horodaté jusqu’au n°\u00a0${number}, le ${day}.`,
    `Timestamped up to no. ${number}, on ${day}.`,
  ],
  fault: (why: Label) => [`Cet horodatage ne vaut pas\u00a0: ${why.fr}.`, `That timestamp does not hold: ${why.en}.`],
  unjudged: (why: Label) => [
    `Sa signature n’a pas été vérifiée\u00a0: ${why.fr}.`,
    `Its signature was not checked: ${why.en}.`,
  ],
  failure: (day: string, why: Label) => [
    `Le dernier essai d’horodatage, le ${day}, a échoué\u00a0: ${why.fr}.`,
    `The last try for a timestamp, on ${day}, failed: ${why.en}.`,
  ],
});
