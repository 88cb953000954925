/** The checks between files: versions of a diploma are unique and successive, schools unique. */
import { issue } from "../kit/schema.ts";
import type { DiplomaFile } from "./diploma.ts";
import type { EstablishmentFile } from "./establishment.ts";
import type { LawFile, LawProblem, ReadYaml } from "./yaml.ts";

type Read<T> = ReadYaml<T> & { readonly file: LawFile };

export function diplomasTogether(diplomas: readonly Read<DiplomaFile>[]): LawProblem[] {
  const byName = Map.groupBy(diplomas, ({ data }) => data.diploma);
  return [...byName.values()].flatMap((versions) => {
    const twice = sameName(versions, "version", ({ version }) => version);
    return twice.length > 0 ? twice : overlapping(versions);
  });
}

export function schoolsTogether(schools: readonly Read<EstablishmentFile>[]): LawProblem[] {
  return sameName(schools, "establishment", ({ establishment }) => establishment);
}

/** Otherwise file names would decide which of the two applies. */
function sameName<T>(files: readonly Read<T>[], path: string, nameOf: (data: T) => string): LawProblem[] {
  return files.flatMap(({ file, data, lineOf }, index) => {
    const name = nameOf(data);
    const earlier = files.slice(0, index).find((one) => nameOf(one.data) === name);
    if (!earlier) return [];
    const clash = issue(
      path,
      `« ${name} » est déjà le nom de ce que dit ${earlier.file.name} : lequel des deux vaut ?`,
      `"${name}" is already the name of what ${earlier.file.name} says: which of the two holds?`,
    );
    return [{ file: file.name, line: lineOf(path), issue: clash }];
  });
}

/** A version holds until the next begins; no day belongs to two. */
function overlapping(versions: readonly Read<DiplomaFile>[]): LawProblem[] {
  const sorted = versions.toSorted((a, b) => (a.data.from < b.data.from ? -1 : 1));
  return sorted.slice(1).flatMap(({ file, data, lineOf }, index) => {
    const previous = sorted[index]!;
    const { version, from, to } = previous.data;
    if (from < data.from && (to === undefined || to < data.from)) return [];
    const clash = issue(
      "from",
      `La version ${data.version} commence le ${data.from}, quand la version ${version} (${previous.file.name}) vaut encore : elle commence le ${from}${to === undefined ? "" : ` et finit le ${to}`}.`,
      `Version ${data.version} begins on ${data.from}, when version ${version} (${previous.file.name}) still holds: it begins on ${from}${to === undefined ? "" : ` and ends on ${to}`}.`,
    );
    return [{ file: file.name, line: lineOf("from"), issue: clash }];
  });
}
