/** The solver: HiGHS, compiled to WebAssembly. It blocks its thread while it computes: see `apart.ts`. */
import loadHighs from "highs";
import type { Model } from "./model.ts";

/** `values`: the best that was found, if anything was; `proven`: that there is no better one, or none at all. */
type Solution = { readonly values: readonly number[] | undefined; readonly proven: boolean };
/** `share` of the time that is left may be taken; `start` is a choice that is known to hold, to begin with. */
export type Solve = (
  model: Model,
  how?: { readonly share?: number; readonly start?: readonly number[] | undefined },
) => Solution;

// Its types speak of the CommonJS build; what is loaded is the module, whose default is the function itself.
const load = loadHighs as unknown as typeof loadHighs.default;

/** A solver that has so many seconds in all. */
export async function newSolver(seconds: number): Promise<Solve> {
  const highs = await load();
  const until = performance.now() + seconds * 1000;
  const bounded = (bounds: Float64Array) =>
    bounds.map((one) => (Math.abs(one) === Infinity ? Math.sign(one) * highs.infinity : one));
  return ({ cost, most, whole, rows, sums }, { share = 1, start } = {}) => {
    const left = ((until - performance.now()) / 1000) * share;
    if (left <= 0) return { values: undefined, proven: false };
    const [numCols, numRows] = [cost.length, rows.least.length];
    const model = {
      numCols,
      numRows,
      colCost: cost,
      colLower: new Float64Array(numCols),
      colUpper: most,
      integrality: whole,
      rowLower: bounded(rows.least),
      rowUpper: bounded(rows.most),
      matrix: {
        format: "csr" as const,
        numCols,
        numRows,
        starts: sums.starts,
        indices: sums.columns,
        values: sums.factors,
      },
    };
    return highs.withModel(model, (asked) => {
      // Costs are whole numbers: what is less than one apart is the same.
      asked.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
      if (left < Infinity) asked.options.set({ time_limit: left });
      if (start) asked.setSolution({ colValue: start });
      asked.run();
      const status = asked.getModelStatus();
      const { optimal, infeasible } = highs.constants.modelStatus;
      // Stopped early, it has values only if it came upon some that hold.
      const holds = status === optimal || asked.info.get("primal_solution_status") === FEASIBLE;
      return {
        values: holds && status !== infeasible ? [...asked.getSolution().colValue] : undefined,
        proven: status === optimal || status === infeasible,
      };
    });
  };
}

const FEASIBLE = 2;
