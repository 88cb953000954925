/** Cheques: entered as they are brought to the bank, with a slip to print. */
import type { Static } from "typebox";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayNumber } from "../../../kit/lang.ts";
import { may } from "../../../act/permissions.ts";
import { act, printFor, see } from "../../../page/acting.ts";
import {
  button,
  checkboxes,
  dateField,
  errorSummary,
  form,
  group,
  linkButton,
  summaryList,
  table,
  textField,
} from "../../../page/form.ts";
import { partsOf } from "../../../page/form-values.ts";
import { NO_FORM, type Form, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { day, money, office, readSent, type Sent, typedMoney } from "../../charges/pages/parts.ts";
import { type Choices, chargeMeant, pickField } from "../../charges/pages/choosing.ts";
import type { OwedCharge } from "../../charges/views.ts";
import { MONEY_TEMPLATE } from "../../charges/pages/receipt.ts";
import { recordCheques } from "../acts.ts";
import { slipDocument } from "../documents/slip.ts";
import { seeBank, seeSlip } from "../views.ts";
import { bankWords } from "./words.ts";

const FIRST_ROWS = 5;
const MOST_ROWS = 100;
const FIELDS = ["reference", "amount", "drawer", "bank", "number"] as const;

export const chequesPage: Page = {
  name: "finances-cheques",
  path: "/finances/cheques",
  who: "see the accounts",
  view: (visit) => shown(visit, readSent(NO_FORM, visit.lang), FIRST_ROWS),
  submit: async (visit, posted) => {
    const sent = readSent(posted, visit.lang);
    const rows = Math.min(
      MOST_ROWS,
      Math.max(FIRST_ROWS, posted.names.filter((name) => /^reference-\d+$/.test(name)).length),
    );
    if (posted.get("do") === "more") return shown(visit, sent, Math.min(MOST_ROWS, rows + FIRST_ROWS));
    const words = bankWords(visit.lang).cheques;
    const used = Array.from({ length: rows }, (_, at) => at).filter((at) =>
      FIELDS.some((field) => sent.text(`${field}-${at}`) !== ""),
    );
    if (used.length === 0) sent.errors.push({ field: "reference-0", message: words.missing });
    const choices: Choices = new Map();
    const meant: (OwedCharge | undefined)[] = [];
    for (const at of used) {
      const named = sent.needed(`reference-${at}`, words.referenceFault) !== "";
      meant.push(named ? await chargeMeant(visit, sent, `reference-${at}`, choices) : undefined);
    }
    const cheques = used.map((at, place) => {
      const bank = sent.text(`bank-${at}`);
      const number = sent.text(`number-${at}`).slice(0, 40);
      const left = meant[place]?.balance ?? 0;
      return {
        reference: meant[place]?.reference ?? "",
        // Nothing written is what is left to pay.
        amount: sent.text(`amount-${at}`) === "" && left > 0 ? left : sent.amount(`amount-${at}`),
        drawer: sent.needed(`drawer-${at}`, words.drawerFault),
        ...(bank !== "" && { bank }),
        ...(number !== "" && { number }),
        ...(sent.text(`again-${at}`) === "oui" && { again: true as const }),
      };
    });
    const depositedOn = sent.day("day");
    if (sent.errors.length > 0 || posted.get("do") === "correct") return shown(visit, sent, rows, choices);
    if (posted.get("do") !== "confirm")
      return checked(visit, posted, { depositedOn, cheques, meant: meant as OwedCharge[], used });
    const done = await act(visit, recordCheques, { depositedOn, cheques }, { sent: posted });
    if (done.kind === "done") return { redirect: visit.link(`/finances/cheques/${done.value.slip}?fait=bordereau`) };
    if (done.kind !== "invalid") return { notFound: true };
    const named = (path: string) =>
      path === "depositedOn" ? "day-day" : path.replace(/\d+$/, (at) => String(used[+at] ?? 0));
    sent.add(done.issues.map((one) => ({ ...one, path: named(one.path) })));
    return shown(visit, sent, rows);
  },
};

type Slip = Static<typeof recordCheques.form> & {
  readonly meant: readonly OwedCharge[];
  /** The rows of the form that they stand in. */
  readonly used: readonly number[];
};

/** What was sent, carried to where it is confirmed; `as` where what was read says more than what was typed. */
function sentAgain(sent: Form, as: Readonly<Record<string, string>> = {}): Html {
  const carried = [...new Set(sent.names)].filter((name) => !name.startsWith("_") && name !== "do" && !(name in as));
  return html`${Object.entries(as).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${carried.flatMap((name) => sent.all(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}`;
}

/** What the slip will say, before it is filed: Enter in any field leads here and no further. */
function checked(visit: Visit, posted: Form, { depositedOn, cheques, meant, used }: Slip): PageResult {
  const { lang } = visit;
  const words = bankWords(lang);
  const effect = (left: number) =>
    left === 0
      ? words.check.exact
      : left < 0
        ? words.check.over(money(-left, lang))
        : words.check.under(money(left, lang));
  // Two cheques of one slip may be for one charge.
  const left = new Map(meant.map(({ id, balance }) => [id, balance]));
  const rows = cheques.map(({ amount, drawer, bank }, at) => {
    const { id, debtorName, reference } = meant[at]!;
    left.set(id, left.get(id)! - amount);
    return [
      drawer,
      bank ?? "–",
      html`${debtorName ?? ""} <span class="exact">${reference}</span> (${effect(left.get(id)!)})`,
      money(amount, lang),
    ];
  });
  const total = cheques.reduce((sum, { amount }) => sum + amount, 0);
  const { checkHead, total: totalWord } = words.cheques;
  const list = table({
    id: "cheques",
    caption: words.slip.caption,
    head: checkHead,
    rows,
    foot: [totalWord, "", "", money(total, lang)],
    numeric: [3],
    stacks: true,
  });
  // As it stands here, whatever happens meanwhile.
  const read = Object.fromEntries(
    cheques.flatMap(({ reference, amount }, place) => [
      [`reference-${used[place]!}`, reference],
      [`amount-${used[place]!}`, typedMoney(amount, lang)],
      [`reference-${used[place]!}-pick`, ""],
    ]),
  );
  const buttons = html`<div class="actions">${button(words.cheques.go, { name: "do", value: "confirm" })}${button(words.cheques.correct, { name: "do", value: "correct", variant: "secondary" })}</div>`;
  const main = html`${summaryList([{ key: words.slip.day, value: day(depositedOn, lang) }], lang)}
${list}
<p>${words.cheques.checkWhy}</p>
${form(visit, html`${sentAgain(posted, read)}${buttons}`)}`;
  return office(visit, { title: words.cheques.checkTitle, main, back: "/finances/cheques" });
}

async function shown(visit: Visit, sent: Sent, rows: number, choices: Choices = new Map()): Promise<PageResult> {
  const { lang } = visit;
  const words = bankWords(lang).cheques;
  const seen = await see(visit, seeBank, {});
  if (!seen) return { notFound: true };
  const { slips } = seen;
  const list = table({
    id: "slips",
    caption: words.slipsCaption,
    head: words.slipsHead,
    rows: slips.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(`/finances/cheques/${one.id}`))}">${one.number}</a>`,
      day(one.depositedOn, lang),
      sayNumber(one.count, lang),
      money(one.total, lang),
    ]),
    numeric: [2, 3],
    stacks: true,
  });
  const main = html`${errorSummary(sent.errors, lang)}
${may(visit.actor, "keep the accounts") && entry(visit, sent, rows, choices)}
<h2>${words.slips}</h2>
${slips.length === 0 ? html`<p>${words.slipsNone}</p>` : list}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "cheques", errors: sent.errors });
}

function entry(visit: Visit, sent: Sent, rows: number, choices: Choices): Html {
  const { lang } = visit;
  const words = bankWords(lang).cheques;
  const { errors } = sent;
  const typed = sent.parts("day");
  const value = typed.day === "" && typed.month === "" ? partsOf(visit.today) : typed;
  const field = (at: number, name: (typeof FIELDS)[number], size: number) =>
    textField({
      name: `${name}-${at}`,
      label: words[name],
      value: sent.text(`${name}-${at}`),
      size,
      ...(name === "amount" && { inputmode: "decimal" as const }),
      errors,
      lang,
    });
  // Asked only of what was brought before, and kept once it is said.
  const again = (at: number) =>
    (sent.text(`again-${at}`) !== "" || errors.some((one) => one.field === `again-${at}`)) &&
    checkboxes({
      name: `again-${at}`,
      legend: words.againLegend,
      options: [{ value: "oui", label: words.again }],
      values: [sent.text(`again-${at}`)],
      errors,
      lang,
    });
  const row = (at: number) =>
    group(
      { name: `cheque-${at}`, legend: words.row(at + 1), errors, lang },
      html`<div class="field-row">${field(at, "reference", 18)}${field(at, "amount", 8)}${field(at, "drawer", 20)}${field(at, "bank", 12)}${field(at, "number", 10)}</div>${pickField(visit, sent, `reference-${at}`, choices)}${again(at)}`,
    );
  const fields = html`${dateField({ name: "day", legend: words.day, value, errors, lang })}
