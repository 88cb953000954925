/** What a reader saw of a line, as a hash: what is noted as typed is what they read. */
import { hashOf } from "../figures/reading.ts";
import type { StoredLine } from "./store.ts";

export function shownHash({ id, asked, values }: Pick<StoredLine, "id" | "asked" | "values">): string {
  return hashOf({ id, values: asked ? values : {} });
}
