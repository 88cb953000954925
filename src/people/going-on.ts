/** Notifies those who must replace a person that was called on, when an invitation or a role ends all the same. */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { Stands } from "../act/standing.ts";
import type { Lang } from "../kit/lang.ts";
import { schoolPath } from "../kit/school-path.ts";
import { postMail } from "../mail/post.ts";
import { doersWho } from "./contact.ts";

type About = {
  /** The act's chain. */
  readonly chain: string;
  /** The page to read it on, below the school. */
  readonly page: string;
  /** `says`: one sentence per thing that relied on it. */
  readonly words: (
    lang: Lang,
    says: readonly string[],
  ) => { readonly subject: string; readonly paragraphs: readonly string[]; readonly open: string };
};

/** One mail per person, whatever the number of things; none to the actor. The act's `writes` must include `mail`. */
export async function tellWhoGoesOn(
  { tx, actor, at, establishment }: Pick<Performing<unknown>, "tx" | "actor" | "at" | "establishment">,
  on: readonly Stands[],
  { chain, page, words }: About,
): Promise<void> {
  const asked = [...new Set(on.flatMap(({ told }) => told ?? []))];
  const own = actorName(actor).split(" ")[0];
  const written = new Set<string | undefined>([own]);
  for (const permission of asked)
    for (const { actor: who, address: to, language: lang } of await doersWho(tx, permission)) {
      if (written.has(who)) continue;
      written.add(who);
      const { open, ...letter } = words(
        lang,
        on.filter(({ told }) => told !== null).map(({ says }) => says[lang]),
      );
      const link = { path: schoolPath(establishment, lang, page), label: open };
      const reader = who.startsWith("account:") ? who : null;
      await postMail(tx, { reader, to, lang, about: chain, at, link, ...letter });
    }
}
