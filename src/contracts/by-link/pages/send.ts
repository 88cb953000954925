/** The office sends a convention to who pays: to the contact of the register, or to another of its people. */
import { href, type Html, html } from "../../../kit/html.ts";
import { LANGS, sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { choice, text } from "../../../page/kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { aboutPerson } from "../../../page/person-link.ts";
import { payerAccess } from "../../../billing/payers/pages/access.ts";
import { seePayerGuests } from "../../../billing/payers/guest-views.ts";
import { calledIn, contractSeen, wantsHtml } from "../../pages/parts.ts";
import { places } from "../../pages/places.ts";
import { contractPaper } from "../../papers/paper-views.ts";
import { sendConvention } from "../acts.ts";
import { payingWords } from "../words.ts";

type Params = { readonly dossier: string; readonly source: string };

async function sending(visit: Visit, { dossier, source }: Params) {
  const seen = await contractSeen(visit, { dossier });
  const share = seen?.contract?.shares.find((one) => one.source === source);
  const paper = seen?.contract?.papers.find((one) => one.source === source);
  if (!seen || !share || paper?.paper !== "convention") return undefined;
  const payer = share.payer === null ? undefined : await see(visit, seePayerGuests, { payer: share.payer });
  const { lines = [] } = (await see(visit, contractPaper, { dossier, source })) ?? {};
  return { ...seen, share, lines, missing: share.signed ? [] : paper.missing, to: payer ?? null };
}
type Seen = NonNullable<Awaited<ReturnType<typeof sending>>>;

export const sendConventionPage = formPage({
  name: "contrat-envoyer",
  route: places.send,
  who: "prepare the contracts",
  words: payingWords,
  seen: sending,
  elsewhere: ({ seen }) => (seen.share.signed ? places.contract.to({ dossier: seen.dossier }) : undefined),
  form: {
    words: "send",
    fields: ({ words: { send: words } }) => ({
      name: text(),
      address: text({ type: "email" }),
      language: choice({ options: LANGS.map((value) => ({ value, label: words.languages[value] })), otherwise: "fr" }),
    }),
    begin: ({ seen: { to } }) => (to ? { name: to.contact, address: to.email } : {}),
    act: sendConvention,
    showing: ({ seen }) => seen.lines,
    input: (typed, { params }) => ({ ...params, ...typed }),
    on: { dossier: "address", source: "address" },
    done: (_, { params }) => places.contract.to({ dossier: params.dossier }, { fait: "envoye" }),
  },
  shown: ({ visit, lang, words: { send: words }, seen }, { form }) => ({
    title: words.title(calledIn(lang, seen.share)),
    lead: words.lead,
    main: html`${aboutPerson(visit, { id: seen.dossier, number: seen.number }, seen.name)}
${stands(visit, seen)}
${sendable(visit, seen) ?? form()}`,
    back: places.contract.to({ dossier: seen.dossier }),
  }),
});

function stands({ lang, link, school }: Visit, { share: { sent, source }, to, dossier }: Seen): Html {
  const registers = to?.mailboxes.find(({ isRegisters }) => isRegisters);
  const { send: words } = payingWords(lang);
  return html`${sent && html`<p>${words.sentOn(sayDay(sent.on, lang), sent.to)}</p>`}${sent?.declined && html`<div class="ds-alert" data-color="warning"><p>${words.declined(sent.declined.by, sayDay(sent.declined.on, lang))}</p><p lang="fr">${sent.declined.words}</p></div>`}
${registers && html`<p>${words.entered(registers.address, registers.by, sayDay(dayIn(new Date(registers.at), school.timezone), lang), registers.confirmedBy)}</p>`}
<p><a class="ds-link" href="${href(link(places.paper.to({ dossier, source })))}">${words.read}</a>${to && html`, <a class="ds-link" href="${href(link(payerAccess.to({ payer: to.payer })))}">${words.who}</a>`}</p>`;
}

/** Why it is not to be sent yet, with what mends it. */
function sendable({ lang, link, actor }: Visit, { missing, to, dossier }: Seen): Html | undefined {
  const { send: words } = payingWords(lang);
  if (!to)
    return html`<p class="ds-alert" data-color="warning">${words.unregistered}</p><p><a class="ds-link" href="${href(link(places.whoPays.to({ dossier })))}">${words.choose}</a></p>`;
  if (missing.length === 0) return undefined;
  return html`<div class="ds-alert" data-color="warning"><p>${words.missing}</p>${wantsHtml(
    { lang, link, actor },
    missing.map(({ label, to: mended }) => ({ says: label, to: mended })),
  )}</div>`;
}
