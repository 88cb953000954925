/** Where dossiers have got to, as each subject says it; the last subject that knows them has the last word. */
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";

/** A few words by dossier: «Place acceptée», «En formation, promotion 2026-2028». */
export type Stands = (tx: Tx, dossiers: readonly string[]) => Promise<ReadonlyMap<string, Label>>;
