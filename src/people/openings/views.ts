/** Who opened my file. The names come from people, the openings from the record. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { type Opening, openingsOf } from "../../openings/openings.ts";
import { doerNamed } from "../contact.ts";
import { actorName, ROLES } from "../../act/permissions.ts";
import { schoolStaff } from "../staff/store.ts";
import * as output from "./output.ts";

export const myOpenings = defineView({
  name: "myOpenings",
  label: { fr: "Voir qui a ouvert son dossier", en: "See who opened one’s file" },
  who: "mind one’s own account",
  form: Type.Object({}, { additionalProperties: false }),
  output: output.myOpenings,
  async read({ tx, actor }) {
    return { openings: await named(tx, await openingsOf(tx, { whose: actorName(actor) })) };
  },
});

/** `name` is null for former staff and for actors that are no person; guests keep theirs. */
async function named(tx: Tx, openings: readonly Opening[]) {
  const names = openings.length === 0 ? new Map<string, string>() : await staffNames(tx);
  for (const { opener } of openings.filter((one) => one.opener.startsWith("guest:"))) {
    const guest = names.has(opener) ? undefined : await doerNamed(tx, opener);
    if (guest) names.set(opener, guest.name);
  }
  return openings.map(({ openedAt, roles, opener, ...one }) => ({
    ...one,
    name: names.get(opener) ?? null,
    roles: ROLES.filter((role) => roles.includes(role)),
    openedAt: openedAt.toISOString(),
  }));
}

/** The names of staff, by actor. */
export async function staffNames(tx: Tx): Promise<Map<string, string>> {
  return new Map((await schoolStaff(tx)).map(({ account, name }) => [`account:${account}`, name]));
}
