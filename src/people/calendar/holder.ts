/** The account or guest that a calendar's address stands for, with its present roles: looked up at each request. */
import type { Actor } from "../../act/permissions.ts";
import type { Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { hashSecret } from "../../kit/secret.ts";
import { opens } from "../guests/rules/standing.ts";
import { guestOfCalendar } from "../guests/store.ts";
import { provenIn } from "../rules/proven-in.ts";
import { mayWork } from "../views.ts";
import { calendarHolder } from "./store.ts";

type Place = { readonly school: string; readonly today: Day };

/** May read the calendar and nothing else. */
export async function calendarReader(
  db: Database,
  token: string,
  { school, today }: Place,
): Promise<Actor | undefined> {
  const hash = hashSecret(token);
  const holder = await calendarHolder(db, hash, school);
  if (!holder) return guestReader(db, hash, { school, today });
  const { address, account } = holder;
  const roles = mayWork(provenIn(holder, school)) ? holder.roles : [];
  const reach = { id: address, reach: "chosen", chosen: ["myCalendar"] } as const;
  return { kind: "account", account, session: "", roles, authenticatedAt: new Date(0), token: reach };
}

async function guestReader(db: Database, hash: Buffer, { school, today }: Place): Promise<Actor | undefined> {
  const guest = await withSchool(db, school, (tx) => guestOfCalendar(tx, hash));
  if (!guest || !opens(guest, today)) return undefined;
  return { kind: "guest", guest: guest.id, session: "", roles: guest.roles, authenticatedAt: new Date(0) };
}
