/** The checks on a diploma that its schema cannot express: names that exist, sums and ranges that hold, conditions that can be met. */
import { addDays, FIRST_DAY } from "../kit/day.ts";
import { issue, type Issue } from "../kit/schema.ts";
import { NO_DIPLOMA } from "./addresses.ts";
import type { DiplomaFile } from "./diploma.ts";
import { entryIssues, once, rangeIssue, repeatedNames, unknown } from "./entry-consistency.ts";
import { juryIssues } from "./jury-consistency.ts";
import { levelAt } from "./titles.ts";

/** Checks that a référentiel uses only names that it declares. */
export function diplomaIssues(file: DiplomaFile): Issue[] {
  const names = namesOf(file);
  const issues = [...entryIssues(file), ...repeatedNames(file), ...repeatedAcross(file)];
  const known = <T extends string | number>(path: string, name: T | undefined, among: ReadonlySet<T>) => {
    if (name !== undefined && !among.has(name)) issues.push(unknown(path, name, among));
  };
  if (NO_DIPLOMA.includes(file.diploma)) issues.push(reserved("diploma", file.diploma));
  known("registration.level", file.registration.level, names.levels);
  for (const [name, level] of Object.entries(file.levels.legacy)) known(`levels.legacy.${name}`, level, names.levels);
  file.catalogue.forEach((title, at) => {
    known(`catalogue[${at}].kind`, title.kind, names.kinds);
    title.levels.forEach(({ level }, nth) => known(`catalogue[${at}].levels[${nth}].level`, level, names.levels));
    issues.push(...levelIssues(title.levels, `catalogue[${at}].levels`));
  });
  file.doors.forEach((door, at) => issues.push(...doorIssues(door, `doors[${at}]`, names)));
  file.domains.forEach((domain, at) => issues.push(...domainIssues(domain, `domains[${at}]`, file.marks.max)));
  file.reliefs.forEach((relief, at) => {
    known(`reliefs[${at}].title`, relief.title, names.titles);
    issues.push(...rangeIssue(`reliefs[${at}].printedTotal`, relief.printedTotal));
    relief.dispenses.forEach((one, nth) => known(`reliefs[${at}].dispenses[${nth}].domain`, one.domain, names.domains));
    relief.allegements.forEach((one, nth) => known(`reliefs[${at}].allegements[${nth}].unit`, one.unit, names.units));
  });
  const facts = new Set(file.training.map(({ key }) => key));
  file.domains.forEach(({ units }, at) =>
    units.forEach(({ study }, nth) =>
      (["partnership", "agreement"] as const).forEach((kind) =>
        study?.[kind]?.forEach((key, place) =>
          known(`domains[${at}].units[${nth}].study.${kind}[${place}]`, key, facts),
        ),
      ),
    ),
  );
  file.grants?.never.forEach((unit, at) => known(`grants.never[${at}]`, unit, names.units));
  file.grants?.opens.forEach((rule, at) => {
    known(`grants.opens[${at}].kind`, rule.kind, names.kinds);
    known(`grants.opens[${at}].level`, rule.level, names.levels);
  });
  const pieces = new Set(file.admission.pieces.flatMap(({ key, piece }) => (piece ? [key] : [])));
  file.admission.interview.forEach(({ bearsOn }, at) => known(`admission.interview[${at}].bearsOn`, bearsOn, pieces));
  file.admission.pieces.forEach(({ piece }, at) =>
    issues.push(...rangeIssue(`admission.pieces[${at}].piece.pages`, piece?.pages)),
  );
  issues.push(...juryIssues(file.jury), ...authorityIssues(file));
  return issues;
}

/** Its address would be one of the program's own. */
export function reserved(path: string, name: string): Issue {
  return issue(
    path,
    `« ${name} » est déjà le début d’une adresse du programme : choisissez un autre nom.`,
    `"${name}" already begins an address of the program’s own: choose another name.`,
  );
}

type Names = ReturnType<typeof namesOf>;

