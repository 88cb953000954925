/** A question in numbers: columns to be chosen, rows that hold of their sums, a cost that is to be least. */

export type Model = {
  readonly cost: Float64Array;
  readonly most: Float64Array;
  /** 1 where a column takes whole numbers only. */
  readonly whole: Int32Array;
  readonly rows: { readonly least: Float64Array; readonly most: Float64Array };
  /** The sums, row after row: where each starts, which columns stand in it, by how much. */
  readonly sums: { readonly starts: Int32Array; readonly columns: Int32Array; readonly factors: Float64Array };
};
export type Term = readonly [column: number, factor: number];

export type NewModel = {
  /** From 0 to `most`. */
  readonly column: (most: number, whole?: boolean) => number;
  /** How many there are. */
  readonly columns: () => number;
  /** Its number. */
  readonly row: (least: number, most: number, terms: readonly Term[]) => number;
  /** What is not named costs nothing; `least` of some rows is another than they were made with. */
  readonly made: (costs: readonly Term[], least?: ReadonlyMap<number, number>) => Model;
};

export function newModel(): NewModel {
  const columns = { most: [] as number[], whole: [] as number[] };
  const rows = { least: [] as number[], most: [] as number[] };
  const sums = { starts: [0], columns: [] as number[], factors: [] as number[] };
  return {
    column: (most, whole = true) => {
      columns.whole.push(whole ? 1 : 0);
      return columns.most.push(most) - 1;
    },
    columns: () => columns.most.length,
    row: (least, most, terms) => {
      for (const [column, factor] of terms) {
        sums.columns.push(column);
        sums.factors.push(factor);
      }
      sums.starts.push(sums.columns.length);
      rows.most.push(most);
      return rows.least.push(least) - 1;
    },
    made: (costs, least) => {
      const cost = new Float64Array(columns.most.length);
      for (const [column, one] of costs) cost[column] = one;
      return {
        cost,
        most: Float64Array.from(columns.most),
        whole: Int32Array.from(columns.whole),
        rows: {
          least: Float64Array.from(rows.least, (one, row) => least?.get(row) ?? one),
          most: Float64Array.from(rows.most),
        },
        sums: {
          starts: Int32Array.from(sums.starts),
          columns: Int32Array.from(sums.columns),
          factors: Float64Array.from(sums.factors),
        },
      };
    },
  };
}
