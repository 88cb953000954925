/** The current user of a page: an account that signed in, or a guest. */
import type { Lang } from "../kit/lang.ts";
import type { Actor, Means, Role } from "./permissions.ts";

/**
 * An account in one of its sessions. `means` are the authentication methods that count in the school visited, `roles` those given
 * there, `actor.roles` those that these methods allow now.
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

/** A guest with an open session. */
export type GuestIn = {
  readonly name: string;
  readonly actor: Extract<Actor, { kind: "guest" }>;
};
