/** Splits a list into batches. */
import { setImmediate } from "node:timers/promises";

/** Rows per statement: smaller batches cost more round trips, larger ones save nothing. */
const AT_ONCE = 500;

/** Yields to the event loop between batches, as PGlite never does and would block every request. */
export async function* batches<T>(all: readonly T[], atOnce = AT_ONCE): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < all.length; start += atOnce) {
    if (start > 0) await setImmediate();
    yield all.slice(start, start + atOnce);
  }
}
