/** Reads a YAML file and reports its faults, with their line, in words for its author. */
import { type Document, isAlias, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { issue, type Issue } from "../kit/schema.ts";

/** A file as read; stored under its hash and never erased. */
export type LawFile = { readonly name: string; readonly bytes: Buffer; readonly hash: string };

/** A problem for a person to fix. */
export type LawProblem = { readonly file: string; readonly line: number; readonly issue: Issue };

/** The content of a checked file, and the line of a path such as `doors[2].opens`. */
export type ReadYaml<T> = { readonly data: T; readonly lineOf: (path: string) => number };

/** Undefined if there is a fault. `check` gets the parsed YAML. */
export function readYaml<T>(
  file: LawFile,
  check: (value: T) => Issue[],
  problems: LawProblem[],
): ReadYaml<T> | undefined {
  const refuse = (line: number, problem: Issue) => void problems.push({ file: file.name, line, issue: problem });
  const foreign = lineNotUtf8(file.bytes);
  if (foreign !== undefined) return refuse(foreign, NOT_UTF8);
  const text = file.bytes.toString("utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  const read = fault ? sayFault(fault, document, text) : valueOf(document);
  if ("issue" in read) return refuse(lines.linePos(read.at).line, read.issue);
  const data = read.data as T;
  const lineOf = (path: string) => lineIn(document, lines, path);
  const issues = check(data);
  for (const problem of issues) refuse(lineOf(problem.path), problem);
  return issues.length === 0 ? { data, lineOf } : undefined;
}

/** The line of a path; of its nearest ancestor where the path itself is missing. */
function lineIn(document: Document, lines: LineCounter, path: string): number {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([part]) => part);
  for (let length = steps.length; length > 0; length--) {
    const node = document.getIn(steps.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The first line that is not UTF-8: Latin-1 accents would be read as other characters. */
function lineNotUtf8(bytes: Buffer): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let line = 1;
  for (let start = 0; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const NOT_UTF8 = issue(
  "",
  "Cette ligne n’est pas en UTF-8 : enregistrez le fichier dans ce codage (il l’est sans doute en Latin-1 ou en Windows-1252).",
  "This line is not UTF-8: save the file in that encoding (it is probably in Latin-1 or Windows-1252).",
);

type Located = { readonly at: number; readonly issue: Issue };

function sayFault({ code, message, pos: [at] }: YAMLError, document: Document, text: string): Located {
  // The parser reports where it gave up, often at the end of the file.
  const opened = lastOpened(document, at);
  if (code === "MISSING_CHAR" && opened !== undefined && /["']/.test(text[opened]!))
    return { at: opened, issue: UNCLOSED };
  if (code === "BAD_INDENT" && message.startsWith("Flow"))
    return { at: opened ?? at, issue: unclosedList(text[opened ?? at]!) };
  // A line indented too far is parsed as a continuation of the text before it.
  const within =
    code === "BLOCK_AS_IMPLICIT_KEY" && document.errors.some((one) => one.code === "MULTILINE_IMPLICIT_KEY");
  if (within) return { at: message.includes("sequence") ? at : text.indexOf("\n", at) + 1, issue: INDENT };
  if (message.startsWith("Sequence item without")) return { at, issue: INDENT };
  if (code === "DUPLICATE_KEY") return { at, issue: repeatedKey(keyAt(document, at)) };
  return { at, issue: FAULTS[code] ?? UNREADABLE };
}

/** The start of the innermost quoted text or bracketed list around this place. */
function lastOpened(document: Document, at: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const opens = isScalar(node) ? node.type?.startsWith("QUOTE") : !isAlias(node) && node.flow;
      if (opens && node.range && node.range[0] < at && at <= node.range[2]) start = node.range[0];
    },
  });
  return start;
}

function keyAt(document: Document, at: number): string {
  let name = "";
  visit(document, {
    Pair: (_key, { key }) => {
      if (isScalar(key) && key.range?.[0] === at) name = String(key.value);
    },
  });
  return name;
}

function valueOf(document: Document): { readonly data: unknown } | Located {
  try {
    return { data: document.toJS() as unknown };
  } catch {
    // The library stops when expanding the aliases would exhaust memory.
    return unknownAlias(document) ?? { at: firstAlias(document), issue: MULTIPLYING };
  }
}

function unknownAlias(document: Document): Located | undefined {
  let fault: Located | undefined;
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      const { source, range } = alias;
      fault = {
        at: range![0],
        issue: issue(
          "",
          `Le renvoi « *${source} » ne mène à rien : aucune ancre « &${source} » n’est posée au-dessus.`,
          `The reference "*${source}" leads nowhere: no anchor "&${source}" stands above it.`,
        ),
      };
      return visit.BREAK;
    },
  });
  return fault;
}

function firstAlias(document: Document): number {
  let at = 0;
  visit(document, {
    Alias: (_key, { range }) => {
      at = range![0];
      return visit.BREAK;
    },
  });
  return at;
}

function repeatedKey(key: string): Issue {
  return issue(
    "",
    `La clé « ${key} » est donnée deux fois au même endroit.`,
    `The key "${key}" is given twice in the same place.`,
  );
}

function unclosedList(opening: string): Issue {
  const [closing, fr, en] =
    opening === "{" ? (["}", "L’accolade", "brace"] as const) : (["]", "Le crochet", "bracket"] as const);
  return issue(
    "",
    `${fr} « ${opening} » attend « ${closing} » : les éléments se séparent par des virgules, et la liste se ferme.`,
    `The ${en} "${opening}" waits for "${closing}": items are separated by commas, and the list is closed.`,
  );
}

const UNCLOSED = issue("", "Le guillemet ouvert ici n’est pas fermé.", "The quote that is opened here is not closed.");
const INDENT = issue(
  "",
  "Le retrait de cette ligne ne va pas avec celui des lignes voisines : les éléments d’un même niveau commencent à la même colonne.",
  "The indentation of this line does not go with that of its neighbours: items of one level start at the same column.",
);
const MULTIPLYING = issue(
  "",
  "Les renvois de ce fichier se multiplient : remplis, ils donneraient plus que l’on ne peut lire. Écrivez ce qu’ils nomment.",
  "The references of this file multiply: filled in, they would give more than can be read. Write what they name.",
);
const UNREADABLE = issue(
  "",
  "Cette ligne ne se lit pas comme du YAML ; relisez-la, et celle d’avant : guillemets, deux-points, crochets, accolades.",
  "This line cannot be read as YAML; look it over, and the one before: quotes, colons, brackets, braces.",
);

/** By parser code; other codes are reported by their line alone. */
const FAULTS: Partial<Record<YAMLError["code"], Issue>> = {
  TAB_AS_INDENT: issue(
    "",
    "Cette ligne commence par une tabulation : en YAML le retrait se fait avec des espaces.",
    "This line begins with a tab: in YAML one indents with spaces.",
  ),
  BAD_INDENT: INDENT,
  MULTILINE_IMPLICIT_KEY: issue(
    "",
    "Il manque « : » et une espace après la clé de cette ligne, ou son retrait n’est pas le bon.",
    "A colon and a space are missing after the key of this line, or its indentation is not right.",
  ),
  BLOCK_AS_IMPLICIT_KEY: issue(
    "",
    "Un texte qui contient « : » suivi d’une espace se met entre guillemets.",
    "A text that holds a colon followed by a space is put in quotes.",
  ),
  MISSING_CHAR: issue(
    "",
    "Il manque un signe à cette ligne : « : » après la clé, une virgule, ou le crochet ou l’accolade qui ferme.",
    "A sign is missing on this line: a colon after the key, a comma, or the closing bracket or brace.",
  ),
  UNEXPECTED_TOKEN: issue(
    "",
    "Il y a quelque chose de trop après la valeur de cette ligne ; peut-être un guillemet au milieu d’un texte entre guillemets.",
    "There is something too much after the value of this line; perhaps a quote in the midst of a quoted text.",
  ),
  BAD_SCALAR_START: issue(
    "",
    "Un texte qui commence par @, % ou ` se met entre guillemets.",
    "A text that begins with @, % or ` is put in quotes.",
  ),
  MULTIPLE_DOCS: issue(
    "",
    "Un fichier tient en un seul document : retirez la ligne « --- ».",
    "A file is one document: take out the line `---`.",
  ),
};
