/** Who is there, as pages and doors know them: whoever signed in, and whoever was let in as a guest. */
import type { Lang } from "../kit/lang.ts";
import type { Actor, Means, Role } from "./permissions.ts";

/**
 * An account, by one of its sessions; `means` are those that count in the school they visit, `roles` those given there,
 * `actor.roles` those that its proofs allow now.
 */
export type Person = {
  readonly session: string;
  readonly account: string;
  readonly address: string;
  readonly name: string;
  readonly language: Lang;
  readonly means: readonly Means[];
  readonly vouchedIn: string | null;
  readonly authenticatedAt: Date;
  readonly roles: readonly Role[];
  readonly actor: Extract<Actor, { kind: "account" }>;
};

/** A guest who is in, as pages know them. */
export type GuestIn = {
  readonly name: string;
  readonly actor: Extract<Actor, { kind: "guest" }>;
};
