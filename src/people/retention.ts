/** What this room holds about people: accounts, roles and guests. */
import { dropping } from "../act/keep.ts";
import { unpostMail } from "../mail/post.ts";
import { addDays } from "../kit/day.ts";
import { guestRetained } from "./guests/retention.ts";
import { idleAccounts } from "./idle/store.ts";
import { offersTo } from "./offers/store.ts";
import type { Retained } from "../retention/retained.ts";

const OF_AN_ACCOUNT = [
  "api_token",
  "calendar_address",
  "account_session",
  "second_factor",
  "recovery_code",
  "provider_identity",
  "account_help",
  "known_browser",
] as const;

const accounts: Retained = {
  name: "account",
  label: { fr: "Votre compte", en: "Your account" },
  counted: { fr: "Comptes de connexion", en: "Accounts to sign in with" },
  tables: ["account", "challenge", "api_token_use", "reserved_account", ...OF_AN_ACCOUNT],
  place: "deployment",
  prefix: "account:",
  kind: "account",
  chains: async (_tx, { account }) => [`account:${account}`],
  // Warned, and not used since.
  over: async (tx, { period, today }, limit) => {
    const { noticeDays } = period;
    if (noticeDays === undefined) return [];
    const idle = await idleAccounts(tx, { before: addDays(today, -noticeDays), warned: true }, limit);
    return idle.map(({ account }) => ({ chain: `account:${account}`, day: today }));
  },
  still: async (tx, chain, { period, today }) => {
    const [, only = ""] = chain.split(":");
    const before = addDays(today, -(period.noticeDays ?? 0));
    return (await idleAccounts(tx, { before, warned: true, only }, 1)).length > 0;
  },
  erase: async (tx, chain) => {
    const account = chain.slice("account:".length);
    // No act records these.
    await tx.deleteFrom("challenge").where("account", "=", account).execute();
    for (const table of OF_AN_ACCOUNT) await dropping(tx, table, tx.deleteFrom(table).where("account", "=", account));
    await dropping(tx, "account", tx.deleteFrom("account").where("id", "=", account));
    await unpostMail(tx, chain);
  },
};

/** A role is the school's to revoke, and its history stays. */
const roles: Retained = {
  name: "roles",
  label: { fr: "Vos rôles dans l’école", en: "Your roles in the school" },
  tables: ["role_grant", "role_offer"],
  place: "school",
  prefix: "staff:",
  chains: async (tx, { account }) => {
    const held = await tx.selectFrom("role_grant").select("id").where("account", "=", account).execute();
    return held.length > 0 || (await offersTo(tx, account)).length > 0 ? [`staff:${account}`] : [];
  },
};

export const peopleRetained: readonly Retained[] = [accounts, roles, guestRetained];
