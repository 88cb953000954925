/** The person's own contract: its price and who pays, signing it, and withdrawing from it while that is possible. */
import { type Html, html } from "../../kit/html.ts";
import { sayDay, sayMoney } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed, carried, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { sayWhoPays } from "../acts.ts";
import { renounce } from "../renouncing-acts.ts";
import { CONTRACT } from "../rules/facts.ts";
import { signContract } from "../signing-acts.ts";
import {
  FIRST,
  othersBegun,
  othersFields,
  othersTyped,
  ownSeen,
  type Seen,
  sharesTable,
  statusField,
} from "./parts.ts";
import { places } from "./places.ts";
import { contractWords, ownContractWords } from "./words.ts";

/** The person's contract among the papers, if they sign one. */
function ownPaper({ contract }: Seen) {
  return contract?.papers.find(({ paper }) => paper === "contract");
}
function ownShare({ contract }: Seen) {
  return contract?.shares.find(({ own }) => own);
}
function mayRenounce(visit: Visit, seen: Seen): boolean {
  const { withdrawal = null } = seen.contract ?? {};
  const signed = ownShare(seen)?.signed;
  const open = withdrawal === null || visit.today <= withdrawal.lastDay;
  return Boolean(signed) && open && allows(CONTRACT, "renounced", seen.state);
}

export const ownContractPage = formPage({
  name: "dossier-contrat",
  route: places.own,
  who: "agree on one’s training",
  words: ownContractWords,
  seen: ownSeen,
  shown: ({ visit, lang, words, seen, params }) => ({
    title: words.title,
    main: html`${priceHtml(visit, seen)}${sharesTable(lang, seen, { you: words.you })}${standing(visit, seen)}${ways(visit, seen)}`,
    back: places.own.to(params).replace(/\/contrat$/, "/admission"),
  }),
});

function priceHtml({ lang }: Visit, { priced, contract, startsOn }: Seen): Html {
  const words = ownContractWords(lang);
  const total = contract?.price ?? priced?.total;
  return html`${total === undefined ? html`<p>${contractWords(lang).noPrice}</p>` : html`<p><strong>${words.price(sayMoney(total, lang))}</strong></p>`}
${summaryList([{ key: words.starts, value: sayDay(startsOn, lang) }], lang)}`;
}

function standing(visit: Visit, seen: Seen): Html {
  const { lang } = visit;
  const words = ownContractWords(lang);
  const paper = ownPaper(seen);
  const signed = ownShare(seen)?.signed;
  const missing = (paper?.missing ?? []).map(({ label }) => label[lang].toLowerCase()).join(", ");
  const { renounced } = seen;
  return html`${missing !== "" && html`<p>${words.notYet(missing)}</p>`}${signed && html`<p>${words.signedOn(sayDay(signed.on, lang))} ${!signed.countersigned && words.school}</p>`}${seen.contract?.withdrawal && mayRenounce(visit, seen) && html`<p>${words.until(sayDay(seen.contract.withdrawal.lastDay, lang))}</p>`}${renounced && !renounced.late && html`<p class="ds-alert" data-color="info">${words.renounced(sayDay(renounced.on, lang))}</p>`}`;
}

function ways(visit: Visit, seen: Seen): Html | false {
  const { lang, link } = visit;
  const words = ownContractWords(lang);
  const { diploma, dossier, state, accepted } = seen;
  const at = { diploma, dossier };
  const paper = ownPaper(seen);
  const toSign = paper?.state === "unsigned" && !ownShare(seen)?.signed && paper.missing.length === 0;
  const says = accepted && seen.priced && allows(CONTRACT, "shares", state);
  const buttons = [
    toSign && accepted && allows(CONTRACT, "signed", state) && linkButton(link(places.ownSign.to(at)), words.toSign),
    says && linkButton(link(places.ownWhoPays.to(at)), words.change, "secondary"),
    mayRenounce(visit, seen) && linkButton(link(places.ownRenounce.to(at)), words.renounceLink, "secondary"),
  ].filter((one) => one !== false && one !== null);
  return buttons.length > 0 && html`<div class="actions">${buttons}</div>`;
}

