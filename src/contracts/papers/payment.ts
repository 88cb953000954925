/** When what is paid: the schedule of a contract, and how a convention is settled, with what a fund does not pay and hours missed. */
import { type Lang, sayDay, sayMoney, sayNumber } from "../../kit/lang.ts";
import { capital } from "../../kit/typography.ts";
import type { Block } from "../../documents/blocks.ts";
import type { Instalment, PaperFacts } from "./facts.ts";
import { lacking, planPage, type Said, saying, sentence, text } from "./said.ts";
import { paperWords, wanted } from "./words.ts";

const LANG: Lang = "fr";

export function paymentOf(facts: PaperFacts): Said {
  const { price, schedule, law, source, dossier, earlyDeposit } = facts;
  if (!price) return lacking({ key: "payment", label: wanted.price, to: `/dossiers/${dossier}` });
  const own = schedule?.get(source);
  // The price is read as soon as it is known, though nobody can say yet what is due when.
  if (!own) {
    const { missing } = lacking({ key: "payment", label: wanted.schedule, to: planPage(facts) });
    return {
      blocks: [...priceBlocks(facts), text("Les échéances restent à fixer : elles suivent les périodes.")],
      missing,
    };
  }
  const money = law.establishment.money!;
  const { nothingBefore, deposit } = money.papers ?? {};
  const { withdrawal } = facts;
  const within = withdrawal !== null && own.some(({ issue }) => issue <= withdrawal.distance);
  const first = own.some(({ kind }) => kind === "first" || kind === "fixed");
  return saying(
    ...priceBlocks(facts),
    ...(nothingBefore ? [text(sentence(nothingBefore.label[LANG]))] : []),
    text(sentence(money.agreement.deposit.label[LANG])),
    ...(first && deposit ? [text(sentence(deposit.label[LANG]))] : []),
    ...(earlyDeposit ? [text(sentence(money.agreement.earlyDeposit.label[LANG]))] : []),
    scheduleTable(own),
    ...(within
      ? [text("Une échéance qui tombe dans le délai de rétractation est demandée le lendemain de sa fin.")]
      : []),
    ...paidBy(law),
  );
}

/** Each payer of the convention with its own schedule: the employer, and the funds that pay for it. */
export function settlementOf(facts: PaperFacts): Said {
  const { schedule, law, source, shares } = facts;
  const own = schedule?.get(source);
  if (!own) return lacking({ key: "settlement", label: wanted.schedule, to: planPage(facts) });
  const money = law.establishment.money!;
  const funds = shares.filter(({ behind, amount }) => behind === source && amount > 0);
  const { absence } = money.papers ?? {};
  return saying(
    text(`Chaque facture est due ${sayNumber(facts.daysToPay[source] ?? 0, LANG)} jours après son émission.`),
    ...(own.length > 0 ? [scheduleTable(own)] : []),
    ...funds.flatMap(({ source: fund, label, name }): Block[] => [
      text(
        `${name ?? capital(label)} paie les heures suivies, sur présentation du certificat de réalisation. Ce que ce fonds ne paie pas, refus ou accord partiel compris, reste à la charge de l’employeur.`,
      ),
      ...((schedule?.get(fund)?.length ?? 0) > 0
        ? [scheduleTable(schedule!.get(fund)!, `${paperWords.schedule}, ${name ?? label}`)]
        : []),
    ]),
    text(
      "Si la formation s’arrête avant son terme, seules les heures suivies sont dues, à proportion des heures prévues ; ce qui a été payé au-delà est rendu.",
    ),
    text(
      absence && absence.percent > 0
        ? `Les heures données que la personne a manquées donnent lieu à une indemnité de ${sayNumber(absence.percent, LANG)} % de leur prix, facturée à part à l’employeur, sans TVA ; aucun fonds n’en est chargé.`
        : "Les heures que la personne a manquées ne donnent lieu à aucune indemnité.",
    ),
    ...paidBy(law),
  );
}

/** What is collected for another body is no price of training. */
function totalsOf({ total, lines }: NonNullable<PaperFacts["price"]>): string[][] {
  const thirds = lines.filter(({ third, amount }) => third && amount > 0);
  const apart = thirds.reduce((sum, { amount }) => sum + amount, 0);
  const row = (label: string, cents: number) => [label, "", "", sayMoney(cents, LANG)];
  if (apart === 0) return [row("Prix de la formation", total)];
  const to = [...new Set(thirds.map(({ third }) => third![LANG]))].join(", ");
  return [row("Prix de la formation", total - apart), row(`Perçu pour ${to}`, apart), row("En tout", total)];
}

