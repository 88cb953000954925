/** The words of the pathway, in both languages. */
import { inBoth, joined } from "../../kit/in-both.ts";
import { type Label, sayDay, sayList, sayNumber, du, le } from "../../kit/lang.ts";
import { french, capital } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";

type Domain = { domain: { domain: string; label: Label } };
type ByTitle = Domain & { title: string };
type UnitHours = { unit: { unit: string; label: Label }; hours: number; by: string; most: number; held: boolean };
/** `kept`: the units of the domain that the person asked to follow all the same; `all`: none is left. */
type Dispense = ByTitle & { held: boolean; kept: readonly string[]; all: boolean };
type Confirmed = ByTitle & { confirmation: { by: string; on: string } };

/** The hours of a domain that a dispense takes away. */
function hoursFr({ domain, kept, all }: Dispense): string {
  if (kept.length === 0) return `des heures ${du(domain.domain)}`;
  if (all) return `des heures ${du(domain.domain)}, que vous demandez pourtant à suivre`;
  return `des heures ${du(domain.domain)}, sauf celles que vous demandez à suivre (${sayList(kept, "fr")})`;
}
function hoursEn({ domain, kept, all }: Dispense): string {
  if (kept.length === 0) return `the hours of ${domain.domain}`;
  if (all) return `the hours of ${domain.domain}, which you asked to follow all the same`;
  return `the hours of ${domain.domain}, but for those that you asked to follow (${sayList(kept, "en")})`;
}