function namesOf(file: DiplomaFile) {
  return {
    levels: new Set(file.levels.known),
    measures: new Map(file.titleKinds.map(({ kind, measure }) => [kind, measure])),
    kinds: new Set(file.titleKinds.map((entry) => entry.kind)),
    titles: new Set(file.catalogue.map((entry) => entry.title)),
    corps: new Set(file.corps.map((entry) => entry.corps)),
    waivers: new Set(file.waivers.map((entry) => entry.waiver)),
    fields: new Set(file.experience?.fields.map((entry) => entry.field)),
    domains: new Set(file.domains.map((entry) => entry.domain)),
    units: new Set(file.domains.flatMap((entry) => entry.units.map((unit) => unit.unit))),
  };
}

/** A level must apply on any day of award, with or without a day on which the course began, and change with the year alone. */
function levelIssues(levels: DiplomaFile["catalogue"][number]["levels"], path: string): Issue[] {
  return [...gapIssues(levels, path), ...withinYearIssues(levels, path)];
}

/** A candidate may know the year of an award and no more: one year has one level, as far as the award decides it. */
function withinYearIssues(levels: DiplomaFile["catalogue"][number]["levels"], path: string): Issue[] {
  const within = levels
    .flatMap(({ awardedBefore, awardedFrom }) => [awardedBefore, awardedFrom])
    .find((day) => day !== undefined && !day.endsWith("-01-01"));
  if (within === undefined) return [];
  return [
    issue(
      path,
      `Le niveau change le ${within}, en cours d’année : une année d’obtention ne suffirait plus à le dire.`,
      `The level changes on ${within}, within a year: the year of the award would no longer tell it.`,
    ),
  ];
}

function gapIssues(levels: DiplomaFile["catalogue"][number]["levels"], path: string): Issue[] {
  const bounds = levels.flatMap((level) => level.awardedBefore ?? []);
  // A gap can only start at the beginning of the calendar or where a level ends.
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
  if ("title" in leaf) return [...known([leaf.title.kind], names.kinds), ...measureIssues(leaf.title, path, names)];
  if ("experience" in leaf) return known([leaf.experience.field], names.fields);
  return "waiver" in leaf ? known([leaf.waiver], names.waivers) : known(leaf.corps, names.corps);
}

type TitleAsked = Extract<Leaf, { title: unknown }>["title"];

/** A condition without the measure of its kind can never be met. */
function measureIssues(title: TitleAsked, path: string, names: Names): Issue[] {
  const { kind, level, abroad, attestedLevel, attestedYears } = title;
  const measure = names.measures.get(kind);
  const other = measure === "level" ? "years" : "level";
  const issues: Issue[] = [];
  if (measure !== undefined && (title[measure] === undefined || title[other] !== undefined)) {
    issues.push(
      issue(
        `${path}.title`,
        `Un titre du genre « ${kind} » se mesure par « ${measure} » : la condition donne cette mesure, et non « ${other} ».`,
        `A title of kind "${kind}" is measured by "${measure}": the condition gives that measure, and not "${other}".`,
      ),
    );
  }
  for (const [key, asked] of Object.entries({ level, attestedLevel }))
    if (asked !== undefined && !names.levels.has(asked))
      issues.push(unknown(`${path}.title.${key}`, asked, names.levels));
  if (abroad === "attestation" && attestedLevel === undefined && attestedYears === undefined)
    issues.push(
      issue(
        `${path}.title`,
        "Jugée sur attestation (abroad: attestation), la condition dit ce qu’elle doit attester : attestedLevel, attestedYears, ou les deux.",
        "Judged by an attestation (`abroad: attestation`), the condition says what that must attest: `attestedLevel`, `attestedYears`, or both.",
      ),
    );
  return issues;
}

function domainIssues(domain: DiplomaFile["domains"][number], path: string, highest: number): Issue[] {
  const theory = domain.units.filter((unit) => !unit.practice);
  const least = theory.reduce((sum, unit) => sum + unit.hours.min, 0);
  const most = theory.reduce((sum, unit) => sum + unit.hours.max, 0);
  const issues = domain.units.flatMap(({ hours }, at) => rangeIssue(`${path}.units[${at}].hours`, hours));
  // Issues of a unit's own range are reported alone: the domain's total depends on it.
  if (issues.length === 0 && (domain.theory < least || domain.theory > most)) {
    issues.push(
      issue(
        `${path}.theory`,
        `Le total du domaine (${domain.theory} h) est hors des bornes de ses unités (${least} à ${most} h).`,
        `The domain's total (${domain.theory} h) is outside the bounds of its units (${least} to ${most} h).`,
      ),
    );
  }
  const measures = domain.exam.measures.flatMap((measure, index) => {
    const where = `${path}.exam.measures[${index}]`;
    return [...rangeIssue(where, measure), ...lengthIssue(where, measure, domain.exam.measures)];
  });
  return [...issues, ...measures, ...examIssues(domain.exam, `${path}.exam`, highest)];
}

