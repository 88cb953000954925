/** The declaration as a sheet: every line with both years, as the page shows them. */
import type { Lang } from "../../../kit/lang.ts";
import { frameTitle, isUnsaid, rowLabel, type Seen } from "./parts.ts";
import { bpfWords } from "./words.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export async function bpfSheet(seen: Seen, lang: Lang): Promise<Buffer> {
  // Loaded when it is asked for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  return writeXlsxFile(sheetRows(seen, lang), {
    columns: [{ width: 10 }, { width: 60 }, { width: 18 }, { width: 18 }, { width: 18 }, { width: 18 }],
  }).toBuffer();
}

function sheetRows(seen: Seen, lang: Lang) {
  const words = bpfWords[lang];
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const plain = (value: string) => (value === "" ? null : { value, type: String });
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : { value, type: Number };
  return seen.frames.flatMap((frame) => [
    [bold(frameTitle(frame, lang))],
    [
      bold(words.line),
      bold(words.label),
      ...frame.units.flatMap((unit) =>
        [seen.year, seen.year - 1].map((year) => bold(words.one.now(words.units[unit], year))),
      ),
    ],
    ...frame.rows.map((row) => [
      plain(row.mark),
      plain(rowLabel(row, lang)),
      ...row.values.flatMap((value, nth) => [
        isUnsaid(frame, seen) ? plain(words.one.missing) : number(value),
        number(row.before?.[nth]),
      ]),
    ]),
    [null],
  ]);
}
