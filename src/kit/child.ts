/** A child process of ours. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** While it is held, this process does not end before it. */
export function setHeld(child: ChildProcess, held: boolean): void {
  if (held) child.ref();
  else child.unref();
  // Node's channel has both since v7.1; its type knows neither when the pipe is already closed.
  if (held) child.channel?.ref();
  else child.channel?.unref();
}

/** Ends a child that takes too long or too much, until the watch is cleared. */
export function watched(
  child: ChildProcess,
  most: { readonly timeoutMs: number; readonly memory: number },
): NodeJS.Timeout {
  const until = performance.now() + most.timeoutMs;
  return setInterval(() => {
    if (performance.now() > until || memoryOf(child) > most.memory) child.kill("SIGKILL");
  }, 100);
}

/** What a process takes of this machine; 0 where the system does not say, and its time alone is limited. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, pages = "0"] = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ");
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}
