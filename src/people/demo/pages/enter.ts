/** A demonstration's sign-in: as one of its invented people. Elsewhere the page does not exist. */
import { href, html } from "../../../kit/html.ts";
import { formPage } from "../../../page/form-page.ts";
import { see } from "../../../page/acting.ts";
import { choice } from "../../../page/kinds.ts";
import { places } from "../../pages/places.ts";
import { deviceIn, letIn, stillOnTheWay } from "../../pages/proof.ts";
import { type Birth, SHOWN_GROUPS } from "../../../deployment/birth/birth.ts";
import { startSession } from "../../sessions/acts.ts";
import { seeDemoGuests } from "../views.ts";
import { demoWords } from "../words.ts";

export const enterDemoPage = formPage({
  name: "demonstration",
  route: places.demo,
  words: (lang) => demoWords[lang],
  seen: async (visit) => {
    const { world, school } = visit;
    const shown = world.demo?.shown.filter((one) => one.school === school.establishment);
    if (!shown) return undefined;
    const known = new Set(shown.map(({ account }) => account));
    const { guests: since = [] } = (await see(visit, seeDemoGuests, {}, { actor: INVITED })) ?? {};
    const more = since
      .filter(({ guest }) => !known.has(guest))
      .map(({ name, link }) => ({ link, label: { fr: name, en: name } }));
    return { people: shown.filter(({ link }) => link === undefined), guests: [...shown.flatMap(guestIn), ...more] };
  },
  form: {
    fields: ({ lang, seen }) => ({
      account: choice({
        folds: true,
        options: SHOWN_GROUPS.flatMap((group) =>
          seen.people
            .filter((one) => (one.group ?? "office") === group)
            .map(({ account, label }) => ({
              value: account,
              label: label[lang],
              group: demoWords[lang].groups[group],
            })),
        ),
      }),
    }),
    action: stillOnTheWay,
    act: startSession,
    actor: (_, { account }) => ({ kind: "proven", account, means: ["demo"] }),
    input: (_, { visit }) => ({ device: deviceIn(visit) }),
    done: (entered, { visit }) => letIn(visit, entered),
  },
  shown: ({ visit, lang, words, seen: { guests } }, { form }) => ({
    title: words.heading,
    lead: words.lead,
    main: html`${form()}
${
  guests.length > 0 &&
  html`<details class="ds-details"><summary>${words.guests}</summary><div><p>${words.guestsLead}</p>
<ul>${guests.map(({ link, label }) => html`<li><a class="ds-link" href="${href(visit.link(places.invitation.to({ link })))}">${label[lang]}</a></li>`)}</ul></div></details>`
}`,
  }),
});

/** The visitor has no link of their own: the page gives those that no mail brought. */
const INVITED = { kind: "holder", secret: "" } as const;

/** Guests come in as usual: by their link, then by the code on the page. */
function guestIn({ link, label }: Birth["shown"][number]) {
  return link === undefined ? [] : [{ link, label }];
}
