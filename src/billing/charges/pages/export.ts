/** The accountant's exports: the movements between two days, and the debts of today. */
import { html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { csv } from "../../../kit/csv.ts";
import { see } from "../../../page/acting.ts";
import { filled, printFields, readFields } from "../../../page/field.ts";
import { button, errorSummary, type FieldError, form } from "../../../page/form.ts";
import { day } from "../../../page/kinds.ts";
import type { Form, Page, PageResult, Visit } from "../../../page/page.ts";
import { exportMovements, exportOwed, type Movement, type OwedCharge } from "../views.ts";
import { sayMeans, sayState } from "../words.ts";
import { office } from "./parts.ts";
import { moneyWords } from "./words.ts";

const CSV = "text/csv; charset=utf-8";

export const exportPage: Page = {
  name: "finances-export",
  path: "/finances/export",
  who: "see the accounts",
  view: (visit) => {
    const month = { from: `${visit.today.slice(0, 8)}01`, to: visit.today };
    return shown(visit, filled(fields(visit.lang), month, asCalled), []);
  },
  // This only reads, so it declares no act.
  submit: async (visit, sent) => {
    const { lang, today } = visit;
    const words = moneyWords(lang).export;
    if (sent.get("what") === "owed") {
      const { charges } = (await see(visit, exportOwed, {})) ?? { charges: [] };
      return { file: owedCsv(charges, lang), type: CSV, name: `${words.owedFile}-${today}.csv` };
    }
    const { values, errors } = readFields(fields(lang), sent, { named: asCalled, lang });
    if (errors.length > 0) return shown(visit, sent, errors);
    const { from, to } = values;
    if (from > to) return shown(visit, sent, [{ field: "from-day", message: words.order }]);
    const { movements } = (await see(visit, exportMovements, { from, to })) ?? { movements: [] };
    return { file: movementsCsv(movements, lang), type: CSV, name: `${words.file}-${from}-${to}.csv` };
  },
};

const asCalled = (name: string): string => name;

function fields(lang: Lang) {
  const { export: words, form } = moneyWords(lang);
  return {
    from: day({ label: words.from, missing: form.dayFault }),
    to: day({ label: words.to, missing: form.dayFault }),
  };
}

function shown(visit: Visit, typed: Form, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = moneyWords(lang).export;
  const { from, to } = printFields(fields(lang), { typed, errors, lang, named: asCalled });
  const main = html`${errorSummary(errors, lang)}${form(
    visit,
    html`${from}
${to}
<div class="actions">${button(words.go, { name: "what", value: "movements" })}${button(words.owedGo, { name: "what", value: "owed", variant: "secondary" })}</div>`,
  )}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "export", errors });
}

function movementsCsv(movements: readonly Movement[], lang: Lang): Buffer {
  const words = moneyWords(lang).export;
  const rows = movements.map(({ day: on, kind, number, reference, name, amount, means, words: why, recordedOn }) => [
    on,
    words.kinds[kind],
    number,
    reference,
    name,
    amount,
    means && sayMeans(means, lang),
    why,
    recordedOn,
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
