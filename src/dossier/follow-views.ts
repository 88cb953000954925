/** What followed on a dossier, as its owner reads it. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { chargesAbout } from "../billing/charges/charging.ts";
import type { Label } from "../kit/lang.ts";
import { actorName, type Role, ROLES } from "../act/permissions.ts";
import { openingsOf } from "../openings/openings.ts";
import { isConfirmed, sideOf } from "./hands.ts";
import { askedOfPerson, unanswered } from "./rules/unanswered.ts";
import { type Letter, lettersAbout, type WrittenMessage } from "./store.ts";
import { type OpenedDossier, openedDossier } from "./views.ts";
import { Id } from "../kit/shapes.ts";
import { dossierChain } from "./rules/dossier.ts";
import * as output from "./output.ts";

type Opened = { readonly at: Date; readonly roles: readonly Role[]; readonly what: Label };
export type Followed = {
  readonly opened: OpenedDossier;
  readonly letters: readonly Letter[];
  readonly openings: readonly Opened[];
  readonly messages: readonly WrittenMessage[];
  readonly dues: Awaited<ReturnType<typeof chargesAbout>>;
  readonly unread: number;
  /** Messages of the other side that wait for an answer. */
  readonly unanswered: number;
  /** Whether the person confirmed what was entered for them. */
  readonly confirmed: boolean;
};

export const followDossier = defineView({
  name: "followDossier",
  label: { fr: "Suivre son dossier de candidature", en: "Follow one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id }, { additionalProperties: false }),
  output: output.followDossier,
  async read(context): Promise<Followed | undefined> {
    const { tx, input, actor } = context;
    const opened = await openedDossier(context, input.dossier);
    const side = opened && sideOf(opened.dossier, actor);
    if (!side) return undefined;
    const { dossier, submissions, facts, messages } = opened;
    const about = dossierChain(dossier.id);
    const openings = side === "person" ? await openingsOf(tx, { about }) : [];
    return {
      opened,
      letters: side === "person" ? await lettersAbout(tx, about, actorName(actor)) : [],
      // Roles only; names are on the page of all openings.
      openings: openings.map(({ openedAt, roles, what }) => ({
        at: openedAt,
        roles: ROLES.filter((role) => roles.includes(role)),
        what,
      })),
      messages,
      dues: await chargesAbout(tx, about),
      unread: messages.filter((one) => one.side !== side && one.unread).length,
      unanswered: (side === "person" ? askedOfPerson(messages) : unanswered(messages, side)).length,
      confirmed: isConfirmed(submissions, facts),
    };
  },
});
