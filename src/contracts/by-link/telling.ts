/** Writes to those who come in for a payer: each by a link of its own. */
import type { Performing } from "../../act/act.ts";
import { payerChain } from "../../billing/payers/acts.ts";
import type { Lang } from "../../kit/lang.ts";
import { type MailText, postMail } from "../../mail/post.ts";
import { newPathsFor } from "../../people/guests/paying.ts";
import { contractChain } from "../rules/facts.ts";
import { signedBySchoolMail } from "./mails.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "establishment">;
type Words = MailText & { readonly open: string };
type About = { readonly payer: string; readonly dossier: string };

/** The act names `guest_link` and `mail` among its `writes`. */
async function tellPayer(context: Context, { payer, dossier }: About, words: (lang: Lang) => Words): Promise<void> {
  const { tx, at } = context;
  for (const { address: to, language: lang, path } of await newPathsFor(context, payerChain(payer))) {
    const { open: label, ...said } = words(lang);
    const about = contractChain(dossier);
    await postMail(tx, { reader: null, to, lang, about, of: about, at, link: { path, label }, ...said });
  }
}

/** The convention is signed by both: it is theirs to keep. */
export function tellPayerSigned(context: Context, { person, ...about }: About & { readonly person: string }) {
  return tellPayer(context, about, (lang) => signedBySchoolMail(lang, person));
}
