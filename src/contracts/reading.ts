/** Who may read the files of a contract: its person, and staff who see the contracts. */
import { may } from "../act/permissions.ts";
import type { FileReader } from "../files/reading.ts";
import { personOf } from "./store.ts";

export const readsContractFile: FileReader = async ({ tx, actor, id }) => {
  const person = await personOf(tx, id);
  if (!person) return undefined;
  const whose = person.account === null ? null : `account:${person.account}`;
  if ("account" in actor && actor.account !== undefined && actor.account === person.account)
    return { whose, back: `/${person.diploma}/dossier/${id}/contrat` };
  return may(actor, "see the contracts") ? { whose, back: `/contrats/${id}` } : undefined;
};
