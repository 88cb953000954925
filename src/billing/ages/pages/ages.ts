/** Who owes what, today and in thirty days: a picture with its table, and the debtors of the largest sums. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { barsDrawn, figure, yearsBar } from "../../../page/figures.ts";
import { table } from "../../../page/form.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { proposalAt } from "../../debtors/pages/account.ts";
import { debtorWords } from "../../debtors/words.ts";
import { day, money, office, toDebtor } from "../../charges/pages/parts.ts";
import { seeAges } from "../views.ts";
import { ageWords } from "../words.ts";

type Proposals = NonNullable<Awaited<ReturnType<typeof seeAges.read>>>["proposals"];

/** To give back or to give up: asked for by one person, for another to answer. */
function toAgree({ lang, link }: Visit, proposals: Proposals): Html {
  const words = ageWords(lang);
  const { kinds } = debtorWords(lang);
  return table({
    id: "to-agree",
    caption: words.toAgree,
    head: words.toAgreeHead,
    rows: proposals.map((one) => [
      html`<a class="ds-link" href="${href(link(proposalAt.to({ proposal: one.id })))}">${kinds[one.kind]}</a>`,
      one.name ?? words.unnamed,
      day(one.on, lang),
      money(one.amount, lang),
    ]),
    numeric: [3],
    stacks: true,
  });
}

export const agesPage: Page = {
  name: "finances-anciennete",
  path: "/finances/anciennete",
  who: "see the accounts",
  view: async (visit) => {
    const { lang, link } = visit;
    const words = ageWords(lang);
    const seen = await see(visit, seeAges, {});
    if (!seen) return { notFound: true };
    const { groups, debtors, proposals } = seen;
    const most = Math.max(1, ...groups.flatMap(({ today, soon }) => [today.amount, soon.amount]));
    const late = (which: "today" | "soon") =>
      groups.reduce((sum, one) => (one.age === "coming" || one.age === "suspended" ? sum : sum + one[which].amount), 0);
    const picture = figure(
      {
        id: "ages",
        title: words.picture,
        says: words.says(money(late("today"), lang), money(late("soon"), lang)),
        drawing: barsDrawn(
          groups.map(({ age, today, soon }) => ({
            label: words.ages[age],
            says: words.bar(money(today.amount, lang), money(soon.amount, lang)),
            bar: yearsBar({ most, now: today.amount, before: soon.amount }),
          })),
        ),
        table: {
          head: words.head,
          rows: groups.map(({ age, today, soon }) => [
            words.ages[age],
            money(today.amount, lang),
            sayNumber(today.count, lang),
            money(soon.amount, lang),
            sayNumber(soon.count, lang),
          ]),
        },
      },
      lang,
    );
    const list = table({
      id: "debtors",
      caption: words.debtors,
      head: words.debtorsHead,
      rows: debtors.map((one) => [
        html`<a class="ds-link" href="${href(link(toDebtor(one.debtor)))}">${one.name ?? words.unnamed}</a>`,
        money(one.open, lang),
        money(one.late, lang),
        money(one.soon, lang),
        one.oldest === null ? "–" : day(one.oldest, lang),
      ]),
      numeric: [1, 2, 3],
      stacks: true,
    });
    const main = html`${proposals.length > 0 && toAgree(visit, proposals)}
${debtors.length === 0 ? html`<p>${words.none}</p>` : html`${picture}${list}`}`;
    const lead = words.lead(day(seen.on, lang), day(seen.soon, lang));
    return office(visit, { title: words.title, lead, main, here: "ages", back: "/finances" });
  },
};
