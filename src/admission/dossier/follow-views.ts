/** What followed on a dossier, as the person whose it is reads it. */
import { Type } from "typebox";
import { defineView } from "../../act.ts";
import { chargesAbout } from "../../billing/charges/charging.ts";
import type { Label } from "../../kit/lang.ts";
import { actorName, type Role, ROLES } from "../../people/rules/permissions.ts";
import { openingsOf } from "../../record/openings/opening.ts";
import { dossierChain } from "./standing.ts";
import { inHand, isConfirmed } from "./hands.ts";
import { sideOf, unread } from "./message-acts.ts";
import { factsOf, type Letter, lettersAbout, messagesOf, type Side, submissionsOf } from "./store.ts";
import { Id } from "../../kit/shapes.ts";

type Opened = { readonly at: Date; readonly roles: readonly Role[]; readonly what: Label };
export type Followed = {
  readonly letters: readonly Letter[];
  readonly openings: readonly Opened[];
  readonly messages: readonly { readonly at: Date; readonly side: Side }[];
  readonly dues: Awaited<ReturnType<typeof chargesAbout>>;
  readonly unread: number;
  /** Whether the person confirmed what was entered for them. */
  readonly confirmed: boolean;
};

export const followDossier = defineView({
  name: "followDossier",
  label: { fr: "Suivre son dossier de candidature", en: "Follow one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id }, { additionalProperties: false }),
  async read({ tx, input, actor }): Promise<Followed | undefined> {
    const dossier = await inHand(tx, actor, input.dossier);
    const side = dossier && sideOf(dossier, actor);
    if (!side) return undefined;
    const about = dossierChain(dossier.id);
    const openings = side === "person" ? await openingsOf(tx, { about }) : [];
    return {
      letters: side === "person" ? await lettersAbout(tx, about, actorName(actor)) : [],
      // Who in general terms; names stand on the page of all openings.
      openings: openings.map(({ openedAt, roles, what }) => ({
        at: openedAt,
        roles: ROLES.filter((role) => roles.includes(role)),
        what,
      })),
      messages: (await messagesOf(tx, dossier.id)).map(({ at, side: by }) => ({ at, side: by })),
      dues: await chargesAbout(tx, about),
      unread: await unread(tx, dossier, side),
      confirmed: isConfirmed(await submissionsOf(tx, dossier.id), await factsOf(tx, dossier.id)),
    };
  },
});
