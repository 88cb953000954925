/** One's own contracts among one's documents, and on one's first page while the school still completes one. */
import { href, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { candidacyChain } from "../../admission/rules/candidacy.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import type { MinePapers, MineParts, OwnPaper } from "../../page/mine.ts";
import type { Visit } from "../../page/page.ts";
import { myContracts } from "../own-views.ts";
import { payerSaid } from "./own-parts.ts";
import { ownWords } from "./own-words.ts";
import { places } from "./places.ts";

type Contract = NonNullable<Awaited<ReturnType<typeof myContracts.read>>>["contracts"][number];
type Paper = Contract["papers"][number];

export const contractPapers: MinePapers = async (visit) => {
  const { contracts = [] } = (await see(visit, myContracts, {})) ?? {};
  return contracts.flatMap((contract) => contract.papers.flatMap((paper) => listed(visit, contract, paper)));
};

/** The person's own contract as PDF once it can be printed; a convention once its payer has signed it, unless the school has the scan alone. */
function listed(visit: Visit, { dossier, diploma, withdrawn }: Contract, paper: Paper): OwnPaper[] {
  const { lang, today } = visit;
  const { listed: words } = ownWords(lang);
  const { own, signedOn, schoolSignedOn, printed, complete } = paper;
  const said = () => {
    if (own && withdrawn) return words.withdrawn;
    if (signedOn === null) return complete ? words.toSign : words.toComplete;
    const is = own ? "contract" : "convention";
    return schoolSignedOn === null
      ? words.byOne[is](sayDay(signedOn, lang))
      : words.byBoth[is](sayDay(schoolSignedOn, lang));
  };
  const on = schoolSignedOn ?? signedOn ?? today;
  if (!own) {
    const label = words.convention(payerSaid(visit, paper), said());
    if (signedOn !== null && printed)
      return [{ label, on, to: places.ownConventionPdf.to({ diploma, dossier, source: paper.source }) }];
    return [{ label, on, to: null, is: signedOn === null ? words.theirs : words.scanned }];
  }
  if (printed && complete)
    return [{ label: words.contract(said()), on, to: places.ownPaperPdf.to({ diploma, dossier }), of: dossier }];
  const to = signedOn === null ? places.own.to({ diploma, dossier }) : null;
  return [{ label: words.contract(said()), on, to, ...(to !== null && { is: words.page }), of: dossier }];
}

/** As long as they may withdraw from what they signed: until when, and where. */
export const mayWithdrawPart: MineParts = async (visit) => {
  const { lang, link, today } = visit;
  const words = ownWords(lang);
  const { contracts = [] } = (await see(visit, myContracts, {})) ?? {};
  return contracts
    .filter(({ state, withdrawn }) => !withdrawn && (state === "to-conclude" || state === "concluded"))
    .filter(({ papers, lastDay }) => {
      const own = papers.find((one) => one.own);
      return own?.signedOn != null && (lastDay === null ? own.schoolSignedOn === null : today <= lastDay);
    })
    .map(({ dossier, diploma, lastDay }) => ({
      place: "first" as const,
      html: html`<section class="own-part" aria-labelledby="may-${dossier}"><h2 id="may-${dossier}">${words.after.mayRenounce}</h2><p>${lastDay === null ? words.after.untilSchool : words.after.until(sayWeekday(lastDay, lang))}. <a class="ds-link" href="${href(link(places.ownRenounce.to({ diploma, dossier })))}">${words.renounce.go}</a></p></section>`,
    }));
};

/** Instead of «Lisez votre contrat, puis signez», as long as it cannot be signed. */
export const contractToComplete: MineParts = async (visit) => {
  const words = ownWords(visit.lang);
  const { contracts = [] } = (await see(visit, myContracts, {})) ?? {};
  const early = contracts.filter(
    ({ state, papers }) =>
      state === "to-conclude" && papers.some((one) => one.own && one.signedOn === null && !one.complete),
  );
  return early.map(({ dossier, diploma, startsOn }) => ({
    place: "first" as const,
    instead: { key: "signContract", chain: candidacyChain(dossier), dossier, heading: words.sign.waiting },
    html: html`<section class="step" aria-labelledby="early-${dossier}"><h2 id="early-${dossier}">${words.sign.early}</h2><p>${words.sign.waitingWhy(startsOn > visit.today ? sayDay(startsOn, visit.lang) : undefined)}</p><p>${linkButton(visit.link(places.ownSign.to({ diploma, dossier })), words.sign.seeWhat, "secondary")}</p></section>`,
  }));
};
