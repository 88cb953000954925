/** `livret backup`, by the process that holds the database, and `livret restore`, while no process does. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { backup, type Backing, NotEmpty, NotKept, type Step } from "../backup/backup.ts";
import { type BackupFault, faultsIn } from "../backup/read-back.ts";
import { readReceipt, type Receipt } from "../backup/receipt.ts";
import { isEmpty, NotAsBackedUp, restore, unknownMigrations } from "../backup/restore.ts";
import { LAST, SAID, sayContents, sayFaults, sayVerdict } from "../backup/words.ts";
import type { Config } from "../config/config.ts";
import { isShared, type Opened } from "../db/open.ts";
import type { CommandOutput } from "../db/socket.ts";
import { databaseFolder, fileStore, openThere, restoreFolder, type Started, startThere } from "../house/start.ts";
import { lawFolder } from "../house/law-folder.ts";
import { isDiskFull } from "../kit/disk.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { EXIT } from "./command.ts";
import { pieces } from "./progress.ts";

export type BackupOptions = { readonly folder: string; readonly json: boolean; readonly shows: boolean };
type Doing = { readonly lang: Lang; readonly output: CommandOutput };

/** From the words of a command sent to the process that holds the database. */
export function optionsOf(argv: readonly string[]): BackupOptions {
  const folder = argv.find((word) => word.startsWith("--folder="))!.slice("--folder=".length);
  return { folder, json: argv.includes("--json"), shows: argv.includes("--progress") };
}

export async function runBackup(
  { folder, json, shows }: BackupOptions,
  from: Pick<Backing, "opened" | "store" | "lawFolder" | "program">,
  { lang, output }: Doing,
): Promise<number> {
  const fail = async (said: Label) => {
    await output.err(`${said[lang]}\n`);
    return EXIT.failed;
  };
  const shown = progressOf(lang, output, shows);
  try {
    const receipt = await backup({ ...from, folder, signal: output.signal, onProgress: shown.at });
    shown.end();
    await output.out(json ? `${JSON.stringify(receipt)}\n` : sayBackedUp(receipt, folder, lang));
    return receipt.verdict === "sound" ? EXIT.done : EXIT.failed;
  } catch (error) {
    shown.end();
    const fault = error as Error & { code?: string };
    if (error instanceof NotEmpty) return fail(SAID.notEmpty(folder));
    if (error instanceof NotKept) return fail(SAID.notKept(fault.message));
    if (output.signal.aborted) return fail(SAID.stopped);
    if (isDiskFull(fault)) return fail(SAID.full);
    if (fault.code === "42501") return fail(SAID.notOwner);
    throw error;
  }
}

function sayBackedUp(receipt: Receipt, folder: string, lang: Lang): string {
  return `${folder}\n  ${receipt.at}, ${receipt.database}\n  ${sayContents(receipt, lang)}\n${sayVerdict(receipt)[lang]}\n  ${LAST[lang]}\n`;
}

/** Without a running service, for any version of the database: also before an upgrade. */
export async function backupThere(config: Config, options: BackupOptions, program: string, doing: Doing) {
  const opened = await openThere(config, { folder: databaseFolder(config), tell: () => {}, how: "acts" });
  try {
    const from = { opened, store: fileStore(config), lawFolder: lawFolder(config.law), program };
    return await runBackup(options, from, doing);
  } finally {
    await opened.close();
  }
}

export type RestoreOptions = BackupOptions & { readonly over: boolean };
/** The final examination: `audit verify` and `doctor files`, and whether all is sound. */
type Examine = (started: Started, doing: Doing) => Promise<boolean>;

