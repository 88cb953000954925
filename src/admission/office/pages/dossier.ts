/** One dossier as the office examines it: who, what the rule answers and why, what was declared, the pieces, what happened. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayMoney } from "../../../kit/lang.ts";
import { sayMoment } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import type { Law } from "../../../law/law.ts";
import { lawOf } from "../../../law/load.ts";
import { may } from "../../../people/rules/permissions.ts";
import { requestRows } from "../../../billing/pages/request-steps.ts";
import { countedRows, pathParts, shownPath } from "../../../training/pages/path-parts.ts";
import { needsTrack, quoteInput } from "../../../training/pages/plan.ts";
import { act, fieldErrors, see } from "../../../web/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  radios,
  select,
  summaryCard,
  summaryList,
  type SummaryRow,
  table,
  textArea,
} from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { Form, Page, PageResult, Visit } from "../../../web/page.ts";
import { EXPLANATIONS } from "../../dossier/standing.ts";
import { readOnly } from "../../dossier/pages/section.ts";
import { DECLARED_ITEM } from "../../dossier/rules/complement.ts";
import { pagesOutside } from "../../dossier/rules/completeness.ts";
import { lineOf, SECTIONS } from "../../dossier/rules/sections.ts";
import { dossierWords } from "../../dossier/words.ts";
import { sayOutcome } from "../../documents/outcome.ts";
import { experiencePicture } from "../../pages/picture.ts";
import { decide } from "../../pages/result.ts";
import { doorList, findingList, shownDoor, shownFinding } from "../../pages/result-view.ts";
import { periodRows, titleName, titleRows } from "../../pages/say.ts";
import { toInput } from "../../rules/draft.ts";
import { sentences } from "../../sentences.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "../acts.ts";
import { type OfficeDossier, seeDossier } from "../views.ts";
import { partsToSee, type Verdict } from "../rules/verdict.ts";
import { officeWords, sayPart } from "../words.ts";
import { mayBeAsked } from "./ask.ts";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const officeDossierPage: Page = {
  name: "dossiers-un",
  path: "/dossiers/:dossier",
  who: "see the dossiers",
  view: async (visit): Promise<PageResult> => {
    const opened = await openedHere(visit);
    return opened ? shown(visit, opened, []) : { notFound: true };
  },
  submit: async (visit, sent): Promise<PageResult> => {
    const { dossier = "" } = visit.params;
    const { path, lang } = visit;
    const done = (what: string) => ({ redirect: `${visit.link(path)}?fait=${what}` });
    // The button pressed says which of the forms of this page it is.
    const pressed = sent.get("do");
    if (pressed.startsWith(JUDGE)) return judged(visit, dossier, sent);
    if (pressed === TAKE || pressed === HAND) return assigned(visit, dossier, sent);
    if (pressed === REST) return restJudged(visit, dossier, sent);
    const late = sent.names.includes("reason");
    const verb = pressed === DECLINE ? declineLate : acceptLate;
    const outcome = late
      ? await act(visit, verb, { dossier, reason: sent.get("reason").slice(0, 2000) }, { sent })
      : await act(visit, noteDossier, { dossier, text: sent.get("note").slice(0, 4000) }, { sent });
    if (outcome.kind === "done") return late ? done(pressed === DECLINE ? "ecarte" : "tardif") : done("note");
    const opened = await openedHere(visit);
    if (!opened) return { notFound: true };
    const errors = outcome.kind === "invalid" ? fieldErrors(outcome.issues, lang) : [];
    return shown(visit, opened, errors, sent);
  },
};

async function openedHere(visit: Visit): Promise<OfficeDossier | undefined> {
  const { dossier = "" } = visit.params;
  return ID.test(dossier) ? see(visit, seeDossier, { dossier }) : undefined;
}

const JUDGE = "judge:";
const TAKE = "take";
const HAND = "hand";
const REST = "rest";
const DECLINE = "decline";

async function restJudged(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang, path } = visit;
  const items = [...new Set(sent.get("items").split(" "))].filter(Boolean).slice(0, 100);
  const outcome = await act(visit, judgeRest, { dossier, items }, { sent });
  if (outcome.kind === "done") return { redirect: `${visit.link(path)}?fait=reste` };
  const opened = await openedHere(visit);
  if (!opened) return { notFound: true };
  const stale = [{ field: REST, message: officeWords(lang).dossier.restStale }];
  const found = outcome.kind === "invalid" ? fieldErrors(outcome.issues, lang) : stale;
  return shown(
    visit,
    opened,
    found.map(({ message }) => ({ field: REST, message })),
    sent,
  );
}

async function judged(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang, path } = visit;
  const item = sent.get("do").slice(JUDGE.length);
  const { conform, reason } = verdictFields(item);
  const said = sent.get(conform);
  const missing = said !== "yes" && said !== "no";
  const input = { dossier, item, conform: said === "yes", reason: sent.get(reason).slice(0, 1000) };
  const outcome = missing ? undefined : await act(visit, judgePart, input, { sent });
  if (outcome?.kind === "done") return { redirect: `${visit.link(path)}#${verdictId(item)}` };
  const opened = await openedHere(visit);
  if (!opened) return { notFound: true };
  const found = outcome?.kind === "invalid" ? fieldErrors(outcome.issues, lang) : [];
  const errors = missing
    ? [{ field: conform, message: officeWords(lang).verdict.noChoice }]
    : found.map(({ field, message }) => ({ field: field === "reason" ? reason : conform, message }));
  return shown(visit, opened, errors, sent);
}

async function assigned(visit: Visit, dossier: string, sent: Form): Promise<PageResult> {
  const { lang, path } = visit;
  const one = (name: string) => (ID.test(sent.get(name)) ? sent.get(name) : null);
  const chosen = sent.get("do") === TAKE ? (visit.person?.account ?? null) : one("to");
  const nobody = sent.get("do") === HAND && sent.get("to") === "";
  const input = { dossier, to: chosen, from: one("from") };
  const outcome = nobody ? undefined : await act(visit, assignDossier, input, { sent });
  if (outcome?.kind === "done") return { redirect: `${visit.link(path)}?fait=confie` };
  const opened = await openedHere(visit);
  if (!opened) return { notFound: true };
  const words = officeWords(lang).dossier;
  const errors =
    outcome === undefined
      ? [{ field: "to", message: words.noChoice }]
      : outcome.kind === "stale"
        ? [{ field: "to", message: words.stale(officerName(visit, opened)) }]
        : outcome.kind === "invalid"
          ? fieldErrors(outcome.issues, lang)
          : [];
  const page = shown(visit, opened, errors, sent);
  return outcome?.kind === "stale" ? { ...page, status: 409 } : page;
}

type Part = { readonly id: string; readonly title: string; readonly body: Html };

function shown(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): PageResult {
  const { lang, world, school } = visit;
  const { intake, state, dossier } = opened;
  const law = lawOf(world.laws, intake.diploma, intake.lawVersion, school.establishment)!;
  // What follows reads the law of the intake, which need not be that of today.
  const at: Visit = { ...visit, law };
  const words = officeWords(lang).dossier;
  const examined: readonly Part[] = [
    { id: "conditions", title: words.check, body: conditions(at, opened) },
    { id: "pieces", title: words.files, body: pieces(at, opened, errors, sent) },
    { id: "titres", title: words.titles, body: titles(law, opened, at) },
    { id: "experience", title: words.experience, body: experience(at, opened) },
    {
      id: "parcours",
      title: words.relief,
      body: html`${relief(at, opened)}${verdictOf(at, opened, DECLARED_ITEM, errors, sent)}`,
    },
    ...sections(at, opened, errors, sent),
  ];
  const rest = restOf(at, opened, errors);
  const unsent = opened.theirs && opened.submissions.length === 0;
  const parts: readonly Part[] = [
    ...(unsent ? [{ id: "avancement", title: words.progress, body: progress(at, opened) }] : examined),
    ...(rest ? [{ id: REST, title: words.rest, body: rest }] : []),
    ...(opened.submissions.length > 0 ? [{ id: "depots", title: words.receipts, body: receipts(at, opened) }] : []),
    { id: "suivi", title: words.log, body: log(at, opened, errors, sent) },
  ];
  const said = {
    note: words.noted,
    confie: words.assigned,
    tardif: words.lateDone,
    ecarte: words.lateDeclined,
    reste: words.restDone,
    complement: officeWords(lang).ask.done,
  }[visit.query.fait ?? ""];
  const name = nameIn(opened, lang);
  const title = `${name} – ${dossier.number}`;
  const main = html`${errorSummary(errors, lang)}
<h1>${name}</h1>
${said && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${said}</p>`}
${summaryList(identityBar(at, opened), lang)}
${actions(at, opened)}
${handOver(at, opened, errors)}
<p class="small">${words.seen}</p>
${opened.theirs && html`<p class="ds-alert" data-color="info">${unsent ? words.theirs : words.takenBack}</p>`}
${(state.state === "late" || state.state === "declined") && lateParts(at, opened, errors, sent)}
<div class="with-contents">
<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${words.contents}</h2>
<ol>${parts.map(({ id, title: heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ol></nav>
<div class="sections">${parts.map(({ id, title: heading, body }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${heading}</h2>${body}</section>`)}</div>
</div>
${nextDossier(at, opened)}`;
  const status = errors.length > 0 ? 422 : 200;
  return { html: layout(visit, { title, main, error: errors.length > 0, back: "/dossiers" }), status };
}

function nameIn({ sections: saved, contact }: OfficeDossier, lang: Visit["lang"]): string {
  const identity = saved.identity ?? {};
  const name = [
    lineOf(identity, "usedName") || lineOf(identity, "birthName"),
    lineOf(identity, "givenNames").split(/[\s,]+/)[0],
  ];
  return name.filter(Boolean).join(" ") || contact?.name || officeWords(lang).queue.unnamed;
}

/** Who deals with it, as whoever reads the page would say it. */
function officerName({ lang, person }: Visit, { officer, colleagues, names }: OfficeDossier): string {
  const words = officeWords(lang).dossier;
  if (officer === null) return words.nobody;
  const name = colleagues.find(({ account }) => account === officer)?.name ?? names[`account:${officer}`] ?? words.left;
  return officer === person?.account ? `${name} (${words.you})` : name;
}

