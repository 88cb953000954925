/**
 * A role is offered, and its owner accepts it: a school gives nobody a role without them, since with a role comes what the school
 * may do for their account (`may_help`). Called by the act that gives roles.
 */
import { randomUUID } from "node:crypto";
import type { Performing } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import type { Stored } from "../../act/chain.ts";
import { postMail } from "../../record/mail/post.ts";
import { contactOf } from "../../record/mail/address.ts";
import { actorName, type Role } from "../../act/permissions.ts";
import { offerMail } from "./sentences.ts";
import { lastDay } from "./rules/lapse.ts";
import { insertOffer, offerGone, takeOfferOf } from "./store.ts";

export async function offerRole(
  { tx, actor, at, today, establishment, opened }: Offering,
  { account, role }: { readonly account: string; readonly role: Role },
): Promise<readonly Stored[]> {
  // One that nobody accepted in time makes room; one that waits for an answer stands.
  const lapsed = await takeOfferOf(tx, { account, role, lapsedOn: today });
  const until = lastDay(today, opened(establishment).offerDays);
  const row = await insertOffer(tx, { id: randomUUID(), account, role, by: actorName(actor), at, until });
  const contact = row && (await contactOf(tx, account));
  if (!contact) return [];
  const { language: lang, address: to } = contact;
  const link = { path: schoolPath(establishment, lang, "/compte/roles"), label: ANSWER[lang] };
  // Kept under `staff:`, which opens no help to the school that writes it.
  const about = `staff:${account}`;
  const words = offerMail(lang, { role, until });
  const mail = await postMail(tx, { reader: `account:${account}`, to, lang, about, at, link, ...words });
  return [...(lapsed ? [offerGone(lapsed)] : []), row, mail];
}

type Offering = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "establishment" | "opened">;

const ANSWER: Readonly<Record<Lang, string>> = { fr: "Voir ce rôle et répondre", en: "See this role and answer" };
