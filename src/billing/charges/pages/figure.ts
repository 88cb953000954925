/** What is owed to the school, on the first page of staff. */
import { may } from "../../../act/permissions.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { barsDrawn, figure, type Figures, shareBar } from "../../../page/figures.ts";
import { seeOwed } from "../views.ts";

const words = inBoth({
  title: ["Argent dû à l’école", "Money owed to the school"],
  says: (owed: string, count: number) => [
    `${owed} pour ${sayNumber(count, "fr")} ${plural(count, "somme", "sommes", "fr")}.`,
    `${owed} for ${sayNumber(count, "en")} ${plural(count, "sum", "sums", "en")}.`,
  ],
  late: ["En retard", "Late"],
  other: ["À venir ou suspendu", "Not due yet, or suspended"],
});

export const owedFigure: Figures = async (visit) => {
  const { actor, lang } = visit;
  const seen = may(actor, seeOwed.who) ? await see(visit, seeOwed, {}) : undefined;
  if (!seen || seen.owed === 0) return [];
  const said = words[lang];
  const { owed, late, count } = seen;
  const parts = [
    { label: said.late, sum: late },
    { label: said.other, sum: owed - late },
  ];
  return [
    figure(
      {
        id: "owed",
        title: said.title,
        says: said.says(sayMoney(owed, lang), count),
        drawing: barsDrawn(
          parts.map(({ label, sum }) => ({
            label,
            says: sayMoney(sum, lang),
            bar: shareBar({ due: owed, done: sum, planned: 0 }),
          })),
        ),
      },
      lang,
    ),
  ];
};