export const sentences = joined(
  lawSentences,
  inBoth({
    "exam-to-sit": (v: Domain) => [
      french`Vous passez l’épreuve ${du(v.domain.domain)} (${v.domain.label.fr}).`,
      `You sit the exam of ${v.domain.domain} (${v.domain.label.en}).`,
    ],
    "exam-dispensed": (v: ByTitle) => [
      french`Votre ${v.title} vous dispense de l’épreuve ${du(v.domain.domain)}.`,
      `Your ${v.title} exempts you from the exam of ${v.domain.domain}.`,
    ],
    "exam-contested": (v: ByTitle) => [
      french`Les textes se contredisent sur l’épreuve ${du(v.domain.domain)} pour un titulaire ${du(v.title)} : l’autorité régionale doit confirmer la dispense ou la refuser.`,
      `The texts contradict each other on the exam of ${v.domain.domain} for a holder of the ${v.title}: the regional authority must confirm the dispense or refuse it.`,
    ],
    "exam-confirmed": (v: Confirmed) => [
      french`La dispense de l’épreuve ${du(v.domain.domain)} au titre ${du(v.title)} a été confirmée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by}.`,
      `The dispense from the exam of ${v.domain.domain} on account of the ${v.title} was confirmed on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}.`,
    ],
    "exam-refused": (v: Confirmed) => [
      french`La dispense de l’épreuve ${du(v.domain.domain)} au titre ${du(v.title)} a été refusée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by} : vous passez l’épreuve.`,
      `The dispense from the exam of ${v.domain.domain} on account of the ${v.title} was refused on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}: you sit the exam.`,
    ],
    "exam-held": (v: Domain & { on: string; by: { label: Label } }) => [
      french`${capital(le(v.domain.domain))} vous est acquis depuis le ${sayDay(v.on, "fr")} (${v.by.label.fr}) : vous ne repassez pas son épreuve, et toutes ses heures sont allégées.`,
      `${v.domain.domain} has been yours since ${sayDay(v.on, "en")} (${v.by.label.en}): you do not sit its exam again, and all its hours are relieved.`,
    ],
    "dispense-dispensed": (v: Dispense) => [
      v.held
        ? french`Dispense de droit : votre ${v.title} vous dispense aussi ${du(v.domain.domain)}, qui vous est déjà acquis.`
        : v.kept.length > 0
          ? french`Dispense de droit : votre ${v.title} vous dispense de l’épreuve ${du(v.domain.domain)}, et ${hoursFr(v)} ; une décision le constate.`
          : french`Dispense de droit : votre ${v.title} vous dispense ${du(v.domain.domain)}, donc de ses heures et de son épreuve ; une décision le constate.`,
      v.held
        ? `Dispense of right: your ${v.title} exempts you from ${v.domain.domain} too, which is already yours.`
        : v.kept.length > 0
          ? `Dispense of right: your ${v.title} exempts you from the exam of ${v.domain.domain}, and from ${hoursEn(v)}; a decision records it.`
          : `Dispense of right: your ${v.title} exempts you from ${v.domain.domain}, so from its hours and its exam; a decision records it.`,
    ],
    "dispense-contested": (v: Dispense) => [
      french`Votre ${v.title} vous dispense ${hoursFr(v)} ; les textes se contredisent sur son épreuve.`,
      `Your ${v.title} exempts you from ${hoursEn(v)}; the texts contradict each other on its exam.`,
    ],
    "dispense-granted": (v: Dispense & Confirmed) => [
      french`Votre ${v.title} vous dispense ${hoursFr(v)} ; la dispense de son épreuve a été confirmée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by}.`,
      `Your ${v.title} exempts you from ${hoursEn(v)}; the dispense from its exam was confirmed on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}.`,
    ],
    "dispense-refused": (v: Dispense & Confirmed) => [
      french`Votre ${v.title} vous dispense ${hoursFr(v)} ; la dispense de son épreuve à ce titre a été refusée le ${sayDay(v.confirmation.on, "fr")} par ${v.confirmation.by}.`,
      `Your ${v.title} exempts you from ${hoursEn(v)}; the dispense from its exam on this account was refused on ${sayDay(v.confirmation.on, "en")} by ${v.confirmation.by}.`,
    ],
    "dispense-settled": (v: Dispense) => [
      french`Votre ${v.title} vous dispense ${hoursFr(v)} ; son épreuve n’est plus en cause, ${v.held ? "puisque ce domaine vous est acquis" : "puisqu’un autre titre vous en dispense"}.`,
      `Your ${v.title} exempts you from ${hoursEn(v)}; its exam is no longer in question, since ${v.held ? "this domain is yours" : "another title exempts you from it"}.`,
    ],
    allegement: (v: UnitHours) => [
      french`Allègement : votre ${v.by} peut réduire l’unité ${v.unit.unit} de ${sayNumber(v.hours, "fr")} h ; l’épreuve du domaine n’en est pas touchée.`,
      `Allègement: your ${v.by} may reduce unit ${v.unit.unit} by ${sayNumber(v.hours, "en")} h; the exam of the domain is not touched.`,
    ],
    "allegement-covered": (v: UnitHours) => [
      v.held
        ? french`Votre ${v.by} n’allège rien de plus sur l’unité ${v.unit.unit} : son domaine vous est acquis, avec toutes ses heures.`
        : french`Votre ${v.by} réduirait l’unité ${v.unit.unit} de ${sayNumber(v.hours, "fr")} h, mais les allègements ne s’ajoutent pas : un plus grand est retenu (${sayNumber(v.most, "fr")} h).`,
      v.held
        ? `Your ${v.by} relieves nothing more of unit ${v.unit.unit}: its domain is yours, with all its hours.`
        : `Your ${v.by} would reduce unit ${v.unit.unit} by ${sayNumber(v.hours, "en")} h, but allègements do not add up: a greater one is taken (${sayNumber(v.most, "en")} h).`,
    ],
    grant: (v: UnitHours) => [
      french`Allègement accordé par le protocole ${v.by} : ${sayNumber(v.hours, "fr")} h sur l’unité ${v.unit.unit}.`,
      `Allègement granted by protocol ${v.by}: ${sayNumber(v.hours, "en")} h on unit ${v.unit.unit}.`,
    ],
    "grant-covered": (v: UnitHours) => [
      v.held
        ? french`Le protocole ${v.by} n’allège rien de plus sur l’unité ${v.unit.unit} : son domaine vous est acquis, avec toutes ses heures.`
        : french`Le protocole ${v.by} accorde ${sayNumber(v.hours, "fr")} h sur l’unité ${v.unit.unit}, mais les allègements ne s’ajoutent pas : un plus grand est retenu (${sayNumber(v.most, "fr")} h).`,
      v.held
        ? `Protocol ${v.by} relieves nothing more of unit ${v.unit.unit}: its domain is yours, with all its hours.`
        : `Protocol ${v.by} grants ${sayNumber(v.hours, "en")} h on unit ${v.unit.unit}, but allègements do not add up: a greater one is taken (${sayNumber(v.most, "en")} h).`,
    ],
    declined: (v: { unit: { unit: string } }) => [
      french`Vous avez demandé à suivre l’unité ${v.unit.unit} en entier : aucun allègement n’y est appliqué.`,
      `You asked to follow unit ${v.unit.unit} in full: no allègement is applied to it.`,
    ],
    "maquette-of-school": (v: { school: { name: string } }) => [
      french`Le nombre d’heures de chaque unité est le choix de l’établissement (${v.school.name}), dans les fourchettes nationales.`,
      `The hours of each unit are the choice of the school (${v.school.name}), within the national ranges.`,
    ],
  }),
);
