/** The empty table, with the columns of the school's cohorts. */
import { csv } from "../../kit/csv.ts";
import { see } from "../../page/acting.ts";
import type { Page, Visit } from "../../page/page.ts";
import { seeCarryColumns } from "../views.ts";
import { emptyBook, emptyCsv } from "./routes.ts";

const SHEET = { fr: "À remplir", en: "To fill in" } as const;
const EXAMPLES = { fr: "Exemples", en: "Examples" } as const;
const NAME = { fr: "reprise", en: "carry-over" } as const;

async function headings(visit: Visit): Promise<readonly string[]> {
  return (await seenOf(visit)).columns.map(({ label }) => label[visit.lang]);
}

async function seenOf(visit: Visit) {
  return (await see(visit, seeCarryColumns, {})) ?? { columns: [], examples: [] };
}

export const emptyBookPage: Page = {
  name: "reprise-tableau-vide-xlsx",
  path: emptyBook.path,
  who: "carry people over",
  view: async (visit) => {
    // Loaded when first asked for: a school asks once.
    const { default: writeBook } = await import("write-excel-file/node");
    const { columns: all, examples } = await seenOf(visit);
    const head = all.map(({ label }) => ({ value: label[visit.lang], fontWeight: "bold" as const }));
    const columns = head.map(({ value }) => ({ width: value.length + 2 }));
    const lines = examples.map(({ cells }) => all.map(({ key }) => ({ value: cells[key] ?? "", type: String })));
    const sheets = [
      { data: [head], columns, sheet: SHEET[visit.lang] },
      // The first sheet alone is read.
      ...(lines.length > 0 ? [{ data: [head, ...lines], columns, sheet: EXAMPLES[visit.lang] }] : []),
    ];
    const file = await writeBook(sheets).toBuffer();
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { file, type, name: `${NAME[visit.lang]}.xlsx` };
  },
};

export const emptyCsvPage: Page = {
  name: "reprise-tableau-vide-csv",
  path: emptyCsv.path,
  who: "carry people over",
  view: async (visit) => {
    const file = csv([[...(await headings(visit))]]);
    return { file, type: "text/csv; charset=utf-8", name: `${NAME[visit.lang]}.csv` };
  },
};
