/** Issues an invitation, for the inviting and the confirming act: a new one, or more roles on a present one. */
import { randomUUID } from "node:crypto";
import type { Performing } from "../../act/act.ts";
import { actorName, GUEST_ROLES } from "../../act/permissions.ts";
import type { Lang } from "../../kit/lang.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { contactOf } from "../../mail/address.ts";
import { postMail } from "../../mail/post.ts";
import { othersWhoGive } from "../offers/offering.ts";
import { personOf } from "../offers/rules/by-two.ts";
import { confirmGuestsMail, invitationMail } from "./mails.ts";
import { findGuest, type Guest, type GuestOffer, insertGuest, updateGuest } from "./store.ts";

export const guestChain = (id: string) => `guest:${id}`;

type Sending = Pick<Performing<unknown>, "tx" | "at" | "establishment">;
type Meant = Omit<GuestOffer, "id" | "at"> & { readonly confirmedBy: string | null };

/**
 * `invited`: the invitation in force for the same address. `records`: in the chain of the act, or in the guest's own, for an act about
 * several. Returns the guest's id.
 */
export async function letIn(
  given: Sending,
  meant: Meant,
  invited: Guest | undefined,
  records: "here" | "theirs" = "here",
): Promise<string> {
  const whose = (id: string) => (records === "theirs" ? { of: guestChain(id) } : undefined);
  const { tx, at } = given;
  const { guest, by, confirmedBy, name, address, addressKey, language, roles: more, until: last } = meant;
  const link = newToken();
  const linkHash = hashSecret(link);
  if (invited) {
    const roles = GUEST_ROLES.filter((role) => invited.roles.includes(role) || more.includes(role));
    const until = last > invited.until ? last : invited.until;
    const confirmed = confirmedBy === null ? {} : { confirmed_by: confirmedBy };
    await updateGuest(tx, invited.id, { link_hash: linkHash, until, roles, ...confirmed }, whose(invited.id));
    await postLink(given, { ...invited, roles, until }, link);
    return invited.id;
  }
  // The invitation that the offer referred to may have ended since; its id is not reused.
  const id = (await findGuest(tx, { id: guest })) ? randomUUID() : guest;
  const named = { id, name, address, addressKey, language, roles: more, until: last };
  await insertGuest(tx, { ...named, invitedBy: by, invitedAt: at, linkHash, confirmedBy }, whose(id));
  await postLink(given, named, link);
  return id;
}

/** Sent to the invited address only: no act returns the link. */
export function postLink(
  { tx, at, establishment }: Sending,
  guest: Pick<Guest, "id" | "name" | "address" | "language" | "roles" | "until">,
  link: string,
): Promise<unknown> {
  const { id, address: to, language: lang } = guest;
  const path = schoolPath(establishment, lang, `/invitation/${link}`);
  const words = invitationMail(lang, guest);
  return postMail(tx, {
    reader: null,
    to,
    lang,
    about: guestChain(id),
    at,
    link: { path, label: OPEN[lang] },
    ...words,
  });
}

/** Notifies the others who may confirm, by one mail about all of them; the guests are not told yet. */
export async function askSecond(
  given: Sending & Pick<Performing<unknown>, "actor">,
  offers: readonly GuestOffer[],
): Promise<void> {
  const { tx, actor, at, establishment } = given;
  if (offers.length === 0) return;
  for (const other of await othersWhoGive(tx, [personOf(actorName(actor))])) {
    const contact = await contactOf(tx, other);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const link = { path: schoolPath(establishment, lang, "/equipe/invites"), label: SEE[lang] };
    const about = guestChain(offers[0]!.guest);
    await postMail(tx, { reader: `account:${other}`, to, lang, about, at, link, ...confirmGuestsMail(lang, offers) });
  }
}

const OPEN: Readonly<Record<Lang, string>> = { fr: "Ouvrir l’invitation", en: "Open the invitation" };
const SEE: Readonly<Record<Lang, string>> = { fr: "Voir les invités", en: "See the guests" };
