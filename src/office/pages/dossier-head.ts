/** The head of a dossier under examination: person, state, officer, and possible next acts. */
import { allows } from "../../kit/machine.ts";
import { DOSSIER } from "../../dossier/rules/state.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { sayDay, sayMoney } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { capital } from "../../kit/typography.ts";
import { longestOf } from "../../kit/shapes.ts";
import { readyReasons } from "../../law/establishment.ts";
import { may } from "../../act/permissions.ts";
import { button, type FieldError, form, linkButton, select, type SummaryRow, textArea } from "../../page/form.ts";
import { carriedLines } from "../../act/shows.ts";
import { see, SHOWN } from "../../page/acting.ts";
import type { Form, Visit } from "../../page/page.ts";
import { SEES_PERSONS } from "../../page/person-link.ts";
import { dossierWords } from "../../dossier/words.ts";
import { sayAway } from "../absences/words.ts";
import { acceptLate, assignDossier, noteDossier } from "../acts.ts";
import { lateLines } from "../late-lines.ts";
import { partsToSee } from "../rules/verdict.ts";
import type { OfficeDossier } from "../views.ts";
import { officeWords } from "../words.ts";
import { mayBeAsked } from "./ask.ts";
import { cameFrom, inList, keepingList, listItself } from "./list.ts";

/** Button values of the forms to take, assign and decline a dossier. */
export const TAKE = "take";

export const HAND = "hand";

export const DECLINE = "decline";

/** Inserts a ready sentence into the reason, nothing else. */
export const LATE_READY = "late-ready";
export const READY_FIELD = "ready-late";

export function nameIn({ name, contact }: OfficeDossier, lang: Visit["lang"]): string {
  return name ?? contact?.name ?? officeWords(lang).queue.unnamed;
}

/** The officer, worded for the reader. */
export function officerName({ lang, person }: Visit, { officer, colleagues, names }: OfficeDossier): string {
  const words = officeWords(lang).dossier;
  if (officer === null) return words.nobody;
  const name = colleagues.find(({ account }) => account === officer)?.name ?? names[`account:${officer}`] ?? words.left;
  return officer === person?.account ? `${name} (${words.you})` : name;
}

/** The officer's absence today: until when, and who stands in. */
function awayOf({ officer, colleagues }: OfficeDossier, lang: Visit["lang"]): string {
  const away = colleagues.find(({ account }) => account === officer)?.away;
  return away ? ` (${sayAway(away, lang)})` : "";
}

/** How many parts there are, how many were judged, and how. */
function examined({ intake, verdicts, tasks, attached }: OfficeDossier) {
  const all = new Set([...partsToSee({ pieces: intake.pieces, tasks, files: attached }), ...Object.keys(verdicts)]);
  const judged = Object.values(verdicts);
  const faults = judged.filter(({ conform, outdated }) => !conform && !outdated).length;
  return { all: all.size, judged: judged.length, faults, outdated: judged.filter((one) => one.outdated).length };
}

/** The examination's progress. */
function examination({ lang }: Visit, opened: OfficeDossier): string {
  const words = officeWords(lang).dossier;
  const { all, judged, faults, outdated } = examined(opened);
  const parts = [words.seenParts(judged, all)];
  if (faults > 0) parts.push(words.faults(faults));
  if (outdated > 0) parts.push(words.outdatedParts(outdated));
  return parts.join(", ");
}

export function identityBar(visit: Visit, opened: OfficeDossier): SummaryRow[] {
  const { lang } = visit;
  const { dossier, state, contact, phone, dues, intake } = opened;
  const words = officeWords(lang);
  const { short } = dossierWords(lang).states[state.state];
  const due = state.dueOn === null ? "" : ` – ${words.queue.due.toLowerCase()} ${sayDay(state.dueOn, lang)}`;
  const address = contact?.address ?? dossier.address;
  const mail = address && html`<a class="ds-link" href="${href(`mailto:${address}`)}">${address}</a>`;
  const owed = dues.map(({ balance, total, reference, suspended }) =>
    balance > 0
      ? words.dossier[suspended ? "suspended" : "owed"](sayMoney(balance, lang), reference)
      : words.dossier.paid(sayMoney(total, lang)),
  );
  return [
    { key: words.queue.number, value: `${dossier.number}, ${intake.label[lang]}` },
    { key: words.dossier.state, value: html`<strong>${short}</strong>${due}` },
    { key: words.dossier.officer, value: capital(officerName(visit, opened)) + awayOf(opened, lang) },
    ...(opened.submissions.length > 0 ? [{ key: words.dossier.examined, value: examination(visit, opened) }] : []),
    { key: words.dossier.mail, value: mail ? html`${mail}${cameBack(visit, opened)}` : words.dossier.noAddress },
    ...(phone === "" ? [] : [{ key: words.dossier.phone, value: phone }]),
    ...(dossier.entered === "online" ? [] : [{ key: words.dossier.how, value: howEntered(visit, opened) }]),
    {
      key: words.dossier.due,
      value: capital(owed.join(", ") || (intake.fees.length > 0 ? words.dossier.noDue : words.dossier.noFee)),
    },
  ];
}

