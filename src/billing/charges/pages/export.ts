/** What an accountant takes away: the movements between two days, and who owes today. */
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { csv } from "../../../kit/csv.ts";
import { see } from "../../../page/acting.ts";
import { button, dateField, errorSummary, form } from "../../../page/form.ts";
import { type DateParts, partsOf } from "../../../page/form-values.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { exportMovements, exportOwed, type Movement, type OwedCharge } from "../views.ts";
import { sayMeans, sayState } from "../words.ts";
import { office, readSent, type Sent } from "./parts.ts";
import { moneyWords } from "./words.ts";

const CSV = "text/csv; charset=utf-8";

export const exportPage: Page = {
  name: "finances-export",
  path: "/finances/export",
  who: "see the accounts",
  view: (visit) => shown(visit, partsOf(`${visit.today.slice(0, 8)}01`), partsOf(visit.today), []),
  submit: async (visit, posted) => {
    const { lang, today } = visit;
    const words = moneyWords(lang).export;
    if (posted.get("what") === "owed") {
      const { charges } = (await see(visit, exportOwed, {})) ?? { charges: [] };
      return { file: owedCsv(charges, lang), type: CSV, name: `${words.owedFile}-${today}.csv` };
    }
    const sent = readSent(posted, lang);
    const [from, to] = [sent.day("from"), sent.day("to")];
    if (sent.errors.length === 0 && from > to) sent.errors.push({ field: "from-day", message: words.order });
    if (sent.errors.length > 0) return shown(visit, sent.parts("from"), sent.parts("to"), sent.errors);
    const { movements } = (await see(visit, exportMovements, { from, to })) ?? { movements: [] };
    return { file: movementsCsv(movements, lang), type: CSV, name: `${words.file}-${from}-${to}.csv` };
  },
};

function shown(visit: Visit, from: DateParts, to: DateParts, errors: Sent["errors"]): PageResult {
  const { lang } = visit;
  const words = moneyWords(lang).export;
  const fields = html`${dateField({ name: "from", legend: words.from, value: from, errors, lang })}
${dateField({ name: "to", legend: words.to, value: to, errors, lang })}
<div class="actions">${button(words.go, { name: "what", value: "movements" })}${button(words.owedGo, { name: "what", value: "owed", variant: "secondary" })}</div>`;
  const main = html`${errorSummary(errors, lang)}${form(visit, fields)}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "export", errors });
}

function movementsCsv(movements: readonly Movement[], lang: Lang): Buffer {
  const words = moneyWords(lang).export;
  const rows = movements.map(({ day, kind, number, reference, name, amount, means, words: why }) => [
    day,
    words.kinds[kind],
    number,
    reference,
    name,
    amount,
    means && sayMeans(means, lang),
    why,
  ]);
  return csv([words.head, ...rows]);
}

function owedCsv(charges: readonly OwedCharge[], lang: Lang): Buffer {
  const words = moneyWords(lang).export;
  const rows = charges.map(({ debtorName, reference, dueOn, total, paid, balance, state, suspended }) => [
    debtorName,
    reference,
    dueOn,
    total,
    paid,
    balance,
    suspended ? `${sayState(state, lang)}, ${moneyWords(lang).owed.suspended}` : sayState(state, lang),
  ]);
  return csv([words.owedHead, ...rows]);
}
