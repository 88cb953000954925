/** Opening a session, within an act: how long it lasts follows from how its person showed who they are. */
import { newId } from "../../kit/id.ts";
import type { Tx } from "../../db/school.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { knowBrowser } from "../browsers/knowing.ts";
import { MINUTE } from "../forms.ts";
import type { Actor, Means } from "../../act/permissions.ts";
import { insertSession, takeSession } from "./store.ts";

const HOUR = 60 * MINUTE;
/** A candidate comes back on the same phone for weeks; whoever works on others' files signs in every day. */
const LONG_SESSION = 30 * 24 * HOUR;
const WORKING_SESSION = 12 * HOUR;

type Opening = {
  readonly account: string;
  readonly means: readonly Means[];
  /** The school whose sign-in service says so, where one does. */
  readonly vouchedIn?: string | null;
  readonly device: string;
  readonly at: Date;
};

/** Its token, which nobody has but whoever is given it now. */
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

/** The same, in a browser that is known from then on: what a person's own door does. */
export async function enter(tx: Tx, { mark, ...opening }: Opening & { readonly mark?: string | undefined }) {
  const token = await openSession(tx, opening);
  return { token, mark: await knowBrowser(tx, { account: opening.account, mark, at: opening.at }) };
}

/** A session is never changed: one that proves more, or again, replaces it, under a new token. Nothing where it was ended meanwhile. */
export async function replaceSession(
  tx: Tx,
  actor: Extract<Actor, { kind: "account" }>,
  { added, device, at }: { added: readonly Means[]; device: string; at: Date },
): Promise<string | undefined> {
  const before = await takeSession(tx, actor.account, actor.session);
  // It was ended meanwhile, on another device, or replaced by the same form sent twice.
  if (!before) return undefined;
  const means = [...new Set([...before.means, ...added])];
  const { vouchedIn } = before;
  return openSession(tx, { account: actor.account, means, vouchedIn, device, at });
}
