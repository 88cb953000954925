/**
 * Idempotency: the client makes an id for each attempt (a hidden field, `Idempotency-Key`); the same id again returns the first
 * outcome. An outcome may hold a secret shown once, so it is encrypted with a key derived from the id, which is not stored.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import { type Issue, issue } from "../kit/schema.ts";

/** An attempt as looked up: `id` and `request` are hashes, `key` decrypts its outcome. */
export type Attempt = { readonly id: Buffer; readonly request: Buffer; readonly key: KeyObject };

/** How long the first outcome is stored. */
export const ATTEMPT_HOURS = 48;

/** Too long to guess, as the id decrypts its outcome. */
const FORM = /^[A-Za-z0-9:_-]{16,120}$/;

export function attemptIssues(attempt: string): Issue[] {
  if (FORM.test(attempt)) return [];
  const fr = "Un identifiant de tentative compte de 16 à 120 lettres, chiffres ou « : _ - », tirés au hasard.";
  return [issue("attempt", fr, "An attempt id is 16 to 120 letters, digits or “: _ -”, made at random.")];
}

/** The attempt id of what is due or asked for by its name, whatever characters and length the name has. */
export function attemptFor(...named: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(named)).digest("base64url");
}

export const ATTEMPT_REUSED = issue(
  "attempt",
  "Cet identifiant de tentative a déjà servi à une autre demande.",
  "This attempt id was already used for another request.",
);

/** An attempt belongs to its actor: another actor cannot use up its id. */
export function readAttempt(attempt: string, actor: unknown, request: unknown): Attempt {
  // The stored half reveals nothing of the key.
  const derived = createHmac("sha512", attempt).update(canonical(actor)).digest();
  return {
    id: derived.subarray(0, 32),
    key: createSecretKey(derived.subarray(32)),
    // Keyed, because a request may hold a password: it must not be guessed from the table.
    request: createHmac("sha256", attempt).update(canonical(request)).digest(),
  };
}

/** An attempt's encrypted outcome, as stored. */
export type LockedOutcome = { readonly id: Buffer; readonly request: Buffer; readonly outcome: Buffer };

export function lockOutcome({ id, request, key }: Attempt, outcome: unknown): LockedOutcome {
  return { id, request, outcome: lock(key, outcome) };
}

/** Stores a refusal; a done act's outcome is stored with its record (`appendRecord`). */
export async function keepOutcome(tx: Tx, attempt: Attempt, outcome: unknown, at: Date): Promise<void> {
  await tx
    .insertInto("attempt")
    .values({ ...lockOutcome(attempt, outcome), chain: null, at })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The attempt's first outcome; `reused` if the id came with another request. */
export async function firstOutcome(tx: Tx, attempt: Attempt): Promise<{ outcome: unknown } | "reused" | undefined> {
  const first = await tx
    .selectFrom("attempt")
    .select(["request", "outcome"])
    .where("id", "=", attempt.id)
    .executeTakeFirst();
  if (!first) return undefined;
  return attempt.request.equals(first.request) ? { outcome: unlock(attempt.key, first.outcome) } : "reused";
}

export async function isAttempted(tx: Tx, id: Attempt["id"]): Promise<boolean> {
  return (await tx.selectFrom("attempt").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

/** Deletes the outcomes that hold data of an erased subject. */
export async function forgetAttemptsOn(tx: Tx, chain: string): Promise<void> {
  await tx.deleteFrom("attempt").where("chain", "=", chain).execute();
}

export async function forgetAttemptsBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.deleteFrom("attempt").where("at", "<", moment).execute();
}

const IV = 12;
const TAG = 16;

function lock(key: KeyObject, value: unknown): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  return Buffer.concat([iv, cipher.update(JSON.stringify(value)), cipher.final(), cipher.getAuthTag()]);
}

function unlock(key: KeyObject, locked: Uint8Array): unknown {
  const bytes = Buffer.from(locked);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]).toString());
}
