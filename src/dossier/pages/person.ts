/** The arrangements and the messages of a person, on the office's page about them. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { fromEach, see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { SignedVisit } from "../../page/page.ts";
import { apart, type PersonPart, type PersonParts } from "../../page/person.ts";
import { capital } from "../../kit/typography.ts";
import { identityOfAt } from "../identity/pages/identity.ts";
import { corrected } from "../identity/pages/say.ts";
import { seeIdentities } from "../identity/views.ts";
import { identityWords } from "../identity/words.ts";
import { followingWords } from "../following-words.ts";
import { seeMessagesOf } from "../messages/acts.ts";
import { messagesAt } from "../messages/pages/messages.ts";
import { sayMoment } from "../sentences.ts";
import { seeArranged } from "../views.ts";
import { advised, decided } from "./advisor.ts";

/** Enough to see what the talk is about. */
const SHOWN = 5;
const EXCERPT = 120;

export const dossierParts: PersonParts = async (visit, { dossiers }) => {
  return fromEach([arrangements, messages, identities], visit, dossiers.slice(0, 50));
};

type Dossiers = Parameters<PersonParts>[1]["dossiers"];

async function arrangements(visit: SignedVisit, dossiers: Dossiers): Promise<readonly PersonPart[]> {
  const words = followingWords(visit.lang).person;
  const opens = may(visit.actor, "read what is said of a disability");
  const { decisions = [] } =
    (await see(visit, seeArranged, { dossiers: dossiers.map(({ dossier }) => dossier) })) ?? {};
  return dossiers.flatMap(({ dossier, number }) => {
    const decision = decisions.find((one) => one.dossier === dossier);
    // The référent handicap alone opens only people who asked for something.
    if (!decision && may(visit.actor, "find people")) return [];
    const main = html`${decision && decided(visit, decision)}${opens && html`<p>${way(visit, advised.to({ dossier }), words.advised)}</p>`}`;
    return decision || opens
      ? [{ key: `amenagements-${number}`, title: words.arranged(apart(dossiers, number)), main }]
      : [];
  });
}

/** Into the chronology, with what became of each name; the request itself is read by those who judge it. */
async function identities(visit: SignedVisit, dossiers: Dossiers): Promise<readonly PersonPart[]> {
  const { lang, actor } = visit;
  const seen = await see(visit, seeIdentities, { dossiers: dossiers.map(({ dossier }) => dossier) });
  const words = identityWords[lang].person;
  const events = (seen?.requests ?? []).flatMap((request) => {
    const { diploma, dossier } = dossiers.find((one) => one.dossier === request.dossier)!;
    const event = (at: string, said: string) => ({
      at: new Date(at),
      subject: "identite",
      kind: words.kind,
      what: said,
      ...(may(actor, "handle the dossiers") && { to: identityOfAt.to({ diploma, dossier }) }),
    });
    const became = corrected(request, lang).map(({ name, before, asked }) =>
      words.from(words.fieldOf[name as keyof typeof words.fieldOf], before, asked),
    );
    const { outcome } = request;
    const said = (kind: keyof typeof words & ("accepted" | "refused" | "withdrawn")) =>
      kind === "accepted" ? `${words.accepted}. ${capital(became.join("\u202f; "))}.` : words[kind];
    return [event(request.at, words.asked), ...(outcome === null ? [] : [event(outcome.at, said(outcome.kind))])];
  });
  return events.length === 0 ? [] : [{ key: "identite", title: words.kind, events }];
}

async function messages(visit: SignedVisit, dossiers: Dossiers): Promise<readonly PersonPart[]> {
  const { lang, school } = visit;
  const seen = await see(visit, seeMessagesOf, { dossiers: dossiers.map(({ dossier }) => dossier) });
  const words = followingWords(lang);
  const written = (seen?.conversations ?? [])
    .flatMap(({ dossier, messages: all, unanswered }) =>
      all.map((message) => ({ ...message, dossier, waits: unanswered.includes(message.id) })),
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (written.length === 0) return [];
  const pageOf = (id: string) => {
    const { diploma, dossier } = dossiers.find((one) => one.dossier === id)!;
    return messagesAt.to({ diploma, dossier });
  };
  const whose = ({ side }: (typeof written)[number]) => words.messages[side === "school" ? "school" : "person"];
  const main = table({
    id: "messages-liste",
    caption: words.person.messagesWhy,
    stacks: true,
    head: [words.person.when, words.person.by, words.person.text],
    rows: written
      .slice(0, SHOWN)
      .map((one) => [
        sayMoment(one.at, school.timezone, lang),
        whose(one),
        html`${way(visit, pageOf(one.dossier), excerpt(one.text))}${one.waits && html` <span class="ds-tag" data-color="warning">${words.person.waits}</span>`}`,
      ]),
  });
  const events = written.map((one) => ({
    at: one.at,
    subject: "messages",
    kind: words.person.kind,
    what: `«\u00a0${excerpt(one.text)}\u00a0», ${whose(one)}`,
    to: pageOf(one.dossier),
  }));
  return [{ key: "messages", title: words.messages.heading, main, events }];
}

function way({ link }: SignedVisit, to: string, label: string): Html {
  return html`<a class="ds-link" href="${href(link(to))}">${label}</a>`;
}

/** The beginning, cut between words. */
function excerpt(text: string): string {
  const line = text.replaceAll(/[ \t\r\n]+/g, " ");
  return line.length <= EXCERPT ? line : `${line.slice(0, line.lastIndexOf(" ", EXCERPT) || EXCERPT)}…`;
}
