/**
 * Timestamps the latest checkpoint, where an authority is configured. It covers all earlier ones, so that one token makes up for an
 * outage.
 */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { type ActWorld, type Actor, defineAct, done, invalid, perform, stale } from "../act/act.ts";
import { withSchool, type Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { issue } from "../kit/schema.ts";
import { json } from "../kit/sql.ts";
import { keeping } from "../act/keep.ts";
import { CheckpointNumber } from "./checkpoint-acts.ts";
import { OWN_CHAIN } from "./checkpoints.ts";
import { readToken } from "./timestamp-der.ts";
import { requestTimestamp, type Stamped } from "./timestamp-request.ts";
import { trustOf } from "./timestamp-trust.ts";

declare module "../act/world.ts" {
  interface World {
    /** The timestamping authority; without one, only their own chain seals the checkpoints. */
    readonly timestamps?: TimestampAuthority;
  }
}

/** The authority's address, and the certificates to trust (a PEM file), from the environment. */
export type TimestampAuthority = { readonly url: string; readonly ca: string | undefined };

export const keepTimestamp = defineAct({
  name: "keepTimestamp",
  label: { fr: "Conserver un horodatage", en: "Keep a timestamp" },
  who: "seal the record",
  form: Type.Object(
    { number: CheckpointNumber, token: Type.String({ pattern: "^[A-Za-z0-9+/]*={0,2}$", maxLength: 400_000 }) },
    { additionalProperties: false },
  ),
  writes: ["checkpoint_timestamp"],
  async perform({ tx, input: { number, token } }) {
    const bytes = Buffer.from(token, "base64");
    const read = readToken(bytes);
    const sealed = await tx.selectFrom("checkpoint").select("hash").where("id", "=", number).executeTakeFirst();
    if (!read || !sealed || !read.imprint.equals(sealed.hash)) return invalid([NOT_ITS_TIMESTAMP]);
    const insert = tx.insertInto("checkpoint_timestamp").values({ id: number, token: bytes, stamped_at: read.at });
    const first = insert.onConflict((on) => on.doNothing());
    // Another process of this deployment stored it first.
    if ((await keeping(tx, "checkpoint_timestamp", first)).length === 0) return stale({ number });
    return done({ number, at: read.at.toISOString() }, `${OWN_CHAIN}${number}`);
  },
});

const NOT_ITS_TIMESTAMP = issue(
  "token",
  "Ce n’est pas l’horodatage de ce point de contrôle.",
  "This is not the timestamp of this checkpoint.",
);

export type Stamping =
  | { readonly kind: "nothing to stamp" }
  | { readonly kind: "left" }
  | { readonly kind: "stamped"; readonly number: number; readonly at: Date }
  | { readonly kind: "failed"; readonly number: number; readonly why: Label };

/** A failure is kept for `livret doctor` and retried at the calendar's next round; a request aborted by `leaving` is retried too. */
export async function stamp(
  world: ActWorld,
  place: string,
  authority: TimestampAuthority,
  actor: Actor,
  leaving?: AbortSignal,
): Promise<Stamping> {
  const waiting = await withSchool(world.db, place, unstamped);
  if (!waiting) return { kind: "nothing to stamp" };
  const { number, hash } = waiting;
  const got = await askAndCheck(authority, hash, leaving);
  if ("problem" in got) {
    // Aborted by us: no failure of the authority.
    if (leaving?.aborted) return { kind: "left" };
    await withSchool(world.db, place, (tx) => noteFailure(tx, got.problem, world.now()));
    return { kind: "failed", number, why: got.problem };
  }
  const input = { number, token: got.token.toString("base64") };
  await perform(world, keepTimestamp, { actor, establishment: place, attempt: randomUUID(), input });
  await withSchool(world.db, place, (tx) => tx.deleteFrom("timestamp_failure").execute());
  return { kind: "stamped", number, at: got.at };
}

async function unstamped(tx: Tx): Promise<{ number: number; hash: Uint8Array } | undefined> {
  const [last] = await tx
    .selectFrom("checkpoint")
    .leftJoin("checkpoint_timestamp", "checkpoint_timestamp.id", "checkpoint.id")
    .select(["checkpoint.id as number", "checkpoint.hash", "checkpoint_timestamp.id as stamped"])
    .orderBy("checkpoint.id", "desc")
    .limit(1)
    .execute();
  return last?.stamped === null ? last : undefined;
}

async function askAndCheck(
  { url, ca }: TimestampAuthority,
  hash: Uint8Array,
  leaving: AbortSignal | undefined,
): Promise<Stamped | { problem: Label }> {
  const got = await requestTimestamp(url, hash, { leaving });
  if ("problem" in got) return got;
  const trust = await trustOf({ ...got, hash, ca });
  return trust.kind === "untrusted" ? { problem: sayUntrusted(trust.why) } : got;
}

export function sayUntrusted(why: string): Label {
  return {
    fr: `la signature n’est pas celle d’une autorité de confiance (openssl\u00a0: ${why})`,
    en: `the signature is not that of a trusted authority (openssl: ${why})`,
  };
}

async function noteFailure(tx: Tx, why: Label, at: Date): Promise<void> {
  const reason = json(why);
  await tx
    .insertInto("timestamp_failure")
    .values({ at, reason })
    .onConflict((on) => on.column("establishment_id").doUpdateSet({ at, reason }))
    .execute();
}

/** The failure of the last try, if it failed. */
export async function lastTimestampFailure(tx: Tx): Promise<{ readonly at: Date; readonly reason: Label } | undefined> {
  const failure = await tx.selectFrom("timestamp_failure").select(["at", "reason"]).executeTakeFirst();
  return failure && { at: failure.at, reason: failure.reason as Label };
}
