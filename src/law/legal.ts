/**
 * What a school says of itself on contracts, conventions and invoices. What it does not say is unknown: the paper that must bear it is
 * refused, and `livret doctor` names it.
 */
import { type Static, Type } from "typebox";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";
import { hasCheckDigit } from "../kit/luhn.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { closed } from "../kit/shapes.ts";
import { unknown } from "./entry-consistency.ts";
import { DaySchema, KeySchema, LabelSchema, type Loaded } from "./entry.ts";
import type { RegimeEntry } from "./money.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });

/** The regime of VAT from one day to another, both included; with the attestation that it rests on. */
const Regime = Type.Object(
  { from: DaySchema, to: Type.Optional(DaySchema), regime: KeySchema, attestation: Type.Optional(Line) },
  closed,
);

export const LegalSchema = Type.Object(
  {
    /** Association, company with its capital, public body. */
    form: Type.Optional(LabelSchema),
    siren: Type.Optional(Type.String({ pattern: "^[0-9]{9}$" })),
    siret: Type.Optional(Type.String({ pattern: "^[0-9]{14}$" })),
    /** Of its declaration of activity as a training body. */
    activity: Type.Optional(
      Type.Object({ number: Type.String({ pattern: "^[0-9]{11}$" }), registeredWith: LabelSchema }, closed),
    ),
    vatNumber: Type.Optional(Type.String({ pattern: "^FR[0-9A-Z]{2}[0-9]{9}$" })),
    /** Empty is unknown. */
    vat: Type.Optional(Type.Array(Regime, { maxItems: 20 })),
    /** To whom a consumer may turn before a court. */
    mediator: Type.Optional(
      Type.Object({ name: Line, address: Type.Array(Line, { minItems: 1, maxItems: 6 }), url: Line }, closed),
    ),
  },
  closed,
);
export type Legal = Loaded<Static<typeof LegalSchema>>;
export type VatRegime = NonNullable<Legal["vat"]>[number];

/** The regime of a day, if the school says one. */
export function vatOn({ vat = [] }: Legal, on: Day): VatRegime | undefined {
  return vat.find(({ from, to }) => from <= on && (to === undefined || on <= to));
}

/** What the papers of a day want and the school does not say; an invoice wants less than a contract. */
export function unstated(legal: Legal, on: Day, paper?: "invoice"): readonly Label[] {
  const wanted = paper === "invoice" ? WANTED.filter(({ contracts }) => !contracts) : WANTED;
  return wanted.filter(({ said }) => !said(legal, on)).map(({ label }) => label);
}

type Wanted = {
  readonly said: (legal: Legal, on: Day) => boolean;
  readonly label: Label;
  /** Of contracts alone. */
  readonly contracts?: true;
};
const WANTED: readonly Wanted[] = [
  { said: ({ form }) => form !== undefined, label: { fr: "sa forme juridique (form)", en: "its legal form (form)" } },
  { said: ({ siren }) => siren !== undefined, label: { fr: "son SIREN (siren)", en: "its SIREN (siren)" } },
  { said: ({ siret }) => siret !== undefined, label: { fr: "son SIRET (siret)", en: "its SIRET (siret)" } },
  {
    said: ({ activity }) => activity !== undefined,
    label: {
      fr: "son numéro de déclaration d’activité (activity)",
      en: "the number of its declaration of activity (activity)",
    },
  },
  {
    said: (legal, on) => vatOn(legal, on) !== undefined,
    label: { fr: "son régime de TVA, avec sa preuve (vat)", en: "its regime of VAT, with its proof (vat)" },
  },
  {
    contracts: true,
    said: ({ mediator }) => mediator !== undefined,
    label: { fr: "le médiateur de la consommation (mediator)", en: "the mediator of consumption (mediator)" },
  },
];

/** What its schema cannot say: numbers with a wrong digit, a regime that the law of money does not have or that lacks its attestation. */
export function legalIssues(legal: Legal, known: readonly Pick<RegimeEntry, "regime" | "attested">[]): Issue[] {
  const { siren, siret, vat = [] } = legal;
  const issues: Issue[] = [];
  if (siren !== undefined && !hasCheckDigit(siren)) issues.push(wrong("siren", siren));
  if (siret !== undefined && !(hasCheckDigit(siret) && siret.startsWith(siren ?? "")))
    issues.push(wrong("siret", siret));
  const regimes = new Map(known.map((one) => [one.regime, one]));
  vat.forEach(({ from, to, regime, attestation }, nth) => {
    const path = `legal.vat[${nth}]`;
    if (!regimes.has(regime)) issues.push(unknown(`${path}.regime`, regime, new Set(regimes.keys())));
    else if (regimes.get(regime)!.attested && attestation === undefined) issues.push(unattested(path));
    const before = vat
      .slice(0, nth)
      .some((other) => from <= (other.to ?? "9999-12-31") && other.from <= (to ?? "9999-12-31"));
    if (before || (to !== undefined && to < from)) issues.push(overlapping(path));
  });
  return issues;
}

function wrong(key: string, value: string): Issue {
  return issue(
    `legal.${key}`,
    `« ${value} » n’est pas un numéro du répertoire : un chiffre est faux, ou il n’est pas de ce SIREN.`,
    `"${value}" is no number of the register: a digit is wrong, or it is not of this SIREN.`,
  );
}
const unattested = (path: string) =>
  issue(
    `${path}.attestation`,
    "Ce régime repose sur une attestation : donnez son numéro.",
    "This regime rests on an attestation: give its number.",
  );
const overlapping = (path: string) =>
  issue(
    `${path}.from`,
    "Deux régimes de TVA ne valent pas le même jour, et aucun ne finit avant de commencer.",
    "Two regimes of VAT do not hold on one day, and none ends before it begins.",
  );
