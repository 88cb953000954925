/**
 * Renders documents with Typst in a child process of its own: typesetting is synchronous, and its memory grows with
 * each document (about 0.1 MB, which worker threads do not give back), so the child is started on the first document,
 * replaced now and then, and replaced at once when it dies. A document that was under way is then tried once more.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setHeld } from "../../kit/child.ts";
import type { Day } from "../../kit/day.ts";
import { newLine } from "../../kit/line.ts";
import type { Reply } from "./render-process.ts";
import type { Typeset } from "./typst.ts";

declare module "../../act/world.ts" {
  interface World {
    /** Typesets documents, in a process of its own; a door that prints none does without. */
    readonly documents?: Pick<Renderer, "render">;
  }
}

/** What a template reads as `data.json`. The date makes the bytes: the same data gives the same document. */
type DocumentData = { readonly date: Day };

export type RenderFault = "busy" | "closed" | "timeout" | "crashed" | "refused";

/** Says what went wrong with the template or the process, never a word of the data. */
export class RenderError extends Error {
  readonly fault: RenderFault;
  /** As the door knows it: whoever comes when too much is asked for, or at the end, may come again. */
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
  /** Documents that may wait; one more is refused as `busy`, or takes the place of one of whoever has most waiting. */
  readonly waiting?: number;
  readonly timeoutMs?: number;
  /** After so many documents, or above so many bytes, the child is replaced. */
  readonly documents?: number;
  readonly memory?: number;
  /** Every document says that it comes from a demonstration. */
  readonly demo?: boolean;
};

export type Renderer = {
  /**
   * Absolute path of a `.typ` file; rejects with `RenderError`. `place`: whose it is, so that nobody waits behind all that
   * somebody else has asked for.
   */
  readonly render: (template: string, data: DocumentData, place?: string) => Promise<Buffer>;
  /** Ends what was accepted, then the child. */
  readonly close: () => Promise<void>;
  /** For health pages and tests: the process at work, if any. */
  readonly pid: () => number | undefined;
};

type Job = Typeset & {
  tries: number;
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: RenderError) => void;
};

const DEFAULTS = { waiting: 200, timeoutMs: 20_000, documents: 1_000, memory: 600 * 1024 * 1024 };
const TRIES = 2;

/** Costs nothing until the first document. */
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
    // A child that died a moment ago is told by its `exit`, which tries again.
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
    // With nothing to do, the child does not keep this process alive.
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

  /** Died by itself, or by a hand from outside. */
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

/** No secret of this process goes into the child, nor does it find a way to the network or to the machine's fonts. */
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
