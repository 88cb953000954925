/** Invented people, in a deployment that was born as a demonstration and nowhere else. */
import { newId } from "../../kit/id.ts";
import { sql } from "kysely";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { findAccount, insertAccount } from "../store.ts";
import { closed } from "../../kit/shapes.ts";

/** Without a password: nobody signs in to it but by the page that a demonstration has for that. */
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

/** The hash of no password. */
const NO_PASSWORD = "none";

export async function isDemo(tx: Tx): Promise<boolean> {
  return (await sql<{ demo: boolean }>`select demo from birth`.execute(tx)).rows[0]?.demo ?? false;
}
