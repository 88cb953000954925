/** The checks on a school that its schema cannot express: names that exist, figures that agree, and a law that is not loosened. */
import { isValidIBAN } from "ibantools";
import { TERRITORIES } from "../kit/holidays.ts";
import { isZone } from "../kit/zone.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { NO_SCHOOL } from "./addresses.ts";
import { accountIssues } from "./accounts.ts";
import { reserved } from "./consistency.ts";
import type { Diploma } from "./diploma.ts";
import { entryIssues, once, rangeIssue, repeatedNames, unknown } from "./entry-consistency.ts";
import type { EstablishmentFile } from "./establishment.ts";
import { SETTLED } from "./intake.ts";
import { legalIssues } from "./legal.ts";
import { maquetteIssues } from "./maquette.ts";
import { portalIssues } from "./portals.ts";
import { passagesIssues } from "./passages.ts";
import { yearIssues } from "./year.ts";

/** Checks a school's file, against its diplomas unless these could not be read. */
export function schoolIssues(file: EstablishmentFile, diplomas: readonly Diploma[] | undefined): Issue[] {
  const campuses = new Set(file.campuses.map(({ campus }) => campus));
  const own = file.diplomas.flatMap((school, at) => ownIssues(school, `diplomas[${at}]`, campuses));
  const lawful = diplomas && file.diplomas.flatMap((school, at) => lawIssues(school, `diplomas[${at}]`, diplomas));
  return [...wholeIssues(file), ...own, ...(lawful ?? [])];
}

function wholeIssues(file: EstablishmentFile): Issue[] {
  const { iban } = file.payment.transfer;
  return [
    ...entryIssues(file),
    ...repeatedNames(file),
    ...once(file.diplomas.map(({ diploma, version }, at) => [`diplomas[${at}]`, `${diploma} ${version}`])),
    ...(NO_SCHOOL.includes(file.establishment) ? [reserved("establishment", file.establishment)] : []),
    ...(isZone(file.timezone) ? [] : [noZone(file.timezone)]),
    ...file.diplomas.flatMap(({ admission: { rules } }, at) =>
      rules === undefined || Object.hasOwn(file.texts, rules)
        ? []
        : [unknown(`diplomas[${at}].admission.rules`, rules, new Set(Object.keys(file.texts)))],
    ),
    ...(TERRITORIES.includes(file.holidays) ? [] : [unknown("holidays", file.holidays, TERRITORIES)]),
    ...(file.closures ?? []).flatMap(({ first, last }, at) =>
      first <= last ? [] : [endsFirst(`closures[${at}].last`)],
    ),
    ...(iban !== undefined && !isValidIBAN(iban) ? [WRONG_IBAN] : []),
    ...(file.legal ? legalIssues(file.legal, file.money?.invoices.regimes ?? []) : []),
    ...(file.year ? yearIssues(file.year) : []),
    ...portalIssues(
      file.year?.portals ?? [],
      (file.money?.payers ?? []).map(({ payer }) => payer),
    ),
    ...(file.year?.passages ? passagesIssues(file.year.passages, file.money) : []),
    ...(file.money?.accounts ? accountIssues(file.money.accounts, file.money.declaration.lines) : []),
  ];
}

/** The checks within its own section of a diploma. */
function ownIssues(school: SchoolFile, path: string, campuses: ReadonlySet<string>): Issue[] {
  const issues: Issue[] = [];
  const tracks = new Set(school.tracks.map((entry) => entry.track));
  school.price.lines.forEach((line, nth) => {
    for (const track of line.tracks ?? [])
      if (!tracks.has(track)) issues.push(unknown(`${path}.price.lines[${nth}].tracks`, track, tracks));
  });
  const { indicators } = school;
  if (indicators && !campuses.has(indicators.campus))
    issues.push(unknown(`${path}.indicators.campus`, indicators.campus, campuses));
  indicators?.rates.forEach((rate, nth) => issues.push(...headCountIssues(rate, `${path}.indicators.rates[${nth}]`)));
  return [...issues, ...funderIssues(school, path)];
}

/** The checks against the référentiel of that diploma. */
function lawIssues(school: SchoolFile, path: string, diplomas: readonly Diploma[]): Issue[] {
  const national = diplomas.find((one) => one.diploma === school.diploma && one.version === school.version);
  if (!national) {
    return [
      unknown(
        `${path}.version`,
        `${school.diploma} ${school.version}`,
        new Set(diplomas.map((one) => `${one.diploma} ${one.version}`)),
      ),
    ];
  }
  const issues = maquetteIssues(national, school.maquette.hours).map((problem) => ({
    ...problem,
    path: `${path}.maquette.hours`,
  }));
  const units = new Set(national.domains.flatMap((domain) => domain.units.map((unit) => unit.unit)));
  for (const unit of Object.keys(school.maquette.hours))
    if (!units.has(unit)) issues.push(unknown(`${path}.maquette.hours`, unit, units));
  const exams = new Set(national.domains.map(({ domain }) => domain));
  school.appreciations?.forEach(({ exam }, nth) => {
    if (exam !== undefined && !exams.has(exam)) issues.push(unknown(`${path}.appreciations[${nth}].exam`, exam, exams));
  });
  return [...issues, ...admissionIssues(national, school, path)];
}

type SchoolFile = EstablishmentFile["diplomas"][number];

