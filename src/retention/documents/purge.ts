/** The report of a purge as a document: what was erased, how many, why and when due, and what was held. Pure. */
import { join } from "node:path";
import { type Lang, sayDay, sayNumber } from "../../kit/lang.ts";
import { typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Establishment } from "../../law/establishment.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import type { ShownPurge } from "../purge.ts";
import { retentionWords, sayWhy } from "../words.ts";

export const PURGE_TEMPLATE = join(import.meta.dirname, "purge.typ");

export type PurgeFacts = {
  readonly report: ShownPurge;
  readonly lang: Lang;
  readonly school: Pick<Establishment, "name" | "address" | "timezone">;
  /** The report is on accounts, which belong to the whole deployment. */
  readonly accounts: boolean;
  /** The label of a holding. */
  readonly nameOf: (holding: string) => string;
};

export function purgeDocument({ report, lang, school, accounts, nameOf }: PurgeFacts): HouseDocument {
  const words = retentionWords[lang].report;
  const date = dayIn(new Date(report.madeAt), school.timezone);
  const held: Block =
    report.held.length === 0
      ? { kind: "text", text: words.heldNone }
      : { kind: "list", items: report.held.map(({ holding, count }) => words.heldItem(nameOf(holding), count)) };
  return typographicAll(
    {
      lang,
      title: accounts ? words.accountsTitle(report.number) : words.title(report.number),
      subtitle: words.subtitle,
      number: String(report.number),
      date,
      school: { name: school.name, address: school.address },
      words: { number: words.number, date: words.madeOn(sayDay(date, lang)), page: "Page", of: words.of },
      ...(words.courtesy !== undefined && { courtesy: words.courtesy }),
      blocks: [
        { kind: "text", text: [words.lead(sayDay(date, lang)), ...(accounts ? [words.accountsLead] : [])].join(" ") },
        {
          kind: "table",
          caption: words.caption,
          columns: [
            { label: words.what, width: 3 },
            { label: words.count, align: "end" },
            { label: words.rows, align: "end" },
            { label: words.why, width: 3 },
            { label: words.due, width: 2 },
          ],
          rows: report.erased.map((one) => [
            nameOf(one.holding),
            sayNumber(one.count, lang),
            sayNumber(one.rows, lang),
            sayWhy(one, lang),
            words.fromTo(sayDay(one.dueFrom, lang), sayDay(one.dueTo, lang)),
          ]),
        },
        { kind: "heading", level: 1, text: words.held },
        held,
        { kind: "text", text: words.proof },
      ],
    },
    lang,
  );
}
