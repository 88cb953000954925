/** Who does what is wanting of a contract: a link is shown to those alone; the others read who it is. */
import { may, type Permission, ROLES, WHO_MAY } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import type { Label, Lang } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Visit } from "../../page/page.ts";
import { sayRole } from "../../people/sentences.ts";
import { contractWords } from "./words.ts";

type Reader = Pick<Visit, "lang" | "link" | "actor">;

/** By the page on which it is done; the first that fits. */
const DONE_BY: readonly (readonly [RegExp, Permission])[] = [
  [/^\/admissions\//, "decide on admissions"],
  [/^\/contrats\/[^/]+\/signer\//, "sign the contracts"],
  [/^\/contrats\//, "prepare the contracts"],
  // Those who prepare contracts read the register; it is kept with the accounts.
  [/^\/finances\/payeurs/, "keep the accounts"],
  [/^\/promotions/, "run the training"],
  [/^\/rentrees/, "open an intake"],
  [/^\/dossiers\//, "see the dossiers"],
];

export function doneBy(to: string): Permission {
  const [, who] = DONE_BY.find(([at]) => at.test(to)) ?? [];
  if (who === undefined) throw new Error(`nobody does what is at ${to}`);
  return who;
}

/** «direction», «finances, direction». */
export function sayWho(who: Permission, lang: Lang): string {
  const holders: readonly string[] = WHO_MAY[who];
  return ROLES.filter((role) => holders.includes(role))
    .map((role) => sayRole(role, lang))
    .join(", ");
}

export function linkOrWho(reader: Reader, { says, to }: { readonly says: Label; readonly to: string | null }): Html {
  const { lang, link, actor } = reader;
  const said = capital(says[lang]);
  if (to === null) return html`${said}`;
  const who = doneBy(to);
  if (may(actor, who)) return html`<a class="ds-link" href="${href(link(to))}">${said}</a>`;
  return html`${said} <span class="muted">(${contractWords(lang).doneBy(sayWho(who, lang))})</span>`;
}
