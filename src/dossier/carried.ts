/** The dossier of a person who came in by a table, already in training: what is known of them, and nothing that they handed in. */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import { addressKey } from "../kit/mail-address.ts";
import { sql } from "kysely";
import { findIntake } from "../intake/intake.ts";
import { newConfirmation } from "./entering/confirmation.ts";
import { insertFact, keepState } from "./history/store.ts";
import { dossierChain } from "./rules/dossier.ts";
import { namedIn, NO_DOSSIER, reachedAt } from "./standing.ts";
import { findDossier, insertDossier, keepFound, putSection } from "./store.ts";

export type CarriedPerson = {
  readonly identity: {
    readonly birthName: string;
    readonly usedName: string;
    readonly givenNames: string;
    readonly bornOn: string;
  };
  readonly contact: {
    readonly phone: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
  };
  /** Their mail address; empty where none is known. */
  readonly address: string;
};

type Entering = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "zone" | "establishment">;

/** In the dossier's own chain, which the act has taken. `from`: the table and the line that it comes from. Returns its number. */
export async function enterCarried(
  { tx, actor, at, today }: Entering,
  { id, intake, from, identity, contact, address }: CarriedPerson & CarriedFrom,
): Promise<string> {
  const of = dossierChain(id);
  const by = actorName(actor);
  const row = { id, intake, account: null, entered: "carried", language: "fr", at, today } as const;
  const number = (await insertDossier(tx, { ...row, ...(address !== "" && { address }) }, { of }))!;
  await insertFact(tx, { dossier: id, kind: "carried", at, by, details: from, of });
  const saving = { dossier: id, at, by };
  await putSection(tx, { ...saving, section: "identity", contents: identity }, 0, { of });
  await putSection(tx, { ...saving, section: "contact", contents: contact }, 0, { of });
  await keepState(tx, { ...NO_DOSSIER, id, intake }, at);
  await keepFound(tx, id, { ...namedIn(identity), ...reachedAt(contact) });
  return number;
}

type CarriedFrom = {
  readonly id: string;
  readonly intake: string;
  readonly from: { readonly file: string; readonly line: number };
};

/** Mails the person a link to take the dossier into an account of their own; nothing without an address. */
export async function inviteCarried(context: Entering, id: string): Promise<void> {
  const dossier = (await findDossier(context.tx, id))!;
  if (dossier.address === null) return;
  const intake = (await findIntake(context.tx, dossier.intake))!;
  await newConfirmation(context, dossier, { intake, about: dossierChain(id) });
}

/** A person whom the school knows already, by mail address or by name and day of birth. */
export type Known = {
  readonly number: string;
  readonly address: string | null;
  readonly birthName: string;
  readonly usedName: string;
  readonly givenNames: string;
  readonly bornOn: string;
};

/** Those born on one of these days, or with one of these addresses, in an account or without; withdrawn dossiers are not asked about. */
export async function knownAmong(
  tx: Tx,
  { born, addresses }: { readonly born: readonly string[]; readonly addresses: readonly string[] },
): Promise<readonly Known[]> {
  const keys = sql.val(addresses.map(addressKey));
  const { rows } = await sql<Known>`
    with mailed as materialized (
      select a.account, a.address from unnest(${keys}::text[]) key cross join lateral account_of_address(key) a),
    found as (
      select dossier from dossier_section where section = 'identity' and contents ->> 'bornOn' = any(${sql.val([...born])}::text[])
      union select d.id from dossier d join mailed m on m.account = d.account
      union select d.id from dossier d where d.address is not null and lower(d.address) = any(${keys}::text[]))
    select d.number, coalesce((select m.address from mailed m where m.account = d.account), d.address) as address,
      coalesce(i.contents ->> 'birthName', '') as "birthName", coalesce(i.contents ->> 'usedName', '') as "usedName",
      coalesce(i.contents ->> 'givenNames', '') as "givenNames", coalesce(i.contents ->> 'bornOn', '') as "bornOn"
    from found f join dossier d on d.id = f.dossier
      join dossier_state s on s.id = d.id and s.state not in ('withdrawn', 'declined')
      left join dossier_section i on i.dossier = d.id and i.section = 'identity'
    order by d.number`.execute(tx);
  return rows;
}
