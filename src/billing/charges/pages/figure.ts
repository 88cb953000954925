/** What is owed to the school, by age, today and in thirty days, on the first page of those who see the accounts. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { plural, sayMoney, sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { barsDrawn, figure, type Figures, yearsBar } from "../../../page/figures.ts";
import { seeAgeGroups } from "../../ages/views.ts";
import { ageWords } from "../../ages/words.ts";

const words = inBoth({
  title: ["Argent dû à l’école", "Money owed to the school"],
  says: (owed: string, late: string, soon: string) => [
    `${owed} à recevoir, dont ${late} en retard ; ${soon} en retard dans trente jours si rien n’est payé.`,
    `${owed} to receive, of which ${late} late; ${soon} late in thirty days if nothing is paid.`,
  ],
  toAgree: (count: number) => [
    `${count} ${plural(count, "somme à rendre ou à passer en perte attend", "sommes à rendre ou à passer en perte attendent", "fr")} une seconde signature`,
    `${count} ${plural(count, "sum to give back or to write off waits", "sums to give back or to write off wait", "en")} for a second person`,
  ],
  go: ["Qui doit quoi", "Who owes what"],
});

export const owedFigure: Figures = async (visit) => {
  const { actor, lang, link } = visit;
  const seen = may(actor, seeAgeGroups.who) ? await see(visit, seeAgeGroups, {}) : undefined;
  const owed = seen?.groups.reduce((sum, { today }) => sum + today.amount, 0) ?? 0;
  if (!seen || (owed === 0 && seen.toAgree === 0)) return [];
  const { groups, toAgree } = seen;
  const [said, ages] = [words[lang], ageWords(lang)];
  const late = (which: "today" | "soon") =>
    groups.reduce((sum, one) => (one.age === "coming" || one.age === "suspended" ? sum : sum + one[which].amount), 0);
  const to = href(link("/finances/anciennete"));
  const most = Math.max(1, ...groups.flatMap(({ today, soon }) => [today.amount, soon.amount]));
  const drawn = figure(
    {
      id: "owed",
      title: said.title,
      says: html`${said.says(sayMoney(owed, lang), sayMoney(late("today"), lang), sayMoney(late("soon"), lang))} <a class="ds-link" href="${to}">${toAgree > 0 ? said.toAgree(toAgree) : said.go}</a>`,
      drawing: barsDrawn(
        groups.map(({ age, today, soon }) => ({
          label: ages.ages[age],
          says: ages.bar(sayMoney(today.amount, lang), sayMoney(soon.amount, lang)),
          bar: yearsBar({ most, now: today.amount, before: soon.amount }),
        })),
      ),
      table: {
        head: ages.head,
        rows: groups.map(({ age, today, soon }) => [
          ages.ages[age],
          sayMoney(today.amount, lang),
          sayNumber(today.count, lang),
          sayMoney(soon.amount, lang),
          sayNumber(soon.count, lang),
        ]),
      },
    },
    lang,
  );
  return [drawn];
};
