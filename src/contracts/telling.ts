/** Writes to the person whose contract it is: into their account, at their address, or by letter. */
import type { Performing } from "../act/act.ts";
import { reachedBy } from "../dossier/reached.ts";
import type { Lang } from "../kit/lang.ts";
import { schoolPath } from "../kit/school-path.ts";
import { type MailText, postMail } from "../mail/post.ts";
import { contractChain } from "./rules/facts.ts";
import type { Agreed } from "./settling.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "establishment">;
type Words = MailText & { readonly open: string };

export async function tellPerson(
  { tx, at, establishment }: Context,
  { person: { dossier, diploma } }: Pick<Agreed, "person">,
  words: (lang: Lang) => Words,
): Promise<void> {
  const { reader, to, lang } = await reachedBy(tx, dossier);
  const { open, ...letter } = words(lang);
  const path = schoolPath(establishment, lang, `/${diploma}/dossier/${dossier}/contrat`);
  const link = reader !== null && { link: { path, label: open } };
  await postMail(tx, { reader, to, lang, about: contractChain(dossier), at, ...link, ...letter });
}