/** Every setting of an intake must have an entry that asks for it, and page ranges must be in order. */
function admissionIssues(national: Diploma, school: SchoolFile, path: string): Issue[] {
  const local = [...school.admission.intake, ...school.admission.interview, ...school.admission.silent];
  const askedSettings = new Set([...national.admission.interview, ...local].flatMap(({ asks }) => asks ?? []));
  const issues = SETTLED.filter((setting) => !askedSettings.has(setting)).map((setting) =>
    issue(
      `${path}.admission.intake`,
      `Aucune disposition ne demande à une campagne son réglage « ${setting} » (asks).`,
      `No entry asks an intake for its setting "${setting}" (asks).`,
    ),
  );
  const reminded = (school.admission.reminders ?? []).map(({ before }) => before);
  if (new Set(reminded).size < reminded.length)
    issues.push(
      issue(
        `${path}.admission.reminders`,
        "Les rappels d’une même échéance tiennent en une seule entrée.",
        "The reminders of one deadline are one entry.",
      ),
    );
  const pieces = [...national.admission.pieces, ...school.admission.pieces].filter(({ piece }) => piece !== undefined);
  school.admission.hints?.forEach(({ key }, at) => {
    if (pieces.some((one) => one.key === key)) return;
    issues.push(
      issue(
        `${path}.admission.hints[${at}].key`,
        `Aucune pièce demandée ne porte la clé « ${key} ».`,
        `No piece that is asked for has the key "${key}".`,
      ),
    );
  });
  const byLaw = new Set(national.admission.pieces.flatMap(({ key, piece }) => (piece ? [key] : [])));
  school.admission.pieces.forEach(({ key, piece }, at) => {
    const place = `${path}.admission.pieces[${at}]`;
    issues.push(...rangeIssue(`${place}.piece.pages`, piece?.pages));
    if (piece && byLaw.has(key))
      issues.push(
        issue(
          `${place}.key`,
          `« ${key} » est une pièce que le référentiel demande, et il la demande telle quelle : un établissement ajoute des pièces à lui, ou dit ce qu’il attend de celle-ci (hints).`,
          `"${key}" is a piece that the référentiel asks for, and it asks for it as it is: a school adds pieces of its own, or says what it expects of this one (hints).`,
        ),
      );
  });
  return issues;
}

/** Exactly one payer is the person, the only one with a share of the tuition; the sentence beside it must state that discount. */
function funderIssues({ funders, price }: SchoolFile, path: string): Issue[] {
  const issues: Issue[] = [];
  const [personal, ...others] = funders.filter((funder) => funder.personal);
  if (!personal || others.length > 0)
    issues.push(
      issue(
        `${path}.funders`,
        "Il faut exactement un financement personnel.",
        "There must be exactly one personal funding.",
      ),
    );
  funders.forEach(({ personal: own, payPercent }, at) => {
    if (own || payPercent === undefined) return;
    issues.push(
      issue(
        `${path}.funders[${at}].payPercent`,
        "Cette part (payPercent) est celle que paie la personne : elle ne va qu’avec le financement personnel.",
        "This share (`payPercent`) is what the person pays: it goes with the personal funding alone.",
      ),
    );
  });
  return personal ? [...issues, ...discountIssues(price.selfFunding, personal.payPercent ?? 100, path)] : issues;
}

/** « La remise de 20 % » if the person pays 80 %: the printed discount must be the one that the quote applies. */
function discountIssues(selfFunding: SchoolFile["price"]["selfFunding"], paid: number, path: string): Issue[] {
  const place = `${path}.price.selfFunding`;
  if (selfFunding === undefined) return paid === 100 ? [] : [untold(place, paid)];
  const { value, label } = selfFunding;
  const wrong = (at: string, printedText: string) =>
    issue(
      at,
      `Il est dit ${printedText} ; or la personne paie ${paid} % de ce coût (payPercent), soit une remise de ${100 - paid} %.`,
      `It says ${printedText}; yet the person pays ${paid}% of this cost (payPercent), which is a discount of ${100 - paid}%.`,
    );
  const printed = (["fr", "en"] as const).flatMap((lang) =>
    [...label[lang].matchAll(/(\d+(?:[.,]\d+)?)\s*%/gu)].flatMap(([, number]) =>
      [paid, 100 - paid].includes(Number(number!.replace(",", ".")))
        ? []
        : [wrong(`${place}.label.${lang}`, `${number} %`)],
    ),
  );
  return value === undefined || Number(value) === 100 - paid
    ? printed
    : [wrong(`${place}.value`, String(value)), ...printed];
}

function untold(place: string, paid: number): Issue {
  return issue(
    place,
    `La personne paie ${paid} % de ce coût (payPercent) : il manque la phrase qui dit cette remise.`,
    `The person pays ${paid}% of this cost (payPercent): the sentence that tells this discount is missing.`,
  );
}

type Rate = NonNullable<SchoolFile["indicators"]>["rates"][number];

function headCountIssues({ numerator, denominator }: Rate, path: string): Issue[] {
  if (numerator === null || denominator === null || numerator <= denominator) return [];
  return [
    issue(
      `${path}.numerator`,
      `${numerator} personnes sur ${denominator} : le numérateur ne peut pas dépasser le dénominateur.`,
      `${numerator} people out of ${denominator}: the numerator cannot be above the denominator.`,
    ),
  ];
}

function noZone(zone: string): Issue {
  return issue(
    "timezone",
    `« ${zone} » n’est pas un fuseau horaire connu ; attendu : un nom comme Europe/Paris ou Indian/Reunion.`,
    `"${zone}" is no time zone that is known; expected: a name such as Europe/Paris or Indian/Reunion.`,
  );
}

/** People send money to it: one wrong digit must stop the start. */
const endsFirst = (path: string) =>
  issue(path, "La fermeture finit avant de commencer.", "The closure ends before it begins.");
const WRONG_IBAN = issue(
  "payment.transfer.iban",
  "Cet IBAN est faux : sa clé de contrôle ne correspond pas.",
  "This IBAN is wrong: its check digits do not match.",
);
