/** The words of the pathway, in both languages. */
import { type Label, sayDay, sayNumber } from "../kit/lang.ts";
import { french } from "../kit/typography.ts";
import { lawSentences } from "../law/answer.ts";

type Domain = { domain: { domain: string; label: Label } };
type ByTitle = Domain & { title: string };
type UnitHours = { unit: { unit: string; label: Label }; hours: number; by: string };
type Confirmed = ByTitle & { confirmation: { by: string; on: string } };

export const sentences = {
  fr: {
    ...lawSentences.fr,
    "exam-to-sit": (v: Domain) => french`Vous passez l’épreuve du ${v.domain.domain} (${v.domain.label.fr}).`,
    "exam-dispensed": (v: ByTitle) => french`Votre ${v.title} vous dispense de l’épreuve du ${v.domain.domain}.`,
    "exam-contested": (v: ByTitle) =>
      french`Les textes se contredisent sur l’épreuve du ${v.domain.domain} pour un titulaire du ${v.title} : l’autorité régionale doit confirmer la dispense ou la refuser.`,
    "exam-confirmed": (v: Confirmed) =>
      french`La dispense de l’épreuve du ${v.domain.domain} au titre du ${v.title} a été confirmée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by}.`,
    "exam-refused": (v: Confirmed) =>
      french`La dispense de l’épreuve du ${v.domain.domain} au titre du ${v.title} a été refusée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by} : vous passez l’épreuve.`,
    "exam-held": (v: Domain & { on: string; by: { label: Label } }) =>
      french`Le ${v.domain.domain} vous est acquis depuis le ${sayDay(v.on, "fr")} (${v.by.label.fr}) : vous ne repassez pas son épreuve.`,
    "dispense-dispensed": (v: ByTitle) =>
      french`Dispense de droit : votre ${v.title} vous dispense du ${v.domain.domain}, donc de ses heures et de son épreuve ; une décision le constate.`,
    "dispense-contested": (v: ByTitle) =>
      french`Votre ${v.title} vous dispense des heures du ${v.domain.domain} ; les textes se contredisent sur son épreuve.`,
    allegement: (v: UnitHours) =>
      french`Allègement : votre ${v.by} peut réduire l’unité ${v.unit.unit} de ${sayNumber(v.hours, "fr")} h ; l’épreuve du domaine n’en est pas touchée.`,
    grant: (v: UnitHours) =>
      french`Allègement accordé par le protocole ${v.by} : ${sayNumber(v.hours, "fr")} h sur l’unité ${v.unit.unit}.`,
    declined: (v: { unit: { unit: string } }) =>
      french`Vous avez demandé à suivre l’unité ${v.unit.unit} en entier : aucun allègement n’y est appliqué.`,
    "maquette-of-school": (v: { school: { name: string } }) =>
      french`Le nombre d’heures de chaque unité est le choix de l’établissement (${v.school.name}), dans les fourchettes nationales.`,
  },
  en: {
    ...lawSentences.en,
    "exam-to-sit": (v: Domain) => `You sit the exam of ${v.domain.domain} (${v.domain.label.en}).`,
    "exam-dispensed": (v: ByTitle) => `Your ${v.title} exempts you from the exam of ${v.domain.domain}.`,
    "exam-contested": (v: ByTitle) =>
      `The texts contradict each other on the exam of ${v.domain.domain} for a holder of the ${v.title}: the regional authority must confirm the dispense or refuse it.`,
    "exam-confirmed": (v: Confirmed) =>
      `The dispense from the exam of ${v.domain.domain} on account of the ${v.title} was confirmed on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}.`,
    "exam-refused": (v: Confirmed) =>
      `The dispense from the exam of ${v.domain.domain} on account of the ${v.title} was refused on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}: you sit the exam.`,
    "exam-held": (v: Domain & { on: string; by: { label: Label } }) =>
      `${v.domain.domain} has been yours since ${sayDay(v.on, "en")} (${v.by.label.en}): you do not sit its exam again.`,
    "dispense-dispensed": (v: ByTitle) =>
      `Dispense of right: your ${v.title} exempts you from ${v.domain.domain}, so from its hours and its exam; a decision records it.`,
    "dispense-contested": (v: ByTitle) =>
      `Your ${v.title} exempts you from the hours of ${v.domain.domain}; the texts contradict each other on its exam.`,
    allegement: (v: UnitHours) =>
      `Allègement: your ${v.by} may reduce unit ${v.unit.unit} by ${sayNumber(v.hours, "en")} h; the exam of the domain is not touched.`,
    grant: (v: UnitHours) =>
      `Allègement granted by protocol ${v.by}: ${sayNumber(v.hours, "en")} h on unit ${v.unit.unit}.`,
    declined: (v: { unit: { unit: string } }) =>
      `You asked to follow unit ${v.unit.unit} in full: no allègement is applied to it.`,
    "maquette-of-school": (v: { school: { name: string } }) =>
      `The hours of each unit are the choice of the school (${v.school.name}), within the national ranges.`,
  },
};
