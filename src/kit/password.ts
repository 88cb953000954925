/** Passwords: argon2id as RFC 9106 gives it for little memory, in the notation everybody reads (`$argon2id$v=19$…`). */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { newLine } from "./line.ts";

const derive = promisify(argon2);

/** How much a guess costs: kibibytes of memory, and passes over them. Each hash tells its own. */
export type HashCost = { readonly memory: number; readonly passes: number };

/** One lane: what OWASP's cheat sheet asks for; some 60 ms. */
const COST: HashCost = { memory: 19_456, passes: 2 };
const LENGTH = 32;

/**
 * Each takes a processor whole: one is left to everything else, and whoever guesses by the dozen waits behind themselves, in a line
 * that they cannot fill for other places. What is left waiting is done within some two seconds.
 */
const COMPARED = newLine({ places: Math.max(1, availableParallelism() - 1), waiting: 40 });
/** Those who choose a password have proven an address: they are few, and none is turned away. */
const CHOSEN = newLine({ places: 1, waiting: Number.POSITIVE_INFINITY });

export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = (await CHOSEN.enter(() => derived(password, salt, cost)))!;
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${plain(salt)}$${plain(hash)}`;
}

/**
 * `undefined` where too many are being compared at this moment, of those that come from one place with it: nobody knows then, and
 * it is to be tried again.
 */
export async function passwordHolds(
  password: string,
  stored: string | null | undefined,
  place: string,
  cost = COST,
): Promise<boolean | undefined> {
  return COMPARED.enter(() => compared(password, stored, cost), place);
}

/** Where there is nothing to compare with, takes as long all the same: time must not tell who has an account. */
async function compared(password: string, stored: string | null | undefined, cost: HashCost): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(stored ?? "");
  if (!parts) {
    await derived(password, Buffer.alloc(16), cost);
    return false;
  }
  const [, memory, passes, salt, hash] = parts;
  const expected = Buffer.from(hash!, "base64");
  const own = { memory: Number(memory), passes: Number(passes) };
  const found = await derived(password, Buffer.from(salt!, "base64"), own);
  return found.length === expected.length && timingSafeEqual(found, expected);
}

function derived(password: string, nonce: Buffer, cost: HashCost): Promise<Buffer> {
  // The same letters may be typed in two ways (é as one sign or as two).
  const message = Buffer.from(password.normalize("NFKC"));
  return derive("argon2id", { message, nonce, parallelism: 1, tagLength: LENGTH, ...cost });
}

function plain(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
