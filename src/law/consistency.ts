/** What a schema cannot say: names that must exist, sums that must hold, and the law that a school may not loosen. */
import { isValidIBAN } from "ibantools";
import { FIRST_DAY } from "../kit/day.ts";
import { issue, type Issue } from "../kit/schema.ts";
import type { Diploma, DiplomaFile } from "./diploma.ts";
import type { EstablishmentFile } from "./establishment.ts";
import { SETTLED } from "./intake.ts";
import { maquetteIssues } from "./maquette.ts";
import { levelAt } from "./titles.ts";

/** A référentiel that names only what it declares. */
export function diplomaIssues(file: DiplomaFile): Issue[] {
  const names = namesOf(file);
  const issues: Issue[] = [];
  const known = (path: string, name: string, among: ReadonlySet<string>) => {
    if (!among.has(name)) issues.push(unknown(path, name, among));
  };
  file.catalogue.forEach((title, at) => {
    known(`catalogue[${at}].kind`, title.kind, names.kinds);
    issues.push(...levelIssues(title.levels, `catalogue[${at}].levels`));
  });
  file.doors.forEach((door, at) => issues.push(...doorIssues(door, `doors[${at}]`, names)));
  file.domains.forEach((domain, at) => issues.push(...domainIssues(domain, `domains[${at}]`, file.marks.max)));
  file.reliefs.forEach((relief, at) => {
    known(`reliefs[${at}].title`, relief.title, names.titles);
    relief.dispenses.forEach((one, nth) => known(`reliefs[${at}].dispenses[${nth}].domain`, one.domain, names.domains));
    relief.allegements.forEach((one, nth) => known(`reliefs[${at}].allegements[${nth}].unit`, one.unit, names.units));
  });
  file.grants.never.forEach((unit, at) => known(`grants.never[${at}]`, unit, names.units));
  issues.push(...repeated(file));
  return issues;
}

type Names = ReturnType<typeof namesOf>;

function namesOf(file: DiplomaFile) {
  return {
    kinds: new Set(file.titleKinds.map((entry) => entry.kind)),
    titles: new Set(file.catalogue.map((entry) => entry.title)),
    corps: new Set(file.corps.map((entry) => entry.corps)),
    waivers: new Set(file.waivers.map((entry) => entry.waiver)),
    fields: new Set(file.experience.fields.map((entry) => entry.field)),
    domains: new Set(file.domains.map((entry) => entry.domain)),
    units: new Set(file.domains.flatMap((entry) => entry.units.map((unit) => unit.unit))),
  };
}

/** Whatever the day of the award, with or without a day on which the course began, some level must hold. */
function levelIssues(levels: DiplomaFile["catalogue"][number]["levels"], path: string): Issue[] {
  const bounds = levels.flatMap((level) => level.awardedBefore ?? []);
  // A gap starts with the calendar, or on the day on which a level ends.
  const days = [FIRST_DAY, ...bounds];
  const gap = days.find((awardedOn) => levelAt(levels, { awardedOn }) === undefined);
  if (gap === undefined) return [];
  return [
    issue(
      path,
      `Aucun niveau ne vaut pour un titre obtenu le ${gap} : les niveaux datés doivent couvrir tous les jours.`,
      `No level holds for a title awarded on ${gap}: dated levels must cover every day.`,
    ),
  ];
}

function doorIssues(door: DiplomaFile["doors"][number], path: string, names: Names): Issue[] {
  const { opens } = door;
  const branches = "all" in opens ? opens.all : [opens];
  const issues = branches.flatMap((branch, at) => {
    const place = "all" in opens ? `${path}.opens.all[${at}]` : `${path}.opens`;
    return "any" in branch
      ? branch.any.flatMap((leaf, nth) => leafIssues(leaf, `${place}.any[${nth}]`, names))
      : leafIssues(branch, place, names);
  });
  const alternatives = branches.some((branch) => "any" in branch && branch.any.some((leaf) => "experience" in leaf));
  if (alternatives || branches.filter((branch) => "experience" in branch).length > 1) {
    issues.push(
      issue(
        `${path}.opens`,
        "L’expérience se demande une fois par voie, à côté des autres conditions (« all »), jamais parmi des choix (« any »).",
        "Experience is asked once a door, beside the other conditions (`all`), never among alternatives (`any`).",
      ),
    );
  }
  return issues;
}

type Leaf = Extract<DiplomaFile["doors"][number]["opens"], { any: unknown }>["any"][number];

function leafIssues(leaf: Leaf, path: string, names: Names): Issue[] {
  const known = (asked: readonly string[], among: ReadonlySet<string>) =>
    asked.filter((name) => !among.has(name)).map((name) => unknown(path, name, among));
  if ("title" in leaf) return known([leaf.title.kind], names.kinds);
  if ("experience" in leaf) return known([leaf.experience.field], names.fields);
  return "waiver" in leaf ? known([leaf.waiver], names.waivers) : known(leaf.corps, names.corps);
}

function domainIssues(domain: DiplomaFile["domains"][number], path: string, highest: number): Issue[] {
  const theory = domain.units.filter((unit) => !unit.practice);
  const least = theory.reduce((sum, unit) => sum + unit.hours.min, 0);
  const most = theory.reduce((sum, unit) => sum + unit.hours.max, 0);
  const issues: Issue[] = [];
  if (domain.theory < least || domain.theory > most) {
    issues.push(
      issue(
        `${path}.theory`,
        `Le total du domaine (${domain.theory} h) est hors des bornes de ses unités (${least} à ${most} h).`,
        `The domain's total (${domain.theory} h) is outside the bounds of its units (${least} to ${most} h).`,
      ),
    );
  }
  return [...issues, ...examIssues(domain.exam, `${path}.exam`, highest)];
}

