/** The appreciations of a cohort: those written, those awaited and from whom, and requesting more. */
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, pick, text, ticks } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { places } from "../../../training/cohorts/pages/places.ts";
import { askAppreciations, withdrawAppreciation } from "../acts.ts";
import { seeAppreciations } from "../views.ts";
import { appreciationWords } from "../words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeAppreciations.read>>>;

export const cohortAppreciationsPage = formPage({
  name: "promotion-appreciations",
  route: places.cohortAppreciations,
  who: "see the training",
  words: appreciationWords,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeAppreciations, { cohort }) : undefined),
  form: {
    fields: ({ lang, seen }) => ({
      kind: pick({ options: seen.kinds.map(({ kind, label }) => ({ value: kind, label: capital(label[lang]) })) }),
      of: pick({ options: doersOf(seen).map(({ id, name }) => ({ value: id, label: name })), optional: true }),
      enrolments: ticks({ options: seen.people.map(({ enrolment, name }) => ({ value: enrolment, label: name })) }),
      due: day(),
    }),
    act: askAppreciations,
    done: "demande",
  },
  also: (form) => ({
    withdraw: form({
      fields: ({ lang, seen }) => ({
        request: pick({
          options: seen.people.flatMap(({ name, requests }) =>
            requests
              .filter(({ written }) => written === null)
              .map((one) => ({ value: one.request, label: `${name} – ${one.label[lang]} (${one.name})` })),
          ),
        }),
        why: text(),
      }),
      go: ({ words }) => ({ label: words.withdrawGo, variant: "secondary", danger: true }),
      act: withdrawAppreciation,
      done: "retire",
    }),
  }),
  shown: ({ visit, words, seen }, { form, also, returned }) => {
    const { cohort, kinds, people } = seen;
    const runs = may(visit.actor, askAppreciations.who);
    const waits = people.some(({ requests }) => requests.some(({ written }) => written === null));
    const main =
      kinds.length === 0
        ? html`<p>${words.none}</p>`
        : people.length === 0
          ? html`<p>${words.nobodyHere}</p>`
          : html`${listed(visit, seen)}
${runs && html`<h2>${words.ask}</h2>${form()}`}
${runs && waits && html`<details class="ds-details"${returned && html` open`}><summary>${words.withdraw}</summary><div>${also.withdraw()}</div></details>`}`;
    return {
      title: words.office(cohort.name),
      lead: words.lead,
      main,
      back: places.cohort.to({ cohort: cohort.id }),
    };
  },
});

/** Each author once, over all kinds. */
function doersOf({ kinds }: Seen): Seen["kinds"][number]["doers"] {
  return [...new Map(kinds.flatMap(({ doers }) => doers.map((one) => [one.id, one] as const))).values()];
}

function listed(visit: Visit, { kinds, people }: Seen): Html {
  const { lang, school } = visit;
  const words = appreciationWords(lang);
  const requestInWords = ({ name, dueOn, written }: Seen["people"][number]["requests"][number]) =>
    written
      ? words.writtenBy(written.by, sayDay(dayIn(new Date(written.at), school.timezone), lang))
      : words.waits(name, sayDay(dueOn, lang));
  return table({
    id: "appreciations",
    caption: words.caption,
    head: [words.person, ...kinds.map(({ label }) => capital(label[lang]))],
    rows: people.map(({ enrolment, name, requests }) => [
      html`<a class="ds-link" href="${href(visit.link(places.livret.to({ enrolment })))}">${name}</a>`,
      ...kinds.map(({ kind }) => {
        const own = requests.filter((one) => one.kind === kind);
        if (own.length === 0) return words.notAsked;
        return html`${own.map((one, at) => html`${at > 0 && html`<br>`}${capital(requestInWords(one))}`)}`;
      }),
    ]),
    stacks: true,
  });
}