export const ownWhoPaysPage = formPage({
  name: "dossier-contrat-qui-paie",
  route: places.ownWhoPays,
  who: "agree on one’s training",
  words: ownContractWords,
  seen: ownSeen,
  elsewhere: ({ seen, params }) =>
    seen.priced && seen.accepted && allows(CONTRACT, "shares", seen.state) ? undefined : places.own.to(params),
  form: {
    fields: ({ lang, words, seen }) => ({
      ...othersFields(lang, seen, false),
      status: statusField(lang, seen, words.fields.status),
    }),
    begin: ({ seen }) => ({ ...othersBegun(seen), ...(seen.status !== null && { status: seen.status }) }),
    act: sayWhoPays,
    input: (typed, { params }) => ({
      dossier: params.dossier,
      status: (typed as { readonly status: string }).status,
      others: othersTyped(typed).map(({ source, amount, named }) => ({
        source,
        amount,
        ...(named !== undefined && { named }),
      })),
    }),
    on: { dossier: "status", others: FIRST },
    done: (_, { params }) => places.own.to(params, { fait: "paie" }),
  },
  shown: ({ words, params }, { form }) => ({
    title: words.change,
    main: html`<p>${words.rest}</p>${form()}`,
    back: places.own.to(params),
  }),
});

export const ownSignPage = formPage({
  name: "dossier-contrat-signer",
  route: places.ownSign,
  who: "agree on one’s training",
  fresh: true,
  words: ownContractWords,
  seen: async (visit, params) => {
    const seen = await ownSeen(visit, params);
    const paper = seen && ownPaper(seen);
    return seen && paper ? { ...seen, paper } : undefined;
  },
  elsewhere: ({ seen, params }) => (ownShare(seen)?.signed ? places.own.to(params) : undefined),
  form: {
    words: "sign",
    fields: ({ lang, words: { sign: words }, seen }) => ({
      ...(seen.toHand.length > 0 && {
        received: ticks({
          label: words.fields.received,
          options: seen.toHand.map(({ key, label }) => ({ value: key, label: label[lang] })),
          optional: true,
        }),
      }),
      start: ticks({ options: [{ value: "yes", label: words.startBox }], optional: true }),
      agreed: agreed({
        label: words.legend,
        hint: words.declaration,
        box: words.declaration,
        missing: words.notAgreed,
      }),
      shown: carried<string>(),
    }),
    begin: ({ seen }) => ({ shown: seen.paper.shown }),
    act: signContract,
    input: ({ received, start, shown }, { params, words }) => ({
      dossier: params.dossier,
      shown,
      words: words.sign.declaration,
      ...(received && { received }),
      startRequested: start !== undefined,
    }),
    on: { dossier: "agreed", source: "agreed" },
    done: (_, { params }) => places.own.to(params, { fait: "signe" }),
  },
  shown: ({ lang, words, seen, params }, { form }) => ({
    title: words.sign.title,
    main: html`${sharesTable(lang, seen, { you: words.you })}${form()}`,
    back: places.own.to(params),
  }),
});

export const ownRenouncePage = formPage({
  name: "dossier-contrat-renoncer",
  route: places.ownRenounce,
  who: "agree on one’s training",
  words: ownContractWords,
  seen: ownSeen,
  elsewhere: ({ visit, seen, params }) => (mayRenounce(visit, seen) ? undefined : places.own.to(params)),
  form: {
    words: "renounce",
    go: ({ words }) => ({ label: words.renounce.go, danger: true }),
    beside: ({ visit, words, params }) =>
      linkButton(visit.link(places.own.to(params)), words.renounce.keep, "secondary"),
    confirm: (_, { words, seen, lang }) => ({
      title: words.renounce.title,
      warning: words.renounce.warning,
      rows: [{ key: contractWords(lang).amount, value: sayMoney(ownShare(seen)?.amount ?? 0, lang) }],
      go: words.renounce.confirm,
      correct: words.renounce.keep,
    }),
    act: renounce,
    done: ({ late }, { params }) => places.own.to(params, { fait: late ? "tard" : "renonce" }),
  },
  shown: ({ lang, words, seen, params }, { form }) => {
    const { withdrawal } = seen.contract!;
    return {
      title: words.renounce.title,
      ...(withdrawal && { lead: words.renounce.lead(sayDay(withdrawal.lastDay, lang)) }),
      main: form(),
      back: places.own.to(params),
    };
  },
});