type Measure = DiplomaFile["domains"][number]["exam"]["measures"][number];

function lengthIssue(path: string, { lasts, min }: Measure, all: readonly Measure[]): Issue[] {
  if (lasts === undefined) return [];
  if (min !== undefined && min > 0 && all.filter((one) => one.lasts === lasts).length === 1) return [];
  return [
    issue(
      path,
      "La durée d’une épreuve se dit une fois, par un nombre de minutes au moins (min).",
      "How long an exam lasts is said once, by a least number of minutes (min).",
    ),
  ];
}

function examIssues(exam: DiplomaFile["domains"][number]["exam"], path: string, highest: number): Issue[] {
  const property = exam.result === "agreed" ? "marks" : "components";
  if (exam[property] === undefined) {
    return [
      issue(
        path,
        `Une épreuve « ${exam.result} » donne ses « ${property} ».`,
        `An exam of result "${exam.result}" gives its "${property}".`,
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

/** Names that must be unique in the whole file, and the input names of waivers. */
function repeatedAcross({ domains, waivers }: DiplomaFile): Issue[] {
  const units = domains.flatMap((domain, at) =>
    domain.units.map(({ unit }, nth) => [`domains[${at}].units[${nth}]`, unit] as const),
  );
  const competences = domains.flatMap((domain, at) =>
    domain.competences.map(({ competence }, nth) => [`domains[${at}].competences[${nth}]`, competence] as const),
  );
  return [...once(units), ...once(competences), ...once(waivers.map(({ input }, at) => [`waivers[${at}]`, input]))];
}

/** National authorities, if named, cover each day of the version exactly once; those of a region never overlap. */
function authorityIssues(file: DiplomaFile): Issue[] {
  const dated = (file.authorities ?? []).map((one, at) => ({ ...one, path: `authorities[${at}]` }));
  const everywhere = inOrder(dated.filter(({ regions }) => regions === undefined));
  const regional = Map.groupBy(dated, ({ regions }) => regions?.fr);
  regional.delete(undefined);
  return [
    ...overlaps(everywhere),
    ...gaps(everywhere, file),
    ...[...regional.values()].flatMap((some) => overlaps(inOrder(some))),
  ];
}

type Authority = NonNullable<DiplomaFile["authorities"]>[number] & { readonly path: string };

function inOrder(authorities: readonly Authority[]): Authority[] {
  return authorities.toSorted((a, b) => ((a.from ?? FIRST_DAY) < (b.from ?? FIRST_DAY) ? -1 : 1));
}

function overlaps(sorted: readonly Authority[]): Issue[] {
  return sorted.slice(1).flatMap((authority, index) => {
    const previous = sorted[index]!;
    if (previous.to !== undefined && previous.to < (authority.from ?? FIRST_DAY)) return [];
    return [
      issue(
        authority.path,
        `« ${previous.authority} » n’a pas pris fin quand « ${authority.authority} » commence : une seule autorité à la fois.`,
        `"${previous.authority}" has not ended when "${authority.authority}" begins: one authority at a time.`,
      ),
    ];
  });
}

/** The days of the version without an authority. */
function gaps(sorted: readonly Authority[], { from, to }: DiplomaFile): Issue[] {
  const gap = (path: string, day: string) =>
    issue(path, `Aucune autorité n’est nommée pour le ${day}.`, `No authority is named for ${day}.`);
  const last = sorted.at(-1);
  return sorted.flatMap((authority, index) => {
    const lastEnd = index === 0 ? addDays(from, -1) : sorted[index - 1]!.to;
    const inside = lastEnd !== undefined && authority.from !== undefined && addDays(lastEnd, 1) < authority.from;
    const after = authority === last && authority.to !== undefined && (to === undefined || authority.to < to);
    return [
      ...(inside ? [gap(authority.path, addDays(lastEnd, 1))] : []),
      ...(after ? [gap(authority.path, addDays(authority.to!, 1))] : []),
    ];
  });
}
