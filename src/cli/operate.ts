/** Runs a command on the database: in the process that holds it, or here where none does. */
import { existsSync } from "node:fs";
import { type Config, readConfig, sayConfigProblems } from "../config/config.ts";
import { askHolder } from "../db/folder.ts";
import type { Command, CommandOutput } from "../db/socket.ts";
import type { Lang } from "../kit/lang.ts";
import {
  databaseFolder,
  hold,
  migrateThere,
  programVersion,
  refuseUnfinished,
  shut,
  startThere,
} from "../house/start.ts";
import { StartError } from "../house/start-error.ts";
import { listDeclared, unknownName } from "./act.ts";
import { backupThere, optionsOf, runRestore } from "./backup.ts";
import { EXIT, type Terminal } from "./command.ts";
import { examineAll, runCommand, sayMigrated } from "./run-command.ts";

export async function operate(
  argv: readonly string[],
  lang: Lang,
  { stdout, stderr, env, onInterrupt }: Terminal,
  input?: string,
): Promise<number> {
  const refuse = (code: number, text: string) => {
    stderr.write(`${text}\n`);
    return code;
  };
  const read = readConfig(env);
  if (!read.ok) return refuse(EXIT.usage, sayConfigProblems(read.problems, lang));
  const { config } = read;
  const gone = new AbortController();
  onInterrupt(() => gone.abort());
  const output: CommandOutput = { out: write(stdout), err: write(stderr), signal: gone.signal };
  const [kind, ...words] = argv;
  if (kind === "act" || kind === "view") {
    const name = words.find((word) => !word.startsWith("--"));
    if (name === undefined) return listDeclared(kind, lang, output);
    const unknown = unknownName(kind, name);
    if (unknown) return refuse(EXIT.usage, unknown.said[lang]);
  }
  const command: Command = { argv, lang, ...(input !== undefined && { input }) };
  try {
    if (kind === "restore") return await alone(command, config, output);
    refuseUnfinished(config);
    if (config.databaseUrl === undefined) {
      const code = await askHolder(config.data, command, output).catch((error: unknown) => {
        throw shut(config.data, error);
      });
      if (code !== null) return code;
      // A command creates no database: the first start must find none, to make a demonstration or not.
      if (!existsSync(databaseFolder(config))) return refuse(EXIT.failed, NONE(config.data)[lang]);
    }
    return await alone(command, config, output);
  } catch (error) {
    if (error instanceof StartError) return refuse(EXIT.failed, error.said[lang]);
    throw error;
  }
}

const READS: ReadonlySet<string> = new Set(["doctor", "audit", "view"]);
const NONE = (folder: string) => ({
  fr: `Il n’y a pas de base dans le dossier ${folder} (LIVRET_DATA dit lequel) : npm start en crée une, livret demo une de démonstration.`,
  en: `There is no database in the folder ${folder} (LIVRET_DATA says which): npm start makes one, livret demo one to look at.`,
});

async function alone(command: Command, config: Config, output: CommandOutput): Promise<number> {
  const held = await hold(config, async () => EXIT.failed);
  try {
    return await runThere(command, config, output);
  } finally {
    await held.release();
  }
}

async function runThere(command: Command, config: Config, output: CommandOutput): Promise<number> {
  const [kind = ""] = command.argv;
  const { lang } = command;
  if (kind === "restore") {
    const options = { ...optionsOf(command.argv), over: command.argv.includes("--over") };
    return runRestore(config, options, { lang, output }, examineAll);
  }
  if (kind === "backup") return backupThere(config, optionsOf(command.argv), programVersion(), { lang, output });
  if (kind === "migrate") return sayMigrated(await migrateThere(config), command.lang, output);
  const started = await startThere(config, { reads: READS.has(kind) });
  try {
    return await runCommand(command, started, output);
  } finally {
    await started.close();
  }
}

function write(stream: Terminal["stdout"]): (text: string) => Promise<void> {
  return (text) => new Promise((resolve) => stream.write(text, () => resolve()));
}
