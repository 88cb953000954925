/**
 * What the doctor says of files: whether the bytes that rows reference are in the store unchanged, and whether the store has unreferenced
 * bytes. In a large school it checks a few of 256 shelves at random; `livret doctor files` checks all of them and reads every byte.
 */
import { createHash, randomInt } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { plural, sayDay } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import type { Check } from "../act/check.ts";
import type { FileService } from "./service.ts";
import { codeOf, type FileStore } from "./file-store.ts";
import { fileKey, readFileKey } from "./rules/file-key.ts";
import { copiesUnder, countCopies, countScans, type Kept } from "./store.ts";

export type FilesPatient = {
  readonly db: Database;
  readonly now: () => Date;
  readonly files: FileService;
  /** Check every shelf and every byte. */
  readonly whole: boolean;
};

/** Up to this many files, all are checked each time. */
export const FEW = 1_000;
const SHELVES = 8;
/** Bytes read again in an ordinary check. */
const MOST_READ = 64 * 1024 * 1024;
/** Younger bytes may still be arriving: they are stored before the row that references them. */
const ARRIVAL = 24 * 3_600_000;

type Findings = {
  looked: number;
  readonly read: { files: number; bytes: number };
  readonly vanished: string[];
  readonly changed: string[];
  readonly orphans: string[];
};

export async function filesCheck(patient: FilesPatient, establishment: string): Promise<Check> {
  const { db, whole } = patient;
  const count = await withSchool(db, establishment, countCopies);
  const findings: Findings = { looked: 0, read: { files: 0, bytes: 0 }, vanished: [], changed: [], orphans: [] };
  const shelves = whole || count <= FEW ? [""] : someShelves();
  try {
    for (const shelf of shelves) await lookAt(shelf, patient, establishment, findings);
  } catch (error) {
    return { name: "files", ok: false, label: unreachable(establishment, error) };
  }
  const broken = findings.vanished.length + findings.changed.length > 0;
  const ok = broken ? false : findings.orphans.length > 0 ? null : true;
  return {
    name: "files",
    ok,
    label: { fr: say(establishment, count, findings, "fr"), en: say(establishment, count, findings, "en") },
  };
}

async function lookAt(
  shelf: string,
  { db, now, files: { store }, whole }: FilesPatient,
  establishment: string,
  findings: Findings,
): Promise<void> {
  // The store is listed first: bytes that arrive meanwhile have their row when rows are read, or are too young to be orphans.
  const stored = new Map<string, { size: number; at: Date }>();
  for await (const { key, ...found } of store.list(`${establishment}/${shelf}`)) stored.set(key, found);
  const copies = await withSchool(db, establishment, (tx) => copiesUnder(tx, shelf));
  for (const copy of copies) {
    const key = fileKey(establishment, copy);
    const found = stored.get(key);
    stored.delete(key);
    findings.looked++;
    // It may have arrived after the listing.
    const size = found?.size ?? (await store.sizeOf(key));
    if (size === undefined) findings.vanished.push(copy.sha256);
    else if (size !== copy.size || !(await isUnchanged(store, key, copy, findings, whole)))
      findings.changed.push(copy.sha256);
  }
  const old = now().getTime() - ARRIVAL;
  // Keys of another kind, such as exports of a person’s data, are handled elsewhere.
  for (const [key, { at }] of stored) if (at.getTime() < old && readFileKey(key)) findings.orphans.push(key);
}

async function isUnchanged(
  store: FileStore,
  key: string,
  { sha256, size }: Kept,
  { read }: Findings,
  whole: boolean,
): Promise<boolean> {
  if (!whole && read.bytes + size > MOST_READ) return true;
  const bytes = await store.open(key);
  if (!bytes) return false;
  const hash = createHash("sha256");
  await pipeline(bytes.stream, hash);
  read.files++;
  read.bytes += size;
  return hash.digest("hex") === sha256;
}

function someShelves(): string[] {
  const shelves = new Set<string>();
  while (shelves.size < SHELVES) shelves.add(randomInt(256).toString(16).padStart(2, "0"));
  return [...shelves];
}

const SHOWN = 5;

