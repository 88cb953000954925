/** A linear or mixed-integer program: columns are variables, rows constraints on their weighted sums; minimizes the cost. */

export type Model = {
  readonly cost: Float64Array;
  readonly most: Float64Array;
  /** 1 for an integer column. */
  readonly whole: Int32Array;
  readonly rows: { readonly least: Float64Array; readonly most: Float64Array };
  /** The constraint matrix in CSR: the start of each row, its columns and their factors. */
  readonly sums: { readonly starts: Int32Array; readonly columns: Int32Array; readonly factors: Float64Array };
};
export type Term = readonly [column: number, factor: number];

export type NewModel = {
  /** Adds a column with values from 0 to `most`; returns its index. */
  readonly column: (most: number, whole?: boolean) => number;
  /** The number of columns. */
  readonly columns: () => number;
  /** Adds a row; returns its index. */
  readonly row: (least: number, most: number, terms: readonly Term[]) => number;
  /** Builds the model; columns without a cost cost nothing, and `least` overrides the lower bound of some rows. */
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
      for (const [column, factor] of costs) cost[column] = factor;
      return {
        cost,
        most: Float64Array.from(columns.most),
        whole: Int32Array.from(columns.whole),
        rows: {
          least: Float64Array.from(rows.least, (bound, row) => least?.get(row) ?? bound),
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
