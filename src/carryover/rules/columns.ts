/** The columns of a table of people in training: the fixed ones, and those of the diplomas' units and domains, which are data. */
import type { Label } from "../../kit/lang.ts";
import { plain } from "../../kit/sheet.ts";

export type Column = {
  readonly key: string;
  readonly label: Label;
  /** A table without this column is refused. */
  readonly needed?: true;
};

/** What gives columns: the units and domains of the diplomas that the school prepares. */
export type Studied = {
  readonly units: readonly string[];
  readonly domains: readonly string[];
  /** Whether a school may grant hours beyond those that the law relieves. */
  readonly grants: boolean;
  /** Kinds of payers of the school's file; none where it says nothing of money. */
  readonly payers: readonly PaysAs[];
};
/** `own`: the person. */
export type PaysAs = {
  readonly payer: string;
  readonly label: Label;
  readonly own: boolean;
  /** Its paper, as the school’s file says. */
  readonly paper: string;
};

const needed = (key: string, fr: string, en: string): Column => ({ key, label: { fr, en }, needed: true });
const other = (key: string, fr: string, en: string): Column => ({ key, label: { fr, en } });

const PERSON = [
  needed("birthName", "Nom de naissance", "Birth name"),
  other("usedName", "Nom d’usage", "Name in use"),
  needed("givenNames", "Prénoms", "Given names"),
  needed("bornOn", "Né le", "Born on"),
  other("mail", "Adresse électronique", "Mail address"),
  other("phone", "Téléphone", "Telephone"),
  other("street", "Rue", "Street"),
  other("postcode", "Code postal", "Postcode"),
  other("city", "Ville", "City"),
  needed("cohort", "Promotion", "Cohort"),
  needed("givenOn", "Informations remises le", "Information handed over on"),
  needed("contractOn", "Contrat signé le", "Contract signed on"),
] as const;

const RELIEF = [
  other("title", "Titre reconnu", "Title recognised"),
  other("awardedOn", "Titre obtenu le", "Title awarded on"),
  other("reliefOn", "Allègements décidés le", "Reliefs decided on"),
  other("paper", "Pièce de la décision", "Paper of the decision"),
] as const;

const FOLLOWED = [
  other("until", "Heures suivies jusqu’au", "Hours followed until"),
  other("by", "Heures attestées par", "Hours attested by"),
] as const;

export const shareKey = (payer: string) => `share:${payer}`;
export const payerKey = (payer: string) => `payer:${payer}`;
export const invoicedKey = (payer: string) => `invoiced:${payer}`;
export const paidKey = (payer: string) => `paid:${payer}`;
export const numberKey = (payer: string) => `number:${payer}`;
export const hoursKey = (unit: string) => `hours:${unit}`;
export const grantKey = (unit: string) => `grant:${unit}`;
export const validatedKey = (domain: string) => `validated:${domain}`;
export const validatedByKey = (domain: string) => `validated-by:${domain}`;

const BILLED = [other("billedUntil", "Facturé jusqu’au", "Invoiced until")] as const;

/** What one kind of payer pays, and what was asked of it and paid. */
function paying({ payer, label: { fr, en }, own }: PaysAs): readonly Column[] {
  return [
    other(shareKey(payer), `Part, ${fr}`, `Share, ${en}`),
    ...(own ? [] : [other(payerKey(payer), `Payeur, ${fr}`, `Payer, ${en}`)]),
    other(invoicedKey(payer), `Facturé, ${fr}`, `Invoiced, ${en}`),
    other(paidKey(payer), `Payé, ${fr}`, `Paid, ${en}`),
    other(numberKey(payer), `Dernière facture, ${fr}`, `Last invoice, ${en}`),
  ];
}

export function columnsOf({ units, domains, grants, payers }: Studied): readonly Column[] {
  return [
    ...PERSON,
    ...RELIEF,
    ...(grants ? units.map((unit) => other(grantKey(unit), `Heures accordées ${unit}`, `Hours granted ${unit}`)) : []),
    ...domains.flatMap((domain) => [
      other(validatedKey(domain), `${domain} validé le`, `${domain} validated on`),
      other(validatedByKey(domain), `${domain} validé par`, `${domain} validated by`),
    ]),
    ...units.map((unit) => other(hoursKey(unit), `Heures suivies ${unit}`, `Hours followed ${unit}`)),
    ...FOLLOWED,
    ...payers.flatMap(paying),
    ...(payers.length > 0 ? BILLED : []),
  ];
}

/** The column that a heading names, in either language, whatever its case, accents and punctuation. */
export function columnNamed(columns: readonly Column[], heading: string): Column | undefined {
  const wanted = plain(heading);
  return columns.find(({ label }) => plain(label.fr) === wanted || plain(label.en) === wanted);
}
