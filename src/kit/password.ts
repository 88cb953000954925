/** Passwords: argon2id (RFC 9106) with low memory, in the standard PHC format (`$argon2id$v=19$…`). */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { newLine } from "./line.ts";

const derive = promisify(argon2);

/** The cost of a guess: kibibytes of memory, and passes over them. Each hash contains its own. */
export type HashCost = { readonly memory: number; readonly passes: number };

/** With one lane, the OWASP cheat sheet's minimum; some 60 ms. */
const COST: HashCost = { memory: 19_456, passes: 2 };
const LENGTH = 32;

/**
 * Each comparison takes a whole processor: one processor is left to everything else, and a client that guesses by the dozen waits
 * behind its own guesses, without filling the queue for other clients. A full queue takes some two seconds.
 */
const COMPARED = newLine({ places: Math.max(1, availableParallelism() - 1), waiting: 40 });
/** New passwords come after a proof of address: they are few, and none is refused. */
const CHOSEN = newLine({ places: 1, waiting: Number.POSITIVE_INFINITY });

export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = (await CHOSEN.enter(() => derived(password, salt, cost)))!;
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${plain(salt)}$${plain(hash)}`;
}

/**
 * `undefined` if too many comparisons are waiting, above all of the same `place` (a caller or an account): nothing was compared.
 */
export async function passwordHolds(
  password: string,
  stored: string | null | undefined,
  place: string,
  cost = COST,
): Promise<boolean | undefined> {
  return COMPARED.enter(() => compared(password, stored, cost), place);
}

/** Without a stored hash, takes as long all the same: the response time must not reveal who has an account. */
async function compared(password: string, stored: string | null | undefined, cost: HashCost): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(stored ?? "");
  if (!parts) {
    await derived(password, Buffer.alloc(16), cost);
    return false;
  }
  const [, memory, passes, salt, hash] = parts;
  const expected = Buffer.from(hash!, "base64");
  const own = { memory: Number(memory), passes: Number(passes) };
  const actual = await derived(password, Buffer.from(salt!, "base64"), own);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function derived(password: string, nonce: Buffer, cost: HashCost): Promise<Buffer> {
  // Keyboards differ in how they encode a letter (é as one code point or two).
  const message = Buffer.from(password.normalize("NFKC"));
  return derive("argon2id", { message, nonce, parallelism: 1, tagLength: LENGTH, ...cost });
}

function plain(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
