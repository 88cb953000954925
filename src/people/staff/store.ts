/** The SQL of roles, and of who holds them in a school. */
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

/** Nothing where the account has that role already. */
export async function insertRole(tx: Tx, { id, account, role, by, at }: RoleGrant): Promise<void> {
  const row = { id, account, role, granted_by: by, granted_at: at };
  const insert = tx.insertInto("role_grant").values(row);
  await keeping(
    tx,
    "role_grant",
    insert.onConflict((on) => on.doNothing()),
  );
}

/** Roles are taken back one at a time in a school: who is the last to give them is judged on who is left. */
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
  /** They have a second proof, or sign in through a provider: their roles can be in force. */
  readonly proven: boolean;
};

export async function schoolStaff(tx: Tx): Promise<Colleague[]> {
  const staff = await sql<Colleague>`
    select id, account, address, name, role, granted_at as "grantedAt", has_second_proof(account) as proven
    from school_staff(current_setting('livret.establishment')) order by name, role, id`.execute(tx);
  return staff.rows;
}

/** What a school gave an account to do: for whoever acts in its name from the command line. */
export async function rolesOf(tx: Tx, account: string): Promise<Role[]> {
  const grants = await tx.selectFrom("role_grant").select("role").where("account", "=", account).execute();
  return ROLES.filter((role) => grants.some((grant) => grant.role === role));
}
