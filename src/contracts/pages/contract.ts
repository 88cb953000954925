/** A person's contract, for the office: where each share stands, what is wanting, and what may be done now. */
import { may } from "../../act/permissions.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { capital } from "../../kit/typography.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import type { Visit } from "../../page/page.ts";
import { aboutPerson } from "../../page/person-link.ts";
import { see } from "../../page/acting.ts";
import { apart, type PersonEvent, type PersonPart, type PersonParts } from "../../page/person.ts";
import { CONTRACT, type FactKind } from "../rules/facts.ts";
import { seeContract } from "../views.ts";
import { mayEnrol, mayEnrolAnyway } from "./enrol.ts";
import { billedBefore, calledIn, contractSeen, type Seen, sharesTable, wantsHtml } from "./parts.ts";
import { payingWords } from "../by-link/words.ts";
import { places } from "./places.ts";
import { contractWords } from "./words.ts";

export const contractPage = formPage({
  name: "contrat",
  route: places.contract,
  who: "see the contracts",
  words: contractWords,
  seen: contractSeen,
  shown: ({ visit, words, seen }) => ({
    title: words.title(seen.name),
    main: html`${aboutPerson(visit, { id: seen.dossier, number: seen.number }, seen.name)}${whole(visit, seen)}${toDo(visit, seen)}`,
    back: "/a-faire",
  }),
});

