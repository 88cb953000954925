/** The words of places, in both languages. */
import { sayDay } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";
import type { EventKind } from "./rule.ts";

type Ignored = { id: string; kind: EventKind; on: string };

const KINDS = {
  fr: {
    accepted: "L’acceptation",
    declined: "Le refus",
    withdrawn: "Le désistement",
    deferred: "Le report",
    reoffered: "La nouvelle offre",
  },
  en: {
    accepted: "The acceptance",
    declined: "The refusal",
    withdrawn: "The withdrawal",
    deferred: "The deferral",
    reoffered: "The new offer",
  },
} as const;

/** Said alike of every event that changes nothing; why, each in its own words. */
const inFrench =
  (why: string) =>
  ({ id, kind, on }: Ignored) =>
    `${french`${KINDS.fr[kind]} du ${sayDay(on, "fr")} pour « ${id} » ne change rien :`} ${why}`;
const inEnglish =
  (why: string) =>
  ({ id, kind, on }: Ignored) =>
    `${KINDS.en[kind]} of ${sayDay(on, "en")} for “${id}” changes nothing: ${why}`;

export const sentences = {
  fr: {
    ...lawSentences.fr,
    "no-offer": inFrench("aucune offre n’attendait de réponse."),
    "nothing-to-end": inFrench("il n’y avait ni offre, ni place, ni attente à quitter."),
    "nothing-to-keep": inFrench("il n’y avait ni offre ni place à reporter."),
    "not-reoffered": inFrench("il faut d’abord une offre restée sans réponse, un refus ou un désistement."),
    full: inFrench("aucune place n’était libre."),
  },
  en: {
    ...lawSentences.en,
    "no-offer": inEnglish("no offer was waiting for an answer."),
    "nothing-to-end": inEnglish("there was no offer, no place and no wait to leave."),
    "nothing-to-keep": inEnglish("there was no offer and no place to defer."),
    "not-reoffered": inEnglish("it takes an offer left unanswered, a refusal or a withdrawal first."),
    full: inEnglish("no place was free."),
  },
};
