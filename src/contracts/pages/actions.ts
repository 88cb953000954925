/** What the office notes of a contract, each on a page of its own; and the director's signature. */
import { href, type Html, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { type Lang, sayDay, sayList, sayMoney } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { amount } from "../../billing/charges/pages/parts.ts";
import { seePayerGuests } from "../../billing/payers/guest-views.ts";
import { fileFault, oneFile, uploadOf } from "../../files/pages/one-file.ts";
import { summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { agreed, carried, choice, day, files, longText, pick, text, ticks } from "../../page/kinds.ts";
import type { SentFile, Visit } from "../../page/page.ts";
import { aboutPerson } from "../../page/person-link.ts";
import { chooseCohort, handOver, noteGrant, noteWhoPays } from "../acts.ts";
import { answerLateWithdrawal, notePayerTold, noteRenounced } from "../renouncing-acts.ts";
import { NOTED, PLACES_AFTER } from "../rules/facts.ts";
import { countersignContract, noteSigned } from "../signing-acts.ts";
import { PLACES } from "../../decisions/agreement/rule.ts";
import { see } from "../../page/acting.ts";
import { foreseeFirstShares, foreseeGrant, foreseeShares } from "../foreseen-views.ts";
import { cohortOptions, toOpenCohort } from "./cohort-choice.ts";
import { answering, signsOnPage, unsignedOf } from "./contract.ts";
import { firstHtml, foreseenHtml, inRegister, priceChange } from "./foreseen.ts";
import { foreseenWords } from "./foreseen-words.ts";
import {
  calledIn,
  contractSeen,
  FIRST,
  othersBegun,
  othersFields,
  othersHtml,
  othersTyped,
  type Seen,
  sharesTable,
  statusField,
  withoutAmount,
} from "./parts.ts";
import { countersignedLines } from "../countersigning.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";

const about = (visit: Visit, { dossier, number, name }: Seen) => aboutPerson(visit, { id: dossier, number }, name);
const back = ({ dossier }: Seen) => places.contract.to({ dossier });

/** The file of a form, where one was sent; or why it was not taken. */
const scanFault = ({ upload = [] }: { readonly upload?: readonly SentFile[] }, { lang }: { readonly lang: Lang }) => {
  const fault = fileFault(upload, lang);
  return fault === undefined ? {} : { upload: fault };
};
const sent = (upload: readonly SentFile[] | undefined) => {
  const id = upload ? uploadOf(upload) : "";
  return id === "" ? {} : { upload: id };
};

export const whoPaysPage = formPage({
  name: "contrat-qui-paie",
  route: places.whoPays,
  who: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  form: {
    words: "whoPays",
    fields: ({ lang, words, seen }) => ({
      ...othersFields(lang, seen, true),
      status: statusField(lang, seen, words.whoPays.fields.status),
      ...(seen.contract && seen.enrolment !== null && { since: day({ optional: true }) }),
    }),
    begin: ({ seen }) => ({ ...othersBegun(seen), ...(seen.status !== null && { status: seen.status }) }),
    act: noteWhoPays,
    input: (typed, { params }) => ({
      dossier: params.dossier,
      status: (typed as { readonly status: string }).status,
      others: othersTyped(typed),
      ...sinceTyped(typed),
    }),
    check: (typed, { words, seen, lang }) => withoutAmount(typed, seen, (label) => words.whoPays.howMuch(label[lang])),
    on: { dossier: "status", others: FIRST },
    confirm: async (typed, { visit, lang, seen }) => {
      const others = othersTyped(typed);
      const asked = { dossier: seen.dossier, others, ...sinceTyped(typed) };
      const { shares: words, ...said } = foreseenWords(lang);
      const found = inRegister(others, seen.registered);
      const warning = found.length > 0 ? said.inRegister(sayList(found, lang)) : undefined;
      if (!seen.contract) {
        const first = await see(visit, foreseeFirstShares, { dossier: seen.dossier, others });
        if (!first) return undefined;
        const change = { before: seen.priced?.total ?? first.price, after: first.price, anew: false };
        const lead = html`${priceChange(lang, change)}${firstHtml(lang, first)}`;
        return { title: words.title, lead, warning, go: words.go };
      }
      const foreseen = await see(visit, foreseeShares, asked);
      if (!foreseen) return undefined;
      const change = { before: foreseen.before.price, after: foreseen.after.price, anew: seen.contract.outdated };
      const lead = html`${priceChange(lang, change)}${foreseenHtml(lang, foreseen)}`;
      return { title: words.title, lead, warning, go: words.go };
    },
    done: (_, { params }) => places.contract.to(params, { fait: "paie" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => ({
    title: words.whoPays.title,
    main: html`${about(visit, seen)}${priceHtml(lang, seen)}${othersHtml(lang)}${accordsHtml(lang, seen)}${form()}`,
    back: back(seen),
  }),
});

function sinceTyped(typed: object): { readonly since?: string } {
  const { since } = typed as { readonly since?: string };
  return since === undefined ? {} : { since };
}

function priceHtml(lang: Lang, { priced, contract }: Seen) {
  if (!priced) return false;
  const words = contractWords(lang).whoPays;
  const whole = priced.total + priced.discount;
  const [total, discount] = [sayMoney(whole, lang), sayMoney(priced.discount, lang)];
  // Said since the application, who pays what gives another discount.
  if (contract && !contract.outdated)
    return html`<p>${contract.price < whole ? words.priceNow(total, sayMoney(whole - contract.price, lang)) : words.priceAlone(total)}</p>`;
  return html`<p>${priced.discount > 0 ? words.price(total, discount) : words.priceAlone(total)}</p>`;
}

/** Said before the form refuses it. */
function accordsHtml(lang: Lang, { payers }: Seen) {
  const accords = payers.filter(({ paper }) => paper === "grant").map(({ label }) => label[lang]);
  return accords.length > 0 && html`<p>${contractWords(lang).whoPays.accords(sayList(accords, lang))}</p>`;
}

export const cohortMeantPage = formPage({
  name: "contrat-promotion",
  route: places.cohort,
  who: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  elsewhere: ({ seen }) => (seen.enrolment === null ? undefined : back(seen)),
  form: {
    words: "choose",
    fields: ({ visit, seen }) => ({
      cohort: pick({ options: cohortOptions(seen.cohorts, visit) }),
    }),
    begin: ({ seen }) => (seen.cohort ? { cohort: seen.cohort.id } : {}),
    act: chooseCohort,
    on: { dossier: "cohort" },
    done: (_, { params }) => places.contract.to(params, { fait: "promotion" }),
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.choose.title,
    main: html`${about(visit, seen)}${signedFor(seen) && html`<p class="ds-alert" data-color="warning">${words.choose.signed(seen.cohort!.name)}</p>`}${cohortOptions(seen.cohorts, visit).length > 0 ? form() : html`<p>${words.choose.none}</p>`}${toOpenCohort(visit)}`,
    back: back(seen),
  }),
});

/** Something is signed for the cohort of today: another one undoes it. */
function signedFor({ cohort, contract }: Seen): boolean {
  return cohort !== null && (contract?.shares ?? []).some(({ signed }) => signed !== null);
}

export const handPage = formPage({
  name: "contrat-remise",
  route: places.hand,
  who: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  // All of it was handed over, or received by the person with their signature.
  elsewhere: ({ seen }) => (seen.toHand.length === 0 ? back(seen) : undefined),
  form: {
    words: "hand",
    fields: ({ lang, seen }) => ({
      keys: ticks({ options: seen.toHand.map(({ key, label }) => ({ value: key, label: label[lang] })) }),
      on: day(),
    }),
    begin: ({ visit }) => ({ on: visit.today }),
    act: handOver,
    on: { dossier: "keys" },
    done: (_, { params }) => places.contract.to(params, { fait: "remis" }),
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.hand.title,
    main: html`${about(visit, seen)}${signsOnPage(seen) && html`<p>${words.hand.onPage}</p>`}${form()}`,
    back: back(seen),
  }),
});

export const grantPage = formPage({
  name: "contrat-reponse",
  route: places.grant,
  who: "prepare the contracts",
  takesFiles: true,
  asksFirst: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  form: {
    words: "grant",
    fields: ({ lang, words, seen }) => ({
      source: pick({ options: answering(seen).map((one) => ({ value: one.source, label: calledIn(lang, one) })) }),
      answer: choice({ options: NOTED.map((value) => ({ value, label: words.answers[value] })) }),
      amount: amount({ lang, label: words.grant.amount, optional: true }),
      on: day(),
      number: text({ optional: true }),
      upload: files({ label: words.grant.file, accept: ".pdf,image/*", optional: true }),
      // The letter, once received: a confirmation carries no file.
      letter: carried<string>(),
    }),
    begin: ({ visit, seen }) => {
      const [first, ...others] = answering(seen);
      return { on: visit.today, letter: "", ...(first && others.length === 0 && { source: first.source }) };
    },
    check: scanFault,
    confirm: async ({ source, answer, amount: part, upload }, { visit, lang, words, seen }) => {
      if (answer === "asked") return undefined;
      const asked = { dossier: seen.dossier, source, answer, ...(part !== undefined && { amount: part }) };
      const foreseen = await see(visit, foreseeGrant, asked);
      if (!foreseen) return undefined;
      const said = foreseenWords(lang).grant;
      const share = answering(seen).find((one) => one.source === source)!;
      const short = answer === "refused" || answer === "silent" || (answer === "in-part" && share.behind === null);
      return {
        title: said.title,
        rows: [
          { key: words.grant.fields.source, value: calledIn(lang, share) },
          { key: words.grant.fields.answer, value: words.answers[answer] },
        ],
        lead: html`${short && html`<p>${said.lead}</p>`}${priceChange(lang, {
          before: foreseen.before.price,
          after: foreseen.after.price,
          anew: seen.contract?.outdated === true,
        })}${foreseenHtml(lang, foreseen)}`,
        as: { letter: sent(upload).upload ?? "" },
        go: said.go,
      };
    },
    act: noteGrant,
    input: ({ upload, letter, ...typed }, { params }) => ({
      dossier: params.dossier,
      ...typed,
      ...(isId(letter) ? { upload: letter } : sent(upload)),
    }),
    on: { dossier: "source" },
    done: (_, { params }) => places.contract.to(params, { fait: "reponse" }),
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.grant.title,
    main: html`${about(visit, seen)}${form()}`,
    back: back(seen),
  }),
});

export const signedPage = formPage({
  name: "contrat-papier-signe",
  route: places.signed,
  who: "prepare the contracts",
  takesFiles: true,
  asksFirst: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  form: {
    words: "sign",
    fields: ({ lang, words, seen }) => ({
      source: pick({
        options: unsignedOf(seen).map(({ source, label }) => ({ value: source, label: capital(label[lang]) })),
      }),
      on: day(),
      concluded: choice({ options: PLACES.map((value) => ({ value, label: words.places[value] })) }),
      by: text(),
      forSchool: text({ optional: true }),
      upload: oneFile(words.sign.file, words.sign.fileMissing, undefined, ".pdf,image/*"),
    }),
    begin: ({ visit, seen }) => {
      const [first, ...others] = unsignedOf(seen);
      return { on: visit.today, ...(first && others.length === 0 && { source: first.source }) };
    },
    check: scanFault,
    act: noteSigned,
    input: ({ upload, ...typed }, { params }) => ({ dossier: params.dossier, ...typed, upload: uploadOf(upload) }),
    on: { dossier: "source" },
    done: (_, { params }) => places.contract.to(params, { fait: "signe" }),
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.sign.title,
    main: html`${about(visit, seen)}${form()}`,
    back: back(seen),
  }),
});

export const letterPage = formPage({
  name: "contrat-retractation",
  route: places.letter,
  who: "prepare the contracts",
  takesFiles: true,
  asksFirst: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  form: {
    words: "letter",
    fields: ({ words }) => ({
      on: day(),
      place: choice({ options: PLACES_AFTER.map((value) => ({ value, label: words.placesAfter[value] })) }),
      upload: files({ label: words.grant.file, accept: ".pdf,image/*", optional: true }),
    }),
    begin: ({ visit }) => ({ on: visit.today }),
    check: scanFault,
    act: noteRenounced,
    input: ({ upload, on, place }, { params }) => ({ dossier: params.dossier, on, place, ...sent(upload) }),
    on: { dossier: "on" },
    done: ({ late }, { params }) => places.contract.to(params, { fait: late ? "tard" : "lettre" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { withdrawal = null } = seen.contract ?? {};
    return {
      title: words.letter.title,
      main: html`${about(visit, seen)}<p>${withdrawal ? words.letter.lastDay(sayDay(withdrawal.lastDay, lang)) : words.letter.noLastDay}</p>${form()}`,
      back: back(seen),
    };
  },
});

export const lateAnswerPage = formPage({
  name: "contrat-retractation-reponse",
  route: places.lateAnswer,
  who: "prepare the contracts",
  words: contractWords,
  seen: contractSeen,
  elsewhere: ({ seen }) => (seen.renounced?.late && seen.renounced.answer === null ? undefined : back(seen)),
  form: {
    words: "lateAnswer",
    fields: { words: longText({ rows: 6, most: 2000 }) },
    act: answerLateWithdrawal,
    on: { dossier: "words" },
    done: (_, { params }) => places.contract.to(params, { fait: "repondu" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => ({
    title: words.lateAnswer.title,
    main: html`${about(visit, seen)}<p>${words.lateAnswer.lead(sayDay(seen.renounced!.on, lang))}</p>${form()}`,
    back: back(seen),
  }),
});

export const payerToldPage = formPage({
  name: "contrat-prevenir",
  route: places.payerTold,
  who: "prepare the contracts",
  words: contractWords,
  seen: async (visit, { dossier, source }) => {
    const seen = await contractSeen(visit, { dossier });
    const share = seen?.contract?.shares.find((one) => one.source === source);
    if (!seen || !share) return undefined;
    const payer = share.payer === null ? undefined : await see(visit, seePayerGuests, { payer: share.payer });
    return { ...seen, share, guests: payer?.guests ?? [] };
  },
  elsewhere: ({ seen }) => (seen.toTell.includes(seen.share.source) ? undefined : back(seen)),
  form: {
    words: "payerTold",
    // Asked by the act, of a payer to whom no mail can go.
    fields: { how: text({ optional: true }) },
    act: notePayerTold,
    input: ({ how = "" }, { params }) => ({ ...params, how }),
    on: { dossier: "how", source: "how" },
    done: (_, { params }) => places.contract.to({ dossier: params.dossier }, { fait: "prevenu" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => ({
    title: words.payerTold.title(calledIn(lang, seen.share)),
    main: html`${about(visit, seen)}<p>${words.payerTold.lead(sayMoney(seen.share.amount, lang))}</p><p>${
      seen.guests.length > 0
        ? words.payerTold.mails(
            sayList(
              seen.guests.map(({ name, address }) => `${name} (${address})`),
              lang,
            ),
          )
        : words.payerTold.noMail
    }</p>${form()}`,
    back: back(seen),
  }),
});

export const countersignPage = formPage({
  name: "contrat-signer",
  route: places.countersign,
  who: "sign the contracts",
  words: contractWords,
  seen: async (visit, { dossier, source }) => {
    const seen = await contractSeen(visit, { dossier });
    const share = seen?.contract?.shares.find((one) => one.source === source);
    return seen && share?.signed ? { ...seen, share, signed: share.signed } : undefined;
  },
  elsewhere: ({ seen }) => (seen.signed.countersigned ? back(seen) : undefined),
  form: {
    words: "countersign",
    fields: ({ words: { countersign: words } }) => ({
      agreed: agreed({ label: words.legend, hint: words.declaration, box: words.box, missing: words.notAgreed }),
    }),
    act: countersignContract,
    showing: ({ seen }) => countersignedLines(seen.share.source, seen.contract!.price, seen.contract!.shares),
    input: (_, { params, words }) => ({ ...params, words: words.countersign.declaration }),
    on: { dossier: "agreed", source: "agreed" },
    done: (_, { params }) => places.contract.to(params, { fait: "contresigne" }),
  },
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { share, signed } = seen;
    const told = words.countersign.signedBy(signed.by, sayDay(signed.on, lang));
    return {
      title: words.countersign.title(calledIn(lang, share)),
      main: html`${about(visit, seen)}<p>${told} <a class="ds-link" href="${href(visit.link(places.paper.to({ dossier: seen.dossier, source: share.source })))}">${words.countersign.read}</a></p>${signedFromHtml(visit, signed)}${sharesTable(visit, seen)}${form()}`,
      back: back(seen),
    };
  },
});

/** Who signs for the school sees from where the other party signed, and who says that it is theirs. */
function signedFromHtml(
  { lang, school }: Visit,
  { how, from }: NonNullable<Seen["contract"]>["shares"][number]["signed"] & {},
): Html {
  const { countersign: words } = contractWords(lang);
  if (how === "paper") return html`<p>${words.onPaper}</p>`;
  if (from === null) return html``;
  const { address, contact, isRegisters, enteredBy, enteredOn, confirmedBy, provedAt } = from;
  const said = isRegisters ? words.registers(address) : words.contacts(address, contact);
  return summaryList(
    [
      { key: words.from, value: said },
      { key: words.proved, value: words.byCode(sayInstant(new Date(provedAt), school.timezone, lang)) },
      { key: words.vouched, value: words.twoOf(enteredBy, sayDay(enteredOn, lang), confirmedBy) },
    ],
    lang,
  );
}
