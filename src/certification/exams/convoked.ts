/** The groups that candidates are convoked to, with what their convocation says beside the hour. */
import type { Performing } from "../../act/act.ts";
import type { Between } from "../../act/under-way.ts";
import { convocationLines, placeOf } from "../../agenda/convocation.ts";
import { roomsKnown } from "../../agenda/rooms.ts";
import type { Label } from "../../kit/lang.ts";
import type { Group, Session } from "../rules/facts.ts";
import { accountEntries, examinersOf, groupsOfEntries, sessionsOfEntries } from "../store.ts";

/** To who reads it in their account: the page of their exams has the button. */
export const CANNOT: Label = {
  fr: "écrivez-le à l’école dès que possible, depuis la page de vos épreuves",
  en: "write so to the school at once, from the page of your exams",
};

type InSession = Group & { readonly session: Pick<Session, "diploma" | "lawVersion"> };

export async function convokedTo<G extends InSession>(
  { tx, law }: Pick<Performing<unknown>, "tx" | "law">,
  groups: readonly G[],
) {
  if (groups.length === 0) return [];
  const rooms = await roomsKnown(tx);
  const examiners = await examinersOf(
    tx,
    groups.map(({ id }) => id),
  );
  return groups.map(({ session, room: id, from, until, ...group }) => {
    const { establishment } = law(session.diploma, { version: session.lawVersion })!;
    const room = id === null ? undefined : rooms.get(id);
    const by = examiners.get(group.id) ?? [];
    return {
      ...group,
      room: room?.name ?? null,
      from: from.toISOString(),
      until: until.toISOString(),
      place: placeOf(establishment, room),
      convocation: convocationLines(establishment, { to: "exam", room, by, page: CANNOT }),
    };
  });
}

/** The candidate's own between two days. */
export async function ownConvoked(given: Pick<Performing<unknown>, "tx" | "law" | "actor">, { from, until }: Between) {
  const { tx, actor, law } = given;
  if (!("account" in actor) || actor.account === undefined) return [];
  const ids = (await accountEntries(tx, actor.account)).map(({ id }) => id);
  const sessions = new Map((await sessionsOfEntries(tx, ids)).map((one) => [one.entry, one]));
  const groups = (await groupsOfEntries(tx, ids))
    .filter(({ heldOn }) => heldOn >= from && heldOn <= until)
    .map((group) => ({ ...group, session: sessions.get(group.entry)! }));
  return (await convokedTo(given, groups)).map((group) => {
    const session = sessions.get(group.entry)!;
    const { diploma } = law(session.diploma, { version: session.lawVersion })!;
    const { exam } = diploma.domains.find(({ domain }) => domain === group.exam)!;
    return { ...group, sessionName: session.name, label: exam.label };
  });
}
