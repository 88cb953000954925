/** Scans bytes for viruses through clamd, ClamAV's service: a short command over a socket, the bytes streamed (INSTREAM). */
import { connect, type NetConnectOpts, type Socket } from "node:net";
import type { Readable } from "node:stream";

type Searched = { readonly found: string | null };
export type Scanner = {
  /** Rejects where the service does not answer, or cannot scan this file. */
  readonly search: (bytes: Readable, patience?: number) => Promise<Searched>;
};

const PATIENCE = 120_000;
const LONGEST_ANSWER = 4_096;

/** `address` is `tcp://host:port`, or the path of a Unix socket. */
export function clamdScanner(address: string, patience = PATIENCE): Scanner {
  const where = socketOf(address);
  return {
    async search(bytes, within = patience) {
      const socket = connect(where);
      socket.setTimeout(within, () => socket.destroy(new Error("clamd says nothing")));
      const answer = answerOf(socket);
      try {
        await Promise.all([send(socket, bytes, answer), answer]);
        return readAnswer(await answer);
      } finally {
        socket.destroy();
        bytes.destroy();
      }
    },
  };
}

function socketOf(address: string): NetConnectOpts {
  if (address.startsWith("/")) return { path: address };
  const { hostname, port } = new URL(address);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 3310) };
}

/** Each chunk is preceded by its length; a length of 0 ends the stream. */
async function send(socket: Socket, bytes: Readable, answer: Promise<string>): Promise<void> {
  // Once clamd has answered (the file is too long, say), it reads no more.
  let answered = false;
  void answer.finally(() => (answered = true)).catch(() => undefined);
  await write(socket, "zINSTREAM\0", answer);
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (answered) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]), answer);
  }
  if (!answered) await write(socket, Buffer.alloc(4), answer);
}

/** Waits for the socket to drain, or for an early answer. */
async function write(socket: Socket, data: string | Buffer, answer: Promise<string>): Promise<void> {
  if (socket.write(data)) return;
  await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), answer]);
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      if (text.includes("\0") || text.length > LONGEST_ANSWER) resolve(text.split("\0")[0]!);
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("clamd closed without an answer")));
  });
}

function readAnswer(answer: string): Searched {
  if (/^stream: OK$/.test(answer)) return { found: null };
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return { found };
  throw new Error(
    `clamd could not search a file: ${/size limit/i.test(answer) ? "it is over StreamMaxLength" : "an error of its own"}`,
  );
}
