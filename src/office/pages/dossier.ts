/** A dossier under examination: person, the rule's answer and reasons, declaration, pieces, history. */
import { type ChangedShown, isChangedShown } from "../../act/shows.ts";
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { asksExperience } from "../../law/doors.ts";
import { html } from "../../kit/html.ts";
import { own } from "../../kit/own.ts";
import { isId } from "../../kit/shapes.ts";
import { act, fieldErrors, see } from "../../page/acting.ts";
import { errorSummary, type FieldError, summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import { changedLines } from "../../page/print-form.ts";
import { route } from "../../page/route.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { DECLARED_ITEM } from "../../dossier/rules/complement.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "../acts.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { isReached } from "./ask.ts";
import { cameFrom, keepingList, listItself } from "./list.ts";
import { notHere } from "./own.ts";
import { personLink } from "../../page/person-link.ts";
import { officeWords } from "../words.ts";
import {
  actions,
  DECLINE,
  HAND,
  handOver,
  identityBar,
  LATE_READY,
  lateParts,
  nameIn,
  nextDossier,
  officerName,
  READY_FIELD,
  TAKE,
} from "./dossier-head.ts";
import {
  CONDITIONS,
  conditions,
  experience,
  type Part,
  PATH,
  progress,
  relief,
  sections,
  titles,
} from "./dossier-parts.ts";
import { log, receipts } from "./happened.ts";
import { pieces } from "./pieces.ts";
import { JUDGE, READY, REST, restOf, verdictFields, verdictId, verdictOf } from "./verdict.ts";

export const officeDossierAt = route("/dossiers/:dossier");

export const officeDossierPage: Page = {
  name: "dossiers-un",
  path: officeDossierAt.path,
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const opened = await openedHere(visit);
    return opened ? examinedPage(visit, opened, []) : notHere(visit);
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const { dossier = "" } = visit.params;
    const { lang } = visit;
    const done = (what: string) => doneWith(visit, what);
    // The pressed button identifies the form.
    const pressed = sent.get("do");
    if (pressed.startsWith(READY)) {
      const opened = await openedHere(visit);
      const { ready } = verdictFields(pressed.slice(READY.length));
      const errors = sent.get(ready) === "" ? [{ field: ready, message: officeWords(lang).verdict.readyMissing }] : [];
      return opened ? examinedPage(visit, opened, errors, sent) : notHere(visit);
    }
    if (pressed === LATE_READY) {
      const opened = await openedHere(visit);
      const missing = { field: READY_FIELD, message: officeWords(lang).verdict.readyMissing };
      return opened ? examinedPage(visit, opened, sent.get(READY_FIELD) === "" ? [missing] : [], sent) : notHere(visit);
    }
    if (pressed.startsWith(JUDGE)) return judged(visit, dossier, sent);
    if (pressed === TAKE || pressed === HAND) return assigned(visit, dossier, sent);
    if (pressed === REST) return restJudged(visit, dossier, sent);
    const late = sent.names.includes("reason");
    const verb = pressed === DECLINE ? declineLate : acceptLate;
    const outcome = late
      ? await act(visit, verb, { dossier, reason: sent.get("reason") }, { sent })
      : await act(visit, noteDossier, { dossier, text: sent.get("note") }, { sent });
    if (outcome.kind === "done") return late ? done(pressed === DECLINE ? "ecarte" : "tardif") : done("note");
    const opened = await openedHere(visit);
    if (!opened) return notHere(visit);
    if (outcome.kind === "stale" && isChangedShown(outcome.current))
      return { ...(await examinedPage(visit, opened, [], sent, outcome.current)), status: 409 };
    const faults = outcome.kind === "invalid" ? fieldErrors(outcome.issues, lang) : [];
    const errors = faults.map(({ field, message }) => ({ field: field === "text" ? "note" : field, message }));
    return examinedPage(visit, opened, errors, sent);
  },
};

/** Redirects to the page, keeping the list, with a confirmation. */
function doneWith(visit: Visit, what: string): PageResult {
  return { redirect: visit.link(keepingList(visit, visit.path, { fait: what })) };
}

async function openedHere(visit: Visit): Promise<OfficeDossier | undefined> {
  const { dossier = "" } = visit.params;
  const within = cameFrom(visit);
  return isId(dossier) ? see(visit, seeDossier, { dossier, ...(within && { within }) }) : undefined;
}

async function restJudged(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang } = visit;
  const items = [...new Set(sent.get("items").split(" "))].filter(Boolean);
  const outcome = await act(visit, judgeRest, { dossier, items }, { sent });
  if (outcome.kind === "done") return doneWith(visit, "reste");
  const opened = await openedHere(visit);
  if (!opened) return notHere(visit);
  const stale = outcome.kind === "stale" ? [{ field: REST, message: officeWords(lang).dossier.restStale }] : [];
  const faults = outcome.kind === "invalid" ? fieldErrors(outcome.issues, lang) : stale;
  return examinedPage(
    visit,
    opened,
    faults.map(({ message }) => ({ field: REST, message })),
    sent,
  );
}

