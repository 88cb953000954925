/** Verifies the kept timestamps: each must match its checkpoint's hash and be signed by a trusted authority. */
import type { Database } from "../db/open.ts";
import { type Tx, withSchool } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { sayUntrusted } from "./timestamp-acts.ts";
import { readToken } from "./timestamp-der.ts";
import { trustOf } from "./timestamp-trust.ts";

type TimestampFault = { readonly number: number; readonly why: Label };
export type TimestampReport = {
  readonly count: number;
  readonly latest: { readonly number: number; readonly at: Date } | undefined;
  /** Why signatures could not be judged; `undefined` where they were. */
  readonly unjudged: Label | undefined;
  readonly faults: readonly TimestampFault[];
};

const PAGE = 200;

/** `openssl` takes about 10 ms for each, outside of any transaction. */
export async function verifyTimestamps(db: Database, place: string, ca: string | undefined): Promise<TimestampReport> {
  const faults: TimestampFault[] = [];
  let count = 0;
  let unjudged: Label | undefined;
  let latest: TimestampReport["latest"];
  for (let after = 0; ; ) {
    const page = await withSchool(db, place, (tx) => readPage(tx, after));
    for (const kept of page) {
      const verdict = await judgeTimestamp(kept, ca);
      if (verdict.fault) faults.push({ number: kept.number, why: verdict.fault });
      unjudged ??= verdict.unjudged;
    }
    count += page.length;
    const last = page.at(-1);
    if (last) latest = { number: last.number, at: last.at };
    if (page.length < PAGE) return { count, latest, unjudged, faults };
    after = last!.number;
  }
}

type Kept = {
  readonly number: number;
  readonly token: Uint8Array;
  readonly at: Date;
  /** The checkpoint's hash; null where it is gone. */
  readonly hash: Uint8Array | null;
};

function readPage(tx: Tx, after: number): Promise<Kept[]> {
  return kept(tx).where("checkpoint_timestamp.id", ">", after).orderBy("checkpoint_timestamp.id").limit(PAGE).execute();
}

export async function latestTimestamp(tx: Tx): Promise<Kept | undefined> {
  return kept(tx).orderBy("checkpoint_timestamp.id", "desc").limit(1).executeTakeFirst();
}

function kept(tx: Tx) {
  return tx
    .selectFrom("checkpoint_timestamp")
    .leftJoin("checkpoint", "checkpoint.id", "checkpoint_timestamp.id")
    .select([
      "checkpoint_timestamp.id as number",
      "checkpoint_timestamp.token",
      "checkpoint_timestamp.stamped_at as at",
      "checkpoint.hash",
    ]);
}

export async function judgeTimestamp(
  { token, hash }: Kept,
  ca: string | undefined,
): Promise<{ readonly fault?: Label; readonly unjudged?: Label }> {
  // The checkpoint is gone: the end of the record was cut, and its timestamp left.
  if (hash === null) return { fault: CUT };
  const read = readToken(token);
  if (!read || !read.imprint.equals(hash)) return { fault: NOT_OF_IT };
  // The time is the token's own, which is signed; the column could have been overwritten.
  const trust = await trustOf({ token, hash, at: read.at, ca });
  if (trust.kind === "untrusted") return { fault: sayUntrusted(trust.why) };
  return trust.kind === "unknown" ? { unjudged: trust.why } : {};
}

const CUT: Label = {
  fr: "ce point de contrôle n’est plus là\u00a0: la fin du registre a été coupée",
  en: "that checkpoint is there no more: the end of the record was cut",
};
const NOT_OF_IT: Label = {
  fr: "cet horodatage n’est pas celui de l’empreinte du point de contrôle",
  en: "this timestamp is not of the hash of the checkpoint",
};
