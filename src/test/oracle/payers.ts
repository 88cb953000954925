/** The contract's table of payers, and its arithmetic on cents. */

type Plan = "instalments" | "periods" | "end";
export type Payer = { paper: string; fund: boolean; days: number; plan: Plan; publicBody: boolean; employer: boolean };

/** Source, paper, whether it is a fund, days to pay, plan; then what else it is. */
const TABLE = `
personal            contract    no   15  instalments
employer-plan       convention  no   30  periods      employer
employer-public     convention  no   30  periods      employer public
other-body          convention  no   30  periods
opco                grant       yes  30  periods
reconversion        grant       yes  30  periods
transition          funder      yes  30  periods
job-seekers-fund    funder      yes  30  periods
state               funder      yes  30  periods      public
region              funder      yes  30  periods      public
france-travail      funder      yes  30  periods      public
self-employed-fund  funder      yes  30  end
cpf                 platform    yes  30  end
`;

export const PAYERS = new Map<string, Payer>(
  TABLE.trim()
    .split("\n")
    .map((row) => {
      const [source = "", paper = "", fund, days, plan, ...also] = row.split(/ +/);
      const publicBody = also.includes("public");
      const employer = also.includes("employer");
      return [source, { paper, fund: fund === "yes", days: Number(days), plan: plan as Plan, publicBody, employer }];
    }),
);
export const SOURCES = [...PAYERS.keys()];

export function payerOf(source: string): Payer {
  return PAYERS.get(source)!;
}

export const add = (amounts: readonly number[]) => amounts.reduce((sum, each) => sum + each, 0);

/** t × n ⁄ d to the nearest integer: twice the quotient and a half, cut, with the sign kept aside. */
export function part(t: number, n: number, d: number): number {
  const twice = 2n * BigInt(t) * BigInt(n);
  const size = twice < 0n ? -twice : twice;
  const near = Number((size + BigInt(d)) / (2n * BigInt(d)));
  return twice < 0n ? 0 - near : near;
}

/** By the weights up to each: what one more weight adds to what is had before. */
export function split(t: number, weights: readonly number[]): number[] {
  const all = add(weights);
  const upTo = (count: number) => {
    if (all === 0) return count === weights.length ? t : 0;
    return part(t, add(weights.slice(0, count)), all);
  };
  return weights.map((_, at) => upTo(at + 1) - upTo(at));
}
