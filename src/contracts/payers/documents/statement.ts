/** What a payer asks of its trainees, on paper: hours, certificates by their codes, money. Pure. */
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import type { Day } from "../../../kit/day.ts";
import { type Lang, sayDay, sayMinutes, sayMoney } from "../../../kit/lang.ts";
import { typographicAll } from "../../../kit/typography.ts";
import type { Establishment } from "../../../law/establishment.ts";
import type { PaidTrainee, PaidTrainees } from "../trainees.ts";
import { paidWords } from "../words.ts";

type Printing = { readonly on: Day; readonly lang: Lang; readonly verifiedAt: string };

export function traineesStatement(
  school: Pick<Establishment, "name" | "legalName" | "address">,
  seen: Pick<PaidTrainees, "name" | "between" | "trainees">,
  { on, lang, verifiedAt }: Printing,
): HouseDocument {
  const { paper } = paidWords(lang);
  const { name, between, trainees } = seen;
  const document: HouseDocument = {
    lang,
    title: paper.title(name),
    subtitle: paper.subtitle(sayDay(between.from, lang), sayDay(between.to, lang)),
    number: name,
    date: on,
    school: { name: school.legalName ?? school.name, address: school.address },
    words: { number: paper.number, date: paper.on(sayDay(on, lang)), page: paper.page, of: paper.of },
    ...(paper.courtesy && { courtesy: paper.courtesy }),
    blocks: [
      { kind: "text", text: paper.count(trainees.length), lead: true },
      ...(trainees.length === 0 ? [] : [traineesTable(trainees, lang)]),
      { kind: "text", text: paper.hours },
      { kind: "text", text: paper.money },
      { kind: "heading", level: 1, text: paper.certificates },
      ...certificates(trainees, { lang, verifiedAt }),
    ],
  };
  return typographicAll(document, lang);
}

function traineesTable(trainees: readonly PaidTrainee[], lang: Lang): Block {
  const words = paidWords(lang);
  const { head } = words;
  const money = (cents: number) => sayMoney(cents, lang);
  const sum = (of: (one: PaidTrainee) => number) => money(trainees.reduce((all, one) => all + of(one), 0));
  return {
    kind: "table",
    caption: words.paper.people,
    columns: [
      { label: head.who, width: 1 },
      { label: head.hours, align: "end" },
      { label: head.agreed, align: "end" },
      { label: head.invoiced, align: "end" },
      { label: head.paid, align: "end" },
      { label: head.balance, align: "end" },
      { label: head.toInvoice, align: "end" },
    ],
    rows: trainees.map((one) => [
      `${one.name} – ${words.file(one.number, one.fileNumber)}`,
      words.hours(sayMinutes(one.done, lang), sayMinutes(one.planned, lang)),
      one.asked > 0 ? `${money(one.agreed)}, ${words.asked(money(one.asked))}` : money(one.agreed),
      money(one.invoiced),
      money(one.paid),
      money(one.balance),
      money(one.toInvoice),
    ]),
    totals: [
      [
        words.total,
        "",
        sum(({ agreed }) => agreed),
        sum(({ invoiced }) => invoiced),
        sum(({ paid }) => paid),
        sum(({ balance }) => balance),
        sum(({ toInvoice }) => toInvoice),
      ],
    ],
  };
}

function certificates(
  trainees: readonly PaidTrainee[],
  { lang, verifiedAt }: Pick<Printing, "lang" | "verifiedAt">,
): Block[] {
  const { paper, fromTo } = paidWords(lang);
  const rows = trainees.flatMap(({ name, certificates: own }) =>
    own.map(({ code, from, to, minutes }) => [
      name,
      fromTo(sayDay(from, lang), sayDay(to, lang)),
      sayMinutes(minutes, lang),
      code,
    ]),
  );
  if (rows.length === 0) return [{ kind: "text", text: paper.noCertificate }];
  return [
    { kind: "text", text: paper.certificatesSay(verifiedAt) },
    {
      kind: "table",
      caption: paper.certificates,
      columns: [
        { label: paper.certificateHead, width: 1 },
        { label: paper.days },
        { label: paper.time, align: "end" },
        { label: paper.code },
      ],
      rows,
    },
  ];
}
