/** Files in an account are read by its owner only. */
import type { FileReader } from "../files/reading.ts";

export const readsOwnFile: FileReader = async ({ actor, id }) =>
  actor.kind === "account" && actor.account === id ? { whose: `account:${id}` } : undefined;
