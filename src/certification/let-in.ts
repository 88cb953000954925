/** Opens a session, with its groups, juries and candidates, to a guest who acts for the State. */
import { Type } from "typebox";
import { defineAct, FORBIDDEN } from "../act/act.ts";
import { type Actor, may } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { closed, Id } from "../kit/shapes.ts";
import { isLetInto, letInFor, letInto } from "../people/guests/things.ts";
import { withKind } from "../kit/with-kind.ts";
import { findSession, isPresentedTo } from "./store.ts";
import { sessionChain } from "./load.ts";
import * as output from "./output.ts";

export const letIntoSession = defineAct({
  name: "letIntoSession",
  label: { fr: "Ouvrir une session à un invité de l’autorité", en: "Let a guest of the authority into a session" },
  who: "prepare the certification",
  form: Type.Object({ session: Id, guest: Id }, closed),
  output: output.nothing,
  writes: ["guest_thing", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const session = await findSession(tx, input.session);
    if (!session) return FORBIDDEN;
    return letInto(context, { guest: input.guest, thing: sessionChain(session.id), called: called(session.name) });
  },
});

const called = (name: string): Label => ({
  fr: `la ${withKind("session", name)}`,
  en: `the ${withKind("session", name)}`,
});

/** The sessions opened to a guest; empty for an actor who is not a guest. */
export const sessionsLetInto = (tx: Tx, actor: Actor) => letInFor(tx, actor, "exam-session");

export const isInSession = (tx: Tx, actor: Actor, session: string) => isLetInto(tx, actor, sessionChain(session));

/** Whether the actor may see the certification of this session. */
export const seesSession = async (tx: Tx, actor: Actor, session: string) =>
  may(actor, "see the certification") && (await isInSession(tx, actor, session));

/** Whether the person was presented to a session opened to the actor. */
export async function isWithin(tx: Tx, actor: Actor, enrolment: string): Promise<boolean> {
  const sessions = await sessionsLetInto(tx, actor);
  return sessions === undefined || isPresentedTo(tx, enrolment, sessions);
}
