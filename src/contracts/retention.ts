/** Contracts and conventions are kept as accounting is: an erasure before that restricts, it deletes nothing. */
import { sql } from "kysely";
import { dropping } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { eraseFilesAbout } from "../files/attach.ts";
import { forgetPapers } from "../issued-documents/issue.ts";
import { forgetSignatures } from "../issued-documents/sign.ts";
import { unpostMail } from "../mail/post.ts";
import type { Retained } from "../retention/retained.ts";
import { keptUntil, overBefore } from "../retention/rules/period.ts";
import { contractChain } from "./rules/facts.ts";

const PREFIX = contractChain("");
const idOf = (chain: string) => chain.slice(PREFIX.length);

type Old = { readonly id: string; readonly last: Day };
type Asked = { readonly before: Day; readonly only: string | null };

/**
 * The last thing noted of each, or the end of the training that it is of, is before a day. One that nobody signed or answered goes with its
 * dossier.
 */
async function old(tx: Tx, { before, only }: Asked, limit: number): Promise<readonly Old[]> {
  const { rows } = await sql<Old>`
    select f.dossier as id, to_char(greatest(max(f.on_day), max(c.ends_on)), 'YYYY-MM-DD') as last
    from contract_fact f left join enrolment e on e.dossier = f.dossier left join cohort c on c.id = e.cohort
    where ${only}::uuid is null or f.dossier = ${only}::uuid
    group by f.dossier
    having greatest(max(f.on_day), max(c.ends_on)) < ${before}::date
      or (not bool_or(f.kind in ('signed', 'granted', 'renounced', 'carried')) and not exists (select from dossier d where d.id = f.dossier))
    order by last, id limit ${limit}`.execute(tx);
  return rows;
}

export const contractsRetained: readonly Retained[] = [
  {
    name: "contracts",
    label: { fr: "Vos contrats de formation", en: "Your training contracts" },
    counted: { fr: "Contrats et conventions de formation", en: "Training contracts and conventions" },
    tables: ["contract_fact", "contract_state", "invoicing_look"],
    place: "school",
    prefix: PREFIX,
    kind: "accounting",
    untilOver: true,
    chains: async (tx, { account }) => {
      const { rows } = await sql<{ id: string }>`
        select s.id from contract_state s join dossier d on d.id = s.id where d.account = ${account}::uuid
        order by s.id`.execute(tx);
      return rows.map(({ id }) => contractChain(id));
    },
    heldWith: async (_, chain) => [`dossier:${idOf(chain)}`],
    over: async (tx, { period, today }, limit) =>
      (await old(tx, { before: overBefore(today, period), only: null }, limit)).map(({ id, last }) => {
        const ended = keptUntil(last, period);
        return { chain: contractChain(id), day: ended < today ? ended : last };
      }),
    still: async (tx, chain, { period, today }) =>
      (await old(tx, { before: overBefore(today, period), only: idOf(chain) }, 1)).length > 0,
    erase: async (tx, chain, at) => {
      const id = idOf(chain);
      await eraseFilesAbout(tx, chain, at);
      await unpostMail(tx, chain);
      await forgetSignatures(tx, chain);
      await forgetPapers(tx, chain);
      await tx.deleteFrom("contract_state").where("id", "=", id).execute();
      await dropping(tx, "invoicing_look", tx.deleteFrom("invoicing_look").where("id", "=", id));
      await dropping(tx, "contract_fact", tx.deleteFrom("contract_fact").where("dossier", "=", id));
    },
  },
];
