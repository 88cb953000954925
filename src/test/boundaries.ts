/** The rules of the house as data, and the check that reads them. */
import { UNPROVEN_TABLES } from "../house/unproven.ts";

export type Source = { readonly name: string; readonly text: string; readonly imports: readonly string[] };
/** A migration: `<time>_<subject>_<what>`, and what it makes. */
export type Made = { readonly name: string; readonly text: string };

/** A room may use those before it, and none after. */
const ROOMS =
  "kit law decisions db act page jobs openings mail files documents audit deployment doctor retention people waiting issued-documents agenda billing bank books intake catalogue inquiry dossier reminders office interviews admission training livret contracts carryover certification year config house backup api web worker cli main".split(
    " ",
  );
const SUBJECTS = ROOMS.slice(ROOMS.indexOf("jobs"), ROOMS.indexOf("config"));

/** Inside a subject, lowest first: a file may use its own kind and those below. */
const LAYERS = ["rules", "store", "acts", "pages", "manifest"] as const;
type Layer = (typeof LAYERS)[number];

/** Those of subjects that were parted; of any other migration, its name says whose tables it makes. */
const PARTED: Readonly<Record<string, string>> = {
  admission_inquiries: "inquiry",
  admission_kept_answers: "inquiry",
  admission_intakes: "intake",
  admission_dossiers: "dossier",
  admission_follow_up: "dossier",
  admission_office: "office",
  admission_reminders: "reminders",
  record_retention: "retention",
  record_audit: "audit",
  record_law_files: "audit",
  record_checkpoints: "audit",
  record_jobs: "jobs",
  record_mail: "mail",
  record_mail_choice: "mail",
  record_letters: "mail",
  record_files: "files",
  record_openings: "openings",
  record_birth: "deployment",
  record_clock: "deployment",
  papers_signatures: "issued-documents",
  papers_issued: "issued-documents",
  admission_interviews: "interviews",
  dossier_advisor_told: "reminders",
  training_appreciations: "livret",
  billing_bank: "bank",
  billing_bank_drafts: "bank",
  billing_aside_back: "bank",
};

/** Made with those of another room: a cheque goes with the charge that it paid. */
const APART: Readonly<Record<string, string>> = { cheque: "billing" };

/** Written by the machinery of acts itself, which stands beneath the subjects. */
const OF_ACTS = ["audit_record", "audit_chain", "attempt", "waiting"];

/** Written where somebody reads, by a view or by an act that answers what it read; another act seals them within the hour. */
const SEALED_LATER = ["file_opening"];

export function violations(sources: readonly Source[], migrations: readonly Made[]): string[] {
  const owners = tableOwners(migrations);
  return [
    ...sources.flatMap((source) => [
      ...importViolations(source),
      ...purityViolations(source),
      ...tableViolations(source, owners),
      ...unnoted(source, owners),
      ...lawViolations(source),
    ]),
    ...circles(sources),
  ];
}

type Place = { readonly room: string; readonly layer: Layer | undefined };

function placeOf(name: string): Place {
  const [room = "", ...rest] = name.split("/");
  if (rest.length === 0) return { room: "main", layer: undefined };
  return { room, layer: SUBJECTS.includes(room) ? layerOf(rest) : undefined };
}

/** A large subject has rooms of its own (`people/guests/`), each with the same few names. */
function layerOf(rest: readonly string[]): Layer {
  if (rest.includes("rules")) return "rules";
  if (rest.some((part) => /^(?:.*-)?(?:pages|documents)$/.test(part))) return "pages";
  // What waits, what is under way, what a calendar has and a station of a person's way name the page about it.
  if (["waits.ts", "way.ts", "under-way.ts", "calendar.ts"].includes(rest.at(-1)!)) return "pages";
  if (rest.at(-1) === "manifest.ts") return "manifest";
  return rest.at(-1) === "store.ts" ? "store" : "acts";
}

function importViolations({ name, imports }: Source): string[] {
  const from = placeOf(name);
  return imports.flatMap((target) => {
    if (!target.endsWith(".ts") || target.startsWith("../")) return [];
    const why = forbidden(from, target, placeOf(target));
    return why ? [`${name} imports ${target}: ${why}`] : [];
  });
}

function forbidden(from: Place, target: string, to: Place): string | undefined {
  if (target.startsWith("test/") || target.endsWith(".test.ts")) return "production code does not use tests";
  if (!ROOMS.includes(to.room)) return `${to.room} is no room of the house`;
  if (ROOMS.indexOf(to.room) > ROOMS.indexOf(from.room)) return `${from.room} comes before ${to.room}`;
  if (to.layer === "manifest" && from.room !== "house") return "a manifest is read by the house alone";
  if (to.layer === "store" && (from.room !== to.room || from.layer === "pages"))
    return "nobody reads another's rows: ask its acts and views";
  if (from.layer === undefined) return undefined;
  const shows = from.layer === "pages" || from.layer === "manifest";
  if (to.room === "page" && !shows) return `${from.layer} shows no page`;
  const above = to.room === from.room && LAYERS.indexOf(to.layer!) > LAYERS.indexOf(from.layer);
  return above ? `${from.layer} may not reach up to ${to.layer}` : undefined;
}

