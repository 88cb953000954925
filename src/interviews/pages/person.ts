/** A person's interviews, on the office's page about them. */
import { href, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { PersonParts } from "../../page/person.ts";
import { seeInterviewsOf } from "../views.ts";
import { interviewWords } from "../words.ts";
import { oneInterview } from "./routes.ts";

export const interviewsPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link, school, world } = visit;
  const words = interviewWords(lang);
  const all = await Promise.all(dossiers.map(({ dossier }) => see(visit, seeInterviewsOf, { dossier })));
  const interviews = all.flatMap((seen) => seen?.interviews ?? []);
  if (interviews.length === 0) return [];
  const main = table({
    id: "entretiens-liste",
    caption: words.person.caption,
    stacks: true,
    head: [words.person.when, words.person.room, words.person.state],
    rows: interviews.map(({ id, beginsAt, room, state }) => [
      html`<a class="ds-link" href="${href(link(oneInterview.to({ interview: id })))}">${sayMoment(new Date(beginsAt), school.timezone, lang)}</a>`,
      room ?? "–",
      words.states[state],
    ]),
  });
  // What is to come is a next step.
  const events = interviews
    .filter(({ beginsAt }) => new Date(beginsAt) <= world.now())
    .map(({ id, beginsAt, state }) => ({
      at: new Date(beginsAt),
      subject: "entretiens",
      kind: words.person.kind,
      what: words.states[state],
      to: oneInterview.to({ interview: id }),
    }));
  return [{ key: "entretiens", title: words.person.title, main, events }];
};
