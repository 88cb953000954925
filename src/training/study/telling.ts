/** Mails the members of a group: in the chain of each, which the act has locked, so that the mail is erased with it. */
import type { Performing } from "../../act/act.ts";
import type { Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail } from "../../mail/post.ts";
import { enrolmentChain, traineeReached } from "../enrolled.ts";
import type { Letter } from "./mails.ts";
import type { Named } from "./kept.ts";

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
