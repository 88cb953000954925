/** The command line `livret`, apart from its process: finds the command, its language and its world. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE } from "../kit/lines.ts";
import { LawError, type Laws, sayProblems } from "../law/load.ts";
import { lawsIn } from "../house/law-folder.ts";
import { StartError } from "../house/start-error.ts";
import { type Asked, askedBy } from "./asked.ts";
import { type CliWorld, EXIT, noSuchFile, NotRead, NotWritten, type Terminal, UsageError } from "./command.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Returns the documented exit code. */
export async function main(argv: string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr, env } = terminal;
  const print = (text: string) => finish(stdout, text, EXIT.done);
  const refuse = (error: UsageError, lang: Lang) => finish(stderr, `${error.said[lang]}\n`, EXIT.usage);
  const fail = (text: string) => finish(stderr, `${text}\n`, EXIT.failed);
  const asked = askedBy(argv, env.LIVRET_LANG);
  if (asked.kind === "wrong") return refuse(asked.error, asked.lang);
  if (asked.kind === "told") return print(asked.text);
  if (asked.kind === "version") return print(await version());
  if (asked.kind === "form") return tellForm(asked, terminal);
  const { lang } = asked;
  try {
    return await run(asked, terminal);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error, lang);
    if (error instanceof LawError) return fail(sayProblems(error.problems, lang));
    if (isPipeClosed(error)) return EXIT.failed;
    if (error instanceof StartError || error instanceof NotRead || error instanceof NotWritten)
      return fail(error.said[lang]);
    throw error;
  }
}

/** Prints the form of an act or a view, with an example. */
async function tellForm({ declared, name, lang }: Form, { stdout, stderr }: Terminal): Promise<number> {
  const { formHelp } = await import("./form-help.ts");
  const text = formHelp(declared, name, lang);
  if (text !== undefined) return finish(stdout, text, EXIT.done);
  const { unknownName } = await import("./act.ts");
  return finish(stderr, `${unknownName(declared, name)!.said[lang]}\n`, EXIT.usage);
}

type Form = Extract<Asked, { kind: "form" }>;
type Run = Extract<Asked, { kind: "run" }>;

async function run({ command, words, values, lang }: Run, terminal: Terminal): Promise<number> {
  const world = cliWorld(terminal);
  const { env } = terminal;
  switch (command) {
    case "decide": {
      const { decide } = await import("./decide.ts");
      return decide(world, words[0]!, { ...values, lang });
    }
    case "plan": {
      const { plan } = await import("./plan.ts");
      return plan(world, { ...values, lang }, terminal.onInterrupt);
    }
    case "law": {
      const { showLaw } = await import("./law.ts");
      return showLaw(world, words[0], lang);
    }
    case "settings": {
      const { listSettings } = await import("../config/settings.ts");
      return finish(world.stdout, listSettings(lang), EXIT.done);
    }
    case "migrate":
    case "doctor":
    case "clock": {
      const { operate } = await import("./operate.ts");
      return operate([command, ...words], lang, terminal);
    }
    case "backup":
    case "restore": {
      const { operate } = await import("./operate.ts");
      const options = [
        // An absolute path: the process that holds the database has another working directory.
        `--folder=${resolve(words[0]!)}`,
        ...(values.json ? ["--json"] : []),
        ...(values.over ? ["--over"] : []),
        ...(terminal.stderr.isTTY ? ["--progress"] : []),
      ];
      return operate([command, ...options], lang, terminal);
    }
    case "audit": {
      const { operate } = await import("./operate.ts");
      const { readOutside } = await import("./audit.ts");
      const copies = [
        ...(values.in === undefined ? [] : [await readOutside(await readFileBytes(values.in))]),
        ...(values.head === undefined ? [] : [values.head]),
      ];
      const input = copies.join("\n");
      if (Buffer.byteLength(input) > MAX_LINE) return finish(world.stderr, `${TOO_LONG[lang]}\n`, EXIT.failed);
      return operate([command, ...words], lang, terminal, copies.length > 0 ? input : undefined);
    }
    case "mail": {
      const { operate } = await import("./operate.ts");
      return operate([command, ...words], lang, terminal, await readUpTo(world.stdin, MAIL_START));
    }
    case "account":
    case "act":
    case "view": {
      const { operate } = await import("./operate.ts");
      // Resolved here: the process that holds the database may have another default, or none.
      const school = values.school ?? (env.LIVRET_ESTABLISHMENT || undefined);
      // From the environment: every user of the machine can read the arguments of a command.
      const token = values.as === undefined && command !== "account" ? env.LIVRET_TOKEN || undefined : undefined;
      const options = Object.entries({ as: values.as, token, school }).flatMap(([name, value]) =>
        value === undefined ? [] : [`--${name}=${value}`],
      );
      // Only from a pipe or a file: the input may be empty, and a terminal would wait for typing.
      const reads = command !== "account" && words.length > 0 && !world.stdin.isTTY;
      const input =
        values.in === undefined
          ? reads
            ? await readUpTo(world.stdin, MAX_LINE + 1)
            : ""
          : await readFileText(values.in);
      if (Buffer.byteLength(input) > MAX_LINE) return finish(world.stderr, `${TOO_LONG[lang]}\n`, EXIT.failed);
      return operate([command, ...words, ...options], lang, terminal, input);
    }
    case "play": {
      const { play } = await import("./play.ts");
      return play(world, words, lang);
    }
    case "demo": {
      const { makeDemo } = await import("./demo/command.ts");
      return makeDemo(values, lang, terminal);
    }
    default:
      throw new Error(`No command "${command}"`);
  }
}

function cliWorld({ stdin, stdout, stderr, env, onInterrupt }: Terminal): CliWorld {
  let laws: Laws | undefined;
  let stopped = 0;
  onInterrupt(() => {
    // First Ctrl-C: finish the line. Second: the reader is stuck.
    if (++stopped > 1) process.exit(EXIT.interrupted);
    stdin.destroy();
  });
  return {
    stdin,
    stdout,
    stderr,
    // An empty variable counts as unset.
    laws: () => (laws ??= lawsIn(env.LIVRET_LAW || undefined)),
    defaults: { diploma: env.LIVRET_DIPLOMA || undefined, establishment: env.LIVRET_ESTABLISHMENT || undefined },
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

/** The first characters, none cut in two; the rest is read and discarded. */
async function readUpTo(stdin: NodeJS.ReadableStream, most: number): Promise<string> {
  let text = "";
  stdin.setEncoding("utf8");
  for await (const chunk of stdin) if (text.length < most) text += chunk as string;
  return text.slice(0, most);
}

/** A delivery report needs only the start of a mail. */
const MAIL_START = 256 * 1024;
/** The same limit as over HTTP; a longer input is refused, not cut. */
const TOO_LONG = {
  fr: "L’entrée est trop longue\u00a0: au plus 1\u00a0Mio (1\u202f048\u202f576\u00a0octets).",
  en: "The input is too long: at most 1 MiB (1,048,576 bytes).",
};

async function version(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const { version } = JSON.parse(await readFile(`${ROOT}/package.json`, "utf8")) as { version: string };
  return `livret ${version}\n`;
}

function finish(stream: Terminal["stdout"], text: string, code: number): number {
  stream.write(text);
  return code;
}

function isPipeClosed(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
