/**
 * Tokens let a program act in a person's name, in one school, with at most their present rights. A token is shown once; only its hash is
 * stored. A new password revokes them all, and so does an administrator's help after a lost mailbox, proof or device.
 */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { ById, closed } from "../../kit/shapes.ts";
import { dayIn, endsAt } from "../../kit/zone.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { accountChain, Slug } from "../forms.ts";
import { ownAccount, tell } from "../proofs/acts.ts";
import { REACHES } from "../../act/permissions.ts";
import { provenIn } from "../rules/proven-in.ts";
import { provenBySession } from "../sessions/store.ts";
import { deleteTokens, insertToken, ownerOfEndedToken, tokensOf } from "./store.ts";
import { TOKEN_PREFIX } from "./holder.ts";

/** More than a person has programs; fewer than a runaway program would make. */
const MOST = 20;

export const makeToken = defineAct({
  name: "makeToken",
  label: { fr: "Créer un jeton pour un programme", en: "Make a token for a program" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object(
    {
      school: Slug,
      label: Type.String({ minLength: 1, maxLength: 60 }),
      reach: oneOf(...REACHES),
      /** The names of acts and views, where the reach is `chosen`. They give nothing that the owner may not do. */
      chosen: Type.Optional(
        Type.Array(Type.String({ pattern: "^[a-zA-Z]+$", maxLength: 60 }), { maxItems: 300, uniqueItems: true }),
      ),
      /** Its last day, in the school's time zone. */
      until: DaySchema,
    },
    closed,
  ),
  writes: ["api_token", "mail"],
  async perform({ tx, input, actor, at, opened }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const session = await provenBySession(tx, actor.session);
    if (!session) return FORBIDDEN;
    const means = provenIn(session, input.school);
    const { tokenDays, zone } = opened(input.school);
    if (means.length === 0 || tokenDays === undefined) return FORBIDDEN;
    const label = input.label.trim();
    if (label === "") return invalid([NO_LABEL]);
    const today = dayIn(at, zone);
    if (input.until < today || input.until > addDays(today, tokenDays)) return invalid([BAD_END]);
    const { chosen = [] } = input;
    if ((input.reach === "chosen") !== chosen.length > 0) return invalid([NOT_CHOSEN]);
    if ((await tokensOf(tx, account.id)).length >= MOST) return invalid([TOO_MANY]);
    const token = `${TOKEN_PREFIX}${newToken()}`;
    const id = newId();
    await insertToken(tx, {
      id,
      account: account.id,
      school: input.school,
      label,
      reach: input.reach,
      chosen,
      tokenHash: hashSecret(token),
      means,
      vouchedIn: session.vouchedIn === input.school ? input.school : null,
      at,
      endsAt: endsAt({ day: input.until, time: "23:59" }, zone)!,
    });
    await tell(tx, account, { what: "token-made", label }, at);
    return done({ id, token }, accountChain(account.id));
  },
});

/** At once, without a fresh proof: revoking is never the danger. */
export const revokeToken = defineAct({
  name: "revokeToken",
  label: { fr: "Retirer un jeton", en: "Take a token back" },
  who: "mind one’s own account",
  scope: "deployment",
  form: ById,
  free: FREE.closes,
  writes: ["api_token"],
  async perform({ tx, input, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const gone = await deleteTokens(tx, actor.account, input.id);
    return gone === 0 ? FORBIDDEN : done({}, accountChain(actor.account));
  },
});

export const expireToken = defineAct({
  name: "expireToken",
  label: { fr: "Retirer un jeton arrivé à son terme", en: "Remove a token past its end" },
  who: "let time pass",
  scope: "deployment",
  form: ById,
  writes: ["api_token"],
  async perform({ tx, input, at }) {
    const account = await ownerOfEndedToken(tx, input.id, at);
    if (account === undefined) return FORBIDDEN;
    await deleteTokens(tx, account, input.id);
    return done({}, accountChain(account));
  },
});

const NO_LABEL = issue("label", "Dites à quel programme il servira.", "Say which program it is for.");
const BAD_END = issue(
  "until",
  "Choisissez une fin parmi celles que l’école permet.",
  "Choose an end among those that the school allows.",
);
const NOT_CHOSEN = issue(
  "chosen",
  "Choisissez au moins une chose, ou permettez-les toutes.",
  "Choose one thing at least, or allow them all.",
);
const TOO_MANY = issue(
  "label",
  "Vous avez déjà vingt jetons : retirez d’abord ceux qui ne servent plus.",
  "You already have twenty tokens: first take back those that no longer serve.",
);
