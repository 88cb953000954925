/** The debts, oldest due first, and overpayments to refund; and the search of any charge, settled or not. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayNumber } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { button, errorSummary, type FieldError, form, table, textField } from "../../../page/form.ts";
import { textOf } from "../../../page/form-values.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { onlineWords } from "../../online/pages/words.ts";
import { listWaitingEvents } from "../../online/views.ts";
import { sayNext, saySent } from "../../dunning/saying.ts";
import { findCharges, listOwed, type OwedCharge } from "../views.ts";
import { sayState } from "../words.ts";
import { day, money, office, toDebtor } from "./parts.ts";
import { moneyWords } from "./words.ts";

export const owedPage: Page = {
  name: "finances",
  path: "/finances",
  who: "see the accounts",
  view: (visit) => shown(visit, "", []),
  submit: async (visit, sent) => {
    const typed = textOf(sent, "find");
    const result = typed === "" ? undefined : await see(visit, findCharges, { text: typed });
    const [first, ...others] = result?.charges ?? [];
    if (!result || !first)
      return shown(visit, typed, [{ field: "find", message: moneyWords(visit.lang).owed.unknown }]);
    if (others.length > 0) return foundPage(visit, typed, result);
    return { redirect: visit.link(`/finances/frais/${first.id}`) };
  },
};

/** Several matches, settled charges included. */
function foundPage(visit: Visit, typed: string, { charges, more }: { charges: readonly OwedCharge[]; more: boolean }) {
  const { lang } = visit;
  const words = moneyWords(lang).owed;
  const main = html`${searchForm(visit, typed, [])}
<h2>${words.found(sayNumber(charges.length, lang))}</h2>
${more && html`<p>${words.foundMore}</p>`}
${list(visit, charges, { caption: words.foundCaption })}`;
  return office(visit, { title: words.foundTitle, main, back: "/finances" });
}

function searchForm(visit: Visit, typed: string, errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const words = moneyWords(lang).owed;
  const field = textField({
    name: "find",
    label: words.find,
    hint: words.findHint,
    value: typed,
    size: 24,
    errors,
    lang,
  });
  return form(
    visit,
    html`<div class="beside">${field}<div class="actions">${button(words.findGo, { variant: "secondary" })}</div></div>`,
  );
}

const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/;

async function shown(visit: Visit, typed: string, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, query } = visit;
  const words = moneyWords(lang).owed;
  const which = query.voir === "a-rendre" ? "over-paid" : query.voir === "suspendus" ? "suspended" : "owed";
  const [, dueOn, id] = AFTER.exec(query.apres ?? "") ?? [];
  const seen = await see(visit, listOwed, { which, ...(dueOn && id && { after: { dueOn, id } }) });
  if (!seen) return { notFound: true };
  const { charges, next, reminded, spare, totals } = seen;
  const back = which === "over-paid";
  const events = await see(visit, listWaitingEvents, {});
  const [waiting, refunds] = [events?.events.length ?? 0, events?.refunds.length ?? 0];
  const labels = {
    owed: { title: words.title, none: words.none, caption: words.caption },
    suspended: { title: words.titleSuspended, none: words.noneSuspended, caption: words.captionSuspended },
    "over-paid": { title: words.titleBack, none: words.noneBack, caption: words.captionBack },
  }[which];
  const more =
    next &&
    visit.link(
      `/finances?${query.voir && which !== "owed" ? `voir=${query.voir}&` : ""}apres=${next.dueOn}_${next.id}`,
    );
  const main = html`${errorSummary(errors, lang)}
<dl class="figures">
<div><dt>${words.totalOwed}</dt><dd>${money(totals.owed, lang)}</dd></div>
<div><dt>${words.totalLate}</dt><dd>${money(totals.late, lang)}</dd></div>
<div><dt>${words.totalBack}</dt><dd>${money(totals.toGiveBack, lang)}</dd></div>
</dl>
<p>${words.count(sayNumber(totals.count, lang))}</p>
${which === "suspended" ? html`<p>${words.suspendedWhy}</p>` : totals.suspended > 0 && html`<p><a class="ds-link" href="${href(visit.link("/finances?voir=suspendus"))}">${words.toDecide(totals.suspended)}</a></p>`}
${waiting > 0 && html`<p><a class="ds-link" href="${href(visit.link("/finances/en-ligne"))}">${onlineWords(lang).notice(waiting)}</a></p>`}
${refunds > 0 && html`<p><a class="ds-link" href="${href(visit.link("/finances/en-ligne#refunds"))}">${onlineWords(lang).noticeRefunds(refunds)}</a></p>`}
${searchForm(visit, typed, errors)}
${charges.length === 0 ? spare.length === 0 && html`<p>${labels.none}</p>` : list(visit, charges, { back, caption: labels.caption, reminded })}
${spare.length > 0 && spareTable(visit, spare)}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.next}</a></p>`}`;
  return office(visit, { title: labels.title, main, here: back ? "toGiveBack" : "owed", errors });
}

type Seen = NonNullable<Awaited<ReturnType<typeof listOwed.read>>>;
type Listed = { readonly back?: boolean; readonly caption: string; readonly reminded?: Seen["reminded"] };

/** Paid by people and bodies for no charge. */
function spareTable({ lang, link }: Visit, spare: Seen["spare"]): Html {
  const words = moneyWords(lang).owed;
  return table({
    id: "spare",
    caption: words.spare,
    head: [words.who, words.back],
    rows: spare.map(({ debtor, name, amount }) => [
      html`<a class="ds-link" href="${href(link(toDebtor(debtor)))}">${name ?? words.unnamed}</a>`,
      money(amount, lang),
    ]),
    numeric: [1],
    stacks: true,
  });
}

function list(visit: Visit, charges: readonly OwedCharge[], { back = false, caption, reminded = [] }: Listed): Html {
  const { lang, today } = visit;
  const words = moneyWords(lang).owed;
  const sent = new Map(reminded.map((one) => [one.charge, one]));
  const late = ({ id, dueOn }: OwedCharge) => {
    const one = sent.get(id);
    const said = one && [saySent(one, lang), sayNext(one, lang)].filter((part) => part !== undefined).join(" ; ");
    return (
      dueOn < today &&
      html` <span class="ds-tag" data-color="warning">${words.late}</span>${said && html`<br><span class="small">${said}</span>`}`
    );
  };
  return table({
    id: "owed",
    caption,
    head: [
      words.who,
      words.reference,
      words.due,
      words.state,
      words.total,
      words.paid,
      back ? words.back : words.balance,
    ],
    rows: charges.map((charge) => [
      html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${charge.id}`))}">${charge.debtorName ?? words.unnamed}</a>`,
      html`<span class="exact">${charge.reference}</span>`,
      html`${day(charge.dueOn, lang)}${charge.balance > 0 && !charge.suspended && late(charge)}`,
      charge.suspended ? `${sayState(charge.state, lang)}, ${words.suspended}` : sayState(charge.state, lang),
      money(charge.total, lang),
      money(charge.paid, lang),
      money(Math.abs(charge.balance), lang),
    ]),
    numeric: [4, 5, 6],
    stacks: true,
  });
}
