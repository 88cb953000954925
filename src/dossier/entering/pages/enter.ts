/** For the office: entering the dossier of a person who applies on paper or by telephone, and asking them to confirm it. */
import { html } from "../../../kit/html.ts";
import { NOBODY } from "../../../kit/shapes.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import { route } from "../../../page/route.ts";
import { see } from "../../../page/acting.ts";
import { linkButton, summaryList } from "../../../page/form.ts";
import { originOf, type PageResult, type Visit } from "../../../page/page.ts";
import { page } from "../../../inquiry/pages/frame.ts";
import { intakesApart } from "../../../intake/apart.ts";
import { listIntakes } from "../../../intake/views.ts";
import { askConfirmation, enterDossier } from "../acts.ts";
import { enteringWords } from "../words.ts";
import { below, dossierOf } from "../../pages/holding.ts";

const dossierEntered = route("/:diploma/dossier/:dossier");

export const enterPage = formPage({
  name: "saisir",
  route: route("/:diploma/saisir"),
  who: "handle the dossiers",
  words: (lang) => enteringWords(lang).enter,
  seen: intakesOf,
  form: {
    fields: ({ lang, words, seen: intakes }) => ({
      ...(intakes.length > 1 && {
        intake: choice({
          label: words.intake,
          options: intakes.map(({ id, label }) => ({ value: id, label: label[lang] })),
          otherwise: intakes[0]!.id,
        }),
      }),
      how: choice({
        options: [
          { value: "paper", label: words.paper, hint: words.paperHint },
          { value: "phone", label: words.phone, hint: words.phoneHint },
        ],
      }),
      language: choice({
        options: [
          { value: "fr", label: words.french },
          { value: "en", label: words.english },
        ],
        otherwise: "fr",
      }),
      address: text({ type: "email", optional: true }),
    }),
    act: enterDossier,
    input: ({ how, intake, ...typed }, { seen }) => ({
      ...typed,
      entered: how,
      intake: intake ?? seen[0]?.id ?? NOBODY,
    }),
    on: { entered: "how" },
    done: ({ dossier }, { params }) => dossierEntered.to({ ...params, dossier }),
  },
  shown: ({ words, seen }, { form }) => ({
    title: words.heading,
    lead: words.lead,
    main: seen.length === 0 ? html`<p>${words.none}</p>` : form(),
    back: "/dossiers",
  }),
});

const MOST_INTAKES = 5;

/** Includes closed intakes: paper received on the last day is entered the day after. */
async function intakesOf(visit: Visit) {
  const listed = await see(visit, listIntakes, {});
  const open = (listed?.intakes ?? [])
    .filter(
      ({ diploma, opensAt }) => diploma === visit.law.diploma.diploma && opensAt !== null && opensAt <= listed!.now,
    )
    .slice(0, MOST_INTAKES)
    .map(({ id, settings, diploma, closesAt }) => ({ id, ...settings, diploma, closesAt }));
  return intakesApart(open, visit.school.timezone).map(({ id, label }) => ({ id, label }));
}

export const askConfirmationAt = route("/:diploma/dossier/:dossier/faire-confirmer");

export const askConfirmationPage = formPage({
  name: "dossier-faire-confirmer",
  route: askConfirmationAt,
  who: "handle the dossiers",
  words: (lang) => enteringWords(lang).ask,
  seen: async (visit) => {
    const opened = await dossierOf(visit);
    return opened?.dossier.account === null ? opened : undefined;
  },
  elsewhere: ({ seen }) =>
    seen.submissions.length === 0 && seen.dossier.entered !== "carried" ? { notFound: true } : undefined,
  form: {
    fields: { address: text({ type: "email", optional: true }) },
    begin: ({ seen }) => ({ address: seen.dossier.address ?? "" }),
    act: askConfirmation,
    input: (typed, { seen }) => ({ ...typed, dossier: seen.dossier.id }),
    done: ({ handed }, { visit, seen }, { address = seen.dossier.address ?? "" }) =>
      confirmationPage(visit, handed, address),
  },
  shown: ({ visit, words }) => ({ title: words.heading, lead: words.lead, back: below(visit) }),
});

type Handed = { readonly path: string; readonly code: string };

/** Says where the link was mailed; or shows link and code once, to hand over, since only hashes are stored. */
function confirmationPage(visit: Visit, handed: Handed | null, address: string): PageResult {
  const { lang } = visit;
  const words = enteringWords(lang).ask;
  const rows = handed && [
    { key: words.link, value: html`<code class="hash">${`${originOf(visit)}${handed.path}`}</code>` },
    { key: words.code, value: html`<code class="secret">${handed.code}</code>` },
  ];
  const main = html`<h1>${words.heading}</h1>
${rows ? html`<p><strong>${words.once}</strong></p>${summaryList(rows, lang)}` : html`<p>${words.sent(address)}</p>`}
<div class="actions">${linkButton(visit.link(below(visit)), words.toDossier)}</div>`;
  return page(visit, { title: words.heading, main, back: below(visit) });
}
