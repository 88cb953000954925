/** The messages that wait for an answer: those of the other side after one's own last, and after the last that it was said needs none. */
import type { Side } from "./dossier.ts";

/** Earliest first, as given. */
export function unanswered<M extends { readonly side: Side; readonly noAnswerAt: unknown }>(
  messages: readonly M[],
  side: Side,
): readonly M[] {
  return messages.slice(1 + messages.findLastIndex((one) => one.side === side || one.noAnswerAt !== null));
}

/** Of those that wait for the person: what the school asks. Its answer to the person's own message asks for none. */
export function askedOfPerson<M extends { readonly side: Side; readonly noAnswerAt: unknown }>(
  messages: readonly M[],
): readonly M[] {
  const answers = new Set(messages.filter((one, at) => one.side === "school" && messages[at - 1]?.side === "person"));
  return unanswered(messages, "person").filter((one) => !answers.has(one));
}
