/** `livret plan interviews`: one JSON object in, over any number of lines, one answer out. */
import { planned } from "../decisions/interview-plan/interviews.ts";
import { fault, sayFault } from "../decisions/decide.ts";
import { readObject } from "../kit/json.ts";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE, withoutMark } from "../kit/lines.ts";
import { issue } from "../kit/schema.ts";
import { type CliWorld, EXIT, type Terminal } from "./command.ts";
import { open, outputTo, writer } from "./decide.ts";

const TOO_LONG = issue("", "Cet objet dépasse 1 Mio.", "This object is over 1 MiB.");

type Options = { readonly in?: string; readonly out?: string; readonly lang: Lang };

export async function plan(
  world: CliWorld,
  { lang, ...options }: Options,
  onInterrupt: Terminal["onInterrupt"],
): Promise<number> {
  const stopped = new AbortController();
  onInterrupt(() => stopped.abort());
  const source = open(world, options.in);
  const sink = options.out === undefined ? world.stdout : outputTo(options.out, source.file);
  const output = writer(sink, options.out);
  try {
    const answered = await planOf(source.bytes, stopped.signal);
    const answer = "fault" in answered ? sayFault(answered.fault, lang) : answered.answer(lang);
    await output.write(Buffer.from(`${JSON.stringify(answer)}\n`));
    await output.close(sink !== world.stdout);
    return "fault" in answered ? EXIT.rejected : EXIT.done;
  } catch (error) {
    // Ctrl-C closes the input that this may be waiting for, and ends the search.
    if (world.interrupted()) return EXIT.interrupted;
    throw error;
  }
}

async function planOf(source: AsyncIterable<Buffer>, signal: AbortSignal) {
  const bytes = await wholeOf(source);
  const read = bytes ? readObject(bytes) : { issues: [TOO_LONG] };
  return "issues" in read ? fault(null, "invalid", read.issues) : planned(read.object, { signal });
}

/** Reads to the end, so that the writer may finish; `undefined` where it is too long. */
async function wholeOf(source: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    // Five bytes of grace: the byte order mark and the line end do not count.
    if (length <= MAX_LINE + 5) chunks.push(chunk);
  }
  if (length > MAX_LINE + 5) return undefined;
  const bytes = withoutMark(Buffer.concat(chunks));
  const end = bytes.at(-1) === NEWLINE ? (bytes.at(-2) === RETURN ? -2 : -1) : bytes.length;
  const object = bytes.subarray(0, end);
  return object.length > MAX_LINE ? undefined : object;
}

const NEWLINE = 10;
const RETURN = 13;
