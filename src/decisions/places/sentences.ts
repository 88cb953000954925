/** The words of places, in both languages. */
import { inBoth, joined } from "../../kit/in-both.ts";
import { sayDay } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";
import type { EventKind } from "./rule.ts";

type Ignored = { id: string; kind: EventKind; on: string };

const KINDS = inBoth({
  accepted: ["L’acceptation", "The acceptance"],
  declined: ["Le refus", "The refusal"],
  withdrawn: ["Le désistement", "The withdrawal"],
  deferred: ["Le report", "The deferral"],
  reoffered: ["La nouvelle offre", "The new offer"],
});

/** The common sentence of an event without effect; `why` adds the reason. */
const inFrench =
  (why: string) =>
  ({ id, kind, on }: Ignored) =>
    `${french`${KINDS.fr[kind]} du ${sayDay(on, "fr")} pour « ${id} » ne change rien :`} ${why}`;
const inEnglish =
  (why: string) =>
  ({ id, kind, on }: Ignored) =>
    `${KINDS.en[kind]} of ${sayDay(on, "en")} for “${id}” changes nothing: ${why}`;

export const sentences = joined(
  lawSentences,
  inBoth({
    "no-offer": [inFrench("aucune offre n’attendait de réponse."), inEnglish("no offer was waiting for an answer.")],
    "nothing-to-end": [
      inFrench("il n’y avait ni offre, ni place, ni attente à quitter."),
      inEnglish("there was no offer, no place and no wait to leave."),
    ],
    "nothing-to-keep": [
      inFrench("il n’y avait ni offre ni place à reporter."),
      inEnglish("there was no offer and no place to defer."),
    ],
    "not-reoffered": [
      inFrench("il faut d’abord une offre restée sans réponse, un refus ou un désistement."),
      inEnglish("it takes an offer left unanswered, a refusal or a withdrawal first."),
    ],
    full: [inFrench("aucune place n’était libre."), inEnglish("no place was free.")],
  }),
);
