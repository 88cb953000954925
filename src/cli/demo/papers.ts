/** The files of one candidate: those their declaration requires, under typical file names. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";
import type { PeriodDraft, TitleDraft } from "../../inquiry/rules/draft.ts";
import type { Chance } from "./chance.ts";
import type { Person } from "./person.ts";
import type { OpenSite } from "./site.ts";

type Piece = OpenSite["pieces"][number];
export type Paper = { readonly sha256: string; readonly name: string; readonly pages: number };

/** Empty where the declaration does not require this piece. */
export function papersFor(site: OpenSite, piece: Piece, person: Person, lang: Lang, own: Chance): Paper[] {
  return namesFor(piece, person, lang, own).map((name) => {
    const { sha256, pages } = own.pick(fitting(site, piece, own));
    return { sha256, pages, name: `${name}.pdf` };
  });
}

/** A text has the pages it should have, with a few exceptions; a proof has one to three. */
function fitting({ files }: OpenSite, { pages }: Piece, own: Chance): OpenSite["files"] {
  if (!pages) return files.filter((file) => file.pages <= 3);
  const inside = files.filter((file) => file.pages >= pages.min && file.pages <= pages.max);
  const outside = files.filter((file) => file.pages > 3 && !inside.includes(file));
  return inside.length > 0 && (outside.length === 0 || own.happens(0.93)) ? inside : outside;
}

function namesFor(piece: Piece, { name, draft }: Person, lang: Lang, own: Chance): string[] {
  const { needed, many, national, label } = piece;
  const words = NAMES[lang];
  if (needed === "experience") return draft.periods.map((period) => words.work(period, own));
  if (needed === "abroad")
    return draft.titles
      .filter(({ country }) => typeof country === "string")
      .map(({ attestation }) => (attestation ? words.attested : words.attestationAsked));
  if (needed === "relief")
    return (draft.plan?.held ?? []).map(({ validatedOn }) => words.jury(validatedOn.slice(0, 4)));
  if (needed === "optional" || (needed === "waiver" && (draft.waivers ?? []).length === 0)) return [];
  if (!national || !many) return [`${label[lang]} – ${name}`];
  return [...draft.titles.map((title) => words.title(title, own)), ...(draft.corps ?? []).map(() => words.corps)];
}

const yearOf = (day: string | null | undefined) => day?.slice(0, 4) ?? "";
const spanOf = ({ from, to }: PeriodDraft) =>
  yearOf(from) === yearOf(to) ? yearOf(from) : `${yearOf(from)}-${yearOf(to)}`;

const NAMES = inBoth({
  title: [
    ({ title, yearsOfStudy, awardedOn }: TitleDraft, own: Chance) => {
      const what = title ?? { 3: "Licence", 4: "Maîtrise", 5: "Master" }[yearsOfStudy ?? 0] ?? "Titre professionnel";
      return own.pick([`${what} ${yearOf(awardedOn)}`, `Diplôme ${what}`, `Scan ${what} recto verso`]);
    },
    ({ title, yearsOfStudy, awardedOn }: TitleDraft, own: Chance) => {
      const what = title ?? { 3: "Bachelor", 4: "First-year master", 5: "Master" }[yearsOfStudy ?? 0] ?? "Title";
      return own.pick([`${what} ${yearOf(awardedOn)}`, `${what} diploma`, `Scan of my ${what}`]);
    },
  ],
  corps: ["Arrêté de titularisation", "Order of appointment"],
  work: (period: PeriodDraft, own: Chance) => [
    period.to === null
      ? own.pick([`Attestation employeur depuis ${yearOf(period.from)}`, `Contrat de travail ${yearOf(period.from)}`])
      : own.pick([`Certificat de travail ${spanOf(period)}`, `Attestation employeur ${spanOf(period)}`]),
    period.to === null
      ? own.pick([`Employer letter since ${yearOf(period.from)}`, `Work contract ${yearOf(period.from)}`])
      : own.pick([`Work certificate ${spanOf(period)}`, `Employer letter ${spanOf(period)}`]),
  ],
  attested: ["Attestation de comparabilité", "Attestation of comparability"],
  attestationAsked: ["Accusé de réception de ma demande d’attestation", "Receipt of my request for an attestation"],
  jury: (year: string) => [`Décision du jury ${year}`, `Decision of the jury ${year}`],
});
