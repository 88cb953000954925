/** The words of admission, in both languages: one sentence per finding, fit for a letter. */
import { inBoth, joined } from "../../kit/in-both.ts";
import {
  inTenths,
  type Label,
  type Lang,
  plural,
  sayDay,
  sayDays,
  sayList,
  sayWhen,
  sayYears,
} from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";
import { lawSentences } from "../../law/answer.ts";
import { sayAttested, sayDeclared, sayTitle, type TitleValues } from "../../law/title-words.ts";
import { sayFullTime } from "./experience-words.ts";

type Named = { label: Label };
type Door = { door: { short: Label } };
type Experience = {
  years: number;
  field: Named;
  required: number;
  counted: number;
  wide: number;
  missing: number;
  months: number;
  enoughOn: string | null;
  /** Whether today's daily rate still applies on the day the requirement is reached. */
  steady: boolean;
  addable: number;
  widelyOn: string | null;
  title?: TitleValues["title"];
};

/** A title to be decided or attested, and the title that will open the door without that. */
type Sooner = TitleValues & { sooner?: TitleValues & { on: string } };

function soonerFr({ sooner }: Sooner): string {
  return sooner
    ? french` ; d’après ce que vous déclarez, votre ${sayTitle(sooner, "fr")} l’ouvrira le ${sayDay(sooner.on, "fr")}`
    : "";
}
function soonerEn({ sooner }: Sooner): string {
  return sooner
    ? `; by what you declare, your ${sayTitle(sooner, "en")} will open it on ${sayDay(sooner.on, "en")}`
    : "";
}

/** The days that the school's decision would add, and when all would be reached: at today’s pace, as declared, if so decided, or never. */
function whenFr({ missing, enoughOn, steady, addable, widelyOn }: Experience): string {
  const them = missing === 1 ? "l’" : "les ";
  const added =
    inTenths(addable) > 0
      ? french` (${sayDays(addable, "fr")} de moins si l’établissement retient les périodes à apprécier)`
      : "";
  if (enoughOn !== null) {
    const by = steady ? "au rythme actuel" : "d’après les périodes déclarées";
    return french`${added} ; ${by} vous ${them}aurez le ${sayDay(enoughOn, "fr")}`;
  }
  if (widelyOn !== null) return french`${added} ; s’il les retient, vous ${them}aurez le ${sayDay(widelyOn, "fr")}`;
  return french`${added} ; aucune période déclarée ne permet de ${them}atteindre`;
}
function whenEn({ missing, enoughOn, steady, addable, widelyOn }: Experience): string {
  const them = missing === 1 ? "it" : "them";
  const added =
    inTenths(addable) > 0 ? ` (${sayDays(addable, "en")} less if the school accepts the periods to be assessed)` : "";
  if (enoughOn !== null) {
    const by = steady ? "at the present pace" : "by the declared periods";
    return `${added}; ${by} you will have ${them} on ${sayDay(enoughOn, "en")}`;
  }
  if (widelyOn !== null) return `${added}; if it accepts them, you will have ${them} on ${sayDay(widelyOn, "en")}`;
  return `${added}; no declared period leads there`;
}

/** Years first, with the référentiel's days per year. */
const worked = (v: Experience, days: number, lang: Lang) => sayFullTime(days, v.required / v.years, lang);

/** As it was typed, where the day is not known. */
const award = (title: TitleValues["title"] | undefined) => title && (title.input.awardedAs ?? title.input.awardedOn);
const awarded = (v: TitleValues, lang: Lang) => sayWhen(award(v.title)!, lang);

function sinceFr(title: TitleValues["title"] | undefined): string {
  const day = award(title);
  return day ? ` depuis l’obtention du titre, ${sayWhen(day, "fr")}` : "";
}
function sinceEn(title: TitleValues["title"] | undefined): string {
  const day = award(title);
  return day ? ` since the title was awarded ${sayWhen(day, "en")}` : "";
}

