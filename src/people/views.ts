/** Who a visitor is, and who works in a school. */
import type { Person } from "../act/person.ts";
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import type { Database } from "../db/open.ts";
import { leaves } from "../kit/machine.ts";
import { hashSecret } from "../kit/secret.ts";
import { myMails } from "../mail/views.ts";
import { addressKey } from "../kit/mail-address.ts";
import type { Means, Role } from "../act/permissions.ts";
import { onlyIn, provenIn } from "./rules/proven-in.ts";
import { accountOfAddress, findAccount } from "./store.ts";
import { findTicket } from "./codes/store.ts";
import { sessionHolder, sessionsOf } from "./sessions/store.ts";
import { GRANT } from "./staff/rules/grant.ts";
import { rolesOf, schoolStaff } from "./staff/store.ts";
import * as output from "./output.ts";

const Nothing = Type.Object({}, { additionalProperties: false });

/** School work takes two proofs: with one alone the account has no roles. */
const SECOND: readonly Means[] = ["totp", "passkey", "recovery", "provider", "demo"];

export function mayWork(means: readonly Means[]): boolean {
  return means.some((one) => SECOND.includes(one));
}

type Place = { readonly establishment: string; readonly at: Date };

/** The person of a session token; `undefined` where the session is not valid here or has expired. Roles are those in force. */
export async function personOf(db: Database, token: string, place: Place): Promise<Person | undefined> {
  const held = await heldSession(db, token, place);
  return held && held.means.length > 0 ? held : undefined;
}

/** The same for any session; where it is not valid in this school, `means` is empty. */
export async function heldSession(
  db: Database,
  token: string,
  { establishment, at }: Place,
): Promise<Person | undefined> {
  const holder = await sessionHolder(db, { tokenHash: hashSecret(token), establishment, at });
  if (!holder) return undefined;
  const { account, session, authenticatedAt } = holder;
  const means = provenIn(holder, establishment);
  const roles: readonly Role[] = mayWork(means) ? holder.roles : [];
  const only = onlyIn(holder);
  const here = { roles, authenticatedAt, ...(only !== undefined && { onlyIn: only }) };
  return { ...holder, means, actor: { kind: "account", account, session, ...here } };
}

/** The account of an address, for an operator acting in its name. */
export const whoIs = defineView({
  name: "whoIs",
  label: { fr: "Trouver un compte par son adresse", en: "Find an account by its address" },
  who: "help somebody in",
  form: Type.Object({ address: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false }),
  async read({ tx, input }) {
    const found = await accountOfAddress(tx, addressKey(input.address));
    return found && { ...found, roles: await rolesOf(tx, found.account) };
  },
});

export const seeStaff = defineView({
  name: "seeStaff",
  label: { fr: "Voir qui travaille ici", en: "See who works here" },
  who: "see the roles",
  form: Nothing,
  output: output.seeStaff,
  async read({ tx, stands }) {
    const staff = await schoolStaff(tx);
    const ids = staff.map(({ id }) => id);
    const kept = await stands(tx, [leaves(GRANT, "taken-back")], ids);
    return {
      staff: staff.map(({ grantedAt, ...one }) => ({
        ...one,
        at: grantedAt.toISOString(),
        kept: [...(kept.get(one.id) ?? [])],
      })),
    };
  },
});

/** The address behind a ticket; `known` where it has an account. */
export const openProof = defineView({
  name: "openProof",
  label: { fr: "Voir l’adresse prouvée", en: "See the address proven" },
  who: "hold a proof of address",
  scope: "deployment",
  form: Nothing,
  async read({ tx, actor, at }) {
    const proof = actor.kind === "holder" ? await findTicket(tx, hashSecret(actor.secret), at) : undefined;
    if (!proof) return undefined;
    const account = await findAccount(tx, { addressKey: proof.addressKey });
    return { address: proof.address, known: account !== undefined };
  },
});

export const seeAccount = defineView({
  name: "seeAccount",
  label: { fr: "Voir son compte", en: "See one’s account" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Nothing,
  async read({ tx, actor, at }) {
    return actor.kind === "account" ? { sessions: await sessionsOf(tx, actor.account, at) } : undefined;
  },
});

/** Mails about the account itself, which belong to no school. */
export const myAccountMails = defineView({
  ...myMails,
  name: "myAccountMails",
  label: { fr: "Lire ce qui fut écrit au sujet de son compte", en: "Read what was written about one’s account" },
  scope: "deployment",
});
