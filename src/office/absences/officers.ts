/** Officers who handle dossiers, with today's absences and stand-ins. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { type Role, WHO_MAY } from "../../act/permissions.ts";
import { accountsWith, type Colleague, colleaguesWho, namesOf, thoseWho } from "../../people/contact.ts";
import { type Absence, isAway } from "./rules/absence.ts";
import { absencesFrom } from "./store.ts";

export type Officer = Colleague & { readonly away?: { readonly until: Day; readonly standIn: string } };

export async function officersOn(tx: Tx, today: Day): Promise<readonly Officer[]> {
  return awayOn(tx, today, await colleaguesWho(tx, "handle the dossiers"), await absencesFrom(tx, today));
}

/** The same from staff and absences read already. */
export function officersAmong(
  tx: Tx,
  today: Day,
  { staff, absences }: { readonly staff: Parameters<typeof thoseWho>[0]; readonly absences: readonly Absence[] },
): Promise<readonly Officer[]> {
  return awayOn(tx, today, thoseWho(staff, "handle the dossiers"), absences);
}

async function awayOn(
  tx: Tx,
  today: Day,
  officers: readonly Colleague[],
  known: readonly Absence[],
): Promise<readonly Officer[]> {
  const absences = known.filter((one) => isAway(one, today));
  if (absences.length === 0) return officers;
  const names = await namesByAccount(
    tx,
    absences.map(({ standIn }) => standIn),
  );
  return officers.map((one) => {
    const absence = absences.find(({ account }) => account === one.account);
    return absence ? { ...one, away: { until: absence.until, standIn: names(absence.standIn) } } : one;
  });
}

/** The accounts an officer works for today: their own, and those they stand in for. */
export async function minding(tx: Tx, account: string, today: Day): Promise<readonly string[]> {
  const theirs = (await absencesFrom(tx, today)).filter((one) => one.standIn === account && isAway(one, today));
  return [account, ...theirs.map((one) => one.account)];
}

export type WithRoles = Colleague & { readonly roles: readonly Role[] };

/** The roles by which each officer handles dossiers: a stand-in must share one. */
export async function officersWithRoles(tx: Tx): Promise<readonly WithRoles[]> {
  const held: (readonly [Role, readonly string[]])[] = [];
  for (const role of WHO_MAY["handle the dossiers"]) held.push([role, await accountsWith(tx, role)]);
  return (await colleaguesWho(tx, "handle the dossiers")).map((one) => ({
    ...one,
    roles: held.flatMap(([role, accounts]) => (accounts.includes(one.account) ? [role] : [])),
  }));
}

/** Former staff have no name here. */
export async function namesByAccount(tx: Tx, accounts: readonly string[]): Promise<(account: string) => string> {
  const names = await namesOf(
    tx,
    accounts.map((account) => `account:${account}`),
  );
  return (account) => names[`account:${account}`] ?? "–";
}