async function judged(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang, path } = visit;
  const item = sent.get("do").slice(JUDGE.length);
  const { conform, reason, seen } = verdictFields(item);
  const answer = sent.get(conform);
  const missing = answer !== "yes" && answer !== "no";
  const input = {
    dossier,
    item,
    conform: answer === "yes",
    reason: sent.get(reason),
    seen: Number(sent.get(seen)) || 0,
  };
  const outcome = missing ? undefined : await act(visit, judgePart, input, { sent });
  if (outcome?.kind === "done") return { redirect: `${visit.link(keepingList(visit, path))}#${verdictId(item)}` };
  const opened = await openedHere(visit);
  if (!opened) return notHere(visit);
  const faults = outcome?.kind === "invalid" ? fieldErrors(outcome.issues, lang) : [];
  const words = officeWords(lang).verdict;
  // Shows the newer verdict above and keeps the reader's choice in the form: sent again, it replaces it.
  if (outcome?.kind === "stale") {
    const now = opened.verdicts[item];
    const message = now && !now.outdated ? words.stale(opened.names[now.by]) : words.staleGone;
    return { ...(await examinedPage(visit, opened, [{ field: conform, message }], sent)), status: 409 };
  }
  const errors = missing
    ? [{ field: conform, message: words.noChoice }]
    : faults.map(({ field, message }) => ({ field: field === "reason" ? reason : conform, message }));
  return examinedPage(visit, opened, errors, sent);
}

async function assigned(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang } = visit;
  const accountIn = (name: string) => (isId(sent.get(name)) ? sent.get(name) : null);
  const chosen = sent.get("do") === TAKE ? (visit.person?.account ?? null) : accountIn("to");
  const nobody = sent.get("do") === HAND && sent.get("to") === "";
  const input = { dossier, to: chosen, from: accountIn("from") };
  const outcome = nobody ? undefined : await act(visit, assignDossier, input, { sent });
  if (outcome?.kind === "done") return doneWith(visit, "confie");
  const opened = await openedHere(visit);
  if (!opened) return notHere(visit);
  const words = officeWords(lang).dossier;
  const errors =
    outcome === undefined
      ? [{ field: "to", message: words.noChoice }]
      : outcome.kind === "stale"
        ? [{ field: "to", message: words.stale(officerName(visit, opened)) }]
        : outcome.kind === "invalid"
          ? fieldErrors(outcome.issues, lang)
          : [];
  const page = await examinedPage(visit, opened, errors, sent);
  return outcome?.kind === "stale" ? { ...page, status: 409 } : page;
}

async function examinedPage(
  visit: Visit,
  opened: OfficeDossier,
  errors: readonly FieldError[],
  sent?: Form,
  changed?: ChangedShown,
): Promise<PageResult> {
  const { lang } = visit;
  const { intake, state, dossier } = opened;
  const lawfulVisit = underItsLaw(visit, intake);
  const { law } = lawfulVisit;
  const words = officeWords(lang).dossier;
  const examined: readonly Part[] = [
    { id: CONDITIONS, title: words.check, body: conditions(lawfulVisit, opened) },
    { id: "pieces", title: words.files, body: pieces(lawfulVisit, opened, errors, sent) },
    { id: "titres", title: words.titles, body: titles(law, opened, lawfulVisit) },
    ...(asksExperience(law.diploma) || opened.draft.periods.length > 0
      ? [{ id: "experience", title: words.experience, body: experience(lawfulVisit, opened) }]
      : []),
    {
      id: PATH,
      title: words.relief,
      body: html`${relief(lawfulVisit, opened)}${verdictOf(lawfulVisit, opened, DECLARED_ITEM, errors, sent)}`,
    },
    ...sections(lawfulVisit, opened, errors, sent),
  ];
  const rest = restOf(lawfulVisit, opened, errors);
  const unsent = opened.theirs && opened.submissions.length === 0;
  const parts: readonly Part[] = [
    ...(unsent ? [{ id: "avancement", title: words.progress, body: progress(lawfulVisit, opened) }] : examined),
    ...(rest ? [{ id: REST, title: words.rest, body: rest }] : []),
    ...(opened.submissions.length > 0
      ? [{ id: "depots", title: words.receipts, body: receipts(lawfulVisit, opened) }]
      : []),
    { id: "suivi", title: words.log, body: log(lawfulVisit, opened, errors, sent) },
  ];
  const messages = {
    note: words.noted,
    confie: words.assigned,
    tardif: words.lateDone,
    ecarte: words.lateDeclined,
    reste: words.restDone,
    complement: isReached(opened) ? officeWords(lang).ask.done : officeWords(lang).ask.doneUnsent,
  };
  const message = own(messages, visit.query.fait);
  const name = nameIn(opened, lang);
  const title = `${name} – ${dossier.number}`;
  const main = html`${errorSummary(errors, lang)}
<h1>${name}</h1>
${changed && changedLines(changed, lang)}
${message && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${message}</p>`}
${summaryList(identityBar(lawfulVisit, opened), lang)}
${personLink(visit, opened.dossier.id)}
${await actions(lawfulVisit, opened)}
${handOver(lawfulVisit, opened, errors)}
<p class="small">${words.seen}</p>
${opened.theirs && html`<p class="ds-alert" data-color="info">${unsent ? words.theirs : words.takenBack}</p>`}
${allows(DOSSIER, "late-accepted", state.state) && lateParts(lawfulVisit, opened, errors, sent)}
<div class="with-contents">
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${words.contents}</h2>
<ol>${parts.map(({ id, title: heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ol></nav>
<div class="sections">${parts.map(({ id, title: heading, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${heading}</h2>${body}</section>`)}</div>
</div>
${nextDossier(lawfulVisit, opened)}`;
  const status = errors.length > 0 ? 422 : 200;
  return {
    html: layout(visit, { title, main, error: errors.length > 0, back: listItself(visit, dossier.intake) }),
    status,
  };
}
