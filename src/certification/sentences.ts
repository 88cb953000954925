/** What prevents closing a jury, in words: both decisions' and this room's own. */
import { inBoth, joined } from "../kit/in-both.ts";
import { sayDay, sayList, sayMinutes, sayYears } from "../kit/lang.ts";
import { sayMinute } from "../kit/moment.ts";
import { french } from "../kit/typography.ts";
import { sentences as certification } from "../decisions/certification/sentences.ts";
import { sentences as jury } from "../decisions/jury/sentences.ts";
import type { Catalogue } from "../law/finding.ts";

type Of = { readonly candidate: string; readonly domain: { readonly domain: string } };

type Report = { readonly names: readonly string[] };
type Hours = { readonly remaining: number; readonly due: number };
type Length = { readonly minutes: number };
type Lapse = { readonly candidate: string; readonly years: number };
type Between = Pick<Of, "domain"> & { readonly from: string; readonly until: string };

const own = inBoth({
  "two-marks": ({ names }: Report) => [
    french`Le travail collectif de ${sayList(names, "fr")} a deux notes : le jury en arrête une pour tous.`,
    `The collective work of ${sayList(names, "en")} has two marks: the jury sets one for all.`,
  ],
  "hours-missing": ({ remaining, due }: Hours) => [
    french`Il reste ${sayMinutes(remaining, "fr")} à suivre, sur ${sayMinutes(due, "fr")}.`,
    `${sayMinutes(remaining, "en")} are still to be followed, of ${sayMinutes(due, "en")}.`,
  ],
  "work-missing": ({ domain }: Pick<Of, "domain">) => [
    french`Le travail de l’épreuve ${domain.domain} n’est pas déposé.`,
    `The work for the exam ${domain.domain} is not deposited.`,
  ],
  "too-short": ({ candidate, minutes }: Length & { candidate: string }) => [
    french`« ${candidate} » passe pendant ${minutes} minutes au moins.`,
    `“${candidate}” passes for at least ${minutes} minutes.`,
  ],
  "ends-later": ({ minutes, time }: Length & { time: string }) => [
    french`L’épreuve dure ${minutes} minutes au moins par personne : pour ces candidats, le groupe finit à ${sayMinute({ time }, "fr")}.`,
    `The exam lasts at least ${minutes} minutes for each: for these candidates the group ends at ${sayMinute({ time }, "en")}.`,
  ],
  "not-yet": ({ on }: { on: string }) => [
    french`Le jury délibère le ${sayDay(on, "fr")} : il ne se clôt pas avant.`,
    `The jury deliberates on ${sayDay(on, "en")}: it is not closed before.`,
  ],
  "presidency-unnoted": () => [
    french`Personne n’est noté comme présidant : qui préside clôt la délibération.`,
    "Nobody is noted as presiding: whoever presides closes the deliberation.",
  ],
  nobody: () => ["Il n’y a personne sur qui décider.", "There is nobody to decide on."],
  unmarked: ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : une note manque.`,
    `For “${candidate}”, ${domain.domain}: a mark is missing.`,
  ],
  tie: ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : les voix sont égales, le jury vote de nouveau.`,
    `For “${candidate}”, ${domain.domain}: the votes are equal, the jury votes again.`,
  ],
  proposal: ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : la proposition n’est ni votée ni adoptée.`,
    `For “${candidate}”, ${domain.domain}: the proposal is neither voted nor adopted.`,
  ],
  "validated-against-marks": ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : le vote valide ce que les notes ne valident pas. Le jury arrête une autre note, avec son motif, ou vote de nouveau.`,
    `For “${candidate}”, ${domain.domain}: the vote validates what the marks do not. The jury sets a mark anew, with its ground, or votes again.`,
  ],
  "not-validated-against-marks": ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : le vote ne valide pas ce que les notes valident. Le jury arrête une autre note, avec son motif, ou vote de nouveau.`,
    `For “${candidate}”, ${domain.domain}: the vote does not validate what the marks do. The jury sets a mark anew, with its ground, or votes again.`,
  ],
  none: ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : personne ne peut se prononcer.`,
    `For “${candidate}”, ${domain.domain}: nobody may decide.`,
  ],
  "lapse-awaited": ({ candidate, years }: Lapse) => [
    french`Pour « ${candidate} », le délai de ${sayYears(years, "fr")} est passé, et l’autorité n’a pas décidé si ce qui était validé tombe ou est maintenu : le jury attend pour cette personne.`,
    `For “${candidate}”, the limit of ${sayYears(years, "en")} is over, and the authority has not decided whether what was validated falls or is kept: the jury waits for this person.`,
  ],
  "lapses-between": ({ domain, from, until }: Between) => [
    french`${domain.domain} est acquis le ${sayDay(from, "fr")}, premier jour de la session ; le ${sayDay(until, "fr")}, jour de la délibération, le délai sera passé. L’autorité décide si ce qui est validé tombe ou est maintenu.`,
    `${domain.domain} is held on ${sayDay(from, "en")}, the first day of the session; on ${sayDay(until, "en")}, the day of the deliberation, its time will be over. The authority decides whether what is validated falls or is kept.`,
  ],
  "lapsed-before": ({ domain, from }: Between) => [
    french`Le délai de ${domain.domain} est passé le ${sayDay(from, "fr")}, premier jour de la session, et l’autorité n’a pas décidé : l’épreuve est à passer si ce qui est validé tombe.`,
    `The time of ${domain.domain} is over on ${sayDay(from, "en")}, the first day of the session, and the authority has not decided: the exam is to be sat if what was validated falls.`,
  ],
  "needs-agreement": ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : les correcteurs n’ont pas arrêté de note commune.`,
    `For “${candidate}”, ${domain.domain}: the markers have agreed on no mark.`,
  ],
  "needs-decision": ({ candidate, domain }: Of) => [
    french`Pour « ${candidate} », ${domain.domain} : l’autorité n’a pas dit si la dispense vaut.`,
    `For “${candidate}”, ${domain.domain}: the authority has not said whether the dispense counts.`,
  ],
});

export const sentences: Catalogue = joined(certification, joined(jury, own));
