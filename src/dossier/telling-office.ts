/** Who of the school is written to about a dossier. */
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
 * Writes to whoever of the school took this dossier, or dealt with it last, and where nobody did, or they left, to those who
 * deal with dossiers: a mail to everybody is read by nobody.
 */
export async function tellOffice(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  dossier: Dossier,
  intake: Intake,
  last: string | undefined,
  words: (lang: Dossier["language"]) => MailText,
): Promise<void> {
  // Whoever works here and applies here is, of their own dossier, the candidate.
  const others = (account: string) => account !== dossier.account;
  const officers = (await accountsWith(tx, "admission-officer")).filter(others);
  const lastAccount = last?.startsWith("account:") ? last.slice("account:".length) : undefined;
  const able = new Set((await colleaguesWho(tx, "handle the dossiers")).map(({ account }) => account).filter(others));
  const one = [await officerOf(tx, dossier.id), lastAccount].find((account) => account && able.has(account));
  const told = one ? [one] : officers.slice(0, MOST_TOLD);
  for (const account of told) {
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

/** Whoever of the school took a dossier, last asked something of it or wrote about it; `undefined` where nobody did yet. */
export async function dealingWith(tx: Tx, dossier: string): Promise<string | undefined> {
  const officer = await officerOf(tx, dossier);
  if (officer !== null) return `account:${officer}`;
  const asked = (await factsOf(tx, dossier)).filter(({ kind }) => OF_OFFICE.includes(kind));
  const wrote = (await messagesOf(tx, dossier)).filter(({ side }) => side === "school");
  return [...asked, ...wrote].toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)?.by;
}

const OF_OFFICE = ["complement-asked", "late-accepted", "late-declined", "judged"];
