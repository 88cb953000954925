/** What a person keeps in their own account, nobody else reads. */
import type { FileReader } from "../record/files/reading.ts";

export const readsOwnFile: FileReader = async ({ actor, id }) =>
  actor.kind === "account" && actor.account === id ? { whose: `account:${id}` } : undefined;
