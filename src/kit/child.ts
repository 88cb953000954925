/** Child processes. */
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** While a child is held, this process does not exit before it. */
export function setHeld(child: ChildProcess, held: boolean): void {
  if (held) child.ref();
  else child.unref();
  // Node's channel has both since v7.1; its type knows neither when the pipe is already closed.
  if (held) child.channel?.ref();
  else child.channel?.unref();
}

/** Kills a child that exceeds its time or memory; clear the returned interval to stop watching. */
export function watched(
  child: ChildProcess,
  most: { readonly timeoutMs: number; readonly memory: number },
): NodeJS.Timeout {
  const until = performance.now() + most.timeoutMs;
  return setInterval(() => {
    if (performance.now() > until || memoryOf(child) > most.memory) child.kill("SIGKILL");
  }, 100);
}

/** A process's resident memory in bytes; 0 on systems without `/proc`, where only its time is limited. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, pages = "0"] = readFileSync(`/proc/${pid}/statm`, "latin1").split(" ");
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}
