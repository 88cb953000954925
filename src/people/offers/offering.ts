/**
 * Offers a role, which its receiver must accept: a role also lets the school help with the account (`may_help`), so no school may impose
 * one. All is the same for an address without an account: the offerer must not find out.
 */
import { newId } from "../../kit/id.ts";
import type { Performing } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail } from "../../mail/post.ts";
import { contactOf } from "../../mail/address.ts";
import { actorName, type Role, WHO_MAY } from "../../act/permissions.ts";
import { schoolStaff } from "../staff/store.ts";
import { isGivenByTwo, personOf } from "./rules/by-two.ts";
import { lastDay } from "./rules/lapse.ts";
import { confirmMail, offerMail } from "./mails.ts";
import { confirmOffer, insertOffer, type Offer, takeOfferOf } from "./store.ts";

/** The receiver: the address as typed, and the offerer's language, whatever the account says. */
type Offered = { readonly account: string; readonly address: string; readonly role: Role; readonly lang: Lang };

export async function offerRole(given: Offering, offered: Offered): Promise<void> {
  const { tx, actor, at, today, establishment, opened } = given;
  const { account, address, role } = offered;
  // A lapsed offer is replaced; one that waits for an answer stays.
  await takeOfferOf(tx, { account, role, lapsedOn: today });
  const until = lastDay(today, opened(establishment).offerDays);
  const by = actorName(actor);
  if (!(await insertOffer(tx, { id: newId(), account, address, role, by, at, until }))) return;
  await (isGivenByTwo(role) ? askSecond(given, offered) : tellOf(given, offered, until));
}

/** Confirmed by a second person; the receiver's time to answer starts now. */
export async function confirmOffered(given: Offering, { id, ...offered }: Offered & Pick<Offer, "id">) {
  const { tx, actor, at, today, establishment, opened } = given;
  const until = lastDay(today, opened(establishment).offerDays);
  await confirmOffer(tx, id, { by: actorName(actor), at, until });
  await tellOf(given, offered, until);
}

/** The other people who may give roles here. */
export async function othersWhoGive(tx: Offering["tx"], but: readonly string[]): Promise<readonly string[]> {
  const givers = (await schoolStaff(tx)).filter(({ role }) =>
    (WHO_MAY["give roles"] as readonly string[]).includes(role),
  );
  return [...new Set(givers.map(({ account }) => account))].filter((account) => !but.includes(account));
}

async function askSecond({ tx, actor, at, establishment }: Offering, { account, address, role }: Offered) {
  for (const other of await othersWhoGive(tx, [account, personOf(actorName(actor))])) {
    const contact = await contactOf(tx, other);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const link = { path: schoolPath(establishment, lang, "/equipe"), label: SEE[lang] };
    const words = confirmMail(lang, { role, address });
    await postMail(tx, { reader: `account:${other}`, to, lang, about: `staff:${account}`, at, link, ...words });
  }
}

function tellOf({ tx, at, establishment }: Offering, { account, address, role, lang }: Offered, until: Offer["until"]) {
  const link = { path: schoolPath(establishment, lang, "/compte/roles"), label: ANSWER[lang] };
  // About `staff:`, which does not let the school help with the account.
  const about = `staff:${account}`;
  const words = offerMail(lang, { role, until });
  return postMail(tx, { reader: `account:${account}`, to: address, lang, about, at, link, ...words });
}

type Offering = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "establishment" | "opened">;

const ANSWER: Readonly<Record<Lang, string>> = { fr: "Voir ce rôle et répondre", en: "See this role and answer" };
const SEE: Readonly<Record<Lang, string>> = { fr: "Voir qui travaille ici", en: "See who works here" };
