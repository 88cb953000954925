/** The messages of a dossier, for reading and writing; one page for both sides. */
import { type Html, html } from "../../../kit/html.ts";
import { sayWeekday } from "../../../kit/moment.ts";
import { longestOf } from "../../../kit/shapes.ts";
import { formPage } from "../../../page/form-page.ts";
import { longText } from "../../../page/kinds.ts";
import { aboutPerson } from "../../../page/person-link.ts";
import { route } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import type { Visit } from "../../../page/page.ts";
import { followingWords } from "../../following-words.ts";
import { readMessages, type SeenMessages, sendMessage, settleMessage } from "../acts.ts";
import { sayMoment } from "../../sentences.ts";
import { dossierChain } from "../../rules/dossier.ts";
import { unanswered } from "../../rules/unanswered.ts";
import { below, isDossierId } from "../../pages/holding.ts";

export const messagesAt = route("/:diploma/dossier/:dossier/messages");

export const dossierMessages = formPage({
  name: "dossier-messages",
  route: messagesAt,
  who: "apply",
  words: (lang) => followingWords(lang).messages,
  seen: async (visit, { dossier }) => (isDossierId(dossier) ? see(visit, readMessages, { dossier }) : undefined),
  keeps: listOf,
  form: {
    fields: ({ words, seen }) => ({
      text: longText({
        hint: seen.side === "person" ? words.hint : undefined,
        rows: 6,
        most: longestOf(sendMessage.form.properties.text),
        blank: true,
      }),
    }),
    act: sendMessage,
    done: (_, { visit, params }) => messagesAt.to(params, { ...listOf(visit), fait: "envoi" }),
  },
  also: (declare) => ({
    settle: declare({
      words: "settle",
      item: "message",
      look: "secondary",
      act: settleMessage,
      done: (_, { visit, params }) => messagesAt.to(params, { ...listOf(visit), fait: "sans-reponse" }),
    }),
  }),
  shown: ({ visit, words, seen }, { form, also }) => {
    const { messages: written, side, dossier, name, withdrawn, answerBy } = seen;
    const last = unanswered(written, side).at(-1);
    const listed = [
      ...written.map((one) => ({
        at: one.at,
        card: messageCard(visit, seen, one, one === last && also.settle(one.id)),
      })),
      ...(withdrawn ? [{ at: withdrawn.at, card: withdrawal(visit, withdrawn) }] : []),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const main = html`${side === "school" ? aboutPerson(visit, dossier, name) : html`<p>${words.about(dossier.number)}</p>`}
${answerBy !== null && html`<p><strong>${(side === "person" ? words.answerBy : words.toAnswerBy)(sayWeekday(answerBy, visit.lang))}</strong></p>`}
<p>${side === "person" ? words.lead : dossier.account === null ? words.otherPerson : words.leadSchool}</p>
${listed.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="messages">${listed.map(({ card }) => card)}</ol>`}
${form()}`;
    return { title: words.heading, main, back: side === "person" ? below(visit) : officeOf(visit, dossier.id) };
  },
});

/** The query of the office's list, kept unread to link back to it. */
function listOf({ query: { fait: _told, ...list } }: Visit): Readonly<Record<string, string>> {
  return list;
}

/** The dossier's page in the office, with that list's query. */
function officeOf(visit: Visit, dossier: string): string {
  const place = visit.world.house.placeAbout(dossierChain(dossier))!;
  const list = new URLSearchParams(listOf(visit));
  return list.size > 0 ? `${place}?${list.toString()}` : place;
}

/** Own messages show whether the other side has read them. */
function messageCard(
  visit: Visit,
  { side, name, othersReadAt }: SeenMessages,
  message: SeenMessages["messages"][number],
  settling: Html | false,
): Html {
  const { lang, school } = visit;
  const words = followingWords(lang).messages;
  const own = message.side === side;
  const who = own
    ? side === "person"
      ? words.you
      : words.school
    : message.side === "school"
      ? words.school
      : (name ?? words.person);
  const read = othersReadAt !== null && othersReadAt >= message.at;
  return html`<li class="ds-card" data-side="${own ? "own" : "other"}">
<p class="made"><strong>${who}</strong> – <time datetime="${message.at.toISOString()}">${sayMoment(message.at, school.timezone, lang)}</time>${own && ` – ${read ? words.read : words.unread}`}${message.noAnswerAt !== null && ` – ${words.noAnswer(sayMoment(message.noAnswerAt, school.timezone, lang))}`}</p>
<p class="typed">${message.text}</p>
${settling}
</li>`;
}

function withdrawal({ lang, school }: Visit, { at, reason }: NonNullable<SeenMessages["withdrawn"]>): Html {
  const { withdrawn, why } = followingWords(lang).messages;
  return html`<li class="ds-card">
<p class="made"><strong>${withdrawn}</strong> – <time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time></p>
${reason && html`<p>${why}</p><p class="typed">${reason}</p>`}
</li>`;
}