function examIssues(exam: DiplomaFile["domains"][number]["exam"], path: string, highest: number): Issue[] {
  const wanted = exam.result === "agreed" ? "marks" : "components";
  if (exam[wanted] === undefined) {
    return [
      issue(
        path,
        `Une épreuve « ${exam.result} » donne ses « ${wanted} ».`,
        `An exam of result "${exam.result}" gives its "${wanted}".`,
      ),
    ];
  }
  const weights = exam.result === "sum" ? exam.components!.reduce((sum, one) => sum + one.weight, 0) : 1;
  const most = weights * highest;
  if (exam.outOf === most && exam.threshold <= most) return [];
  return [
    issue(
      `${path}.outOf`,
      `Cette épreuve se note sur ${most} d’après ses coefficients, et son seuil ne peut pas dépasser ce total.`,
      `This exam is marked out of ${most} by its weights, and its threshold cannot be above that.`,
    ),
  ];
}

function unknown(path: string, name: string, among: ReadonlySet<string>): Issue {
  const known = [...among].join(", ");
  return issue(
    path,
    `Nom inconnu « ${name} ». Sont déclarés : ${known}.`,
    `Unknown name "${name}". Declared are: ${known}.`,
  );
}

/** A name that is given twice, where the second stands. */
function repeated(file: DiplomaFile): Issue[] {
  const once = (paths: readonly (readonly [path: string, name: string])[]) =>
    paths.flatMap(([path, name], at) =>
      paths.findIndex(([, other]) => other === name) === at
        ? []
        : [issue(path, `Nom donné deux fois : « ${name} ».`, `Name given twice: "${name}".`)],
    );
  const named = <T>(list: string, items: readonly T[], name: (item: T) => string) =>
    once(items.map((item, at) => [`${list}[${at}]`, name(item)]));
  const units = file.domains.flatMap((domain, at) =>
    domain.units.map((unit, nth) => [`domains[${at}].units[${nth}]`, unit.unit] as const),
  );
  return [
    ...named("titleKinds", file.titleKinds, (entry) => entry.kind),
    ...named("catalogue", file.catalogue, (entry) => entry.title),
    ...named("corps", file.corps, (entry) => entry.corps),
    ...named("waivers", file.waivers, (entry) => entry.input),
    ...named("experience.fields", file.experience.fields, (entry) => entry.field),
    ...named("doors", file.doors, (entry) => entry.door),
    ...named("domains", file.domains, (entry) => entry.domain),
    ...once(units),
    ...named("reliefs", file.reliefs, (entry) => entry.title),
    ...named("held", file.held, (entry) => entry.by),
    ...named("missed", file.missed, (entry) => entry.missed),
  ];
}

/** A school's file that teaches known diplomas, within their bounds. */
export function schoolIssues(file: EstablishmentFile, diplomas: readonly Diploma[]): Issue[] {
  const iban = file.payment.transfer.iban;
  const wrong = iban !== undefined && !isValidIBAN(iban) ? [WRONG_IBAN] : [];
  const issues = file.diplomas.flatMap((school, at) => {
    const path = `diplomas[${at}]`;
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
    const issues = maquetteIssues(national, school.maquette.hours).map((found) => ({
      ...found,
      path: `${path}.maquette.hours`,
    }));
    const units = new Set(national.domains.flatMap((domain) => domain.units.map((unit) => unit.unit)));
    for (const unit of Object.keys(school.maquette.hours))
      if (!units.has(unit)) issues.push(unknown(`${path}.maquette.hours`, unit, units));
    const tracks = new Set(school.tracks.map((entry) => entry.track));
    school.price.lines.forEach((line, nth) => {
      for (const track of line.tracks ?? [])
        if (!tracks.has(track)) issues.push(unknown(`${path}.price.lines[${nth}].tracks`, track, tracks));
    });
    if (school.funders.filter((funder) => funder.personal).length !== 1) {
      issues.push(
        issue(
          `${path}.funders`,
          "Il faut exactement un financement personnel.",
          "There must be exactly one personal funding.",
        ),
      );
    }
    issues.push(...admissionIssues(national, school, path));
    return issues;
  });
  return [...wrong, ...issues];
}

type SchoolFile = EstablishmentFile["diplomas"][number];

/** Whoever opens an intake is told who asks for each of its settings, and can be asked for no page range upside down. */
function admissionIssues(national: Diploma, school: SchoolFile, path: string): Issue[] {
  const local = [...school.admission.intake, ...school.admission.interview, ...school.admission.silent];
  const asked = new Set([...national.admission.interview, ...local].flatMap(({ asks }) => asks ?? []));
  const issues = SETTLED.filter((setting) => !asked.has(setting)).map((setting) =>
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
  school.admission.pieces.forEach(({ piece }, at) => {
    if (piece?.pages && piece.pages.min > piece.pages.max)
      issues.push(
        issue(
          `${path}.admission.pieces[${at}].piece.pages`,
          "Le nombre de pages va du plus petit au plus grand.",
          "The number of pages goes from the lesser to the greater.",
        ),
      );
  });
  return issues;
}
/** People send money to it: one wrong digit must stop the start. */
const WRONG_IBAN = issue(
  "payment.transfer.iban",
  "Cet IBAN est faux : sa clé de contrôle ne correspond pas.",
  "This IBAN is wrong: its check digits do not match.",
);
