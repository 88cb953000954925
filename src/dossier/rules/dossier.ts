/** A dossier, its chain, and its two sides. */
import type { Lang } from "../../kit/lang.ts";

/** `carried`: the person was in training before the school used this service, and came in by a table. */
export const ENTERED = ["online", "paper", "phone", "carried"] as const;
export type Entered = (typeof ENTERED)[number];
export type Dossier = {
  readonly id: string;
  readonly intake: string;
  readonly number: string;
  readonly account: string | null;
  readonly entered: Entered;
  readonly language: Lang;
  readonly startedAt: Date;
  /** The address of a person without an account. */
  readonly address: string | null;
};

export const dossierChain = (id: string) => `dossier:${id}`;

/** The chain of the person of a dossier: the account's, or the dossier's own where there is none. */
export const personChain = ({ id, account }: Pick<Dossier, "id" | "account">) =>
  account === null ? dossierChain(id) : `account:${account}`;

export type Side = "person" | "school";
