/** The solver: HiGHS, compiled to WebAssembly. It blocks its thread while it computes, so run it through `apart.ts`. */
import loadHighs from "highs";
import type { Model } from "./model.ts";

/** `values`: the best solution found, if any; `proven`: it is optimal, or the model is proven infeasible. */
type Solution = { readonly values: readonly number[] | undefined; readonly proven: boolean };
/** `share`: the part of the remaining time to use; `start`: a known feasible solution to begin with. */
export type Solve = (
  model: Model,
  how?: { readonly share?: number; readonly start?: readonly number[] | undefined },
) => Solution;

// The types describe the CommonJS build; the ES module loaded here exports the function itself as default.
const load = loadHighs as unknown as typeof loadHighs.default;

/** A solver with a total time budget in seconds. */
export async function newSolver(seconds: number): Promise<Solve> {
  const highs = await load();
  const until = performance.now() + seconds * 1000;
  const bounded = (bounds: Float64Array) =>
    bounds.map((bound) => (Math.abs(bound) === Infinity ? Math.sign(bound) * highs.infinity : bound));
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
    return highs.withModel(model, (loaded) => {
      // Costs are whole numbers, so a gap below one is none.
      loaded.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
      if (left < Infinity) loaded.options.set({ time_limit: left });
      if (start) loaded.setSolution({ colValue: start });
      loaded.run();
      const status = loaded.getModelStatus();
      const { optimal, infeasible } = highs.constants.modelStatus;
      // Stopped at the time limit, it has values only if it found a feasible solution.
      const holds = status === optimal || loaded.info.get("primal_solution_status") === FEASIBLE;
      return {
        values: holds && status !== infeasible ? [...loaded.getSolution().colValue] : undefined,
        proven: status === optimal || status === infeasible,
      };
    });
  };
}

const FEASIBLE = 2;