/** How much of it was looked at. */
function examination({ lang }: Visit, { intake, verdicts, tasks, attached }: OfficeDossier): string {
  const words = officeWords(lang).dossier;
  const all = new Set([...partsToSee({ pieces: intake.pieces, tasks, files: attached }), ...Object.keys(verdicts)]);
  const said = Object.values(verdicts);
  const faults = said.filter(({ conform, outdated }) => !conform && !outdated).length;
  const outdated = said.filter((one) => one.outdated).length;
  const parts = [words.seenParts(said.length, all.size)];
  if (faults > 0) parts.push(words.faults(faults));
  if (outdated > 0) parts.push(words.outdatedParts(outdated));
  return parts.join(", ");
}

function identityBar(visit: Visit, opened: OfficeDossier): SummaryRow[] {
  const { lang } = visit;
  const { dossier, state, contact, sections: saved, dues, intake } = opened;
  const words = officeWords(lang);
  const { short } = dossierWords(lang).states[state.state];
  const due = state.dueOn === null ? "" : ` – ${words.queue.due.toLowerCase()} ${sayDay(state.dueOn, lang)}`;
  const phone = lineOf(saved.contact ?? {}, "phone");
  const address = contact?.address ?? dossier.address;
  const mail = address && html`<a class="ds-link" href="${href(`mailto:${address}`)}">${address}</a>`;
  const owed = dues.map(({ balance, total, reference }) =>
    balance > 0 ? words.dossier.owed(sayMoney(balance, lang), reference) : words.dossier.paid(sayMoney(total, lang)),
  );
  return [
    { key: words.queue.number, value: `${dossier.number}, ${intake.label[lang]}` },
    { key: words.dossier.state, value: html`<strong>${short}</strong>${due}` },
    { key: words.dossier.officer, value: capital(officerName(visit, opened)) },
    ...(opened.submissions.length > 0 ? [{ key: words.dossier.examined, value: examination(visit, opened) }] : []),
    { key: words.dossier.mail, value: mail || words.dossier.noAccount },
    ...(phone === "" ? [] : [{ key: words.dossier.phone, value: phone }]),
    ...(dossier.entered === "online" ? [] : [{ key: words.dossier.how, value: howEntered(visit, opened) }]),
    { key: words.dossier.due, value: capital(owed.join(", ") || words.dossier.noDue) },
  ];
}

