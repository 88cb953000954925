/** Invented people, in a deployment made as a demonstration only. */
import { newId } from "../../kit/id.ts";
import { sql } from "kysely";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { findAccount, insertAccount } from "../store.ts";
import { closed } from "../../kit/shapes.ts";

/** Without a password: only the demonstration's own page signs in to it. */
export const makeDemoAccount = defineAct({
  name: "makeDemoAccount",
  label: { fr: "Inventer une personne", en: "Invent a person" },
  who: "make a demonstration",
  scope: "deployment",
  form: Type.Object(
    {
      address: Type.String({ minLength: 3, maxLength: 200 }),
      name: Type.String({ minLength: 1, maxLength: 200 }),
      language: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
    },
    closed,
  ),
  writes: ["account"],
  async perform({ tx, input, at }) {
    if (!(await isDemo(tx))) return FORBIDDEN;
    const key = addressKey(input.address);
    const known = await findAccount(tx, { addressKey: key });
    if (known) return done({ account: known.id }, `account:${known.id}`);
    const id = newId();
    await insertAccount(tx, { id, ...input, addressKey: key, password: NO_PASSWORD, at });
    return begun({ account: id }, `account:${id}`);
  },
});

/** No password hashes to this. */
const NO_PASSWORD = "none";

export async function isDemo(tx: Tx): Promise<boolean> {
  return (await sql<{ demo: boolean }>`select demo from birth`.execute(tx)).rows[0]?.demo ?? false;
}
