/** Writing the appreciations requested of one, of the house or a guest: the list, and one to write and sign, or to correct. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { agreed, longText, text, version } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import { alert } from "../../../page/print-form.ts";
import type { WorkEntries, GuestAwaits, Page, Visit } from "../../../page/page.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { writeAppreciation } from "../acts.ts";
import { myAppreciations } from "../views.ts";
import { appreciationWords } from "../words.ts";

type Request = NonNullable<Awaited<ReturnType<typeof myAppreciations.read>>>["requests"][number];

const asked = async (visit: Visit): Promise<readonly Request[]> =>
  (await see(visit, myAppreciations, {}))?.requests ?? [];

export const appreciationsPage: Page = {
  name: "appreciations",
  path: places.appreciations.path,
  who: "write appreciations",
  view: async (visit) => {
    const { lang } = visit;
    const words = appreciationWords(lang);
    const requests = await asked(visit);
    const notice = visit.query.fait === "signee" && alert(words.signed, "success");
    const main =
      requests.length === 0
        ? html`<p>${words.noneMine}</p>`
        : html`${notice}<ul>${requests.map((request) => {
            const to = visit.link(places.appreciation.to({ request: request.request }));
            return html`<li>${words.about(capital(request.label[lang]), request.about)}. ${stateOf(visit, request)} <a class="ds-link" href="${href(to)}">${request.written ? words.correct : words.write}<span class="ds-sr-only"> ${words.ofWhom(request.about)}</span></a></li>`;
          })}</ul>`;
    const back = visit.person ? "/compte" : "/invite";
    return { html: layout(visit, { title: words.mine, lead: words.mineLead, main, back }) };
  },
};

function stateOf({ lang, today, school }: Visit, { written, dueOn }: Request): string {
  const words = appreciationWords(lang);
  if (written) return words.signedOn(sayDay(dayIn(new Date(written.at), school.timezone), lang));
  return (dueOn < today ? words.late : words.dueBy)(sayDay(dueOn, lang));
}

export const appreciationPage = formPage({
  name: "appreciation",
  route: places.appreciation,
  who: "write appreciations",
  words: appreciationWords,
  seen: async (visit, { request }) => (await asked(visit)).find((one) => one.request === request),
  form: {
    fields: ({ words, seen: { written } }) => ({
      words: longText({ rows: 8, most: 2_000 }),
      ...(written && { reason: text({ label: words.reason, hint: words.reasonHint, blank: true }) }),
      agreed: agreed({ box: words.agree }),
      number: version(),
    }),
    begin: ({ seen: { written } }) => ({ number: written?.number ?? 0, ...(written && { words: written.words }) }),
    go: ({ words }) => words.sign,
    act: writeAppreciation,
    input: ({ words: text, reason, number }, { params, words }) => ({
      request: params.request,
      number,
      words: text,
      ...(reason && { reason }),
      declaration: words.fields.agreed.hint,
    }),
    on: { request: "words" },
    done: () => places.appreciations.to(undefined, { fait: "signee" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => ({
    title: words.about(capital(seen.label[lang]), seen.about),
    lead: words.mineLead,
    main: html`<p>${stateOf(visit, seen)}</p>
${seen.written && html`<h2>${words.now}</h2><p class="typed" lang="fr">${seen.written.words}</p>`}
${form()}`,
    back: places.appreciations.to(),
  }),
});

export const appreciationEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "write appreciations") || (await asked(visit)).length === 0) return [];
  const { mine, entryWhy } = appreciationWords(visit.lang);
  return [{ to: places.appreciations.to(), label: mine, why: entryWhy }];
};

export const appreciationAwaits: GuestAwaits = async (visit) => {
  if (!may(visit.actor, "write appreciations") || (await asked(visit)).length === 0) return [];
  const { mine, entryWhy } = appreciationWords(visit.lang);
  return [{ to: places.appreciations.to(), label: mine, why: entryWhy }];
};