/** Decisions, rules and the law's own folder are pure, but for what loads the data. */
function purityViolations({ name, text, imports }: Source): string[] {
  const pure =
    /^decisions\/|\/rules\//.test(name) || (name.startsWith("law/") && !["law/load.ts", "law/cases.ts"].includes(name));
  if (!pure) return [];
  const found = imports
    .filter((target) => target.startsWith("node:"))
    .map((target) => `${name} is pure and imports ${target}`);
  if (/\bDate\.now\(|new Date\(\)|Math\.random\(|process\./.test(text))
    found.push(`${name} is pure and reads a clock, chance or the environment`);
  return found;
}

/** Whose a table is: the subject in the name of the migration that makes it. */
function tableOwners(migrations: readonly Made[]): ReadonlyMap<string, string> {
  return new Map(
    migrations.flatMap(({ name, text }) => {
      const [, what = ""] = /^\d+_(.*)$/.exec(name) ?? [];
      const owner = PARTED[what] ?? what.split("_")[0]!;
      return [...text.matchAll(/create (?:table|view) (?:if not exists )?([a-z_]+)/g)].map(
        ([, table]) => [table!, OF_ACTS.includes(table!) ? "act" : (APART[table!] ?? owner)] as const,
      );
    }),
  );
}

/** A table is written by its subject alone, in SQL or in Kysely's words for it. */
const WRITES =
  /\b(?:insert into|update|delete from)\s+([a-z_]+)|\b(?:insertInto|updateTable|deleteFrom)\("([a-z_]+)"/gi;
/** It is read by those that come after. */
const READS = /\b(?:from|join)\s+([a-z_]+)\b|\b(?:selectFrom|innerJoin|leftJoin)\("([a-z_]+)[" ]/g;

function tableViolations({ name, text }: Source, owners: ReadonlyMap<string, string>): string[] {
  const { room } = placeOf(name);
  if (room === "db") return [];
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, inSql, inKysely]) => (inSql ?? inKysely)!);
  const ownerOf = (table: string) => owners.get(table);
  const written = named(WRITES).filter((table) => ![room, undefined].includes(ownerOf(table)));
  const ahead = named(READS).filter((table) => ROOMS.indexOf(ownerOf(table) ?? room) > ROOMS.indexOf(room));
  return [
    ...written.map((table) => `${name} writes ${table}, which is ${ownerOf(table)}'s`),
    ...ahead.map((table) => `${name} reads ${table}, which is ${ownerOf(table)}'s, who comes after`),
  ];
}

/** What is written is noted for the record of its act (`act/keep.ts`), but for what no act records. */
function unnoted({ name, text }: Source, owners: ReadonlyMap<string, string>): string[] {
  if (/^(?:act|db)\//.test(name)) return [];
  const notes = (block: string, table: string) =>
    new RegExp(`\\b(?:keep|keepAll|change|keeping|dropping)\\(\\s*tx,\\s*"${table}"`).test(block);
  const inSql = (table: string) => new RegExp(`\\bkeepingSql\\(\\s*tx,\\s*"${table}"`).test(text);
  // A function, a constant: what it writes it notes itself, but for SQL that is written out beside it.
  return text.split(/\n(?=\S)/).flatMap((block) => {
    const tables = [...block.matchAll(WRITES)].map(([, sql, kysely]) => (sql ?? kysely)!);
    const proven = [...new Set(tables)].filter(
      (table) => owners.has(table) && ![...UNPROVEN_TABLES, ...SEALED_LATER].includes(table),
    );
    return proven
      .filter((table) => !notes(block, table) && !inSql(table))
      .map((table) => `${name} writes ${table} and does not note it: keep, change, keeping or dropping`);
  });
}

/** Files that use each other, round and round: none of them can be read first. */
function circles(sources: readonly Source[]): string[] {
  const uses = new Map(sources.map(({ name, imports }) => [name, imports]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) found.push(`a circle: ${[...path.slice(at), name].join(" → ")}`);
    if (at >= 0 || done.has(name)) return;
    done.add(name);
    for (const next of uses.get(name) ?? []) if (uses.has(next)) visit(next, [...path, name]);
  };
  for (const name of uses.keys()) visit(name, []);
  return found;
}

/** The law is data: no unit, domain, title or exam by name in code. */
function lawViolations({ name, text }: Source): string[] {
  const named = text.match(/\b(?:DF[1-9]|UF[1-9]\.[1-9]|DC[1-9]\.[1-9]|CAFERUIS|CAFDES|DSTS|DEASS|DEIS|RNCP\d+)\b/);
  return named ? [`${name} names the law: ${named[0]}`] : [];
}
