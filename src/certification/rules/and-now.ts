/** What follows a notified decision, by the files of the law: sitting again, what that costs, and how the decision is contested. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { citeArticle } from "../../law/article-words.ts";
import type { Law } from "../../law/law.ts";
import { contestedFrom, juryPower, remediesOf } from "../../law/remedies.ts";

type Notified = { readonly outcome: string; readonly notifiedOn: Day; readonly toldOn: Day };

export function andNow(law: Law, { outcome, ...days }: Notified) {
  const contested = contestedFrom(law, days);
  return {
    contestedFrom: contested,
    again:
      outcome === "diploma"
        ? null
        : { rule: juryPower(law, "resits")?.label ?? null, price: law.school.resit?.label ?? null },
    remedies: remediesOf(law, "jury", contested).map(
      ({ remedy, label, body = null, address = [], url = null, by, dayOff, citation, source }) => {
        const cited = (lang: keyof Label) => `${citation[lang]}, ${citeArticle(source.article, lang)}`;
        return { remedy, says: label, body, address, url, by, dayOff, source: { fr: cited("fr"), en: cited("en") } };
      },
    ),
  };
}
