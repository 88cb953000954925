/** The command line `livret`: finds the command, its language and its world, and ends on a documented exit code. */
import { fileURLToPath } from "node:url";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE } from "../kit/lines.ts";
import { LawError, type Laws, sayProblems } from "../law/load.ts";
import { lawsIn } from "../law-folder.ts";
import { StartError } from "../start-error.ts";
import { askedBy, spoken, type Values } from "./asked.ts";
import { type CliWorld, EXIT, noSuchFile, NotRead, NotWritten, UsageError } from "./command.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Whoever reads us may stop early (`| head`): that is no fault of the command, and nobody is left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") fail(new NotWritten(error).said[spoken(process.env.LIVRET_LANG)]);
  process.exit(EXIT.failed);
});

async function main(argv: string[]): Promise<number> {
  const asked = askedBy(argv, process.env.LIVRET_LANG);
  if (asked.kind === "wrong") return refuse(asked.error, asked.lang);
  if (asked.kind === "told") return print(asked.text);
  if (asked.kind === "version") return print(await version());
  if (asked.kind === "form") return tellForm(asked);
  const { command, words, values, lang } = asked;
  try {
    return await run(command, words, values, lang);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error, lang);
    if (error instanceof LawError) return fail(sayProblems(error.problems, lang));
    if (isPipeClosed(error)) return EXIT.failed;
    if (error instanceof StartError || error instanceof NotRead || error instanceof NotWritten)
      return fail(error.said[lang]);
    throw error;
  }
}

type Form = { readonly declared: "act" | "view"; readonly name: string; readonly lang: Lang };

async function tellForm({ declared, name, lang }: Form): Promise<number> {
  const { formHelp } = await import("./form-help.ts");
  const text = formHelp(declared, name, lang);
  if (text !== undefined) return print(text);
  const { unknownName } = await import("./act.ts");
  return refuse(unknownName(declared, name)!, lang);
}

async function run(command: string, words: string[], values: Values, lang: Lang): Promise<number> {
  const world = cliWorld();
  switch (command) {
    case "decide": {
      const { decide } = await import("./decide.ts");
      return decide(world, words[0]!, { ...values, lang });
    }
    case "law": {
      const { showLaw } = await import("./law.ts");
      return showLaw(world, words[0], lang);
    }
    case "settings": {
      const { listSettings } = await import("../settings.ts");
      return print(listSettings(lang));
    }
    case "migrate":
    case "doctor":
    case "clock": {
      const { operate } = await import("./operate.ts");
      return operate([command, ...words], lang);
    }
    case "audit": {
      const { operate } = await import("./operate.ts");
      const { readOutside } = await import("./audit.ts");
      const copies = [
        ...(values.in === undefined ? [] : [await readOutside(await readFileBytes(values.in))]),
        ...(values.head === undefined ? [] : [values.head]),
      ];
      const given = copies.join("\n");
      if (Buffer.byteLength(given) > MAX_LINE) return fail(TOO_LONG[lang]);
      return operate([command, ...words], lang, copies.length > 0 ? given : undefined);
    }
    case "mail": {
      const { operate } = await import("./operate.ts");
      return operate([command, ...words], lang, await readUpTo(world.stdin, MAIL_START));
    }
    case "account":
    case "act":
    case "view": {
      const { operate } = await import("./operate.ts");
      // Said here: the process that holds the database may have been started with another one, or none.
      const school = values.school ?? (process.env.LIVRET_ESTABLISHMENT || undefined);
      // In the environment, and not among the words of a command, which everybody on the machine can read.
      const token =
        values.as === undefined && command !== "account" ? process.env.LIVRET_TOKEN || undefined : undefined;
      const options = Object.entries({ as: values.as, token, school }).flatMap(([name, value]) =>
        value === undefined ? [] : [`--${name}=${value}`],
      );
      // Only where there is something to read: an input may be empty, and a terminal is left alone.
      const reads = command !== "account" && words.length > 0 && !process.stdin.isTTY;
      const input =
        values.in === undefined
          ? reads
            ? await readUpTo(world.stdin, MAX_LINE + 1)
            : ""
          : await readFileText(values.in);
      if (Buffer.byteLength(input) > MAX_LINE) return fail(TOO_LONG[lang]);
      return operate([command, ...words, ...options], lang, input);
    }
    case "demo": {
      const { makeDemo } = await import("./demo/command.ts");
      return makeDemo(values, lang);
    }
    default:
      throw new Error(`No command "${command}"`);
  }
}

function cliWorld(): CliWorld {
  let laws: Laws | undefined;
  let stopped = 0;
  process.on("SIGINT", () => {
    // Once: finish the line. Twice: whoever reads us is stuck.
    if (++stopped > 1) process.exit(EXIT.interrupted);
    process.stdin.destroy();
  });
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    // Empty, a variable is not given.
    laws: () => (laws ??= lawsIn(process.env.LIVRET_LAW || undefined)),
    defaults: {
      diploma: process.env.LIVRET_DIPLOMA || undefined,
      establishment: process.env.LIVRET_ESTABLISHMENT || undefined,
    },
    interrupted: () => stopped > 0,
  };
}

async function readFileText(path: string): Promise<string> {
  return (await readFileBytes(path)).toString("utf8");
}

async function readFileBytes(path: string): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  return readFile(path).catch(() => {
    throw noSuchFile(path);
  });
}

/** So many characters of the start, none of them cut in two; what follows is read and left. */
async function readUpTo(stdin: NodeJS.ReadableStream, most: number): Promise<string> {
  let text = "";
  stdin.setEncoding("utf8");
  for await (const chunk of stdin) if (text.length < most) text += chunk as string;
  return text.slice(0, most);
}

/** Of a mail the start is all that a report on delivery needs. */
const MAIL_START = 256 * 1024;
/** Of an act or a view as much as over HTTP, and all of it or nothing. */
const TOO_LONG = {
  fr: "L’entrée est trop longue\u00a0: au plus 1\u00a0Mio (1\u202f048\u202f576\u00a0octets).",
  en: "The input is too long: at most 1 MiB (1,048,576 bytes).",
};

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const { version } = JSON.parse(await readFile(`${ROOT}/package.json`, "utf8")) as { version: string };
  return `livret ${version}\n`;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.done;
}

function refuse(error: UsageError, lang: Lang): number {
  process.stderr.write(`${error.said[lang]}\n`);
  return EXIT.usage;
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return EXIT.failed;
}

function isPipeClosed(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}

process.exitCode = await main(process.argv.slice(2));
