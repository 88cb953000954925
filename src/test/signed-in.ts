/** A person with an account, signed in as they would be: code, password, session. */
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { type Act, type Actor, perform } from "../act.ts";
import { askCode, settleAccount, tryCode } from "../people/acts.ts";
import { SESSION_COOKIE } from "../web/session.ts";
import type { World } from "../world.ts";
import { newAttempt } from "./world.ts";

export type SignedIn = { readonly account: string; readonly token: string; readonly cookie: string };

export async function signedIn(world: World, address: string, school: string): Promise<SignedIn> {
  const doing = async <V>(act: Act, actor: Actor, input: object): Promise<V> => {
    const outcome = await perform(world, act, { actor, establishment: school, attempt: newAttempt(), input });
    if (outcome.kind !== "done") throw new Error(`${act.name}: ${JSON.stringify(outcome)}`);
    return outcome.value as V;
  };
  const anyone: Actor = { kind: "anyone" };
  const asked = { address, language: "fr", school };
  const { request } = await doing<{ request: string }>(askCode as unknown as Act, anyone, asked);
  const mail = await withSchool(world.db, DEPLOYMENT, (tx) =>
    tx.selectFrom("mail").select("subject").where("about", "=", `address-code:${request}`).executeTakeFirstOrThrow(),
  );
  const code = /^\d{6}/.exec(mail.subject)![0];
  const { ticket } = await doing<{ ticket: string }>(tryCode as unknown as Act, anyone, { request, code });
  const chosen = { name: address.split("@")[0], password: "trois chats et un tambour", language: "fr", device: "" };
  const settled = await doing<Omit<SignedIn, "cookie">>(
    settleAccount as unknown as Act,
    { kind: "holder", secret: ticket },
    chosen,
  );
  return { ...settled, cookie: `${SESSION_COOKIE}=${settled.token}` };
}
