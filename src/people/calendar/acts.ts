/** The secret address of one's own calendar in a school, for a program that reads it: shown once, and only its hash is stored. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN } from "../../act/act.ts";
import { newId } from "../../kit/id.ts";
import { closed } from "../../kit/shapes.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { accountChain, Slug } from "../forms.ts";
import { ownAccount } from "../proofs/acts.ts";
import { provenIn } from "../rules/proven-in.ts";
import { provenBySession } from "../sessions/store.ts";
import { deleteCalendarAddresses, insertCalendarAddress } from "./store.ts";

const OfSchool = Type.Object({ school: Slug }, closed);

/** A new address replaces the one before. A program's token makes none, which would outlive it. */
export const makeCalendarAddress = defineAct({
  name: "makeCalendarAddress",
  label: { fr: "Créer l’adresse de son calendrier", en: "Make the address of one’s calendar" },
  who: "mind one’s own account",
  scope: "deployment",
  form: OfSchool,
  writes: ["calendar_address"],
  async perform({ tx, input: { school }, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account || actor.token) return FORBIDDEN;
    const session = await provenBySession(tx, actor.session);
    const means = session ? provenIn(session, school) : [];
    if (!session || means.length === 0) return FORBIDDEN;
    await deleteCalendarAddresses(tx, account.id, school);
    const token = newToken();
    const { vouchedIn } = session;
    const proven = { means, vouchedIn: vouchedIn === school ? school : null };
    await insertCalendarAddress(tx, {
      id: newId(),
      account: account.id,
      school,
      tokenHash: hashSecret(token),
      ...proven,
      at,
    });
    return done({ token }, accountChain(account.id));
  },
});

/** At once, without a fresh proof: revoking is never the danger. */
export const revokeCalendarAddress = defineAct({
  name: "revokeCalendarAddress",
  label: { fr: "Retirer l’adresse de son calendrier", en: "Take back the address of one’s calendar" },
  who: "mind one’s own account",
  scope: "deployment",
  form: OfSchool,
  writes: ["calendar_address"],
  async perform({ tx, input: { school }, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const gone = await deleteCalendarAddresses(tx, actor.account, school);
    return gone === 0 ? FORBIDDEN : done({}, accountChain(actor.account));
  },
});
