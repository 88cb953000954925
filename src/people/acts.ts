/**
 * After proving an address (`codes/`): creates its account and signs in (`sessions/`), with a password or without one, or chooses another
 * password.
 */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { hashPassword } from "../kit/password.ts";
import { hashSecret } from "../kit/secret.ts";
import { closed, Language } from "../kit/shapes.ts";
import { postMail } from "../mail/post.ts";
import { accountChain, Device, Mark, Text } from "./forms.ts";
import { passwordIssues } from "./rules/password-choice.ts";
import { nameOrAddress } from "./rules/person-name.ts";
import { deleteIdentities, isTied } from "./provider/store.ts";
import { noticeMail } from "./mails.ts";
import { enter } from "./sessions/session.ts";
import { type Account, lockAddress, insertAccount, takeReserved, updateAccount } from "./store.ts";
import { lockTicket, spendTicket } from "./codes/store.ts";
import { deleteSessions } from "./sessions/store.ts";
import { deleteCalendarAddresses } from "./calendar/store.ts";
import { deleteTokens } from "./tokens/store.ts";

/**
 * Signs in without a password, and creates the account if the address has none. An account that has a password asks for it or for another
 * one; so does one that a school’s service made, whose tie may not be the owner’s doing.
 */
export const enterByCode = defineAct({
  name: "enterByCode",
  label: { fr: "Entrer avec le code reçu", en: "Enter with the code received" },
  who: "hold a proof of address",
  scope: "deployment",
  form: Type.Object({ language: Language, device: Device, mark: Mark }, closed),
  writes: ["account", "account_session", "known_browser"],
  async perform({ tx, input, actor, at }) {
    const proof = await lockTicket(tx, hashSecret(secretOf({ actor })));
    if (!proof || proof.expiresAt <= at) return FORBIDDEN;
    const known = await lockAddress(tx, proof.addressKey);
    if (known && (known.password !== null || (await isTied(tx, known.id)))) return FORBIDDEN;
    if (!(await spendTicket(tx, proof.id))) return FORBIDDEN;
    const { language, device, mark } = input;
    const id = known?.id ?? (await create(tx, { ...proof, name: "", password: null, language, at }));
    const entered = await enter(tx, { account: id, means: ["code"], device, mark, at });
    return done({ ...entered, account: id, created: !known }, accountChain(id));
  },
});

type Ready = { readonly password: string } | { readonly issues: ReturnType<typeof passwordIssues> };

/** Creates the account of the address that a code proved, or gives it a new password, which ends all its sessions and tokens. */
export const settleAccount = defineAct({
  name: "settleAccount",
  label: { fr: "Choisir son mot de passe", en: "Choose one’s password" },
  who: "hold a proof of address",
  scope: "deployment",
  form: Type.Object(
    {
      name: Type.Optional(Text),
      password: Type.String({ maxLength: 1000 }),
      language: Language,
      device: Device,
      mark: Mark,
    },
    closed,
  ),
  writes: ["account", "account_session", "known_browser", "api_token", "calendar_address", "provider_identity", "mail"],
  async prepare({ input, actor, look, hashCost }): Promise<Ready> {
    const proof = await look((tx) => lockTicket(tx, hashSecret(secretOf({ actor }))));
    if (!proof) return { issues: [] };
    const { test: isCommon } = (await import("fxa-common-password-list")).default;
    const issues = passwordIssues({ password: input.password, address: proof.address, isCommon });
    return issues.length > 0 ? { issues } : { password: await hashPassword(input.password, hashCost) };
  },
  async perform({ tx, input, actor, at, prepared }) {
    const proof = await lockTicket(tx, hashSecret(secretOf({ actor })));
    if (!proof || proof.expiresAt <= at) return FORBIDDEN;
    const known = await lockAddress(tx, proof.addressKey);
    if ("issues" in prepared) return invalid(prepared.issues);
    if (!(await spendTicket(tx, proof.id))) return FORBIDDEN;
    const id = known
      ? await renew(tx, known, prepared.password, at)
      : await create(tx, {
          ...proof,
          name: input.name ?? "",
          password: prepared.password,
          language: input.language,
          at,
        });
    const { device, mark } = input;
    const entered = await enter(tx, { account: id, means: ["password", "code"], device, mark, at });
    const value = { ...entered, account: id, created: !known };
    return done(value, accountChain(id));
  },
});

async function renew(tx: Tx, { id, address, password: before, language: lang }: Account, password: string, at: Date) {
  await deleteSessions(tx, id);
  // Without a password, the tie may not be the owner's doing (a school's sign-in service created the account): it is removed.
  if (before === null) await deleteIdentities(tx, id);
  await updateAccount(tx, id, { password });
  await deleteTokens(tx, id);
  await deleteCalendarAddresses(tx, id);
  const about = accountChain(id);
  const words = noticeMail(lang, { what: "password-changed" });
  await postMail(tx, { reader: about, to: address, lang, about, at, ...words });
  return id;
}

type Creating = {
  address: string;
  addressKey: string;
  name: string;
  password: string | null;
  language: "fr" | "en";
  at: Date;
};

async function create(tx: Tx, { address, addressKey: key, name, password, language, at }: Creating) {
  const id = (await takeReserved(tx, key)) ?? newId();
  const called = nameOrAddress(name, address);
  await insertAccount(tx, { id, address, addressKey: key, name: called, password, language, at });
  return id;
}

function secretOf({ actor }: Pick<Performing<unknown>, "actor">): string {
  return actor.kind === "holder" ? actor.secret : "";
}
