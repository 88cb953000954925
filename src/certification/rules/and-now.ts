/** What follows a notified decision, by the files of the law: sitting again, what that costs, and how the decision is contested. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { citeArticle } from "../../law/article-words.ts";
import type { Law } from "../../law/law.ts";
import { juryPower, remediesOf } from "../../law/remedies.ts";

type Notified = { readonly outcome: string; readonly notifiedOn: Day };

export function andNow(law: Law, { outcome, notifiedOn }: Notified) {
  return {
    again:
      outcome === "diploma"
        ? null
        : { rule: juryPower(law, "resits")?.label ?? null, price: law.school.resit?.label ?? null },
    remedies: remediesOf(law, "jury", notifiedOn).map(
      ({ remedy, label, body = null, address = [], url = null, by, citation, source }) => {
        const cited = (lang: keyof Label) => `${citation[lang]}, ${citeArticle(source.article, lang)}`;
        return { remedy, says: label, body, address, url, by, source: { fr: cited("fr"), en: cited("en") } };
      },
    ),
  };
}
