/** The account that a calendar's address stands for, with its present roles: looked up at each request. */
import type { Actor } from "../../act/permissions.ts";
import type { Database } from "../../db/open.ts";
import { hashSecret } from "../../kit/secret.ts";
import { provenIn } from "../rules/proven-in.ts";
import { mayWork } from "../views.ts";
import { calendarHolder } from "./store.ts";

/** May read the calendar and nothing else. */
export async function calendarReader(db: Database, token: string, school: string): Promise<Actor | undefined> {
  const holder = await calendarHolder(db, hashSecret(token), school);
  if (!holder) return undefined;
  const { address, account } = holder;
  const roles = mayWork(provenIn(holder, school)) ? holder.roles : [];
  const reach = { id: address, reach: "chosen", chosen: ["myCalendar"] } as const;
  return { kind: "account", account, session: "", roles, authenticatedAt: new Date(0), token: reach };
}
