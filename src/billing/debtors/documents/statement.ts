/** A statement of account: for a person by charge, for a payer by dossier. Pure. */
import { type Lang, sayDay, sayMoney } from "../../../kit/lang.ts";
import type { Day } from "../../../kit/day.ts";
import { typographicAll } from "../../../kit/typography.ts";
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import type { Establishment } from "../../../law/establishment.ts";
import { sayMeans } from "../../charges/words.ts";
import { sayLines, sayStanding } from "../saying.ts";
import type { SeenDebtor } from "../views.ts";
import { debtorWords } from "../words.ts";

export function statementDocument(
  school: Establishment,
  seen: SeenDebtor,
  { on, lang }: { on: Day; lang: Lang },
): HouseDocument {
  const words = debtorWords(lang);
  const { paper } = words;
  const name = seen.name ?? words.unnamed;
  const money = (cents: number) => sayMoney(cents, lang);
  const spare = seen.available > 0 ? money(seen.available) : undefined;
  const document: HouseDocument = {
    lang,
    title: paper.title(name),
    subtitle: paper.balance(money(seen.open), spare),
    number: seen.charges[0]?.reference ?? "",
    date: on,
    school: { name: school.name, address: school.address },
    words: { number: paper.number, date: paper.on(sayDay(on, lang)), page: paper.page, of: paper.of },
    ...(paper.courtesy && { courtesy: paper.courtesy }),
    blocks: [
      {
        kind: "facts",
        items: [
          { label: words.facts.asked, value: money(seen.asked) },
          ...(seen.waived > 0 ? [{ label: words.facts.waived, value: money(seen.waived) }] : []),
          { label: words.facts.paid, value: money(seen.paid) },
          { label: words.facts.open, value: money(seen.open) },
          ...(spare === undefined ? [] : [{ label: words.facts.available, value: spare }]),
          ...(seen.next === null
            ? []
            : [
                {
                  label: words.facts.next,
                  value: words.nextDue(money(seen.next.amount), sayDay(seen.next.dueOn, lang)),
                },
              ]),
        ],
      },
      ...(seen.charges.length === 0 ? [{ kind: "text" as const, text: paper.none }] : chargeBlocks(seen, lang)),
      ...paymentBlocks(seen, lang),
    ],
  };
  return typographicAll(document, lang);
}

/** By dossier where a payer pays for several people. */
function chargeBlocks({ debtor, charges }: SeenDebtor, lang: Lang): Block[] {
  const words = debtorWords(lang);
  if (!debtor.startsWith("payer:")) return [chargesTable(charges, words.chargesCaption, lang)];
  const dossiers = Map.groupBy(charges, ({ called }) => called);
  return [
    ...[...dossiers].map(([called, own]) =>
      chargesTable(own, called === null ? words.paper.other : words.paper.dossier(called), lang),
    ),
    { kind: "text", text: words.paper.hours },
  ];
}

function chargesTable(charges: SeenDebtor["charges"], caption: string, lang: Lang): Block {
  const words = debtorWords(lang);
  const money = (cents: number) => sayMoney(cents, lang);
  const [what, reference, due, state, total, left] = words.chargesHead;
  const sum = (of: (one: SeenDebtor["charges"][number]) => number) =>
    money(charges.reduce((all, one) => all + of(one), 0));
  return {
    kind: "table",
    caption,
    columns: [
      { label: what, width: 1 },
      { label: reference },
      { label: due },
      { label: state },
      { label: total, align: "end" },
      { label: left, align: "end" },
    ],
    rows: charges.map((one) => [
      sayLines(one, lang),
      // Both: the invoice is what was received, the reference what is written on a transfer.
      one.invoice === null ? one.reference : `${one.invoice} (${one.reference})`,
      sayDay(one.dueOn, lang),
      sayStanding(one, lang),
      money(one.total),
      money(Math.max(0, one.balance)),
    ]),
    totals: [[words.paper.total, "", "", "", sum(({ total: all }) => all), sum(({ balance }) => Math.max(0, balance))]],
  };
}

function paymentBlocks({ payments, charges }: SeenDebtor, lang: Lang): Block[] {
  const words = debtorWords(lang);
  // As the debt is called above: whoever reads one finds the other.
  const invoices = new Map(charges.map(({ reference, invoice }) => [reference, invoice]));
  if (payments.length === 0) return [];
  const money = (cents: number) => sayMoney(cents, lang);
  const [receipt, on, by, much, served] = words.paymentsHead;
  return [
    {
      kind: "table",
      caption: words.paymentsCaption,
      columns: [
        { label: receipt },
        { label: on },
        { label: by },
        { label: much, align: "end" },
        { label: served, width: 1 },
      ],
      rows: payments.map((one) => [
        one.number,
        sayDay(one.paidOn, lang),
        sayMeans(one.means, lang),
        money(one.amount),
        one.reversed
          ? words.reversed
          : [
              ...one.served.map(({ reference, amount }) => `${invoices.get(reference) ?? reference} ${money(amount)}`),
              ...(one.givenBack > 0 ? [words.givenBack(money(one.givenBack))] : []),
              ...(one.left > 0 ? [words.left(money(one.left))] : []),
            ].join(", "),
      ]),
    },
  ];
}
