/** Why a candidate has no time in a day of interviews, in both languages, and the part of the input concerned. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { Reason } from "./facts.ts";

type Told = (who: string) => string;

const WHY: Readonly<Record<Lang, Readonly<Record<Reason, Told>>>> = inBoth({
  "their-times": (who: string) => [
    french`« ${who} » aurait une place sans ses heures d’absence.`,
    `“${who}” would have a place without their hours away.`,
  ],
  "not-these-persons": (who: string) => [
    french`« ${who} » aurait une place si les personnes à écarter pouvaient l’entendre.`,
    `“${who}” would have a place if the persons kept away from them could hear them.`,
  ],
  pairs: (who: string) => [
    french`« ${who} » aurait une place avec un binôme de plus, libre toute la journée.`,
    `“${who}” would have a place with one more pair, free all day.`,
  ],
  rooms: (who: string) => [
    french`« ${who} » aurait une place avec une salle d’analyse et une salle d’entretien de plus, libres toute la journée.`,
    `“${who}” would have a place with one more analysis room and one more interview room, free all day.`,
  ],
  "day-too-short": (who: string) => [
    french`« ${who} » aurait une place si la journée finissait une heure plus tard.`,
    `“${who}” would have a place if the day ended one hour later.`,
  ],
  several: (who: string) => [
    french`Rien de ce qui peut changer ne donnerait à lui seul une place à « ${who} » : il faut en changer plusieurs.`,
    `Nothing that can be changed would give “${who}” a place by itself: it takes several changes.`,
  ],
});

/** No legal text sets the times: a reason rests on the input, and names its part. */
const THE_DAY: Readonly<Record<Lang, string>> = { fr: "La journée telle que donnée", en: "The day as it was given" };
const PART: Readonly<Record<Reason, Told>> = {
  "their-times": (candidate) => `${candidate}.away`,
  "not-these-persons": (candidate) => `${candidate}.not`,
  pairs: () => "pairs",
  rooms: () => "rooms",
  "day-too-short": () => "closes",
  several: (candidate) => candidate,
};

/** `at`: the candidate's index in the list. */
export function sayReason(reason: Reason, who: string, at: number, lang: Lang): SaidFinding {
  return {
    condition: reason,
    met: false,
    reason: WHY[lang][reason](who),
    source: { text: THE_DAY[lang], article: PART[reason](`candidates[${at}]`), confidence: "local" },
  };
}
