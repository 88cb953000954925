/** The checks on every entry, of a diploma's or a school's file: its text, note, days and name. */
import { issue, type Issue } from "../kit/schema.ts";
import type { Confidence } from "./entry.ts";
import { named, type Node, walk } from "./walk.ts";

/** Confidences that require a note: the law was not simply read. */
const WITH_NOTE: readonly Confidence[] = ["interpretation", "conflict", "unverified"];

export function entryIssues(data: { readonly texts: Record<string, unknown> }): Issue[] {
  const issues: Issue[] = [];
  walk(data, "", (node, path) => {
    issues.push(...sourceIssues(node, path, data.texts), ...dayIssues(node, path));
  });
  return issues;
}

function sourceIssues({ source }: Node, path: string, texts: Record<string, unknown>): Issue[] {
  const { text, confidence, note } = (source ?? {}) as { text?: string; confidence?: Confidence; note?: unknown };
  const issues: Issue[] = [];
  if (text !== undefined && !Object.hasOwn(texts, text)) {
    const known = Object.keys(texts).join(", ");
    issues.push(
      issue(
        `${path}.source.text`,
        `Texte inconnu « ${text} ». Sont déclarés : ${known}.`,
        `Unknown text "${text}". Declared are: ${known}.`,
      ),
    );
  }
  if (confidence !== undefined && WITH_NOTE.includes(confidence) && note === undefined)
    issues.push(
      issue(
        `${path}.source`,
        `Une certitude « ${confidence} » s’explique : il manque la note (note) qui dit pourquoi.`,
        `A confidence "${confidence}" is explained: the note that says why (note) is missing.`,
      ),
    );
  return issues;
}

/** Of an entry, and of the file itself. */
function dayIssues({ from, to }: Node, path: string): Issue[] {
  if (typeof from !== "string" || typeof to !== "string" || from <= to) return [];
  return [
    issue(
      path === "" ? "to" : `${path}.to`,
      `La fin (${to}) est avant le début (${from}).`,
      `The end (${to}) is before the beginning (${from}).`,
    ),
  ];
}

/** Lists whose items share names (several versions of one diploma) or are checked elsewhere. */
const NOT_NAMED = ["diplomas", "units", "competences", "reminders"];

/** Items of a list with the same name: their entries would be indistinguishable. Reported at the second. */
export function repeatedNames(data: object): Issue[] {
  const issues: Issue[] = [];
  walk(data, "", (node, path) => {
    for (const [key, list] of Object.entries(node)) {
      if (!Array.isArray(list) || NOT_NAMED.includes(key)) continue;
      const place = path === "" ? key : `${path}.${key}`;
      issues.push(...once(list.map((item, at) => [`${place}[${at}]`, named(item)])));
    }
  });
  return issues;
}

/** Each name may occur once; items without a name are ignored. */
export function once(paths: readonly (readonly [path: string, name: string | undefined])[]): Issue[] {
  const names = new Set<string>();
  return paths.flatMap(([path, name]) => {
    if (name === undefined) return [];
    if (!names.has(name)) {
      names.add(name);
      return [];
    }
    return [issue(path, `Nom donné deux fois : « ${name} ».`, `Name given twice: "${name}".`)];
  });
}

export function unknown(path: string, name: string | number, among: Iterable<string | number>): Issue {
  const known = [...among].join(", ");
  if (known === "")
    return issue(path, `Nom inconnu « ${name} » : aucun n’est déclaré.`, `Unknown name "${name}": none is declared.`);
  return issue(
    path,
    `Nom inconnu « ${name} ». Sont déclarés : ${known}.`,
    `Unknown name "${name}". Declared are: ${known}.`,
  );
}

/** A minimum above its maximum. */
export function rangeIssue(path: string, range: { readonly min?: number; readonly max?: number } | undefined): Issue[] {
  if (range?.min === undefined || range.max === undefined || range.min <= range.max) return [];
  return [
    issue(
      path,
      `Le minimum (${range.min}) dépasse le maximum (${range.max}).`,
      `The least (${range.min}) is above the most (${range.max}).`,
    ),
  ];
}