function howEntered({ lang }: Visit, { dossier, submissions, confirmed, handedOver }: OfficeDossier): string {
  const words = officeWords(lang);
  const how = words.entered[dossier.entered];
  if (submissions.length === 0) return how;
  if (!confirmed) return `${how}, ${words.dossier.toConfirm}`;
  return `${how}, ${handedOver ? words.dossier.confirmedByHand : words.dossier.confirmed}`;
}

/** Taking it for oneself is one press; giving it to somebody else is rarer, and folded. */
function handOver(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[]): Html | false {
  const { actor, person, lang } = visit;
  if (!may(actor, assignDossier.who) || !person) return false;
  const words = officeWords(lang).dossier;
  const { officer, colleagues } = opened;
  const from = html`<input type="hidden" name="from" value="${officer ?? ""}">`;
  const take = html`${from}<div class="actions">${button(words.take, { name: "do", value: TAKE, variant: "secondary" })}</div>`;
  const others = colleagues.filter(({ account }) => account !== officer);
  const options = [
    ...others.map(({ account, name }) => ({ value: account, label: name })),
    ...(officer === null ? [] : [{ value: "personne", label: words.nobody }]),
  ];
  const field = select({
    name: "to",
    label: words.handTo,
    hint: words.handHint,
    options,
    value: "",
    empty: words.choose,
    errors,
    lang,
  });
  const fault = errors.some((error) => error.field === "to");
  return html`${officer !== person.account && form(visit, take)}
<details class="ds-details" ${fault && "open"}><summary>${words.handOver}</summary><div class="part">${form(visit, html`${from}${field}<div class="actions">${button(words.handGo, { name: "do", value: HAND, variant: "secondary" })}</div>`)}</div></details>`;
}

