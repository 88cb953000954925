/** A child process of ours. */
import type { ChildProcess } from "node:child_process";

/** While it is held, this process does not end before it. */
export function setHeld(child: ChildProcess, held: boolean): void {
  if (held) child.ref();
  else child.unref();
  // Node's channel has both since v7.1; its type knows neither when the pipe is already closed.
  if (held) child.channel?.ref();
  else child.channel?.unref();
}
