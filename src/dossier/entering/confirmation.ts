/** The link and code with which a person confirms what was entered for them. */
import { randomInt } from "node:crypto";
import { newId } from "../../kit/id.ts";
import type { Performing } from "../../act/act.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { dayIn } from "../../kit/zone.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail } from "../../mail/post.ts";
import type { Intake } from "../../intake/intake.ts";
import { carriedMail, confirmMail } from "../mails.ts";
import { STOP } from "../standing.ts";
import type { Dossier } from "../rules/dossier.ts";
import { replaceConfirmation } from "./store.ts";

const DAY = 24 * 3_600_000;
/** Time to receive a letter, be away, and come back. */
const CONFIRMATION_LIFE = 60 * DAY;

/**
 * Made at submission and whenever the office asks again. A mail carries the link alone, since staff may read mails; its page sends a code
 * they cannot read. Without an address, a code is handed over by staff who have seen it, and the confirmation records that.
 */
export async function newConfirmation(
  { tx, at, zone, establishment }: Pick<Performing<unknown>, "tx" | "at" | "zone" | "establishment">,
  dossier: Dossier,
  { intake, about, reminder }: Asking,
): Promise<Handed | null> {
  const { language: lang, address: to } = dossier;
  const [id, link] = [newId(), newToken()];
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const expiresAt = new Date(at.getTime() + CONFIRMATION_LIFE);
  const hashes = { linkHash: hashSecret(link), codeHash: to === null ? hashCode(id, code) : null };
  await replaceConfirmation(tx, { id, dossier: dossier.id, ...hashes, at, expiresAt });
  const root = schoolPath(establishment, lang, "/");
  const path = `${root}/${intake.diploma}/confirmer/${link}`;
  if (to === null) return { path, secret: link, code };
  const words =
    dossier.entered === "carried"
      ? carriedMail(lang, dayIn(expiresAt, zone))
      : confirmMail(lang, { number: dossier.number, until: dayIn(expiresAt, zone), again: reminder?.before });
  const stop = reminder && { stop: { path: `${root}/rappels/${reminder.stop}`, label: STOP[lang] } };
  const opening = { path, label: READ[lang], ...stop };
  await postMail(tx, { reader: null, to, lang, about, at, link: opening, ...words });
  return null;
}

/** Returned once, to be handed over. */
type Handed = { readonly path: string; readonly secret: string; readonly code: string };

type Asking = {
  readonly intake: Intake;
  readonly about: string;
  /** For a reminder: the deadline as text, and the token of its unsubscribe link. */
  readonly reminder?: { readonly before: string; readonly stop: string };
};

const READ = { fr: "Relire ma candidature", en: "Read my application" } as const;

/** Salted with the row's secret id, since six digits alone are soon tried out. */
export function hashCode(id: string, code: string): Buffer {
  return hashSecret(`${id}:${code}`);
}
