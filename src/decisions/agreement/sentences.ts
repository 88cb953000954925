/** The words of the agreement, in both languages. */
import type { Day } from "../../kit/day.ts";
import { inBoth } from "../../kit/in-both.ts";
import { type Label, sayDay, sayList } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";

type Missing = { missing: readonly { label: Label }[] };
type Last = { lastDay: Day };
type Starts = { startsOn: Day };
type Payer = Starts & { payer: { label: Label } };

export const sentences = inBoth({
  "handed-over": () => [
    "Tout ce qui doit être remis avant l’inscription définitive l’a été.",
    "All that must be handed over before definitive enrolment was handed over.",
  ],
  "not-handed-over": ({ missing }: Missing) => [
    french`Reste à remettre avant l’inscription définitive : ${sayList(
      missing.map(({ label }) => label.fr),
      "fr",
    )}.`,
    `Still to be handed over before definitive enrolment: ${sayList(
      missing.map(({ label }) => label.en),
      "en",
    )}.`,
  ],
  "no-withdrawal-form": ({ lastDay, months }: Last & { months: number }) => [
    french`Le formulaire de rétractation n’a pas été remis : le délai est allongé de ${String(months)} mois, jusqu’au ${sayDay(lastDay, "fr")}.`,
    `The withdrawal form was not handed over: the period is ${String(months)} months longer, until ${sayDay(lastDay, "en")}.`,
  ],
  "starts-in-withdrawal": ({ startsOn, lastDay }: Last & Starts) => [
    french`La formation commence le ${sayDay(startsOn, "fr")}, avant la fin du délai de rétractation (${sayDay(lastDay, "fr")}) : rien ne peut être demandé jusque-là.`,
    `Training starts on ${sayDay(startsOn, "en")}, before the withdrawal period ends (${sayDay(lastDay, "en")}): nothing may be asked until then.`,
  ],
  "start-not-requested": ({ startsOn }: Last & Starts) => [
    french`La personne n’a pas demandé expressément à commencer le ${sayDay(startsOn, "fr")}, dans son délai : si elle se rétracte, elle ne doit rien de ce qui a été suivi.`,
    `The person did not ask expressly to start on ${sayDay(startsOn, "en")}, within the period: if they withdraw, they owe nothing for what they followed.`,
  ],
  "late-withdrawal": ({ letterOn, lastDay }: Last & { letterOn: Day }) => [
    french`La rétractation du ${sayDay(letterOn, "fr")} vient après le dernier jour, le ${sayDay(lastDay, "fr")} : le contrat tient.`,
    `The withdrawal of ${sayDay(letterOn, "en")} comes after the last day, ${sayDay(lastDay, "en")}: the contract stands.`,
  ],
  "unsigned-at-start": ({ payer, startsOn }: Payer) => [
    french`La formation a commencé le ${sayDay(startsOn, "fr")} et rien n’est signé pour : ${payer.label.fr}.`,
    `Training started on ${sayDay(startsOn, "en")} and nothing is signed for: ${payer.label.en}.`,
  ],
  "no-grant": ({ payer, startsOn }: Payer) => [
    french`La formation a commencé le ${sayDay(startsOn, "fr")} sans accord de : ${payer.label.fr}.`,
    `Training started on ${sayDay(startsOn, "en")} without an accord of: ${payer.label.en}.`,
  ],
});
