/** Which staff are mailed about a dossier. */
import { schoolPath } from "../kit/school-path.ts";
import type { Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import { accountsWith, colleaguesWho } from "../people/contact.ts";
import { contactOf } from "../mail/address.ts";
import { postMail, type MailText } from "../mail/post.ts";
import type { Intake } from "../intake/intake.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import { officerOf } from "./happened.ts";
import { factsOf } from "./history/store.ts";
import { messagesOf } from "./messages/store.ts";

const MOST_TOLD = 5;

/**
 * Mails the officer in charge, or the last to deal with it; failing both, a few admission officers: a mail to all of them would be
 * left to the others.
 */
export async function tellOffice(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  dossier: Dossier,
  intake: Intake,
  last: string | undefined,
  words: (lang: Dossier["language"]) => MailText,
): Promise<void> {
  // Never the candidate, even if they work here.
  const others = (account: string) => account !== dossier.account;
  const officers = (await accountsWith(tx, "admission-officer")).filter(others);
  const lastAccount = last?.startsWith("account:") ? last.slice("account:".length) : undefined;
  const able = new Set((await colleaguesWho(tx, "handle the dossiers")).map(({ account }) => account).filter(others));
  const handler = [await officerOf(tx, dossier.id), lastAccount].find((account) => account && able.has(account));
  const recipients = handler ? [handler] : officers.slice(0, MOST_TOLD);
  for (const account of recipients) {
    const contact = await contactOf(tx, account);
    if (!contact) continue;
    const { language: lang, address: to } = contact;
    const path = schoolPath(establishment, lang, `/${intake.diploma}/dossier/${dossier.id}/messages`);
    const about = dossierChain(dossier.id);
    const reader = `account:${account}`;
    await postMail(tx, { reader, to, lang, about, at, link: { path, label: OPEN[lang] }, ...words(lang) });
  }
}

const OPEN = { fr: "Ouvrir le dossier", en: "Open the application" } as const;

/** The officer in charge, or the last to ask something or write about it; `undefined` if there is none yet. */
export async function dealingWith(tx: Tx, dossier: string): Promise<string | undefined> {
  const officer = await officerOf(tx, dossier);
  if (officer !== null) return `account:${officer}`;
  const asked = (await factsOf(tx, dossier)).filter(({ kind }) => OF_OFFICE.includes(kind));
  const wrote = (await messagesOf(tx, dossier)).filter(({ side }) => side === "school");
  return [...asked, ...wrote].toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)?.by;
}

const OF_OFFICE = ["complement-asked", "late-accepted", "late-declined", "judged"];
