/** Brings a command to the database: to the process that holds it, or to the database itself where nobody does. */
import { type Config, readConfig, sayConfigProblems } from "../config.ts";
import { askHolder } from "../db/folder.ts";
import type { Command, CommandOutput } from "../db/socket.ts";
import type { Lang } from "../kit/lang.ts";
import { hold, start, StartError } from "../start.ts";
import { EXIT } from "./command.ts";
import { runCommand } from "./run-command.ts";

export async function operate(argv: readonly string[], lang: Lang, input?: string): Promise<number> {
  const read = readConfig(process.env);
  if (!read.ok) return refuse(EXIT.usage, sayConfigProblems(read.problems, lang));
  const { config } = read;
  const gone = new AbortController();
  process.once("SIGINT", () => gone.abort());
  const output: CommandOutput = { out: write(process.stdout), err: write(process.stderr), signal: gone.signal };
  const command: Command = { argv, lang, ...(input !== undefined && { input }) };
  if (config.databaseUrl === undefined) {
    const code = await askHolder(config.data, command, output);
    if (code !== null) return code;
  }
  try {
    return await alone(command, config, output);
  } catch (error) {
    if (error instanceof StartError) return refuse(EXIT.failed, error.said[lang]);
    throw error;
  }
}

async function alone(command: Command, config: Config, output: CommandOutput): Promise<number> {
  const held = await hold(config, async () => EXIT.failed);
  const started = await start(config);
  try {
    return await runCommand(command, started, output);
  } finally {
    await started.close();
    await held.release();
  }
}

function write(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  return (text) => new Promise((resolve) => stream.write(text, () => resolve()));
}

function refuse(code: number, text: string): number {
  process.stderr.write(`${text}\n`);
  return code;
}
