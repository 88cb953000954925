/** `livret decide`: NDJSON in, NDJSON out, one answer a line, in order; memory does not grow with the file. */
import { createReadStream, createWriteStream, openSync, type Stats, statSync } from "node:fs";
import type { Writable } from "node:stream";
import { type Decide, decider, decisionNamed, fault, sayFault } from "../decisions/decide.ts";
import { gatherBytes } from "../kit/bytes.ts";
import { gatherObject, readObject } from "../kit/json.ts";
import { isBlank, type Line, linesOf } from "../kit/lines.ts";
import { issue } from "../kit/schema.ts";
import type { Lang } from "../kit/lang.ts";
import { type CliWorld, EXIT, noSuchFile, NotRead, NotWritten, UsageError } from "./command.ts";
import { progress } from "./progress.ts";

const TOO_LONG = issue("", "Cette ligne dépasse 1 Mio.", "This line is over 1 MiB.");

export async function decide(
  world: CliWorld,
  name: string,
  options: { in?: string; out?: string; lang: Lang },
): Promise<number> {
  const { lang } = options;
  const decision = decisionNamed(name)!;
  const door = decider(decision, world.laws(), world.defaults);
  const source = open(world, options.in);
  const sink = options.out === undefined ? world.stdout : outputTo(options.out, source.file);
  const output = writer(sink, options.out);
  const gathered = gatherBytes();
  const shown = progress(world.stderr, lang, source.file?.isFile() ? source.file.size : undefined);
  let rejected = 0;
  try {
    for await (const lines of linesOf(source.bytes)) {
      for (const line of lines) {
        if (line.bytes && isBlank(line.bytes)) continue;
        const answer = answerLine(door, line, lang);
        if ("error" in answer) rejected++;
        gatherObject(answer, gathered);
        gathered.text("\n");
        shown.count(line.bytes ? line.bytes.length + 1 : 0);
      }
      // Writes whole lines, so that an interruption never cuts one.
      if (gathered.length() > 0) await output.write(gathered.take());
      if (world.interrupted()) break;
    }
  } catch (error) {
    // Ctrl-C closes the input that this loop may be waiting for.
    if (!world.interrupted()) throw error;
  }
  await output.close(sink !== world.stdout);
  shown.end();
  if (world.interrupted()) return EXIT.interrupted;
  return rejected > 0 ? EXIT.rejected : EXIT.done;
}

type Source = { readonly bytes: AsyncIterable<Buffer>; readonly file?: Stats };

/** A file, or a stream: a pipe, a terminal. */
export function open(world: CliWorld, path: string | undefined): Source {
  if (path === undefined) return { bytes: world.stdin };
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) throw noSuchFile(path);
  if (file.isDirectory())
    throw new UsageError({
      fr: `C’est un dossier, pas un fichier : ${path}`,
      en: `This is a folder, not a file: ${path}`,
    });
  return { bytes: readFrom(path), file };
}

async function* readFrom(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 });
  } catch (error) {
    throw new NotRead(error, path);
  }
}

/** Truncates the output file, unless it is the input file. */
export function outputTo(path: string, read: Stats | undefined): Writable {
  const there = statSync(path, { throwIfNoEntry: false });
  if (read && there?.isFile() && there.dev === read.dev && there.ino === read.ino)
    throw new UsageError({
      fr: `${path} serait effacé avant d’être lu : donnez un autre fichier à --out.`,
      en: `${path} would be emptied before it is read: give --out another file.`,
    });
  try {
    return createWriteStream(path, { fd: openSync(path, "w") });
  } catch (error) {
    const refused = new NotWritten(error, path);
    // No such folder, or a folder in place of a file: wrong usage, as with --in.
    throw WRONG_PATH.has(refused.code) ? new UsageError(refused.said) : refused;
  }
}

const WRONG_PATH: ReadonlySet<string | undefined> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

function answerLine(door: Decide, { number, bytes }: Line, lang: Lang): Record<string, unknown> {
  const reject = (problem: Parameters<typeof sayFault>[0]) => {
    const { id, error } = sayFault(problem, lang);
    return { id, line: number, error };
  };
  if (bytes === undefined) return reject(fault(null, "invalid", [TOO_LONG]).fault);
  const read = readObject(bytes);
  if ("issues" in read) return reject(fault(null, "invalid", read.issues).fault);
  const decided = door(read.object);
  return "fault" in decided ? reject(decided.fault) : decided.answer(lang);
}

/** Writes with back-pressure. */
export function writer(
  sink: Writable,
  path: string | undefined,
): { write: (bytes: Buffer) => Promise<void>; close: (end: boolean) => Promise<void> } {
  let failure: Error | undefined;
  sink.on("error", (error) => {
    failure = new NotWritten(error, path);
  });
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        sink.write(bytes, (error) => (error ? reject(new NotWritten(error, path)) : resolve()));
      }),
    close: (end) =>
      new Promise((resolve, reject) =>
        end ? sink.end((error?: Error | null) => (error ? reject(error) : resolve())) : resolve(),
      ),
  };
}
