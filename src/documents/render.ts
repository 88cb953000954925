/**
 * Renders documents with Typst in a child process: typesetting is synchronous, and its memory grows with each document (about 0.1 MB,
 * which worker threads do not give back). The child starts with the first document and is replaced after a number of documents, or at once
 * when it dies; the document in progress is then tried once more.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setHeld } from "../kit/child.ts";
import type { Day } from "../kit/day.ts";
import { newLine } from "../kit/line.ts";
import type { Reply } from "./render-process.ts";
import type { Typeset } from "./typst.ts";

declare module "../act/world.ts" {
  interface World {
    /** Typesets documents in a child process; a process that prints nothing does without. */
    readonly documents?: Pick<Renderer, "render">;
  }
}

/** What a template reads as `data.json`. The date is part of the bytes: the same data gives the same document. */
type DocumentData = { readonly date: Day };

export type RenderFault = "busy" | "closed" | "timeout" | "crashed" | "refused";

/** Describes the fault of the template or the process, without a word of the data. */
export class RenderError extends Error {
  readonly fault: RenderFault;
  /** For the HTTP answer: a client may retry when the queue is full or the service is stopping. */
  readonly code: string;
  readonly statusCode: number;
  constructor(fault: RenderFault, message: string) {
    super(message);
    this.name = "RenderError";
    this.fault = fault;
    this.code = fault;
    this.statusCode = fault === "busy" || fault === "closed" ? 503 : 500;
  }
}

export type RendererOptions = {
  /** Documents that may wait; when full, a new one is refused as `busy`, or evicts from the longest queue (fair queueing). */
  readonly waiting?: number;
  readonly timeoutMs?: number;
  /** The child is replaced after this many documents, or above this many bytes of memory. */
  readonly documents?: number;
  readonly memory?: number;
  /** Every document says that it comes from a demonstration. */
  readonly demo?: boolean;
};

export type Renderer = {
  /**
   * `template` is the absolute path of a `.typ` file; rejects with `RenderError`. `place` is the client, so that one client's documents do
   * not hold up another's.
   */
  readonly render: (template: string, data: DocumentData, place?: string) => Promise<Buffer>;
  /** Finishes the accepted documents, then ends the child. */
  readonly close: () => Promise<void>;
  /** For health pages and tests: the running child, if any. */
  readonly pid: () => number | undefined;
};

type Job = Typeset & {
  tries: number;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: RenderError) => void;
};

const DEFAULTS = { waiting: 200, timeoutMs: 20_000, documents: 1_000, memory: 600 * 1024 * 1024 };
const TRIES = 2;

/** The child is started by the first document. */
export function startRenderer(options: RendererOptions = {}): Renderer {
  const limits = { ...DEFAULTS, ...options };
  const line = newLine({ places: 1, waiting: limits.waiting });
  const accepted = new Set<Promise<unknown>>();
  let current: Job | undefined;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess | undefined;
  let printed = 0;
  let closing: Promise<void> | undefined;

  function begin(job: Job): void {
    current = job;
    const worker = (child ??= start());
    setHeld(worker, true);
    const { template, json, timestamp } = job;
    timer = setTimeout(giveUp, limits.timeoutMs);
    // If the child has just died, its `exit` handler tries again.
    worker.send({ template, json, timestamp } satisfies Typeset, () => {});
  }

  function start(): ChildProcess {
    printed = 0;
    const worker = startProcess();
    worker.on("message", (reply) => answer(worker, reply as Reply));
    worker.on("error", () => worker.kill("SIGKILL"));
    worker.on("exit", () => ended(worker));
    return worker;
  }

  function answer(worker: ChildProcess, reply: Reply): void {
    if (worker !== child) return;
    const job = finish();
    if (job && "pdf" in reply) job.resolve(asBuffer(reply.pdf));
    else if (job && "fault" in reply) job.reject(new RenderError("refused", reply.fault));
    printed++;
    if (printed >= limits.documents || reply.memory > limits.memory) retire();
  }

  function finish(): Job | undefined {
    clearTimeout(timer);
    // An idle child does not keep this process alive.
    if (child) setHeld(child, false);
    const job = current;
    current = undefined;
    return job;
  }

  function giveUp(): void {
    finish()?.reject(new RenderError("timeout", `not rendered within ${limits.timeoutMs} ms`));
    child?.kill("SIGKILL");
    child = undefined;
  }

  /** The child crashed or was killed. */
  function ended(worker: ChildProcess): void {
    if (worker !== child) return;
    child = undefined;
    const job = finish();
    if (job && ++job.tries < TRIES) begin(job);
    else job?.reject(new RenderError("crashed", "the render process died twice on this document"));
  }

  function retire(): void {
    child?.disconnect();
    child = undefined;
  }

  async function inTurn(job: Typeset, place: string): Promise<Buffer> {
    const work = () => {
      const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
      begin({ ...job, tries: 0, resolve, reject });
      return promise;
    };
    const pdf = await line.enter(work, place);
    if (!pdf) throw new RenderError("busy", `${limits.waiting} documents are waiting`);
    return pdf;
  }

  async function end(): Promise<void> {
    await Promise.allSettled(accepted);
    const last = child;
    if (!last) return;
    setHeld(last, true);
    const gone = once(last, "exit");
    retire();
    await gone;
  }

  return {
    render: (template, data, place = "") => {
      if (closing) return Promise.reject(new RenderError("closed", "the renderer is closed"));
      const json = JSON.stringify(options.demo ? { ...data, demo: true } : data);
      const asked = inTurn({ template, json, timestamp: noonOf(data.date) }, place);
      accepted.add(asked);
      return asked.finally(() => accepted.delete(asked));
    },
    close: () => (closing ??= end()),
    pid: () => child?.pid,
  };
}

/** The child gets no secret of this process, no network and no system fonts. */
function startProcess(): ChildProcess {
  return fork(join(import.meta.dirname, "render-process.ts"), [], {
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: {
      FONTCONFIG_FILE: join(import.meta.dirname, "no-system-fonts.conf"),
      HTTP_PROXY: "http://127.0.0.1:9",
      HTTPS_PROXY: "http://127.0.0.1:9",
    },
  });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Seconds at noon UTC, the same calendar day all over Europe. */
function noonOf(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`) / 1000;
}
