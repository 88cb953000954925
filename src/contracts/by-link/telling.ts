/** Writes to those who come in for a payer: each by a link of its own. */
import type { Performing } from "../../act/act.ts";
import { payerChain } from "../../billing/payers/acts.ts";
import { registersAddress } from "../../billing/payers/terms.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { type MailText, postMail } from "../../mail/post.ts";
import { newPathsFor } from "../../people/guests/paying.ts";
import { contractChain } from "../rules/facts.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { endedMail, notedMail, receivedMail, signedBySchoolMail } from "./mails.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "establishment">;
type Words = MailText & { readonly open: string };
type About = { readonly payer: string; readonly dossier: string };

/**
 * False where nobody comes in for it. The register's address is told in any case: what is signed for a payer is never between the school and
 * one mailbox alone. The act names `guest_link` and `mail` among its `writes`.
 */
async function tellPayer(context: Context, { payer, dossier }: About, words: (lang: Lang) => Words): Promise<boolean> {
  const { tx, at } = context;
  const reached = await newPathsFor(context, payerChain(payer));
  const register = await registersAddress(tx, payer);
  const isReached = reached.some(({ address }) => addressKey(address) === addressKey(register));
  if (register !== "" && !isReached) {
    const { open: _, ...said } = words("fr");
    const about = contractChain(dossier);
    await postMail(tx, { reader: null, to: register, lang: "fr", about, of: about, at, ...said });
  }
  for (const { address: to, language: lang, path } of reached) {
    const { open: label, ...said } = words(lang);
    const about = contractChain(dossier);
    await postMail(tx, { reader: null, to, lang, about, of: about, at, link: { path, label }, ...said });
  }
  return reached.length > 0;
}

/** One of them has signed on the page: a proof for all of them. */
export function tellPayerReceived(
  context: Context,
  { person, by, from, ...about }: About & { readonly person: string; readonly by: string; readonly from: string },
) {
  return tellPayer(context, about, (lang) => receivedMail(lang, { person, by, from, on: context.today }));
}

/** The office noted a convention that somebody signed on paper. */
export function tellPayerNoted(
  context: Context,
  { person, by, ...about }: About & { readonly person: string; readonly by: string },
) {
  return tellPayer(context, about, (lang) => notedMail(lang, { person, by }));
}

/** The convention is signed by both: it is theirs to keep. */
export function tellPayerSigned(context: Context, { person, ...about }: About & { readonly person: string }) {
  return tellPayer(context, about, (lang) => signedBySchoolMail(lang, person));
}

/** The person withdrew from their contract and gave their place up: the convention has no object. */
export function tellPayerEnded(
  context: Context,
  { person, on, ...about }: About & { readonly person: string; readonly on: Day },
) {
  return tellPayer(context, about, (lang) => endedMail(lang, { person, on }));
}
