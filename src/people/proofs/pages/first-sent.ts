/** The time when a form was first sent, carried along while its sender proves who they are: see `../sent-acts.ts`. */
import { createHash } from "node:crypto";
import { canonical } from "../../../kit/canonical.ts";
import { isId } from "../../../kit/shapes.ts";
import { act, see } from "../../../page/acting.ts";
import type { Form, Visit } from "../../../page/page.ts";
import { noteSent, whenSent } from "../sent-acts.ts";

/** The prefix of this question's own fields, which no page's form uses. */
const OURS = "again-";
export const FIRST_SENT = `${OURS}first`;

/** The id to carry along: the present one while it matches this form, or a new one. */
export async function keptFirstSent(visit: Visit, sent: Form): Promise<string | undefined> {
  if (await instantOf(visit, sent)) return sent.get(FIRST_SENT);
  const noted = await act(visit, noteSent, { form: fingerprint(visit, sent) });
  return noted.kind === "done" ? noted.value.id : undefined;
}

/** The visit, with the time when the form was first sent. */
export async function asFirstSent(visit: Visit, sent: Form): Promise<Visit> {
  const { actor } = visit;
  const sentAt = actor.kind === "account" ? await instantOf(visit, sent) : undefined;
  return actor.kind === "account" && sentAt ? { ...visit, actor: { ...actor, sentAt } } : visit;
}

async function instantOf(visit: Visit, sent: Form): Promise<Date | undefined> {
  const id = sent.get(FIRST_SENT);
  if (!isId(id)) return undefined;
  const found = await see(visit, whenSent, { id, form: fingerprint(visit, sent) });
  return found && new Date(found.at);
}

/** Over the page and all fields, with the attempt id: any change makes it another form. */
function fingerprint({ school, path }: Visit, sent: Form): string {
  const own = sent.names.filter((name) => name !== "_csrf" && !name.startsWith(OURS));
  const fields = own.toSorted().map((name) => [name, sent.all(name)]);
  return createHash("sha256")
    .update(canonical([school.establishment, path, fields]))
    .digest("base64url");
}
