/** Who may do what: the one table. An act or a view names a permission; nothing else in the house grants anything. */
import type { Day } from "../../kit/day.ts";

export type Actor =
  /** Whoever comes. */
  | { readonly kind: "anyone" }
  /** Whoever holds the secret of a thing: the act finds the thing by it, or forbids. */
  | { readonly kind: "holder"; readonly secret: string }
  /** The calendar, on the day it was due, which may be before today. */
  | { readonly kind: "clock"; readonly day: Day }
  /** Whoever runs the deployment, from its command line. */
  | { readonly kind: "operator"; readonly account?: string };

const WHO_MAY = {
  "ask about oneself": ["anyone"],
  "hold a draft": ["holder"],
  "hold a kept answer": ["holder"],
  "let time pass": ["clock"],
  "load the law": ["clock", "operator"],
} as const satisfies Record<string, readonly Actor["kind"][]>;

export type Permission = keyof typeof WHO_MAY;

export function may(actor: Actor, permission: Permission): boolean {
  return (WHO_MAY[permission] as readonly string[]).includes(actor.kind);
}

/** The actor as an audit record names it; never a secret. */
export function actorName(actor: Actor): string {
  return actor.kind === "operator" && actor.account !== undefined ? `operator:${actor.account}` : actor.kind;
}