/** The folder of an embedded database must be locked. */
export async function runRestore(
  config: Config,
  options: RestoreOptions,
  { lang, output }: Doing,
  examine: Examine,
): Promise<number> {
  const { folder, json } = options;
  const began = performance.now();
  const fail = async (said: Label) => {
    await output.err(`${said[lang]}\n`);
    return EXIT.failed;
  };
  const receipt = readReceipt(folder);
  if (typeof receipt === "string") return fail(SAID[receipt](folder));
  const unknown = unknownMigrations(receipt);
  if (unknown.length > 0) return fail(SAID.newer(unknown));
  const embedded = config.databaseUrl === undefined;
  if (embedded && existsSync(databaseFolder(config)) && !options.over) return fail(SAID.there);
  const shown = progressOf(lang, output, options.shows);
  const faults = await firstFaults(folder, receipt, { signal: output.signal, onProgress: shown.at });
  if (faults.length > 0) return fail(sayFaults(faults));
  // Discards an earlier, unfinished restore.
  if (embedded) rmSync(restoreFolder(config), { recursive: true, force: true });
  const opened = await openThere(config, { folder: restoreFolder(config), tell: () => {}, how: "serves" });
  try {
    const why = embedded ? undefined : await whyNotThere(opened, options.over);
    if (why) return await fail(why);
    const { signal } = output;
    await restore({ ...options, opened, store: fileStore(config), receipt, signal, onProgress: shown.at });
  } catch (error) {
    if (error instanceof NotAsBackedUp) return await fail(SAID.notAsBackedUp(error.message));
    throw error;
  } finally {
    shown.end();
    await opened.close();
  }
  if (embedded) takePlace(config);
  const messages = json ? { ...output, out: output.err } : output;
  const started = await startThere(config, { reads: true });
  let isSound: boolean;
  try {
    isSound = await examine(started, { lang, output: messages });
  } finally {
    await started.close();
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  if (receipt.lost.length > 0) await messages.out(`${SAID.incomplete[lang]}\n`);
  if (!(await isSameLaw(folder, receipt, config))) await messages.out(`${SAID.law(join(folder, "law"))[lang]}\n`);
  if (json) {
    const { at, rows, bytes, files, lost } = receipt;
    const verdict = isSound ? "sound" : "faults";
    await output.out(
      `${JSON.stringify({ restored: folder, at, rows, bytes, files: files.count, lost, seconds, verdict })}\n`,
    );
  } else {
    await output.out(`  ${sayContents({ ...receipt, seconds }, lang)}\n`);
    await output.out(`${(isSound ? SAID.restored : SAID.faults)[lang]}\n`);
  }
  return isSound ? EXIT.done : EXIT.failed;
}

/** At most `MOST_FAULTS`: the first shows where to look. */
async function firstFaults(...args: Parameters<typeof faultsIn>): Promise<BackupFault[]> {
  const faults: BackupFault[] = [];
  for await (const fault of faultsIn(...args)) if (faults.push(fault) === MOST_FAULTS) break;
  return faults;
}
const MOST_FAULTS = 5;

async function whyNotThere(opened: Opened, over: boolean): Promise<Label | undefined> {
  if (await isShared(opened.db)) return SAID.shared;
  return over || (await isEmpty(opened)) ? undefined : SAID.there;
}

/** The restored database replaces the current one, if any; a kill in between leaves one of them, or a restore to start again. */
function takePlace(config: Config): void {
  const [place, before] = [databaseFolder(config), `${databaseFolder(config)}.before`];
  rmSync(before, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, before);
  renameSync(restoreFolder(config), place);
  rmSync(before, { recursive: true, force: true });
}

async function isSameLaw(folder: string, { law }: Receipt, config: Config): Promise<boolean> {
  for (const { path, sha256 } of law) {
    const own = join(lawFolder(config.law), relative("law", path));
    const bytes = await readFile(own).catch(() => undefined);
    if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256) return false;
  }
  return true;
}

type Shown = { readonly at: (step: Step, done: number, of: number) => void; readonly end: () => void };

/** Progress on a terminal: one line per step. */
function progressOf(lang: Lang, { err }: CommandOutput, shows: boolean): Shown {
  if (!shows) return { at: () => {}, end: () => {} };
  const screen = { isTTY: true, write: (text: string) => void err(text) };
  let step: { readonly name: Step; readonly line: ReturnType<typeof pieces> } | undefined;
  return {
    at: (name, done, of) => {
      if (step?.name !== name) {
        step?.line.end();
        step = { name, line: pieces(screen, lang, STEPS[name]) };
      }
      step.line.at(Math.round(done / 1e6), Math.round(of / 1e6));
    },
    end: () => {
      step?.line.end();
      step = undefined;
    },
  };
}

const STEPS: Readonly<Record<Step, Label>> = {
  rows: { fr: "Mo de la base", en: "MB of the database" },
  files: { fr: "Mo de fichiers", en: "MB of files" },
  reading: { fr: "Mo relus", en: "MB read again" },
};