/** The last mail to this address bounced. */
function cameBack({ lang, link, school }: Visit, { returned }: OfficeDossier): Html | false {
  if (!returned) return false;
  const label = officeWords(lang).dossier.returned(sayDay(dayIn(returned.at, school.timezone), lang));
  return html` <a class="ds-tag" data-color="danger" href="${href(link(`/courriels/${returned.mail}`))}">${label}</a>`;
}

function howEntered({ lang }: Visit, { dossier, submissions, confirmed, handedOver }: OfficeDossier): string {
  const words = officeWords(lang);
  const how = words.entered[dossier.entered];
  if (submissions.length === 0) return how;
  if (!confirmed) return `${how}, ${words.dossier.toConfirm}`;
  return `${how}, ${handedOver ? words.dossier.confirmedByHand : words.dossier.confirmed}`;
}

/** Taking it is one press; assigning it to another is rarer, so folded. */
export function handOver(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[]): Html | false {
  const { actor, person, lang } = visit;
  if (!may(actor, assignDossier.who) || !person) return false;
  const words = officeWords(lang).dossier;
  const { officer, colleagues } = opened;
  const here = visit.link(keepingList(visit, visit.path));
  const from = html`<input type="hidden" name="from" value="${officer ?? ""}">`;
  const take = html`${from}<div class="actions">${button(words.take, { name: "do", value: TAKE, variant: "secondary" })}</div>`;
  const others = colleagues.filter(({ account }) => account !== officer);
  const options = [
    ...others.map(({ account, name, away }) => ({
      value: account,
      label: away ? `${name} (${sayAway(away, lang)})` : name,
    })),
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
  return html`${officer !== person.account && form(visit, take, { action: here })}
<details class="ds-details" ${fault && "open"}><summary>${words.handOver}</summary><div class="part">${form(visit, html`${from}${field}<div class="actions">${button(words.handGo, { name: "do", value: HAND, variant: "secondary" })}</div>`, { action: here })}</div></details>`;
}

/** What waits for the reader once every part conforms, such as deciding on eligibility. */
async function afterExamination(visit: Visit, { dossier }: OfficeDossier) {
  const person = dossier.account ?? dossier.id;
  const waiting = may(visit.actor, SEES_PERSONS) && (await see(visit, visit.world.house.personWaiting, { person }));
  return (waiting || { lines: [] }).lines.filter(
    ({ theirs, chain, to }) => !theirs && chain.endsWith(`:${dossier.id}`) && to !== visit.path,
  );
}

/** The next acts: what follows the examination, asking, writing, and entering what came on paper. */
export async function actions(visit: Visit, opened: OfficeDossier): Promise<Html | false> {
  const { actor, link, lang } = visit;
  const { all, judged, faults, outdated } = examined(opened);
  const isConform = all > 0 && judged === all && faults + outdated === 0;
  const next = isConform && !opened.theirs ? await afterExamination(visit, opened) : [];
  const goOn = next.map(({ to, go }, at) => linkButton(link(to), go[lang], at === 0 ? undefined : "secondary"));
  if (goOn.length > 0 && !may(actor, noteDossier.who)) return html`<div class="actions">${goOn}</div>`;
  if (!may(actor, noteDossier.who)) return false;
  const words = officeWords(lang).dossier;
  const { dossier, intake, state } = opened;
  const own = `/${intake.diploma}/dossier/${dossier.id}`;
  const asked = mayBeAsked(opened);
  const onPaper = dossier.account === null && dossier.entered !== "online";
  const entering = onPaper && state.state === "draft";
  const confirming = onPaper && opened.submissions.length > 0 && !opened.confirmed;
  const inviting = dossier.entered === "carried" && dossier.account === null;
  // Already asked: the answer is awaited, or to be entered if it came on paper.
  const pending = state.state === "complement";
  const answer = pending && onPaper && linkButton(link(`${own}/complement`), words.enterComplement);
  return html`<div class="actions">${goOn}${entering && linkButton(link(own), words.paper)}${answer}${asked && linkButton(link(keepingList(visit, `/dossiers/${dossier.id}/complement`)), pending ? words.askAgain : words.ask, pending || isConform ? "secondary" : undefined)}${confirming && linkButton(link(`${own}/faire-confirmer`), words.confirm, "secondary")}${inviting && linkButton(link(`${own}/faire-confirmer`), words.invite, "secondary")}${linkButton(link(keepingList(visit, `${own}/messages`)), words.messages, "secondary")}</div>`;
}

/** The school’s ready sentences for the decisions allowed now, in the person's language. */
function readyLate({ school }: Visit, { state, dossier }: OfficeDossier): string[] {
  const uses = (["late-accepted", "late-declined"] as const).filter((kind) => allows(DOSSIER, kind, state.state));
  return uses.flatMap((use) => readyReasons(school, use, dossier.language));
}

export function lateParts(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Html {
  const { lang } = visit;
  const { state } = opened;
  const words = officeWords(lang).dossier;
  const late = state.state === "late";
  const ready = readyLate(visit, opened);
  const readied = sent?.get("do") === LATE_READY;
  const chosen = readied ? ready[Number(sent.get(READY_FIELD) || "-1")] : undefined;
  const typed = sent?.get("reason") ?? "";
  const options = ready.map((label, index) => ({ value: String(index), label, lang: opened.dossier.language }));
  const { verdict } = officeWords(lang);
  const choosing =
    ready.length > 0 &&
    html`${select({ name: READY_FIELD, label: words.lateReady, options, value: "", empty: verdict.readyNone, errors, lang })}
<div class="actions">${button(verdict.readyGo, { name: "do", value: LATE_READY, variant: "tertiary" })}</div>
${chosen !== undefined && html`<p class="small" tabindex="-1" autofocus>${words.lateReadied}</p>`}`;
  const reason = textArea({
    name: "reason",
    label: words.lateReason,
    hint: words.lateReasonHint,
    // Appended to what was typed, once.
    value: chosen === undefined || typed.includes(chosen) ? typed : [typed.trim(), chosen].filter(Boolean).join("\n"),
    rows: chosen === undefined ? 2 : 4,
    most: longestOf(acceptLate.form.properties.reason),
    errors,
    lang,
  });
  return html`<section class="ds-alert" data-color="warning" aria-labelledby="tardif"><h2 id="tardif">${late ? words.lateHeading : words.declinedHeading}</h2>
${
  may(visit.actor, acceptLate.who) &&
  form(
    visit,
    html`${choosing}${reason}<div class="actions">${button(words.lateGo)}${late && button(words.lateNo, { name: "do", value: DECLINE, variant: "secondary" })}</div>`,
    {
      action: visit.link(keepingList(visit, visit.path)),
      hidden: { [SHOWN]: carriedLines(lateLines({ ...opened, state: state.state, zone: visit.school.timezone })) },
    },
  )
}</section>`;
}

/** The next dossier of the reader's list, to its end; otherwise the one waiting longest. */
export function nextDossier(visit: Visit, { next, dossier }: OfficeDossier): Html | false {
  const { lang, link } = visit;
  const words = officeWords(lang).dossier;
  const list = cameFrom(visit);
  if (!list)
    return (
      next !== undefined &&
      html`<div class="actions">${linkButton(link(`/dossiers/${next.id}`), words.next(next.number), "secondary")}</div>`
    );
  const back = linkButton(link(listItself(visit, dossier.intake)), words.toList, "secondary");
  if (!next?.at) return html`<p>${words.listEnds}</p><div class="actions">${back}</div>`;
  const to = inList(list, list.shownAt)({ id: next.id, at: next.at });
  return html`<div class="actions">${linkButton(link(to), words.nextInList(next.number), "secondary")}${back}</div>`;
}