function say(school: string, count: number, findings: Findings, lang: Lang): string {
  const { looked, read, vanished, changed, orphans } = findings;
  const fr = lang === "fr";
  const some = (all: readonly string[]) =>
    all
      .slice(0, SHOWN)
      .map((name) => name.slice(0, 100))
      .join(", ") + (all.length > SHOWN ? ", …" : "");
  const files = `${count} ${plural(count, fr ? "fichier" : "file", fr ? "fichiers" : "files", lang)}`;
  const opening = fr
    ? `${school}\u00a0: ${files}, ${looked} ${plural(looked, "cherché", "cherchés", "fr")} dans le rangement, ${read.files} ${plural(read.files, "relu", "relus", "fr")} en entier.`
    : `${school}: ${files}, ${looked} looked for in the store, ${read.files} read whole.`;
  const faults = [
    ...(vanished.length > 0
      ? [
          fr
            ? `Disparus\u00a0: ${vanished.length} (${some(vanished)}).`
            : `Vanished: ${vanished.length} (${some(vanished)}).`,
        ]
      : []),
    ...(changed.length > 0
      ? [fr ? `Changés\u00a0: ${changed.length} (${some(changed)}).` : `Changed: ${changed.length} (${some(changed)}).`]
      : []),
    ...(vanished.length + changed.length > 0
      ? [
          fr
            ? "Rétablissez-les depuis une sauvegarde, ou demandez-les de nouveau."
            : "Bring them back from a backup, or ask for them again.",
        ]
      : []),
    ...(orphans.length > 0
      ? [
          fr
            ? `Que rien ne nomme, et qui seront supprimés au bout d’une semaine\u00a0: ${orphans.length} (${some(orphans)}).`
            : `Named by nothing, and removed after a week: ${orphans.length} (${some(orphans)}).`,
        ]
      : []),
  ];
  return [opening, ...faults].join(" ");
}

function unreachable(school: string, error: unknown): Label {
  const why = codeOf(error);
  return {
    fr: `${school}\u00a0: le rangement des fichiers ne répond pas (${why}). Voyez LIVRET_FILES ou LIVRET_S3_URL.`,
    en: `${school}: the store of files does not answer (${why}). See LIVRET_FILES or LIVRET_S3_URL.`,
  };
}

/** A scan takes seconds: after this long, no scanner is at work. */
const LONG = 3_600_000;

/** What the doctor says of virus scans in one school. */
export async function scansCheck({ db, now, files }: FilesPatient, establishment: string): Promise<Check> {
  const counted = await withSchool(db, establishment, countScans);
  const of = (scan: string) => counted.find((row) => row.scan === scan)?.count ?? 0;
  const waiting = counted.find(({ scan }) => scan === "waiting");
  const late = waiting !== undefined && now().getTime() - waiting.oldest.getTime() > LONG;
  const [none, infected] = [of("none"), of("infected")];
  const searched = files.scanner !== undefined;
  const since = waiting && dayIn(waiting.oldest, "UTC");
  const fr = [
    searched
      ? "antivirus configuré"
      : "aucun antivirus n’est configuré (LIVRET_CLAMD)\u00a0: les fichiers sont marqués «\u00a0non analysé\u00a0»",
    ...(none > 0 ? [`non analysés\u00a0: ${none}`] : []),
    ...(waiting
      ? [
          `en attente d’analyse\u00a0: ${waiting.count}, dont le plus ancien reçu le ${sayDay(since!, "fr")}${late ? ", il y a plus d’une heure" : ""}`,
        ]
      : []),
    ...(infected > 0 ? [`mis à l’écart pour un virus\u00a0: ${infected}`] : []),
  ];
  const en = [
    searched ? "antivirus configured" : "no antivirus is configured (LIVRET_CLAMD): files are marked “not scanned”",
    ...(none > 0 ? [`not scanned: ${none}`] : []),
    ...(waiting
      ? [
          `waiting to be scanned: ${waiting.count}, the oldest received on ${sayDay(since!, "en")}${late ? ", more than an hour ago" : ""}`,
        ]
      : []),
    ...(infected > 0 ? [`set aside for a virus: ${infected}`] : []),
  ];
  const label = { fr: `${establishment}\u00a0: ${fr.join("\u202f; ")}.`, en: `${establishment}: ${en.join("; ")}.` };
  return { name: "antivirus", ok: late ? false : searched && none === 0 ? true : null, label };
}

/** Whether the antivirus answers, for all schools. It is sent an empty stream. */
export async function scannerCheck({ scanner }: FileService): Promise<Check | undefined> {
  if (!scanner) return undefined;
  const name = "clamd";
  try {
    await scanner.search(Readable.from([]), ASKED);
    return { name, ok: true, label: { fr: "L’antivirus répond.", en: "The antivirus answers." } };
  } catch (error) {
    const why = codeOf(error);
    const label = {
      fr: `L’antivirus ne répond pas (${why})\u00a0: voyez LIVRET_CLAMD, et que clamd tourne. Ce qui attend sera analysé dès qu’il répondra.`,
      en: `The antivirus does not answer (${why}): see LIVRET_CLAMD, and that clamd runs. What waits is scanned as soon as it answers.`,
    };
    return { name, ok: false, label };
  }
}

/** The doctor must not wait minutes for one check. */
const ASKED = 5_000;
