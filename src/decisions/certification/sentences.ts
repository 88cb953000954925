/** The words of certification, in both languages. */
import { inBoth, joined } from "../../kit/in-both.ts";
import { type Label, sayDay, sayNumber, sayYears, du, le } from "../../kit/lang.ts";
import { french, capital } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";

type Domain = { domain: { domain: string; label: Label } };
type Points = Domain & { points: number; exam: { threshold: number; outOf: number } };
type Title = Domain & { title: string; by: string };
type Clock = { start: string; end: string; years: number };
/** `ended`: when the years themselves were over, if the authority extended the clock. */
type Ended = Clock & { ended?: string };
type Ruling = Domain & { ground: string };
type Marks = Domain & { lowest: number; highest: number; mark: number };

/** Ends the sentence with the jury's text, quoted as written. */
function stopped(ground: string): string {
  return /[.!?…]$/.test(ground) ? ground : `${ground}.`;
}

export const sentences = joined(
  lawSentences,
  inBoth({
    "not-sat": (v: Domain) => [
      french`L’épreuve ${du(v.domain.domain)} n’a pas été passée.`,
      `The exam of ${v.domain.domain} was not sat.`,
    ],
    held: (v: Domain & { on: string }) => [
      french`${capital(le(v.domain.domain))} est acquis par une décision notifiée le ${sayDay(v.on, "fr")}.`,
      `${v.domain.domain} is held by a decision notified on ${sayDay(v.on, "en")}.`,
    ],
    lapsed: (v: Domain & Clock) => [
      french`${capital(le(v.domain.domain))} était acquis, mais le délai de ${sayYears(v.years, "fr")} a pris fin le ${sayDay(v.end, "fr")} : il n’est plus compté.`,
      `${v.domain.domain} was held, but the limit of ${sayYears(v.years, "en")} ended on ${sayDay(v.end, "en")}: it no longer counts.`,
    ],
    dispensed: (v: Title) => [
      french`${capital(le(v.title))} dispense de l’épreuve ${du(v.domain.domain)} : le jury ne se prononce pas.`,
      `The ${v.title} exempts from the exam of ${v.domain.domain}: the jury does not rule on it.`,
    ],
    "dispense-contested": (v: Title) => [
      french`Les textes se contredisent sur la dispense ${du(v.domain.domain)} au titre ${du(v.title)} : une confirmation est nécessaire.`,
      `The texts contradict each other on the dispense from ${v.domain.domain} on account of the ${v.title}: it must be confirmed.`,
    ],
    "dispense-confirmed": (v: Title) => [
      french`La dispense ${du(v.domain.domain)} au titre ${du(v.title)} a été confirmée par ${v.by}.`,
      `The dispense from ${v.domain.domain} on account of the ${v.title} was confirmed by ${v.by}.`,
    ],
    "dispense-refused": (v: Title) => [
      french`La dispense ${du(v.domain.domain)} au titre ${du(v.title)} a été refusée par ${v.by} : l’épreuve reste à passer.`,
      `The dispense from ${v.domain.domain} on account of the ${v.title} was refused by ${v.by}: the exam is still to be sat.`,
    ],
    missed: (v: Domain & { missed: { label: Label } }) => [
      french`${v.domain.domain} : ${v.missed.label.fr} ; aucune note n’est établie.`,
      `${v.domain.domain}: ${v.missed.label.en}; no mark is established.`,
    ],
    "threshold-reached": (v: Points) => [
      french`${v.domain.domain} : ${sayNumber(v.points, "fr")} sur ${v.exam.outOf}, le seuil de ${sayNumber(v.exam.threshold, "fr")} est atteint.`,
      `${v.domain.domain}: ${sayNumber(v.points, "en")} of ${v.exam.outOf}, the threshold of ${sayNumber(v.exam.threshold, "en")} is reached.`,
    ],
    "threshold-missed": (v: Points) => [
      french`${v.domain.domain} : ${sayNumber(v.points, "fr")} sur ${v.exam.outOf}, sous le seuil de ${sayNumber(v.exam.threshold, "fr")}.`,
      `${v.domain.domain}: ${sayNumber(v.points, "en")} of ${v.exam.outOf}, below the threshold of ${sayNumber(v.exam.threshold, "en")}.`,
    ],
    "needs-agreement": (v: Marks) => [
      french`${v.domain.domain} : les examinateurs ont donné ${sayNumber(v.lowest, "fr")} et ${sayNumber(v.highest, "fr")} ; il leur faut arrêter une note commune.`,
      `${v.domain.domain}: the examiners gave ${sayNumber(v.lowest, "en")} and ${sayNumber(v.highest, "en")}; they must settle on one mark.`,
    ],
    "no-agreement": (v: Marks) => [
      french`${v.domain.domain} : les examinateurs ont donné ${sayNumber(v.lowest, "fr")} et ${sayNumber(v.highest, "fr")}, sans arrêter de note commune.`,
      `${v.domain.domain}: the examiners gave ${sayNumber(v.lowest, "en")} and ${sayNumber(v.highest, "en")}, and settled on no mark.`,
    ],
    "agreed-outside": (v: Marks) => [
      french`${v.domain.domain} : la note arrêtée (${sayNumber(v.mark, "fr")}) est hors des notes données (${v.lowest === v.highest ? sayNumber(v.lowest, "fr") : `${sayNumber(v.lowest, "fr")} à ${sayNumber(v.highest, "fr")}`}).`,
      `${v.domain.domain}: the agreed mark (${sayNumber(v.mark, "en")}) lies outside the marks given (${v.lowest === v.highest ? sayNumber(v.lowest, "en") : `${sayNumber(v.lowest, "en")} to ${sayNumber(v.highest, "en")}`}).`,
    ],
    departed: (v: Ruling) => [
      french`${v.domain.domain} : le jury s’est écarté du résultat des notes, au motif : ${stopped(v.ground)}`,
      `${v.domain.domain}: the jury departed from the result of the marks, on this ground: ${stopped(v.ground)}`,
    ],
    "departed-unmarked": (v: Ruling & { validated: boolean }) => [
      french`${v.domain.domain} : aucune note n’étant établie, le jury ${v.validated ? "a validé" : "n’a pas validé"} l’épreuve, au motif : ${stopped(v.ground)}`,
      `${v.domain.domain}: no mark being established, the jury ${v.validated ? "validated" : "did not validate"} the exam, on this ground: ${stopped(v.ground)}`,
    ],
    upheld: (v: Ruling) => [
      french`${v.domain.domain} : le jury a confirmé le résultat des notes, au motif : ${stopped(v.ground)}`,
      `${v.domain.domain}: the jury upheld the result of the marks, on this ground: ${stopped(v.ground)}`,
    ],
    "clock-starts": (v: Clock & { again: boolean }) => [
      v.again
        ? french`Un nouveau délai de ${sayYears(v.years, "fr")} s’ouvre le ${sayDay(v.start, "fr")}, par la notification de ce qui vient d’être validé : le diplôme doit être complet le ${sayDay(v.end, "fr")} au plus tard.`
        : french`Le délai de ${sayYears(v.years, "fr")} s’ouvre le ${sayDay(v.start, "fr")}, par la notification de la première validation : le diplôme doit être complet le ${sayDay(v.end, "fr")} au plus tard.`,
      v.again
        ? `A new limit of ${sayYears(v.years, "en")} opens on ${sayDay(v.start, "en")}, by the notification of what was just validated: the diploma must be complete by ${sayDay(v.end, "en")}.`
        : `The limit of ${sayYears(v.years, "en")} opens on ${sayDay(v.start, "en")}, by the notification of the first validation: the diploma must be complete by ${sayDay(v.end, "en")}.`,
    ],
    "clock-running": (v: Clock) => [
      french`Le délai de ${sayYears(v.years, "fr")} court depuis le ${sayDay(v.start, "fr")} : le diplôme doit être complet le ${sayDay(v.end, "fr")} au plus tard.`,
      `The limit of ${sayYears(v.years, "en")} has been running since ${sayDay(v.start, "en")}: the diploma must be complete by ${sayDay(v.end, "en")}.`,
    ],
    "clock-kept": (v: Clock & { ended: string }) => [
      french`Le délai de ${sayYears(v.years, "fr")}, ouvert le ${sayDay(v.start, "fr")}, s’arrêtait au ${sayDay(v.ended, "fr")} ; l’autorité a maintenu ce qui était validé : le diplôme doit être complet le ${sayDay(v.end, "fr")} au plus tard.`,
      `The limit of ${sayYears(v.years, "en")} that opened on ${sayDay(v.start, "en")} was to end on ${sayDay(v.ended, "en")}; the authority kept what was validated: the diploma must be complete by ${sayDay(v.end, "en")}.`,
    ],
    "clock-over": (v: Ended) => [
      v.ended === undefined
        ? french`Le délai de ${sayYears(v.years, "fr")}, ouvert le ${sayDay(v.start, "fr")}, a pris fin le ${sayDay(v.end, "fr")}.`
        : french`Le délai de ${sayYears(v.years, "fr")}, ouvert le ${sayDay(v.start, "fr")}, s’arrêtait au ${sayDay(v.ended, "fr")} ; l’autorité l’avait prolongé, et il a pris fin le ${sayDay(v.end, "fr")}.`,
      v.ended === undefined
        ? `The limit of ${sayYears(v.years, "en")} that opened on ${sayDay(v.start, "en")} ended on ${sayDay(v.end, "en")}.`
        : `The limit of ${sayYears(v.years, "en")} that opened on ${sayDay(v.start, "en")} was to end on ${sayDay(v.ended, "en")}; the authority had prolonged it, and it ended on ${sayDay(v.end, "en")}.`,
    ],
    "clock-spared": (v: Clock) => [
      french`Le délai de ${sayYears(v.years, "fr")} a pris fin le ${sayDay(v.end, "fr")}, mais tout était acquis à temps : rien n’est perdu.`,
      `The limit of ${sayYears(v.years, "en")} ended on ${sayDay(v.end, "en")}, but everything was held in time: nothing is lost.`,
    ],
  }),
);
