/**
 * The protocol of `livret.sock`, one JSON object a line. The caller sends `{hello: true}` or `{argv, lang}`; the holder
 * answers `{pid}`, or any number of `{out}` and `{err}` and a last `{exit}`. A caller that hangs up stops its command.
 */
import { connect, type Socket } from "node:net";
import type { Lang } from "../kit/lang.ts";
import { MAX_LINE } from "../kit/lines.ts";

export type Command = {
  readonly argv: readonly string[];
  readonly lang: Lang;
  /** The caller's standard input, for the commands that read it. */
  readonly input?: string;
};
export type CommandOutput = {
  /** Resolves when more may be written (backpressure): a slow reader slows the command instead of filling memory. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => Promise<void>;
  /** Aborted when the caller disconnects. */
  readonly signal: AbortSignal;
};
export type Holder = { readonly pid: number | null };

type Ask = { hello: true } | Command;
type Reply = { pid?: number; out?: string; err?: string; exit?: number };

/** How long a holder may take to answer `hello`; it may be busy starting. */
const GREETING_MS = 2_000;
/** The longest input with every character escaped. */
const MAX_COMMAND = 8 * MAX_LINE;

export async function answer(
  socket: Socket,
  serve: (command: Command, output: CommandOutput) => Promise<number>,
): Promise<void> {
  const gone = new AbortController();
  socket.on("error", () => gone.abort());
  socket.on("close", () => gone.abort());
  const asked = await readAsk(socket);
  if (!asked) return void socket.destroy();
  if ("hello" in asked) return void socket.end(frame({ pid: process.pid }));
  // The command is complete: from here on, an end from the caller means that it left.
  socket.on("end", () => gone.abort());
  socket.resume();
  const output: CommandOutput = {
    out: (out) => send(socket, { out }),
    err: (err) => send(socket, { err }),
    signal: gone.signal,
  };
  const exit = await serve(asked, output).catch(async (fault: Error) => {
    await output.err(`${fault.name}: ${fault.message}\n`);
    return 1;
  });
  socket.end(frame({ exit }));
}

export async function ask(path: string, command: Command, output: CommandOutput): Promise<number | null> {
  const socket = await dial(path);
  if (!socket) return null;
  const hangUp = () => socket.destroy();
  output.signal.addEventListener("abort", hangUp, { once: true });
  socket.write(frame(command));
  let exit: number | undefined;
  try {
    for await (const line of linesOf(socket)) {
      const reply = JSON.parse(line) as Reply;
      if (reply.out !== undefined) await output.out(reply.out);
      if (reply.err !== undefined) await output.err(reply.err);
      if (reply.exit !== undefined) exit = reply.exit;
    }
  } finally {
    output.signal.removeEventListener("abort", hangUp);
    socket.destroy();
  }
  // No exit code: we were interrupted (130), or the holder died (1).
  return exit ?? (output.signal.aborted ? 130 : 1);
}

export async function greet(path: string): Promise<Holder | null> {
  const socket = await dial(path);
  if (!socket) return null;
  socket.setTimeout(GREETING_MS, () => socket.destroy());
  socket.write(frame({ hello: true }));
  for await (const line of linesOf(socket)) {
    socket.destroy();
    return { pid: (JSON.parse(line) as Reply).pid ?? null };
  }
  return null;
}

/** `undefined` if no process listens. */
function dial(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path });
    socket.once("connect", () => {
      socket.removeAllListeners("error");
      // `linesOf` sees the error as the end of the stream.
      socket.on("error", () => undefined);
      resolve(socket);
    });
    socket.once("error", (error: NodeJS.ErrnoException) =>
      NO_LISTENER.includes(error.code ?? "") ? resolve(undefined) : reject(error),
    );
  });
}

const NO_LISTENER = ["ENOENT", "ECONNREFUSED", "ENOTSOCK"];

async function readAsk(socket: Socket): Promise<Ask | undefined> {
  let text = "";
  socket.setEncoding("utf8");
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += chunk as string;
    if (text.includes("\n")) break;
    if (text.length > MAX_COMMAND) return undefined;
  }
  return isAsk(text) ? (JSON.parse(text) as Ask) : undefined;
}

function isAsk(text: string): boolean {
  try {
    const asked = JSON.parse(text) as Partial<Command> & { hello?: true };
    return asked.hello === true || (Array.isArray(asked.argv) && asked.argv.every((word) => typeof word === "string"));
  } catch {
    return false;
  }
}

/** Ends with the connection, for any cause. (`readline` would wait for ever on a connection destroyed from our side.) */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = "";
  socket.setEncoding("utf8");
  try {
    for await (const chunk of socket) {
      const lines = (rest + (chunk as string)).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
  } catch {
    // The connection broke: an incomplete line is dropped.
  }
}

function frame(message: Ask | Reply): string {
  return `${JSON.stringify(message)}\n`;
}

function send(socket: Socket, reply: Reply): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => socket.write(frame(reply), () => resolve()));
}