/** The lines of the price, then who pays what; a convention, and its quote, say of the others nothing but their sum. */
export function priceBlocks({ price: priced, shares, source }: PaperFacts): Block[] {
  if (!priced) return [];
  const whole = shares.find((one) => one.source === source)?.paper === "contract";
  const named = shares.filter((one) => one.amount > 0 && (whole || one.source === source || one.behind === source));
  const sumOf = (all: readonly { readonly amount: number }[]) => all.reduce((sum, { amount }) => sum + amount, 0);
  const others = sumOf(shares) - sumOf(named);
  const lines = priced.lines.filter(({ amount }) => amount > 0);
  return [
    {
      kind: "table",
      caption: paperWords.price,
      columns: [
        { label: "Objet", width: 4 },
        { label: "Quantité", align: "end" },
        { label: "Prix", align: "end" },
        { label: "Montant", align: "end" },
      ],
      rows: [
        ...lines.map(({ label, quantity, unitAmount, amount }) => [
          capital(label[LANG]),
          sayNumber(quantity, LANG),
          sayMoney(unitAmount, LANG),
          sayMoney(amount, LANG),
        ]),
        ...(priced.discount > 0
          ? [[whole ? "Remise sur la part que la personne paie" : "Remise", "", "", sayMoney(-priced.discount, LANG)]]
          : []),
      ],
      totals: totalsOf(priced),
    },
    {
      kind: "table",
      caption: paperWords.payers,
      columns: [
        { label: "Payeur", width: 4 },
        { label: "Montant", align: "end" },
      ],
      rows: [
        ...named.map((one) => [payerSaid(one), sayMoney(one.amount, LANG)]),
        ...(others > 0 ? [["Autres payeurs, par d’autres contrats", sayMoney(others, LANG)]] : []),
      ],
      totals: [["En tout", sayMoney(sumOf(shares), LANG)]],
    },
    ...named.flatMap(({ since }): Block[] => (since === null ? [] : [text(owedSince(since))])),
  ];
}

function payerSaid({ label, name, since }: PaperFacts["shares"][number]): string {
  const called = name === null ? capital(label) : `${name} (${label})`;
  return since === null ? called : `${called}, depuis le ${sayDay(since, LANG)}`;
}

/** Who paid before is of no concern to whoever signs this paper. */
function owedSince(since: string): string {
  return `Les jours de formation d’avant le ${sayDay(since, LANG)} sont dus par qui payait cette part jusque-là ; les échéances de ce document sont celles des jours suivants.`;
}

function scheduleTable(instalments: readonly Instalment[], caption: string = paperWords.schedule): Block {
  return {
    kind: "table",
    caption,
    columns: [
      { label: "Échéance", width: 3 },
      { label: "Demandée le", width: 2 },
      { label: "À payer au plus tard le", width: 2 },
      { label: "Montant", align: "end" },
    ],
    rows: instalments.map((one) => [
      instalmentSaid(one),
      sayDay(one.issue, LANG),
      sayDay(one.due, LANG),
      sayMoney(one.amount, LANG),
    ]),
    totals: [
      [
        "En tout",
        "",
        "",
        sayMoney(
          instalments.reduce((sum, { amount }) => sum + amount, 0),
          LANG,
        ),
      ],
    ],
  };
}

function instalmentSaid({ kind, period }: Instalment): string {
  switch (kind) {
    case "first":
      return "Premier versement";
    case "fixed":
      return "Inscription";
    case "third":
      return "Inscription auprès d’un tiers";
    case "period":
      return `Période ${String(period)}`;
    case "indemnity":
      return "Indemnité d’absence";
    default:
      return "Solde à l’arrêt de la formation";
  }
}

/** By transfer where the school says its account, by cheque where it says to whom; else how to ask. */
function paidBy({ establishment: { payment, legalName, name } }: PaperFacts["law"]): Block[] {
  const { transfer, cheque } = payment;
  const account =
    transfer.iban === undefined
      ? sentence(transfer.label[LANG])
      : `Par virement à ${transfer.holder ?? legalName ?? name}, IBAN ${transfer.iban.replace(/(.{4})(?=.)/g, "$1 ")}${transfer.bic === undefined ? "" : `, BIC ${transfer.bic}`}.`;
  const written =
    cheque.payableTo === undefined ? sentence(cheque.label[LANG]) : `Par chèque à l’ordre de ${cheque.payableTo}.`;
  return [text(account), text(written)];
}
