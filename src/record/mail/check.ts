/** What the doctor says of mails. */
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import type { Check } from "../doctor.ts";
import { countUnsent } from "./store.ts";
import type { MailService } from "./transport.ts";
import { MAIL_PROBLEM_WORDS, MAIL_STATE_WORDS } from "./words.ts";

export function mailServerCheck(mail: MailService | undefined): Check {
  if (!mail) return { name: "mail server", ok: null, label: NO_SERVER };
  if (!mail.transport.outside) return { name: "mail server", ok: null, label: KEPT_INSIDE };
  const label = { fr: `Les courriels partent de ${mail.from}.`, en: `Mails are sent from ${mail.from}.` };
  return { name: "mail server", ok: true, label };
}

const NO_SERVER: Label = {
  fr: "Aucun serveur de courrier n’est configuré\u00a0: les courriels se lisent dans le compte et ne sont pas envoyés. Donnez LIVRET_SMTP_URL, LIVRET_MAIL_FROM et LIVRET_PUBLIC_URL.",
  en: "No mail server is configured: mails can be read in the account and are not sent. Give LIVRET_SMTP_URL, LIVRET_MAIL_FROM and LIVRET_PUBLIC_URL.",
};
const KEPT_INSIDE: Label = {
  fr: "Cette démonstration n’envoie aucun courriel au-dehors.",
  en: "This demonstration sends no mail outside.",
};

/** Mails that did not get through are for the office to see to: things to know, and no fault of the service. */
export async function mailsCheck(db: Database, places: readonly string[]): Promise<Check> {
  const unsent: { place: string; counts: Awaited<ReturnType<typeof countUnsent>> }[] = [];
  for (const place of places) unsent.push({ place, counts: await withSchool(db, place, countUnsent) });
  const say = (lang: Lang): string => {
    const colon = lang === "fr" ? "\u00a0: " : ": ";
    const lines = unsent.flatMap(({ place, counts }) =>
      counts.map(({ state, count, problem }) => {
        const why = problem ? ` (${MAIL_PROBLEM_WORDS[problem][lang]})` : "";
        return `${place}${colon}${count} ${MAIL_STATE_WORDS[state][lang]}${why}`;
      }),
    );
    return lines.length === 0 ? NOTHING[lang] : `${lines.join(", ")}.`;
  };
  const none = unsent.every(({ counts }) => counts.length === 0);
  return { name: "mails", ok: none ? true : null, label: { fr: say("fr"), en: say("en") } };
}

const NOTHING: Label = { fr: "Tous les courriels sont partis.", en: "All mails are sent." };