export const sentences = joined(
  lawSentences,
  inBoth({
    "title-opens": (v: TitleValues) => [
      french`Votre ${sayTitle(v, "fr")}, obtenu ${awarded(v, "fr")}, ouvre cette voie.`,
      `Your ${sayTitle(v, "en")}, awarded ${awarded(v, "en")}, opens this route.`,
    ],
    "title-attested": (v: TitleValues) => [
      french`Votre ${sayTitle(v, "fr")}, obtenu ${awarded(v, "fr")}, ouvre cette voie par son attestation : le texte en demande une, qui porte sur le niveau du diplôme dans le pays où il a été délivré, sans dire ce qu’elle ouvre, et c’est ainsi que nous le lisons.`,
      `Your ${sayTitle(v, "en")}, awarded ${awarded(v, "en")}, opens this route by its attestation: the text asks for one, on the level of the diploma in the country that awarded it, without saying what it opens, and this is how we read it.`,
    ],
    "title-to-decide": (v: Sooner) => [
      french`Votre ${sayTitle(v, "fr")} peut ouvrir cette voie, mais il a été délivré à l’étranger : l’établissement doit décider s’il y correspond${soonerFr(v)}.`,
      `Your ${sayTitle(v, "en")} may open this route, but it was awarded abroad: the school must decide whether it corresponds${soonerEn(v)}.`,
    ],
    "title-attestation-missing": (v: Sooner) => [
      french`Votre ${sayTitle(v, "fr")} a été délivré à l’étranger : sans attestation de son niveau dans le pays où il a été délivré, on ne peut pas encore savoir s’il ouvre cette voie${soonerFr(v)}.`,
      `Your ${sayTitle(v, "en")} was awarded abroad: without an attestation of its level in the country that awarded it, nobody can tell yet whether it opens this route${soonerEn(v)}.`,
    ],
    "title-attested-otherwise": (v: TitleValues) => [
      french`Votre ${sayDeclared(v, "fr")} n’ouvre pas cette voie : c’est son attestation qui décide, et elle dit ${sayAttested(v.title, "fr")}.`,
      `Your ${sayDeclared(v, "en")} does not open this route: its attestation decides, and it says ${sayAttested(v.title, "en")}.`,
    ],
    "title-later": (v: TitleValues) => [
      french`Votre ${sayTitle(v, "fr")} peut ouvrir cette voie à partir du ${sayDay(v.title.input.awardedOn, "fr")}, jour de son obtention.`,
      `Your ${sayTitle(v, "en")} may open this route from ${sayDay(v.title.input.awardedOn, "en")}, the day it is awarded.`,
    ],
    "title-missing": (v: Door) => [
      french`Aucun titre déclaré n’ouvre cette voie, qui demande : ${v.door.short.fr}.`,
      `None of the declared titles opens this route, which asks for: ${v.door.short.en}.`,
    ],
    "corps-held": (v: { corps: Named[] }) => [
      french`Vous appartenez à un corps que cette voie admet : ${sayList(
        v.corps.map((one) => one.label.fr),
        "fr",
      )}.`,
      `You belong to a corps that this route admits: ${sayList(
        v.corps.map((one) => one.label.en),
        "en",
      )}.`,
    ],
    "corps-missing": (v: Door) => [
      french`Cette voie demande d’appartenir à l’un des corps admis : ${v.door.short.fr}.`,
      `This route asks you to belong to one of the admitted corps: ${v.door.short.en}.`,
    ],
    "waiver-held": (v: Door) => [
      french`Vous avez déclaré cette dispense : ${v.door.short.fr}.`,
      `You declared this waiver: ${v.door.short.en}.`,
    ],
    "waiver-missing": (v: Door) => [
      french`Cette voie ne s’ouvre que par une dispense : ${v.door.short.fr}.`,
      `This route only opens by a waiver: ${v.door.short.en}.`,
    ],
    "experience-enough": (v: Experience) => [
      french`Vous avez ${worked(v, v.counted, "fr")} d’expérience en équivalent temps plein (${v.field.label.fr})${sinceFr(v.title)}, pour ${worked(v, v.required, "fr")} demandés.`,
      `You have ${worked(v, v.counted, "en")} of full-time-equivalent experience (${v.field.label.en})${sinceEn(v.title)}, for ${worked(v, v.required, "en")} asked.`,
    ],
    "experience-to-decide": (v: Experience) => [
      french`Vous avez ${worked(v, v.counted, "fr")} d’expérience certaine en équivalent temps plein${sinceFr(v.title)}, et ${worked(v, v.wide, "fr")} avec les périodes à apprécier, pour ${worked(v, v.required, "fr")} demandés : l’établissement doit décider si ces périodes relèvent du champ demandé (${v.field.label.fr})${v.enoughOn === null ? "" : french` ; sans elles, vous aurez ces jours le ${sayDay(v.enoughOn, "fr")}`}.`,
      `You have ${worked(v, v.counted, "en")} of certain full-time-equivalent experience${sinceEn(v.title)}, and ${worked(v, v.wide, "en")} with the periods to be assessed, for ${worked(v, v.required, "en")} asked: the school must decide whether those periods belong to the field asked for (${v.field.label.en})${v.enoughOn === null ? "" : `; without them, you will have these days on ${sayDay(v.enoughOn, "en")}`}.`,
    ],
    "experience-missing": (v: Experience) => [
      french`Il vous manque ${sayDays(v.missing, "fr")} équivalent temps plein${v.months === 0 ? "" : french`, environ ${v.months} mois`}${whenFr(v)}.`,
      `You are ${sayDays(v.missing, "en")} of full-time equivalent short${v.months === 0 ? "" : `, about ${v.months} ${plural(v.months, "month", "months", "en")}`}${whenEn(v)}.`,
    ],
    "experience-later": (v: Experience & { on: string }) => [
      french`Cette voie demande aussi ${sayYears(v.years, "fr")} d’expérience (${v.field.label.fr}), à compter du titre : d’après les périodes déclarées, vous les aurez le ${sayDay(v.on, "fr")}.`,
      `This route also asks for ${sayYears(v.years, "en")} of experience (${v.field.label.en}), from the title on: by the declared periods, you will have them on ${sayDay(v.on, "en")}.`,
    ],
    "experience-not-counted": (v: Experience) => [
      french`Cette voie demande ${sayYears(v.years, "fr")} d’expérience (${v.field.label.fr}) : tant que rien ne l’ouvre, aucun jour n’est compté.`,
      `This route asks for ${sayYears(v.years, "en")} of experience (${v.field.label.en}): as long as nothing opens it, no day is counted.`,
    ],
  }),
);
