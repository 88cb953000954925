/** The empty table, with the columns of the school's cohorts. */
import { csv } from "../../kit/csv.ts";
import { see } from "../../page/acting.ts";
import type { Page, Visit } from "../../page/page.ts";
import { seeCarryColumns } from "../views.ts";
import { emptyBook, emptyCsv } from "./routes.ts";

const NAME = { fr: "reprise", en: "carry-over" } as const;

async function headings(visit: Visit): Promise<readonly string[]> {
  const { columns } = (await see(visit, seeCarryColumns, {})) ?? { columns: [] };
  return columns.map(({ label }) => label[visit.lang]);
}

export const emptyBookPage: Page = {
  name: "reprise-tableau-vide-xlsx",
  path: emptyBook.path,
  who: "carry people over",
  view: async (visit) => {
    // Loaded when first asked for: a school asks once.
    const { default: writeBook } = await import("write-excel-file/node");
    const head = (await headings(visit)).map((value) => ({ value, fontWeight: "bold" as const }));
    const file = await writeBook([head], {
      columns: head.map(({ value }) => ({ width: value.length + 2 })),
    }).toBuffer();
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
