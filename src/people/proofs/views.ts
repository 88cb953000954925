/** A person's second proofs; the only secret shown is that of a generator being added. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { mayWork } from "../views.ts";
import { provenBySession } from "../sessions/store.ts";
import { ownAccount } from "./acts.ts";
import { factorsOf, findChallenge, recoveryCodesLeft } from "./store.ts";

export const seeProofs = defineView({
  name: "seeProofs",
  label: { fr: "Voir ses secondes preuves", en: "See one’s second proofs" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, { additionalProperties: false }),
  async read({ tx, actor }) {
    if (actor.kind !== "account") return undefined;
    const factors = await factorsOf(tx, actor.account);
    return {
      factors: factors.map(({ id, kind, label, addedAt }) => ({ id, kind, label, addedAt: addedAt.toISOString() })),
      codesLeft: await recoveryCodesLeft(tx, actor.account),
      /** Whether this session has proved one of them, or came from a sign-in service. */
      shown: mayWork((await provenBySession(tx, actor.session))?.means ?? []),
    };
  },
});

/** The secret to copy into a generator, until its first code. */
export const seeNewGenerator = defineView({
  name: "seeNewGenerator",
  label: { fr: "Voir le générateur à ajouter", en: "See the generator to be added" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, { additionalProperties: false }),
  async read({ tx, actor, at }) {
    const account = await ownAccount(tx, actor);
    const asked = account && (await findChallenge(tx, { account: account.id, kind: "totp", at }));
    return asked && { secret: (asked.held as { secret: string }).secret, address: account.address };
  },
});
