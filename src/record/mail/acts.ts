/** What the office does with mails. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, stale } from "../../act.ts";
import { findMail, insertBounce, updateSending } from "./store.ts";

/** A mail that the server took and that came back later: only a person knows it, from the school's own mailbox. */
export const recordBounce = defineAct({
  name: "recordBounce",
  label: { fr: "Noter qu’un courriel est revenu", en: "Record that a mail came back" },
  who: "handle the dossiers",
  form: Type.Object(
    {
      mail: Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" }),
      said: Type.String({ minLength: 1, maxLength: 2000 }),
    },
    { additionalProperties: false },
  ),
  writes: ["mail_bounce"],
  async perform({ tx, input: { mail, said }, at }) {
    const found = await findMail(tx, mail);
    if (!found) return FORBIDDEN;
    // What is still on its way cannot have come back, and what came back needs no second note.
    if (found.state !== "sent" && found.state !== "in-doubt") return stale({ state: found.state });
    const row = await insertBounce(tx, { mail, said, at });
    await updateSending(tx, mail, { state: "bounced", due_at: null, problem: "returned", said });
    return done({ mail }, found.about, row);
  },
});