${Array.from({ length: rows }, (_, at) => row(at))}
<div class="actions">${button(words.go)}${button(words.more, { name: "do", value: "more", variant: "secondary" })}</div>`;
  return form(visit, fields);
}

export const slipPage: Page = {
  name: "finances-bordereau",
  path: "/finances/cheques/:slip",
  who: "see the accounts",
  view: async (visit) => {
    const { lang } = visit;
    const words = bankWords(lang).slip;
    const slip = await see(visit, seeSlip, { id: visit.params.slip! });
    if (!slip) return { notFound: true };
    const told =
      visit.query.fait === "bordereau" &&
      html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done(slip.count)}</p>`;
    const main = html`${told}${summaryList(
      [
        { key: words.day, value: day(slip.depositedOn, lang) },
        { key: words.total, value: money(slip.total, lang) },
      ],
      lang,
    )}
<p>${linkButton(visit.link(`/finances/cheques/${slip.id}/bordereau.pdf`), words.pdf, "secondary")}</p>
${table({
  id: "cheques",
  caption: words.caption,
  head: words.head,
  rows: slip.cheques.map(({ charge, drawer, bank, number, reference, receipt, amount }) => [
    drawer,
    bank ?? "–",
    number ?? "–",
    html`<a class="ds-link exact" href="${href(visit.link(`/finances/frais/${charge}`))}">${reference}</a>`,
    html`<a class="ds-link" href="${href(visit.link(`/finances/recu/${receipt}`))}">${receipt}</a>`,
    money(amount, lang),
  ]),
  foot: [words.total, "", "", "", "", money(slip.total, lang)],
  numeric: [5],
  stacks: true,
})}`;
    return office(visit, { title: words.title(slip.number), main, back: "/finances/cheques" });
  },
};

export const slipPdf: Page = {
  name: "finances-bordereau-pdf",
  path: "/finances/cheques/:slip/bordereau.pdf",
  who: "see the accounts",
  view: async (visit) => {
    const slip = await see(visit, seeSlip, { id: visit.params.slip! });
    if (!slip) return { notFound: true };
    const { documents } = visit.world;
    if (!documents) return { redirect: visit.link(`/finances/cheques/${slip.id}`) };
    const file = await printFor(visit, documents, MONEY_TEMPLATE, slipDocument(visit.school, slip));
    return { file, type: "application/pdf", name: `${slip.number}.pdf` };
  },
};
