/** Many things, so many at a time. */
import { setImmediate } from "node:timers/promises";

/** What one statement takes: fewer cost more round trips, more cost no less. */
const AT_ONCE = 500;

/** Between two of them others have their turn: PGlite answers without ever letting the event loop turn. */
export async function* batches<T>(all: readonly T[], atOnce = AT_ONCE): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < all.length; at += atOnce) {
    if (at > 0) await setImmediate();
    yield all.slice(at, at + atOnce);
  }
}
