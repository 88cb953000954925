/** Writes to a trainee, in their language; the mail links to their training. */
import type { Performing } from "../../act/act.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { type MailText, postMail } from "../../mail/post.ts";
import { enrolmentChain, traineeReached } from "../enrolled.ts";
import type { Enrolment } from "./store.ts";

type Writing = Pick<Performing<unknown>, "tx" | "at" | "establishment">;
type Mail = MailText & { readonly open: string };

/** `of`: the chain that records it, where it is not the act's. */
export async function tellTrainee(
  { tx, at, establishment }: Writing,
  { id, account }: Pick<Enrolment, "id" | "account">,
  words: (lang: "fr" | "en", onPaper: boolean) => Mail,
  whose: { readonly of?: string } = {},
): Promise<void> {
  const { reader, to, lang } = await traineeReached(tx, { enrolment: id, account });
  const { open, ...letter } = words(lang, reader === null);
  const link = { path: schoolPath(establishment, lang, "/formation"), label: open };
  await postMail(tx, { reader, to, lang, about: enrolmentChain(id), at, link, ...letter, ...whose });
}
