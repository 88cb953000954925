/** What was written on both sides about a dossier, and writing more. The same page serves the person and the school. */
import { type Html, html } from "../../../kit/html.ts";
import { longestOf } from "../../../kit/shapes.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import { button, errorSummary, type FieldError, form, textArea } from "../../../web/form.ts";
import type { Page, PageResult, Visit } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { followingWords } from "../../dossier/following-words.ts";
import { readMessages, type SeenMessages, sendMessage } from "../acts.ts";
import { sayMoment } from "../../dossier/sentences.ts";
import { below, isDossierId } from "../../dossier/pages/holding.ts";

export const dossierMessages: Page = {
  name: "dossier-messages",
  path: "/:diploma/dossier/:dossier/messages",
  who: "apply",
  view: async (visit) => {
    const seen = await messagesHere(visit);
    return seen ? shown(visit, seen, "", []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    if (!isDossierId(dossier)) return { notFound: true };
    const text = sent.get("text");
    const outcome = await act(visit, sendMessage, { dossier, text }, { sent });
    if (outcome.kind === "done") return { redirect: `${visit.link(visit.path)}?fait=envoi` };
    const seen = await messagesHere(visit);
    if (!seen) return { notFound: true };
    return shown(visit, seen, text, outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : []);
  },
};

async function messagesHere(visit: Visit): Promise<SeenMessages | undefined> {
  const { dossier = "" } = visit.params;
  return isDossierId(dossier) ? see(visit, readMessages, { dossier }) : undefined;
}

function shown(visit: Visit, seen: SeenMessages, text: string, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = followingWords(lang).messages;
  const { messages, side, dossier, withdrawn } = seen;
  const listed = [
    ...messages.map((one) => ({ at: one.at, card: message(visit, seen, one) })),
    ...(withdrawn ? [{ at: withdrawn.at, card: withdrawal(visit, withdrawn) }] : []),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const field = textArea({
    name: "text",
    label: words.label,
    hint: side === "person" ? words.hint : undefined,
    value: text,
    rows: 6,
    most: longestOf(sendMessage.form.properties.text),
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
${errors.length === 0 && visit.query.fait === "envoi" && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.sent}</p>`}
<p>${words.about(dossier.number)}</p>
<p>${side === "person" ? words.lead : dossier.account === null ? words.otherPerson : words.leadSchool}</p>
${listed.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="messages">${listed.map(({ card }) => card)}</ol>`}
${form(visit, html`${field}<div class="actions">${button(words.send)}</div>`)}`;
  const back = side === "person" ? below(visit) : undefined;
  return page(
    visit,
    { title: words.heading, main, error: errors.length > 0, ...(back && { back }) },
    errors.length > 0 ? 422 : 200,
  );
}

/** Whether the other side has read is said of what this side wrote. */
function message(visit: Visit, { side, othersReadAt }: SeenMessages, one: SeenMessages["messages"][number]): Html {
  const { lang, school } = visit;
  const words = followingWords(lang).messages;
  const own = one.side === side;
  const who = own
    ? side === "person"
      ? words.you
      : words.school
    : one.side === "school"
      ? words.school
      : words.person;
  const read = othersReadAt !== null && othersReadAt >= one.at;
  return html`<li class="ds-card" data-side="${own ? "own" : "other"}">
<p class="made"><strong>${who}</strong> – <time datetime="${one.at.toISOString()}">${sayMoment(one.at, school.timezone, lang)}</time>${own && ` – ${read ? words.read : words.unread}`}</p>
<p class="typed">${one.text}</p>
</li>`;
}

function withdrawal({ lang, school }: Visit, { at, reason }: NonNullable<SeenMessages["withdrawn"]>): Html {
  const { withdrawn, why } = followingWords(lang).messages;
  return html`<li class="ds-card">
<p class="made"><strong>${withdrawn}</strong> – <time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time></p>
${reason && html`<p>${why}</p><p class="typed">${reason}</p>`}
</li>`;
}
