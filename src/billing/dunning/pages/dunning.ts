/** What is to be reminded of: looked at, ticked, sent in one act; and a dispute, which stops it. */
import { formPage } from "../../../page/form-page.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { ticks } from "../../../page/kinds.ts";
import type { At } from "../../../page/declared.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { actionPage, reasonField } from "../../charges/pages/action.ts";
import { charge, day, money, officeFrame } from "../../charges/pages/parts.ts";
import { lastDayToClaim } from "../../rules/limitation.ts";
import { disputeCharge, sendDunning } from "../acts.ts";
import { dunningMail } from "../mails.ts";
import { owesAs } from "../owes.ts";
import { listToRemind, type RemindLater, type ToRemind } from "../views.ts";
import { sayNext, saySent } from "../saying.ts";
import { dunningWords } from "../words.ts";

type Seen = {
  readonly charges: readonly ToRemind[];
  readonly more: boolean;
  readonly later: readonly RemindLater[];
  readonly moreLater: boolean;
};
type Here = At<Seen, ReturnType<typeof dunningWords>, unknown>;

const remindersPage = formPage({
  name: "finances-relances",
  route: route("/finances/relances"),
  who: "keep the accounts",
  words: dunningWords,
  seen: (visit) => see(visit, listToRemind, {}),
  form: {
    fields: (at) => ({
      charges: ticks({ missing: at.words.missing, options: at.seen.charges.map((one) => optionOf(at, one)) }),
    }),
    begin: ({ seen }) => ({ charges: seen.charges.map(({ id }) => id) }),
    confirm: ({ charges }, { lang, words, seen }) => {
      const chosen = seen.charges.filter(({ id }) => charges.includes(id));
      const sum = chosen.reduce((all, { balance }) => all + balance, 0);
      return {
        title: words.check.title(charges.length),
        rows: [
          ...chosen.map((one) => ({
            key: one.name ?? words.unnamed,
            value: words.check.one(money(one.balance, lang), one.level, one.reference),
          })),
          { key: words.check.sum, value: money(sum, lang) },
        ],
        lead: html`${[1, 2, 3].map((level) =>
          textOf(
            chosen.find((one) => one.level === level),
            lang,
          ),
        )}`,
        warning: words.check.warning,
        go: words.go,
      };
    },
    act: sendDunning,
    done: "relance",
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.title,
    lead: seen.charges.length === 0 ? words.none : words.lead,
    main: html`${seen.charges.length > 0 && form()}${seen.more && html`<p>${words.more}</p>`}${seen.later.length > 0 && laterTable(visit, seen)}`,
    back: "/finances",
  }),
  frame: (visit, parts) => officeFrame(visit, parts, "reminders"),
});

/** What is late and was reminded of stays in sight, with the day of what follows. */
function laterTable(visit: Visit, { later, moreLater }: Seen): Html {
  const { lang, link } = visit;
  const words = dunningWords(lang);
  const list = table({
    id: "later",
    caption: words.later.caption,
    head: words.later.head,
    rows: later.map((one) => [
      html`<a class="ds-link" href="${href(link(charge.to({ charge: one.id })))}">${one.name ?? words.unnamed}</a> <span class="exact">${one.reference}</span>`,
      day(one.dueOn, lang),
      saySent(one, lang) ?? words.nothingSent,
      sayNext(one, lang) ?? "",
      money(one.balance, lang),
    ]),
    numeric: [4],
    stacks: true,
  });
  return html`${list}${moreLater && html`<p>${words.later.more}</p>`}`;
}

/** What the first to get a level reads; how to pay follows its reference. */
function textOf(one: ToRemind | undefined, lang: Lang): Html | false {
  if (!one) return false;
  const { subject, paragraphs } = dunningMail(lang, { ...one, ways: [] });
  return html`<details class="ds-details"><summary>${dunningWords(lang).check.text(one.level)}</summary><div><p><strong>${subject}</strong></p>${paragraphs.map((line) => html`<p>${line}</p>`)}</div></details>`;
}

function optionOf({ visit, lang, words }: Here, one: ToRemind) {
  const { id, name, balance, level, reference, dueOn } = one;
  const law = visit.school.money;
  const lastDay = law && lastDayToClaim(dueOn, owesAs(one), law);
  const said = saySent(one, lang);
  const hint = [
    words.due(reference, day(dueOn, lang)),
    ...(said === undefined ? [] : [said]),
    ...(lastDay === undefined ? [] : [words.lastDay(day(lastDay, lang))]),
  ].join(" ; ");
  return { value: id, label: words.option(name ?? words.unnamed, money(balance, lang), level), hint };
}

const disputePage = actionPage({
  name: "finances-contester",
  route: route("/finances/frais/:charge/contester"),
  words: "dispute",
  open: ({ seen }) => seen.state.balance > 0 && !seen.state.suspended,
  fields: (at) => ({ reason: reasonField(at) }),
  act: disputeCharge,
  input: (typed, { params }) => ({ ...typed, charge: params.charge }),
});

export const dunningPages: readonly Page[] = [remindersPage, disputePage];
