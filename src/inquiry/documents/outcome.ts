/** The answer in a sentence, before any detail: yes; not yet, and from when; to be decided by a person; not known yet; no. */
import { inBoth } from "../../kit/in-both.ts";
import { type Label, type Lang, sayDay, sayList, au } from "../../kit/lang.ts";
import { sayFinding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import type { State } from "../../law/titles.ts";
import type { Mark } from "../../documents/blocks.ts";
import type { DoorAnswer, EligibilityAnswer, EligibilityOutcome } from "../../decisions/eligibility/rule.ts";
import { sentences } from "../../decisions/eligibility/sentences.ts";

export type SaidOutcome = { readonly mark: Mark; readonly verdict: string; readonly texts: readonly string[] };

export const DOOR_STATES: Readonly<Record<State, { mark: Mark; label: Label }>> = {
  met: { mark: "met", label: { fr: "Ouverte", en: "Open" } },
  "needs-decision": { mark: "open", label: { fr: "À décider", en: "To be decided" } },
  unknown: { mark: "open", label: { fr: "À établir", en: "To be established" } },
  "not-met": { mark: "unmet", label: { fr: "Fermée", en: "Closed" } },
};

/** The heading of the other ways to the diploma, for people who may not enter the course. */
export const WITHOUT_COURSE: Label = { fr: "Le diplôme sans cette formation", en: "The diploma without this course" };

const STATE_OF: Readonly<Record<EligibilityOutcome, State>> = {
  eligible: "met",
  "needs-decision": "needs-decision",
  unknown: "unknown",
  "not-eligible": "not-met",
};

/** `on`: the day the answer is about; the reasons are the findings of the deciding door, in their own words. */
export function sayOutcome(law: Law, on: string, answer: EligibilityAnswer, lang: Lang): SaidOutcome {
  const { outcome, reachedOn } = answer;
  const state = STATE_OF[outcome];
  const next = reachedOn === null ? undefined : answer.doors.find((one) => one.reachedOn === reachedOn);
  const closed = outcome === "not-eligible";
  const deciding = closed ? next : answer.doors.find((one) => one.outcome === state);
  const says = closed ? (next ? "not-yet" : "no") : outcome;
  const values: Values = {
    diploma: law.diploma.label[lang],
    on: sayDay(on, lang),
    doors: answer.doors.filter((one) => one.outcome === state).map((one) => one.door.door),
    next: next?.door.door ?? "",
    reachedOn: reachedOn === null ? "" : sayDay(reachedOn, lang),
  };
  const { verdict, lead, anyway } = WORDS[lang];
  return {
    mark: DOOR_STATES[state].mark,
    verdict: verdict[says](values),
    texts: [lead[says](values), ...reasons(deciding, outcome, lang), ...(next && !closed ? [anyway(values)] : [])],
  };
}

/** For "eligible" all findings of the door; otherwise only those not met. */
function reasons(door: DoorAnswer | undefined, outcome: EligibilityOutcome, lang: Lang): string[] {
  const telling = door?.findings.filter((one) => outcome === "eligible" || one.met !== true) ?? [];
  return telling.map((one) => sayFinding(one, sentences, lang).reason);
}

type Values = { diploma: string; on: string; doors: readonly string[]; next: string; reachedOn: string };
type Says = Exclude<EligibilityOutcome, "not-eligible"> | "not-yet" | "no";
type Patterns = Readonly<Record<Says, (values: Values) => string>>;

const voies = ({ doors }: Values) => `${doors.length > 1 ? "les voies" : "la voie"} ${sayList(doors, "fr")}`;
const peut = ({ doors }: Values) => (doors.length > 1 ? "peuvent vous être ouvertes" : "peut vous être ouverte");
const routes = ({ doors }: Values) => `${doors.length > 1 ? "routes" : "route"} ${sayList(doors, "en")}`;

const WORDS: Readonly<Record<Lang, { verdict: Patterns; lead: Patterns; anyway: (values: Values) => string }>> = inBoth(
  {
    verdict: {
      eligible: () => ["Oui, vous pouvez candidater", "Yes, you may apply"],
      "needs-decision": () => ["L’établissement doit décider", "The school must decide"],
      unknown: () => ["On ne peut pas encore le savoir", "Nobody can tell yet"],
      "not-yet": (v: Values) => [`Pas encore : à partir du ${v.reachedOn}`, `Not yet: from ${v.reachedOn}`],
      no: () => ["Non, pas dans la situation que vous avez déclarée", "No, not in the situation you declared"],
    },
    lead: {
      eligible: (v: Values) => [
        `D’après ce que vous avez déclaré, vous remplissez au ${v.on} les conditions d’entrée ${au(v.diploma)} : ${voies(v)} vous ${v.doors.length > 1 ? "sont ouvertes" : "est ouverte"}.`,
        `From what you declared, on ${v.on} you meet the conditions of entry to the ${v.diploma}: ${routes(v)} ${v.doors.length > 1 ? "are" : "is"} open to you.`,
      ],
      "needs-decision": (v: Values) => [
        `D’après ce que vous avez déclaré, ${voies(v)} ${peut(v)} au ${v.on}, mais la règle laisse un point à l’appréciation de l’établissement.`,
        `From what you declared, ${routes(v)} may be open to you on ${v.on}, but the rule leaves one point to the judgement of the school.`,
      ],
      unknown: (v: Values) => [
        `D’après ce que vous avez déclaré, ${voies(v)} ${peut(v)} au ${v.on}, mais il manque une pièce pour le dire.`,
        `From what you declared, ${routes(v)} may be open to you on ${v.on}, but a document is missing to say so.`,
      ],
      "not-yet": (v: Values) => [
        `D’après ce que vous avez déclaré, aucune voie ne vous est ouverte au ${v.on}. Si rien n’y change, la voie ${v.next} s’ouvrira le ${v.reachedOn}.`,
        `From what you declared, no route is open to you on ${v.on}. If nothing changes, route ${v.next} opens on ${v.reachedOn}.`,
      ],
      no: (v: Values) => [
        `D’après ce que vous avez déclaré, aucune voie d’entrée ${au(v.diploma)} ne vous est ouverte au ${v.on}.`,
        `From what you declared, no route of entry to the ${v.diploma} is open to you on ${v.on}.`,
      ],
    },
    anyway: (v: Values) => [
      `En tout état de cause, la voie ${v.next} s’ouvrirait le ${v.reachedOn}.`,
      `In any case, route ${v.next} would open on ${v.reachedOn}.`,
    ],
  },
);
