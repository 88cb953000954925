/** What a dossier is and is called in the record, and who stands on either side of it. */
import type { Lang } from "../../kit/lang.ts";

export type Entered = "online" | "paper" | "phone";
export type Dossier = {
  readonly id: string;
  readonly intake: string;
  readonly number: string;
  readonly account: string | null;
  readonly entered: Entered;
  readonly language: Lang;
  readonly startedAt: Date;
  /** Where to write to somebody who has no account here. */
  readonly address: string | null;
};

export const dossierChain = (id: string) => `dossier:${id}`;

export type Side = "person" | "school";