/** What the office does next: ask, write, and for whoever applied on paper, enter what they sent. */
function actions({ actor, link, lang }: Visit, opened: OfficeDossier): Html | false {
  if (!may(actor, noteDossier.who)) return false;
  const words = officeWords(lang).dossier;
  const { dossier, intake, state } = opened;
  const own = `/${intake.diploma}/dossier/${dossier.id}`;
  const asked = mayBeAsked(opened);
  const onPaper = dossier.account === null && dossier.entered !== "online";
  const entering = onPaper && state.state === "draft";
  const confirming = onPaper && opened.submissions.length > 0;
  return html`<div class="actions">${entering && linkButton(link(own), words.paper)}${asked && linkButton(link(`/dossiers/${dossier.id}/complement`), words.ask)}${confirming && linkButton(link(`${own}/faire-confirmer`), words.confirm, "secondary")}${linkButton(link(`${own}/messages`), words.messages, "secondary")}</div>`;
}

/** On the day it was last handed in: what counts then, whatever day it is read. */
function dayOfReading({ submissions, now }: OfficeDossier, zone: string): string {
  return dayIn(submissions.at(-1)?.submittedAt ?? now, zone);
}

/** Each part and how far it is, and nothing of what is in it. */
function progress({ lang }: Visit, { tasks, intake }: OfficeDossier): Html {
  const words = dossierWords(lang);
  const asked = tasks.filter(({ optional }) => !optional);
  return html`<ul class="tasks">${asked.map(
    ({ key, status }) =>
      html`<li><span>${sayPart(key, intake, lang)}</span> <span class="task-status" data-status="${status}">${words.statuses[status]}</span></li>`,
  )}</ul>`;
}

