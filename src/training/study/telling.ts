/** Mails about a study: to each member in the chain of their training, which the act has locked, so that the mail is erased with it. */
import type { Performing } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { type MailText, postMail } from "../../mail/post.ts";
import { doersWho } from "../../people/contact.ts";
import { enrolmentChain, traineeReached } from "../enrolled.ts";
import type { Letter } from "./mails.ts";
import { type Named, type Study, studyChain } from "./kept.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "establishment">;

/** Links to the study on the member's own page. */
export async function tellMember(
  { tx, at, establishment }: Context,
  { enrolment, account }: Pick<Named, "enrolment" | "account">,
  words: (lang: Lang) => Letter,
): Promise<void> {
  const { reader, to, lang } = await traineeReached(tx, { enrolment, account });
  const { open, ...letter } = words(lang);
  const about = enrolmentChain(enrolment);
  const link = { path: schoolPath(establishment, lang, `/formation/${enrolment}/etude`), label: open };
  await postMail(tx, { reader, to, lang, about, of: about, at, link, ...letter });
}

type About = { readonly about: string; readonly path: string };

/** Mails those who sign for the school. */
export async function tellSigners(
  { tx, at, establishment }: Context,
  { about, path }: About,
  words: (lang: Lang) => Letter,
): Promise<void> {
  for (const { actor: reader, address: to, language: lang } of await doersWho(tx, "sign an agreement")) {
    const { open, ...letter } = words(lang);
    const link = { path: schoolPath(establishment, lang, path), label: open };
    await postMail(tx, { reader, to, lang, about, at, link, ...letter });
  }
}

/** Mails the contact of the organisation, who has no account: in French, without a link. */
export async function tellContact(
  { tx, at }: Context,
  { contactAddress: to, id }: Study,
  letter: MailText,
): Promise<void> {
  if (to !== "") await postMail(tx, { reader: null, to, lang: "fr", about: studyChain(id), at, ...letter });
}
