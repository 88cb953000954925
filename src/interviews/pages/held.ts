/** An interviewer's interviews, by account or as a guest: a list, designed for a telephone. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayMoment } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import { see } from "../../page/acting.ts";
import { summaryCard } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, AccountEntry, GuestAwaits, Page, Visit } from "../../page/page.ts";
import { isId } from "../../kit/shapes.ts";
import { handedTo } from "../../files/pages/file.ts";
import { openHeardText } from "../text-view.ts";
import { heldInterviews } from "../views.ts";
import { interviewWords } from "../words.ts";
import { grid, heardText, mine } from "./routes.ts";

export type Held = NonNullable<Awaited<ReturnType<typeof heldInterviews.read>>>["interviews"][number];

export const minePage: Page = {
  name: "mes-entretiens",
  path: mine.path,
  who: "hold interviews",
  view: async (visit) => {
    const seen = await see(visit, heldInterviews, {});
    if (!seen) return { notFound: true };
    const { mine: words } = interviewWords(visit.lang);
    const main = html`${seen.interviews.length === 0 && html`<p>${words.none}</p>`}
${seen.interviews.map((one) => card(visit, one))}`;
    const back = visit.person ? "/compte" : "/invite";
    return { html: layout(visit, { title: words.heading, lead: words.lead, main, back }) };
  },
};

/** The application text, as an interviewer opens it. */
export const textPage: Page = {
  name: "entretien-texte",
  path: heardText.path,
  who: "hold interviews",
  view: (visit) => {
    const { interview = "" } = visit.params;
    return handedTo(visit, async (take) =>
      isId(interview) ? see(visit, openHeardText, { interview, take }) : undefined,
    );
  },
};

function card(visit: Visit, held: Held): Html {
  const { lang, link } = visit;
  const { mine: words } = interviewWords(lang);
  const { id, name, todo, linked } = held;
  const open = html`<a class="ds-link" href="${href(link(grid.to({ interview: id })))}">${words.open}<span class="ds-sr-only"> ${name}</span></a>`;
  const tag = todo && html`<p><span class="ds-tag" data-color="warning">${words.todo[todo]}</span></p>`;
  return summaryCard({
    title: name,
    rows: heldRows(visit, held),
    actions: linked ? html`<p>${words.linked}</p>` : html`${tag}${open}`,
    lang,
  });
}

export function heldRows(
  { lang, world, school }: Visit,
  { preparation, analysisAt, beginsAt, room, with: others, text, number }: Held,
) {
  const { mine: words, one: labels } = interviewWords(lang);
  const zone = world.zone(school.establishment);
  return [
    { key: words.at, value: sayMoment(beginsAt, zone, lang) },
    { key: words.in, value: room },
    ...(preparation
      ? [
          { key: capital(preparation.part[lang]), value: sayMoment(analysisAt, zone, lang) },
          { key: words.text, value: text ?? words.noText },
        ]
      : []),
    { key: words.with, value: others.length === 0 ? words.alone : others.join(", ") },
    { key: labels.number, value: number },
  ];
}

async function entry(visit: Visit): Promise<Omit<AccountEntry, "part">> {
  const { mine: words } = interviewWords(visit.lang);
  const seen = await see(visit, heldInterviews, {});
  const count = seen?.interviews.filter(({ todo }) => todo !== null).length ?? 0;
  return {
    to: mine.to(),
    label: words.entry,
    why: words.entryWhy,
    ...(count > 0 && { waiting: words.waits(count) }),
  };
}

export const heldEntries: WorkEntries = async (visit) =>
  may(visit.actor, "hold interviews") ? [await entry(visit)] : [];

/** As the guest, even if an account is signed in too. */
export const heldAwaits: GuestAwaits = async (visit) => {
  const { actor } = visit.guest;
  return may(actor, "hold interviews") ? [await entry({ ...visit, actor })] : [];
};
