/** `livret decide`: NDJSON in, NDJSON out, one answer a line, in order, however long the file. */
import { createReadStream, createWriteStream, statSync } from "node:fs";
import type { Writable } from "node:stream";
import { type Decide, decider, decisionNamed, DECISIONS, fault, sayFault } from "../decisions.ts";
import { gatherBytes } from "../kit/bytes.ts";
import { gatherObject, readObject } from "../kit/json.ts";
import { isBlank, type Line, linesOf } from "../kit/lines.ts";
import { issue } from "../kit/schema.ts";
import type { Lang } from "../kit/lang.ts";
import { type CliWorld, EXIT, usage, UsageError } from "./command.ts";
import { progress } from "./progress.ts";

const TOO_LONG = issue("", "Cette ligne dépasse 1 Mio.", "This line is over 1 MiB.");

export async function decide(
  world: CliWorld,
  name: string | undefined,
  options: { in?: string; out?: string; lang: Lang },
): Promise<number> {
  const { lang } = options;
  const decision = name === undefined ? undefined : decisionNamed(name);
  if (!decision) throw usage(`livret decide <${DECISIONS.map((one) => one.name).join("|")}>`);
  const door = decider(decision, world.laws(), world.defaults);
  const source = open(world, options.in);
  const sink = options.out === undefined ? world.stdout : createWriteStream(options.out);
  const output = writer(sink);
  const gathered = gatherBytes();
  const shown = progress(world.stderr, lang, options.in === undefined ? undefined : statSync(options.in).size);
  let rejected = 0;
  try {
    for await (const lines of linesOf(source)) {
      for (const line of lines) {
        if (line.bytes && isBlank(line.bytes)) continue;
        const answer = answerLine(door, line, lang);
        if ("error" in answer) rejected++;
        gatherObject(answer, gathered);
        gathered.text("\n");
        shown.count(line.bytes ? line.bytes.length + 1 : 0);
      }
      // Whole lines are written at once, so that an interruption never cuts one.
      if (gathered.length() > 0) await output.write(gathered.take());
      if (world.interrupted()) break;
    }
  } catch (error) {
    // Ctrl-C closes the input that we may be waiting for.
    if (!world.interrupted()) throw error;
  }
  await output.close(sink !== world.stdout);
  shown.end();
  if (world.interrupted()) return EXIT.interrupted;
  return rejected > 0 ? EXIT.rejected : EXIT.done;
}

function open(world: CliWorld, path: string | undefined): AsyncIterable<Buffer> {
  if (path === undefined) return world.stdin;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new UsageError({ fr: `Fichier introuvable : ${path}`, en: `No such file: ${path}` });
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}

function answerLine(door: Decide, { number, bytes }: Line, lang: Lang): Record<string, unknown> {
  const reject = (found: Parameters<typeof sayFault>[0]) => {
    const { id, error } = sayFault(found, lang);
    return { id, line: number, error };
  };
  if (bytes === undefined) return reject(fault(null, "invalid", [TOO_LONG]).fault);
  const read = readObject(bytes);
  if ("issues" in read) return reject(fault(null, "invalid", read.issues).fault);
  const decided = door(read.object);
  return "fault" in decided ? reject(decided.fault) : decided.answer(lang);
}

/** Writes with back-pressure; a reader that went away (EPIPE) is an error like another. */
function writer(sink: Writable): { write: (bytes: Buffer) => Promise<void>; close: (end: boolean) => Promise<void> } {
  let failure: Error | undefined;
  sink.on("error", (error) => {
    failure = error;
  });
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        sink.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: (end) =>
      new Promise((resolve, reject) =>
        end ? sink.end((error?: Error | null) => (error ? reject(error) : resolve())) : resolve(),
      ),
  };
}
