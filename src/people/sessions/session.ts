/** Opens a session within an act; its lifetime depends on the means of proof. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { knowBrowser } from "../browsers/knowing.ts";
import { MINUTE } from "../forms.ts";
import type { Actor, Means } from "../../act/permissions.ts";
import { insertSession, takeSession } from "./store.ts";

const HOUR = 60 * MINUTE;
/** A candidate stays signed in on a phone for weeks; staff sign in every day. */
const LONG_SESSION = 30 * 24 * HOUR;
const WORKING_SESSION = 12 * HOUR;

type Opening = {
  readonly account: string;
  readonly means: readonly Means[];
  /** The school whose sign-in service vouched, if one did. */
  readonly vouchedIn?: string | null;
  readonly device: string;
  readonly at: Date;
};

/** Returns the token, which is not stored. */
export async function openSession(tx: Tx, { account, means, vouchedIn = null, device, at }: Opening): Promise<string> {
  const token = newToken();
  const life = means.some((one) => one !== "password" && one !== "code") ? WORKING_SESSION : LONG_SESSION;
  const expiresAt = new Date(at.getTime() + life);
  await insertSession(tx, {
    id: newId(),
    account,
    tokenHash: hashSecret(token),
    means,
    vouchedIn,
    device,
    at,
    expiresAt,
  });
  return token;
}

/** The same, and remembers the browser: for the person's own sign-in. */
export async function enter(tx: Tx, { mark, ...opening }: Opening & { readonly mark?: string | undefined }) {
  const token = await openSession(tx, opening);
  return { token, mark: await knowBrowser(tx, { account: opening.account, mark, at: opening.at }) };
}

/** Sessions are immutable: a further or repeated proof replaces one under a new token. `undefined` where it has ended. */
export async function replaceSession(
  tx: Tx,
  actor: Extract<Actor, { kind: "account" }>,
  { added, device, at }: { added: readonly Means[]; device: string; at: Date },
): Promise<string | undefined> {
  const before = await takeSession(tx, actor.account, actor.session);
  // Ended meanwhile on another device, or replaced by a repeated form.
  if (!before) return undefined;
  const means = [...new Set([...before.means, ...added])];
  const { vouchedIn } = before;
  return openSession(tx, { account: actor.account, means, vouchedIn, device, at });
}
