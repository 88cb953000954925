/**
 * Opens files in child processes, where a hostile file can do no harm. A child may read this program and the folder of arrivals, write to
 * that folder and start nothing; it is killed when it takes too long or too much memory. The file is then refused, with a sentence, and
 * the next one gets a new child.
 */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setHeld, watched } from "../../kit/child.ts";
import { newTurns } from "../../kit/turns.ts";
import type { Look, Looking } from "./seen.ts";
import type { Reply } from "./look-process.ts";

export type Inspector = {
  /** `path` is in the folder of arrivals; a replacement for the file is written beside it. */
  readonly look: (looking: Sent) => Promise<Look>;
  readonly close: () => Promise<void>;
};
/** `by` is the sender, so that one sender's files do not hold up another's. */
type Sent = Looking & { readonly by?: string };

/** The inspector failed, not the file; only the error's code is given, since messages quote paths. */
export class InspectorFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`files are not looked into: ${code}`);
    this.name = "InspectorFault";
    this.code = code;
  }
}

export type InspectorOptions = {
  readonly places?: number;
  readonly timeoutMs?: number;
  /** Bytes of memory a child may take. */
  readonly memory?: number;
  /** A child is replaced after this many files. */
  readonly files?: number;
};

const MiB = 1024 * 1024;
const DEFAULTS = { places: 2, timeoutMs: 30_000, memory: 1_200 * MiB, files: 2_000 };
/** A photo of 100 million pixels takes the whole default; a PDF of 20 MB takes a second and a third of the memory. */
const OF_A_PDF = { timeoutMs: 10_000, memory: 400 * MiB };
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

type Task = Looking & {
  readonly by: string;
  readonly resolve: (look: Look) => void;
  readonly reject: (error: Error) => void;
};

/** The first child is started by the first file. */
export function startInspector(scratch: string, options: InspectorOptions = {}): Inspector {
  const limits = { ...DEFAULTS, ...options };
  const waiting = newTurns<Task>();
  const places = Array.from({ length: limits.places }, () => newPlace(scratch, limits, next));
  let closing: PromiseWithResolvers<void> | undefined;

  function next(): void {
    for (const place of places) {
      if (place.busy() !== undefined) continue;
      // At most one place per sender, so that no sender blocks the others.
      const task = waiting.next(new Set(places.map((other) => other.busy()).filter((by) => by !== undefined)));
      if (task) place.take(task);
    }
    if (closing && waiting.none() && places.every((place) => place.busy() === undefined))
      void Promise.all(places.map((place) => place.close())).then(() => closing!.resolve());
  }

  return {
    look: ({ by = "", ...looking }) => {
      if (closing) return Promise.reject(new InspectorFault("closed"));
      const { promise, resolve, reject } = Promise.withResolvers<Look>();
      waiting.add(by, { ...looking, by, resolve, reject });
      next();
      return promise;
    },
    close: () => {
      closing ??= Promise.withResolvers<void>();
      next();
      return closing.promise;
    },
  };
}

type Limits = Required<InspectorOptions>;
type Place = {
  /** The sender of the file at work. */
  readonly busy: () => string | undefined;
  readonly take: (task: Task) => void;
  readonly close: () => Promise<void>;
};

/** One child, and the file it is inspecting. */
function newPlace(scratch: string, limits: Limits, free: () => void): Place {
  let child: ChildProcess | undefined;
  let task: Task | undefined;
  let watch: NodeJS.Timeout | undefined;
  let done = 0;

  function start(): ChildProcess {
    done = 0;
    const started = startProcess(scratch);
    started.on("message", (reply) => {
      if (started !== child) return;
      if (++done >= limits.files) retire();
      settle(reply as Reply);
    });
    started.on("error", () => started.kill("SIGKILL"));
    // The file crashed the child, or was too much for it.
    started.on("exit", () => {
      if (started !== child) return;
      child = undefined;
      settle({ look: { problem: "unreadable" } });
    });
    return started;
  }

  function settle(reply: Reply): void {
    clearInterval(watch);
    const settled = task;
    task = undefined;
    if (child) setHeld(child, false);
    if (settled && "look" in reply) settled.resolve(reply.look);
    else if (settled && "fault" in reply) settled.reject(new InspectorFault(reply.fault));
    free();
  }

  function retire(): void {
    child?.disconnect();
    child = undefined;
  }

  return {
    busy: () => task?.by,
    take: (next) => {
      task = next;
      const taker = (child ??= start());
      setHeld(taker, true);
      const most = next.type === "pdf" ? leastOf(limits, OF_A_PDF) : limits;
      watch = watched(taker, most);
      // If the child has just died, its `exit` handler settles the task.
      taker.send({ path: next.path, type: next.type } satisfies Looking, () => {});
    },
    close: () =>
      new Promise((resolve) => {
        if (!child) return resolve();
        setHeld(child, true);
        child.once("exit", () => resolve());
        retire();
      }),
  };
}

function leastOf(a: typeof OF_A_PDF, b: typeof OF_A_PDF): typeof OF_A_PDF {
  return { timeoutMs: Math.min(a.timeoutMs, b.timeoutMs), memory: Math.min(a.memory, b.memory) };
}

/** The child gets no secret of this process. */
function startProcess(scratch: string): ChildProcess {
  return fork(join(import.meta.dirname, "look-process.ts"), [], {
    execArgv: [
      "--permission",
      `--allow-fs-read=${ROOT}`,
      `--allow-fs-read=${scratch}`,
      `--allow-fs-write=${scratch}`,
      "--max-old-space-size=512",
      "--disable-warning=ExperimentalWarning",
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: {},
  });
}
