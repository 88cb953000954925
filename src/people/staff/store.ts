/** The SQL of roles and their holders in a school. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { dropping, keeping } from "../../act/keep.ts";
import { ROLES, type Role } from "../../act/permissions.ts";

export type RoleGrant = {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly by: string;
  readonly at: Date;
};

/** Does nothing where the account has the role already. */
export async function insertRole(tx: Tx, { id, account, role, by, at }: RoleGrant): Promise<void> {
  const row = { id, account, role, granted_by: by, granted_at: at };
  const insert = tx.insertInto("role_grant").values(row);
  await keeping(
    tx,
    "role_grant",
    insert.onConflict((on) => on.doNothing()),
  );
}

/** Serialises revocations in a school, so that the last giver of roles is recognised. */
export async function lockRoles(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.roles ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export async function deleteRole(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "role_grant", tx.deleteFrom("role_grant").where("id", "=", id));
}

export type Colleague = {
  readonly id: string;
  readonly account: string;
  readonly address: string;
  readonly name: string;
  readonly role: Role;
  readonly grantedAt: Date;
  /** Has a second proof, or a sign-in service: their roles can be in force. */
  readonly proven: boolean;
};

export async function schoolStaff(tx: Tx): Promise<Colleague[]> {
  const staff = await sql<Colleague>`
    select id, account, address, name, role, granted_at as "grantedAt", has_second_proof(account) as proven
    from school_staff(current_setting('livret.establishment')) order by name, role, id`.execute(tx);
  return staff.rows;
}

/** An account's roles in the school, for acting in its name from the command line. */
export async function rolesOf(tx: Tx, account: string): Promise<Role[]> {
  const grants = await tx.selectFrom("role_grant").select("role").where("account", "=", account).execute();
  return ROLES.filter((role) => grants.some((grant) => grant.role === role));
}
