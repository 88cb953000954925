/** What the school's contract and convention say, by the keys of the law: what is not stated refuses the paper. */
import type { Performing } from "../../act/act.ts";
import type { Law } from "../../law/law.ts";

export type Stated = { readonly contract: readonly string[]; readonly convention: readonly string[] };

type Asked = { readonly dossier: string; readonly law: Law; readonly cohort: string | null };

/** Nothing as long as no cohort is meant, or the school does not say who it is. */
export async function statedOf(_: Pick<Performing<unknown>, "tx">, { law, cohort }: Asked): Promise<Stated> {
  const { money, legal } = law.establishment;
  if (!money || cohort === null || legal?.mediator === undefined) return { contract: [], convention: [] };
  const { contract, convention } = money.agreement.particulars;
  return { contract: contract.map((one) => one.particular), convention: convention.map((one) => one.particular) };
}
