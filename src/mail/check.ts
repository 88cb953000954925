/** What the doctor says of mails. */
import type { Database } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import { type Label, type Lang, plural } from "../kit/lang.ts";
import type { Check } from "../act/check.ts";
import { sayPlace } from "../act/place-name.ts";
import { countUnsent } from "./store.ts";
import type { MailService } from "./transport.ts";
import { MAIL_PROBLEM_WORDS, MAIL_STATE_WORDS, MAIL_STATES_WORDS } from "./words.ts";

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

/** Failed mails are the office's work: information, not a fault of the service. */
export async function mailsCheck(db: Database, places: readonly string[]): Promise<Check> {
  const unsent: { place: string; counts: Unsent }[] = [];
  for (const place of places) unsent.push({ place, counts: await withSchool(db, place, countUnsent) });
  const waiting = unsent.filter(({ counts }) => counts.length > 0);
  // With many places, one sum: an operator looks for the kind of trouble first.
  const told = waiting.length > FEW ? [{ place: undefined, counts: summed(waiting) }] : waiting;
  const say = (lang: Lang): string => {
    const lines = told.flatMap(({ place, counts }) =>
      counts.map(({ state, count, problem }) => {
        const why = problem ? ` (${MAIL_PROBLEM_WORDS[problem][lang]})` : "";
        const where = `${place === undefined ? PLACES[lang](waiting.length) : sayPlace(place, lang)}${lang === "fr" ? "\u00a0: " : ": "}`;
        return `${where}${count} ${plural(count, MAIL_STATE_WORDS[state][lang], MAIL_STATES_WORDS[state][lang], lang)}${why}`;
      }),
    );
    return lines.length === 0 ? NOTHING[lang] : `${lines.join(", ")}.`;
  };
  const none = unsent.every(({ counts }) => counts.length === 0);
  return { name: "mails", ok: none ? true : null, label: { fr: say("fr"), en: say("en") } };
}

const FEW = 5;

type Unsent = Awaited<ReturnType<typeof countUnsent>>;

function summed(places: readonly { readonly counts: Unsent }[]): Unsent {
  const alike = Map.groupBy(
    places.flatMap(({ counts }) => counts),
    ({ state, problem }) => `${state} ${problem}`,
  );
  return [...alike.values()].map((all) => ({ ...all[0]!, count: all.reduce((sum, { count }) => sum + count, 0) }));
}

const PLACES = {
  fr: (count: number) => `${count} établissements`,
  en: (count: number) => `${count} schools`,
};

const NOTHING: Label = { fr: "Tous les courriels sont partis.", en: "All mails are sent." };
