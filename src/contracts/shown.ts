/** What a paper to sign says: the document as it would be printed now, whose fingerprint is signed. Null of a paper that is not ours. */
import type { HouseDocument } from "../documents/blocks.ts";
import type { Agreed } from "./settling.ts";

export function shownPaper({ papers }: Pick<Agreed, "papers">, source: string): HouseDocument | null {
  return papers.find((one) => one.source === source)?.document ?? null;
}
