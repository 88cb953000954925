/** What was written to a debtor: reminders, receipts, refunds; by mail or on paper. */
import { html } from "../../../kit/html.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import type { Page } from "../../../page/page.ts";
import { day, office, toDebtor } from "../../charges/pages/parts.ts";
import { seeSentTo } from "../views.ts";
import { debtorWords } from "../words.ts";
import { debtorIn, sentAt } from "./account.ts";

export const sentPage: Page = {
  name: "finances-courriers",
  path: sentAt.path,
  who: "see the accounts",
  view: async (visit) => {
    const { lang, school } = visit;
    const words = debtorWords(lang).sent;
    const seen = await see(visit, seeSentTo, { debtor: debtorIn(visit.params) });
    if (!seen) return { notFound: true };
    const list = table({
      id: "sent",
      caption: words.caption,
      head: words.head,
      rows: seen.sent.map(({ subject, paragraphs, lang: written, queuedAt, to, letter }) => [
        day(dayIn(new Date(queuedAt), school.timezone), lang),
        html`<details class="ds-details" lang="${written}"><summary>${subject}</summary><div>${paragraphs.map((one) => html`<p>${one}</p>`)}</div></details>`,
        to,
        letter ? words.letter : words.mail,
      ]),
      stacks: true,
    });
    const main = seen.sent.length === 0 ? html`<p>${words.none}</p>` : list;
    const title = words.title(seen.name ?? debtorWords(lang).unnamed);
    return office(visit, { title, main, back: toDebtor(seen.debtor) });
  },
};
