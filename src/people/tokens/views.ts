/** The account's tokens, without their secrets. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { tokensOf } from "./store.ts";

export const seeTokens = defineView({
  name: "seeTokens",
  label: { fr: "Voir ses jetons", en: "See one’s tokens" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, closed),
  async read({ tx, actor, at }) {
    if (actor.kind !== "account") return undefined;
    const tokens = await tokensOf(tx, actor.account);
    return { tokens: tokens.filter(({ endsAt }) => endsAt > at) };
  },
});