function whole(visit: Visit, seen: Seen): Html {
  const { lang } = visit;
  const words = contractWords(lang);
  const { contract, cohort, priced, renounced, status, statuses, toHand, handed } = seen;
  const undone = renounced !== null && !renounced.late && (contract?.undone || seen.state === "withdrawn");
  const labels = (list: readonly { readonly label: { readonly fr: string; readonly en: string } }[]) =>
    list.length === 0 ? words.nothing : capital(list.map(({ label }) => label[lang].toLowerCase()).join(", "));
  const said = statuses.find((one) => one.status === status);
  const rows = [
    { key: words.state, value: capital(CONTRACT.states[seen.state][lang]) },
    { key: words.cohort, value: cohort ? cohort.name : words.noCohort },
    { key: words.starts, value: sayDay(seen.startsOn, lang) },
    ...(priced ? [{ key: words.price, value: priceSaid(lang, contract?.price ?? priced.total) }] : []),
    ...(said ? [{ key: words.status, value: capital(said.label[lang]) }] : []),
    ...(toHand.length > 0 && signsOnPage(seen) ? [{ key: words.toHand, value: words.onPage(toHand.length) }] : []),
    ...(signsOnPage(seen) ? [] : [{ key: words.toHand, value: labels(toHand) }]),
    { key: words.handed, value: labels(handed) },
    ...(contract?.withdrawal ? [{ key: words.withdrawal, value: sayDay(contract.withdrawal.lastDay, lang) }] : []),
    ...(contract?.money ? [{ key: words.asked, value: sayDay(contract.money.from, lang) }] : []),
    ...(renounced
      ? [{ key: words.renounced, value: words.renouncedOn(sayDay(renounced.on, lang), renounced.late) }]
      : []),
    ...(undone && renounced.place !== null ? [{ key: words.place, value: placeSaid(visit, renounced.place) }] : []),
    ...(undone && renounced.fee ? [{ key: words.fee, value: renounced.fee[lang] }] : []),
    ...(renounced?.answer
      ? [{ key: words.answered, value: html`${sayDay(renounced.answer.on, lang)}. ${renounced.answer.words}` }]
      : []),
    ...(seen.anyway
      ? [{ key: words.enrolled, value: words.anyway(sayDay(seen.anyway.on, lang), seen.anyway.ground) }]
      : []),
  ];
  const unmet = (contract?.findings ?? []).filter(({ met }) => !met);
  return html`${!priced && html`<p class="ds-alert" data-color="warning">${words.noPrice}</p>`}${contract?.outdated && html`<p class="ds-alert" data-color="warning">${words.outdated}</p>`}${contract?.undone && seen.state === "unsaid" && html`<p class="ds-alert" data-color="warning">${words.undone}</p>`}${contract && contract.short.length > 0 && html`<p class="ds-alert" data-color="warning">${words.short}</p>`}${summaryList(rows, lang)}
${contract?.carried && html`<p>${words.carried}</p>`}${sharesTable(visit, seen)}${billedBefore(lang, seen)}
${seen.wants.length > 0 && html`<h2>${words.wants}</h2>${wantsHtml(visit, seen.wants)}`}
${unmet.length > 0 && html`<h2>${words.findings}</h2><ul>${unmet.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`}`;
}

/** A place given back went to the next on the list, if there is one: the list says it. */
function placeSaid({ lang, link, actor }: Visit, place: "kept" | "given-up"): Html {
  const words = contractWords(lang);
  const said = words.placesSaid[place];
  return place === "given-up" && may(actor, "read the lists of the admitted")
    ? html`${said} <a class="ds-link" href="${href(link("/admissions/listes"))}">${words.lists}</a>`
    : html`${said}`;
}

/** The pages of what may be done now. */
function toDo(visit: Visit, seen: Seen): Html | false {
  const { lang, actor, link } = visit;
  const words = contractWords(lang);
  const { dossier, state, contract } = seen;
  const open = (kind: FactKind) => seen.accepted && allows(CONTRACT, kind, state);
  const prepares = may(actor, "prepare the contracts");
  const ways: [string, string][] = [];
  if (prepares && open("shares") && seen.priced) ways.push([places.whoPays.to({ dossier }), words.whoPays.title]);
  if (prepares && open("cohort") && seen.enrolment === null)
    ways.push([places.cohort.to({ dossier }), words.choose.title]);
  if (prepares && open("handed") && seen.toHand.length > 0) ways.push([places.hand.to({ dossier }), words.hand.title]);
  if (prepares && open("sent"))
    for (const { source, paper, label } of unsignedOf(seen))
      if (paper === "convention")
        ways.push([places.send.to({ dossier, source }), payingWords(lang).send.link(label[lang])]);
  if (prepares && open("signed") && unsignedOf(seen).length > 0)
    ways.push([places.signed.to({ dossier }), words.sign.title]);
  for (const { source, paper, label } of contract?.papers ?? [])
    if (paper === "contract" || paper === "convention")
      ways.push([places.paper.to({ dossier, source }), words.readLink(label[lang])]);
  if (prepares && open("granted") && answering(seen).length > 0)
    ways.push([places.grant.to({ dossier }), words.grant.title]);
  if (may(actor, "certify attendance") && seen.enrolment !== null)
    ways.push([`/inscriptions/${seen.enrolment}/certificats`, words.certificates]);
  if (may(actor, "sign the contracts") && open("countersigned"))
    for (const share of contract?.shares ?? [])
      if (share.signed && !share.signed.countersigned)
        ways.push([
          places.countersign.to({ dossier, source: share.source }),
          words.countersignLink(calledIn(lang, share)),
        ]);
  if (prepares && allows(CONTRACT, "renounced", state) && contract?.shares.some(({ own, signed }) => own && signed))
    ways.push([places.letter.to({ dossier }), words.letter.title]);
  if (prepares && seen.renounced?.late && seen.renounced.answer === null)
    ways.push([places.lateAnswer.to({ dossier }), words.lateAnswer.title]);
  for (const share of contract?.shares ?? [])
    if (prepares && seen.toTell.includes(share.source))
      ways.push([places.payerTold.to({ dossier, source: share.source }), words.payerTold.title(calledIn(lang, share))]);
  if (mayEnrol(visit, seen)) ways.push([places.enrol.to({ dossier }), words.enrolOne.title]);
  if (mayEnrolAnyway(visit, seen)) ways.push([places.enrolAnyway.to({ dossier }), words.enrolAnyway.title]);
  return (
    ways.length > 0 &&
    html`<div class="actions">${ways.map(([to, label]) => linkButton(link(to), label, "secondary"))}</div>`
  );
}

/** Of a price of 0, why: it is no mistake. */
function priceSaid(lang: Lang, price: number): string {
  return price === 0 ? contractWords(lang).nothingToPay(sayMoney(0, lang)) : sayMoney(price, lang);
}

/** The person reads, receives and signs on their page; nothing of it is for the office to note. Of a share of 0 no paper is signed. */
export function signsOnPage({ account, contract }: Pick<Seen, "account" | "contract">): boolean {
  return (
    account &&
    (contract?.shares ?? []).some(
      ({ own, paper, amount, signed }) => own && paper === "contract" && amount > 0 && !signed,
    )
  );
}

/** The papers of ours that the other party has not signed. */
export function unsignedOf({ contract }: Seen) {
  const signed = new Set((contract?.shares ?? []).flatMap((one) => (one.signed ? [one.source] : [])));
  return (contract?.papers ?? []).filter(
    ({ source, paper }) => (paper === "contract" || paper === "convention") && !signed.has(source),
  );
}

/** Those whose answer is awaited, or may change. */
export function answering({ contract }: Seen) {
  return (contract?.shares ?? []).filter(
    ({ paper, own, amount }) => amount > 0 && !own && paper !== "contract" && paper !== "convention",
  );
}

/** What was signed, sent and answered, for the chronology. */
function happenedTo({ lang }: Visit, { dossier, contract }: Seen): readonly PersonEvent[] {
  const { happened: said, kind, papers } = contractWords(lang);
  const of = { subject: "contrat", kind, to: places.contract.to({ dossier }) };
  return (contract?.shares ?? []).flatMap(({ label, called, paper, sent, signed, answer }) => {
    const who = called ?? label[lang];
    return [
      ...(sent ? [{ ...of, at: sent.on, what: said.sent(who) }] : []),
      ...(sent?.declined ? [{ ...of, at: sent.declined.on, what: said.declined(who) }] : []),
      ...(signed ? [{ ...of, at: signed.on, what: said.signed(capital(papers[paper]), signed.by) }] : []),
      ...(signed?.countersigned
        ? [
            {
              ...of,
              at: signed.countersigned.on,
              what: said.countersigned(capital(papers[paper]), signed.countersigned.by),
            },
          ]
        : []),
      ...(answer ? [{ ...of, at: answer.on, what: said.answered(who) }] : []),
    ];
  });
}

export const contractPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const words = contractWords(lang);
  const parts: PersonPart[] = [];
  for (const { dossier, number } of dossiers.slice(0, 20)) {
    const seen = await see(visit, seeContract, { dossier, language: lang });
    if (!seen || !(seen.contract || seen.anyway || (seen.accepted && seen.enrolment === null))) continue;
    parts.push({
      key: `contrat-${number}`,
      title: words.part(apart(dossiers, number)),
      main: html`<p>${capital(CONTRACT.states[seen.state][lang])}.</p>${sharesTable(visit, seen)}
<p><a class="ds-link" href="${href(link(places.contract.to({ dossier })))}">${words.open}</a></p>`,
      events: happenedTo(visit, seen),
    });
  }
  return parts;
};