function conditions(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  if (opened.draft.titles.length === 0) return html`<p>${words.noTitles}</p>`;
  const on = dayOfReading(opened, school.timezone);
  const input = toInput(law.diploma, opened.draft, on);
  const answer = decide(law, input);
  const { verdict, texts } = sayOutcome(law, on, answer, lang);
  const findings = answer.findings.map((found) => shownFinding(found, sentences, lang));
  return html`<p class="small">${words.checkOn(sayDay(on, lang))}</p>
<p><strong>${verdict}</strong></p>
${texts.map((text) => html`<p>${text}</p>`)}
${findings.length > 0 && findingList(findings, visit, true)}
<details class="ds-details"><summary>${words.doors}</summary><div class="part">${doorList(
    answer.doors.map((door) => shownDoor(door, lang)),
    visit,
  )}</div></details>`;
}

function sections(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Part[] {
  const { lang } = visit;
  const { sections: saved, intake } = opened;
  return SECTIONS.map((section) => ({
    id: `partie-${section.key}`,
    title: sayPart(section.key, intake, lang),
    body: html`${readOnly(section, saved[section.key] ?? {}, lang)}${verdictOf(visit, opened, section.key, errors, sent)}`,
  }));
}

function titles({ diploma }: Law, { draft }: OfficeDossier, { lang }: Visit): Html {
  const words = officeWords(lang).dossier;
  if (draft.titles.length === 0) return html`<p>${words.titlesNone}</p>`;
  return html`${draft.titles.map((title, at) =>
    summaryCard({
      title: words.titleCard(at + 1, capital(titleName(diploma, title, lang))),
      level: 3,
      rows: titleRows(diploma, title, lang),
      lang,
    }),
  )}`;
}

function experience(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  const { draft } = opened;
  if (draft.periods.length === 0) return html`<p>${words.experienceNone}</p>`;
  const input = toInput(law.diploma, draft, dayOfReading(opened, school.timezone));
  const picture = experiencePicture(law.diploma, input, decide(law, input), lang);
  return html`${picture || ""}
${draft.periods.map((period, at) => summaryCard({ title: words.periodCard(at + 1), level: 3, rows: periodRows(law.diploma, period, lang), lang }))}`;
}

function relief(visit: Visit, opened: OfficeDossier): Html {
  const { law, lang, school } = visit;
  const words = officeWords(lang).dossier;
  if (needsTrack(law, opened.draft)) return html`<p>${words.noPlan}</p>`;
  const input = quoteInput(law, opened.draft, dayOfReading(opened, school.timezone));
  const requests = requestRows(law, opened.draft.plan, lang);
  return html`${requests.length > 0 && summaryList(requests, lang)}
<p class="small">${words.reliefWhy}</p>
<details class="ds-details"><summary>${words.reliefFolded}</summary><div class="part">${pathParts(visit, shownPath(law, input, lang), countedRows(law, input, lang), { part: true })}</div></details>`;
}

/** A piece’s key has a colon before it, which a selector would take for something else. */
function keyOf(item: string): string {
  return item.replaceAll(":", "-");
}

function verdictId(item: string): string {
  return `avis-${keyOf(item)}`;
}

function verdictFields(item: string) {
  return { conform: `conform-${keyOf(item)}`, reason: `reason-${keyOf(item)}` };
}

/** What the school said of a part, by whom and when; and for whoever may, the way to say it. */
function verdictOf(
  visit: Visit,
  opened: OfficeDossier,
  item: string,
  errors: readonly FieldError[],
  sent?: Form,
): Html | false {
  if (opened.submissions.length === 0) return false;
  const { lang, school, actor } = visit;
  const words = officeWords(lang).verdict;
  const { verdicts, names, intake } = opened;
  const said = verdicts[item];
  const [colour, word] = !said
    ? (["neutral", words.none] as const)
    : said.outdated
      ? (["warning", words.outdated] as const)
      : said.conform
        ? (["success", words.conform] as const)
        : (["danger", words.not] as const);
  const by = said && names[said.by];
  const when = said && sayDay(dayIn(said.at, school.timezone), lang);
  const part = sayPart(item, intake, lang);
  const gives = may(actor, judgePart.who) && mayBeAsked(opened);
  return html`<div class="verdict-of" id="${verdictId(item)}" tabindex="-1">
<p><span class="ds-sr-only">${words.of(part)} </span><span class="ds-tag" data-color="${colour}">${word}</span>${by && when && html` <span class="small">${words.by(by, when)}</span>`}</p>
${said && said.reason !== "" && html`<p class="typed">${said.reason}</p>`}
${said?.outdated === true && html`<p class="small">${words.outdatedWhy}</p>`}
${gives && verdictForm(visit, { item, part, said }, errors, sent)}
</div>`;
}

type Judging = { readonly item: string; readonly part: string; readonly said: Verdict | undefined };

function verdictForm(visit: Visit, { item, part, said }: Judging, errors: readonly FieldError[], sent?: Form): Html {
  const { lang } = visit;
  const words = officeWords(lang).verdict;
  const { conform, reason } = verdictFields(item);
  const typed = sent?.get("do") === JUDGE + item ? sent : undefined;
  const own = errors.filter(({ field }) => field === conform || field === reason);
  const reasonField = textArea({
    name: reason,
    label: words.reason(part),
    hint: words.reasonHint,
    value: typed?.get(reason) ?? (said && !said.outdated ? said.reason : ""),
    rows: 2,
    errors: own,
    lang,
  });
  const choice = radios({
    name: conform,
    legend: words.question(part),
    options: [
      { value: "yes", label: words.yes },
      { value: "no", label: words.no },
    ],
    value: typed?.get(conform) ?? (said && !said.outdated ? (said.conform ? "yes" : "no") : undefined),
    follow: { no: reasonField },
    errors: own,
    lang,
  });
  return html`<details class="ds-details" ${own.length > 0 && "open"}><summary>${said ? words.change : words.give}<span class="ds-sr-only"> – ${part}</span></summary><div class="part">${form(visit, html`${choice}<div class="actions">${button(html`${words.go}<span class="ds-sr-only"> – ${part}</span>`, { name: "do", value: JUDGE + item, variant: "secondary" })}</div>`)}</div></details>`;
}

function pieces(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Html {
  const { lang, link } = visit;
  const { intake, attached, sections: saved } = opened;
  const words = officeWords(lang).dossier;
  const said = saved[EXPLANATIONS] ?? {};
  const rows = intake.pieces.map((piece): (string | Html)[] => {
    const files = attached.filter(({ slot }) => slot === piece.key);
    const outside = pagesOutside(piece, files);
    const explanation = lineOf(said, piece.key);
    const list = files.map(
      (file) =>
        html`<li><a class="ds-link file-name" href="${href(link(`/fichier/${file.id}`))}">${file.name}</a> <span class="small">${file.pages !== null && html`${words.pages(file.pages)} `}</span><span class="ds-tag" data-color="${SCANS[file.scan]}">${words.scanned[file.scan]}</span></li>`,
    );
    return [
      capital(piece.label[lang]),
      files.length === 0
        ? words.none
        : html`<ul class="files">${list}</ul>${outside !== undefined && piece.pages && html`<p><span class="ds-tag" data-color="warning">${words.pages(outside)}, ${words.outside(piece.pages.min, piece.pages.max)}</span></p>`}${explanation !== "" && html`<p class="typed">${words.explained} ${explanation}</p>`}`,
      verdictOf(visit, opened, `piece:${piece.key}`, errors, sent) || words.none,
    ];
  });
  const head = [words.piece, words.received, officeWords(lang).verdict.column];
  return table({ id: "pieces-recues", caption: words.piecesCaption, head, rows, stacks: true });
}

const SCANS = { none: "warning", waiting: "info", clean: "success", infected: "danger" } as const;

function lateParts(visit: Visit, { state }: OfficeDossier, errors: readonly FieldError[], sent?: Form): Html {
  const { lang } = visit;
  const words = officeWords(lang).dossier;
  const late = state.state === "late";
  const reason = textArea({
    name: "reason",
    label: words.lateReason,
    hint: words.lateReasonHint,
    value: sent?.get("reason") ?? "",
    rows: 2,
    errors,
    lang,
  });
  return html`<section class="ds-alert" data-color="warning" aria-labelledby="tardif"><h2 id="tardif">${late ? words.lateHeading : words.declinedHeading}</h2>
${may(visit.actor, acceptLate.who) && form(visit, html`${reason}<div class="actions">${button(words.lateGo)}${late && button(words.lateNo, { name: "do", value: DECLINE, variant: "secondary" })}</div>`)}</section>`;
}

/** Whoever has read a whole dossier says once that the rest conforms. */
function restOf(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[]): Html | false {
  const { left, intake, submissions } = opened;
  if (submissions.length === 0 || left.length === 0 || !mayBeAsked(opened) || !may(visit.actor, judgeRest.who))
    return false;
  const { lang } = visit;
  const words = officeWords(lang).dossier;
  const fault = errors.find(({ field }) => field === REST);
  const fields = html`<input type="hidden" name="items" value="${left.join(" ")}">
<ul>${left.map((item) => html`<li>${sayPart(item, intake, lang)}</li>`)}</ul>
${fault && html`<p class="ds-validation-message" id="${REST}">${fault.message}</p>`}
<div class="actions">${button(words.restGo(left.length), { name: "do", value: REST, variant: "secondary" })}</div>`;
  return form(visit, fields);
}

function nextDossier({ lang, link }: Visit, { next }: OfficeDossier): Html | false {
  if (!next) return false;
  return html`<div class="actions">${linkButton(link(`/dossiers/${next.id}`), officeWords(lang).dossier.next(next.number), "secondary")}</div>`;
}

/** Each time it was handed in, the last first; what was handed in before stays readable. */
function receipts({ lang, link, school }: Visit, { submissions, dossier }: OfficeDossier): Html {
  const words = officeWords(lang).dossier;
  return html`<ul class="files">${submissions.toReversed().map(({ number, submittedAt, late, kind }) => {
    const said = words.receipt(number, sayMoment(submittedAt, school.timezone, lang));
    const marks = [...(kind === "complement" ? [words.complementMark] : []), ...(late ? [words.lateMark] : [])];
    return html`<li><a class="ds-link" href="${href(link(`/dossiers/${dossier.id}/recepisse/${number}`))}">${said}</a>${marks.map((mark) => html` <span class="ds-tag" data-color="neutral">${mark}</span>`)}</li>`;
  })}</ul>`;
}

/** All that happened, the last first, notes among the rest. */
function log(
  visit: Visit,
  { facts, notes, submissions, names, intake }: OfficeDossier,
  errors: readonly FieldError[],
  sent?: Form,
): Html {
  const { lang, school } = visit;
  const words = officeWords(lang);
  const sayFact = ({ kind, details: { to, item, conform } }: (typeof facts)[number]): string => {
    if (kind === "assigned" && typeof to !== "string") return words.facts.released!;
    if (kind === "assigned")
      return words.pair(words.facts.assigned!, names[`account:${String(to)}`] ?? words.dossier.left);
    if (kind !== "judged" || typeof item !== "string") return words.facts[kind] ?? kind;
    return words.pair(sayPart(item, intake, lang), conform === true ? words.verdict.conform : words.verdict.not);
  };
  const happened = [
    ...facts.map((fact) => ({ at: fact.at, by: fact.by, said: sayFact(fact), text: textIn(fact.details) })),
    ...notes.map(({ at, by, text }) => ({ at, by, said: words.facts.note!, text })),
    ...submissions.map(({ number, submittedAt, late }) => ({
      at: submittedAt,
      by: "",
      said: `${words.facts.submitted!}, ${number}${late ? `, ${words.dossier.lateMark}` : ""}`,
      text: "",
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const note = textArea({
    name: "note",
    label: words.dossier.note,
    hint: words.dossier.noteHint,
    value: sent?.get("note") ?? "",
    rows: 3,
    errors,
    lang,
  });
  return html`${may(visit.actor, noteDossier.who) && html`<h3>${words.dossier.noteHeading}</h3>${form(visit, html`${note}<div class="actions">${button(words.dossier.noteGo, { variant: "secondary" })}</div>`)}`}
<ol class="timeline-list">${happened.map(
    ({ at, by, said, text }) =>
      html`<li><time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time> <strong>${said}</strong>${names[by] && html` ${words.dossier.by(names[by])}`}${text !== "" && html`<p class="typed">${text}</p>`}</li>`,
  )}</ol>`;
}

function textIn(details: Readonly<Record<string, unknown>>): string {
  return typeof details.reason === "string" ? details.reason : "";
}
