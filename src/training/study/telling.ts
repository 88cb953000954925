/** Writes to those of a group: in the chain of each, which the act has locked, and with which the mail goes. */
import type { Performing } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail } from "../../mail/post.ts";
import { enrolmentChain, traineeReached } from "../enrolled.ts";
import type { Letter } from "./mails.ts";
import type { Named } from "./kept.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "establishment">;

/** It leads to the study on their own page. */
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
