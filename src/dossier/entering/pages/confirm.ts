/**
 * A person who applied on paper or by telephone reads what was entered, confirms or disputes it, and may move it into an account. Opening
 * the link does nothing: a mailed code (or one handed over with the link) is typed first, and its key accompanies every act.
 */
import { type Html, html } from "../../../kit/html.ts";
import { longestOf } from "../../../kit/shapes.ts";
import type { Actor, Invalid } from "../../../act/act.ts";
import { askCode, tryCode } from "../../../people/codes/acts.ts";
import { codeField } from "../../../people/pages/code-field.ts";
import { callerOf, dropProof, heldProof, keepProof } from "../../../people/pages/proof.ts";
import { carriedLines, type ChangedShown, isChangedShown } from "../../../act/shows.ts";
import { act, fieldErrors, see, SHOWN } from "../../../page/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  summaryCard,
  summaryList,
  textArea,
} from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { changedLines } from "../../../page/print-form.ts";
import { textOf } from "../../../page/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { plannedRows } from "../../../inquiry/path-pages/path-parts.ts";
import { page } from "../../../inquiry/pages/frame.ts";
import { periodRows, titleName, titleRows } from "../../../inquiry/pages/say.ts";
import { wordsOf } from "../../../inquiry/pages/words.ts";
import {
  confirmEntered,
  confirmOwn,
  disputeEntered,
  type Entered,
  knowsLink,
  openEntered,
  readEntered,
  takeOverDossier,
} from "../acts.ts";
import { enteringWords } from "../words.ts";
import { followingWords } from "../../following-words.ts";
import { isConfirmed } from "../../hands.ts";
import { SECTIONS } from "../../rules/sections.ts";
import { dossierWords } from "../../words.ts";
import { below, dossierOf, underItsLaw } from "../../pages/holding.ts";
import { notDone } from "../../pages/not-done.ts";
import { readOnly } from "../../pages/section.ts";
import { signingIn } from "../../pages/start.ts";
import { filesList } from "../../pages/submit.ts";

export const confirmPage: Page = {
  name: "confirmer",
  path: "/:diploma/confirmer/:secret",
  view: async (visit) => {
    const link = await known(visit);
    return link ? codeForm(visit, link, []) : over(visit);
  },
  submit: async (visit, sent) => {
    const link = await known(visit);
    if (!link) return over(visit);
    const asked = sent.get("do");
    if (asked === "send") return send(visit, link, sent);
    if (asked !== "") return acted(visit, link, sent);
    const words = enteringWords(visit.lang).confirm;
    const code = textOf(sent, "code").slice(0, 20);
    if (code === "") return codeForm(visit, link, wrong(words.missing));
    const tried = link.address === null ? { proof: code } : await proven(visit, code, sent);
    if ("errors" in tried) return codeForm(visit, link, tried.errors);
    const opened = await act(visit, openEntered, { secret: secretOf(visit), proof: tried.proof }, holder(visit));
    if (opened.kind === "invalid") return codeForm(visit, link, fieldErrors(opened.issues, visit.lang));
    if (opened.kind !== "done") return over(visit);
    const { key } = opened.value;
    return key === null ? codeForm(visit, link, wrong(words.wrong)) : enteredPage(visit, link, key);
  },
};

type Link = NonNullable<Awaited<ReturnType<typeof known>>>;

const wrong = (message: string): readonly FieldError[] => [{ field: "code", message }];

function secretOf({ params }: Visit): string {
  return (params.secret ?? "").slice(0, 100);
}

/** The link's holder, signed in or not. */
function holder(visit: Visit): { actor: Actor } {
  return { actor: { kind: "holder", secret: secretOf(visit) } };
}

const known = (visit: Visit) => see(visit, knowsLink, { secret: secretOf(visit) }, holder(visit));

/** Rate-limited like any mailed code, in a mail that the school does not read. */
async function send(visit: Visit, link: Link, sent: Form): Promise<PageResult> {
  const { address, language } = link;
  if (address === null) return codeForm(visit, link, []);
  const school = visit.school.establishment;
  const input = { address, language, school, why: "confirm" as const, caller: callerOf(visit) };
  const outcome = await act(visit, askCode, input, { sent, actor: ANYONE });
  if (outcome.kind === "invalid") {
    const errors = fieldErrors(outcome.issues, visit.lang).map(({ message }) => ({ field: "send", message }));
    return codeForm(visit, link, errors);
  }
  if (outcome.kind !== "done") throw new Error(`A code could not be asked for: ${outcome.kind}`);
  // Never shows the address: the link alone must not reveal it.
  keepProof(visit, { address: "", request: outcome.value.request });
  return { redirect: visit.link(visit.path) };
}

const ANYONE = { kind: "anyone" } as const;

type Proven = { readonly proof: string } | { readonly errors: readonly FieldError[] };

async function proven(visit: Visit, code: string, sent: Form): Promise<Proven> {
  const words = enteringWords(visit.lang).confirm;
  const { request } = heldProof(visit);
  if (request === undefined) return { errors: wrong(words.askFirst) };
  const tried = await act(visit, tryCode, { request, code }, { sent, actor: ANYONE });
  if (tried.kind === "invalid") return { errors: fieldErrors(tried.issues, visit.lang) };
  if (tried.kind !== "done") throw new Error(`A code could not be tried: ${tried.kind}`);
  const { ticket, left } = tried.value;
  if (ticket === null) return { errors: wrong(words.wrongMailed(left)) };
  dropProof(visit);
  return { proof: ticket };
}

/** Runs the act asked for on the opened page, with its key. */
async function acted(visit: Visit, link: Link, sent: Form): Promise<PageResult> {
  const [secret, key] = [secretOf(visit), sent.get("key").slice(0, 100)];
  const { declaration, hourOver } = enteringWords(visit.lang).confirm;
  const how = { sent, ...holder(visit) };
  const text = sent.get("text");
  if (sent.get("do") === "take") {
    const taken = await act(visit, takeOverDossier, { secret, key }, { sent });
    if (taken.kind === "done")
      return { redirect: visit.link(`/${visit.params.diploma}/dossier/${taken.value.dossier}`) };
    if (taken.kind === "stale" && isChangedShown(taken.current))
      return { ...(await enteredPage(visit, link, key, [], { changed: taken.current })), status: 409 };
    return taken.kind === "invalid"
      ? enteredPage(visit, link, key, faults(visit, taken))
      : codeForm(visit, link, wrong(hourOver));
  }
  const dispute = sent.get("do") === "dispute";
  const outcome = dispute
    ? await act(visit, disputeEntered, { secret, key, text }, how)
    : await act(visit, confirmEntered, { secret, key, words: declaration }, how);
  if (outcome.kind === "invalid") return enteredPage(visit, link, key, faults(visit, outcome), { text });
  return outcome.kind === "done"
    ? enteredPage(visit, link, key, [], { disputed: dispute })
    : codeForm(visit, link, wrong(hourOver));
}

function faults({ lang }: Visit, { issues }: Invalid): readonly FieldError[] {
  return issues.map(({ path, message }) => ({ field: path, message: message(lang) }));
}

/** If the code is mailed, it is requested first, and the page then says so. */
function codeForm(visit: Visit, link: Link, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = enteringWords(lang).confirm;
  const mailed = link.address !== null;
  const proof = heldProof(visit);
  // A code requested by another page has an address in its cookie.
  const asked = mailed && proof.request !== undefined && proof.address === "";
  const field = codeField({ label: words.code, hint: mailed ? words.codeHint : undefined, errors, lang });
  const sending = (label: string, variant?: "secondary") =>
    html`<div id="send">${form(visit, html`<input type="hidden" name="do" value="send"><div class="actions">${button(label, variant ? { variant } : {})}</div>`)}</div>`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${mailed ? words.leadMailed : words.lead}</p>
${mailed && asked && sending(words.sendAgain, "secondary")}
${mailed && !asked && sending(words.send)}
${(!mailed || asked || errors.length > 0) && form(visit, html`${field}<div class="actions">${button(words.open)}</div>`)}`;
  return page(visit, { title: words.heading, main, error: errors.length > 0 }, errors.length > 0 ? 422 : 200);
}

function over(visit: Visit): PageResult {
  const words = enteringWords(visit.lang).confirm;
  return page(visit, { title: words.over, main: html`<h1>${words.over}</h1><p>${words.overWhy}</p>` }, 404);
}

type Again = { readonly disputed?: boolean; readonly text?: string; readonly changed?: ChangedShown };

async function enteredPage(
  visit: Visit,
  link: Link,
  key: string,
  errors: readonly FieldError[] = [],
  { disputed = false, text = "", changed }: Again = {},
): Promise<PageResult> {
  const entered = await see(visit, readEntered, { secret: secretOf(visit), key }, holder(visit));
  if (!entered) return codeForm(visit, link, []);
  const { lang, school } = visit;
  const words = enteringWords(lang).confirm;
  const carried = entered.dossier.entered === "carried";
  const main = html`${errorSummary(errors, lang)}
<h1>${dossierWords(lang).start.numbered("")}<span class="unbroken">${entered.dossier.number}</span></h1>
<p class="lead">${carried ? words.carried(school.name) : words.read(entered.dossier.number, school.name)}</p>
${changed && changedLines(changed, lang)}
${disputed && html`<section class="ds-alert" data-color="success"><p>${words.disputed}</p></section>`}
${carried ? sectionParts(visit, entered, CARRIED) : enteredParts(visit, entered)}
${!carried && confirming(visit, entered, key)}
${(carried || !entered.confirmed) && disputing(visit, { key, text }, errors)}
${account(visit, { key, [SHOWN]: carriedLines(entered.lines) }, errors, { carried })}`;
  const title = dossierWords(lang).start.numbered(entered.dossier.number);
  return page(visit, { title, main, error: errors.length > 0 }, errors.length > 0 ? 422 : 200);
}

/** The sections that are known of a person who was carried over: nothing else was ever asked of them. */
const CARRIED: readonly string[] = ["identity", "contact"];

/** To be confirmed, confirmed, or not yet handed in. */
function confirming(visit: Visit, { confirmed, state }: Entered, key: string): Html {
  const words = enteringWords(visit.lang).confirm;
  const go = html`<p>${words.declaration}</p><div class="actions">${button(words.go, { name: "do", value: "confirm" })}</div>`;
  return html`<h2>${words.confirmHeading}</h2>
${
  confirmed
    ? html`<p><strong>${words.confirmed}</strong> ${words.confirmedWhy}</p>`
    : state.state === "draft"
      ? html`<p>${words.draft}</p>`
      : form(visit, go, { hidden: { key } })
}`;
}

function disputing(
  visit: Visit,
  { key, text }: { readonly key: string; readonly text: string },
  errors: readonly FieldError[],
): Html {
  const { lang } = visit;
  const words = enteringWords(lang).confirm;
  const hint = followingWords(lang).messages.hint;
  const most = longestOf(disputeEntered.form.properties.text);
  const field = textArea({ name: "text", label: words.disputeLabel, hint, value: text, rows: 4, most, errors, lang });
  const send = button(words.dispute, { name: "do", value: "dispute", variant: "secondary" });
  return html`<h2>${words.disputeHeading}</h2>
${form(visit, html`${field}<div class="actions">${send}</div>`, { hidden: { key } })}`;
}

function account(
  visit: Visit,
  hidden: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
  { carried }: { readonly carried: boolean },
): Html {
  const words = enteringWords(visit.lang).confirm;
  const taking = html`<div class="actions">${button(words.take, { name: "do", value: "take", variant: "secondary" })}</div>`;
  const refused = errors.find(({ field }) => field === "account");
  return html`<h2 id="account" tabindex="-1">${carried ? words.trainingHeading : words.accountHeading}</h2>
${refused && html`<p class="ds-validation-message">${refused.message}</p>`}
<p>${carried ? words.trainingWhy : words.accountWhy}</p>
${
  visit.person
    ? form(visit, taking, { hidden })
    : html`<div class="actions">${linkButton(visit.link(signingIn(visit)), words.signIn, "secondary")}</div><p>${words.signInAfter}</p>`
}`;
}

type EnteredParts = Pick<Entered, "sections" | "draft" | "files" | "intake">;

function sectionParts({ lang }: Visit, { sections }: Pick<Entered, "sections">, only?: readonly string[]): Html {
  const words = dossierWords(lang);
  const shown = SECTIONS.filter(({ key }) => only?.includes(key) ?? true);
  return html`${shown.map((section) => {
    const heading = words.sections[section.key as keyof typeof words.sections].heading;
    return html`<h2>${heading}</h2>${readOnly(section, sections[section.key] ?? {}, lang)}`;
  })}`;
}

/** Everything that was entered, read-only. */
function enteredParts(visit: Visit, { sections, draft, files, intake }: EnteredParts): Html {
  const { lang, law } = underItsLaw(visit, intake);
  const words = dossierWords(lang);
  const { check, titles, periods } = wordsOf(lang);
  const diploma = law.diploma;
  return html`${sectionParts(visit, { sections })}
<h2>${check.titles}</h2>
${draft.titles.length === 0 && html`<p>${titles.none}.</p>`}
${draft.titles.map((title, index) => summaryCard({ title: titles.card(index + 1, titleName(diploma, title, lang)), level: 3, rows: titleRows(diploma, title, lang), lang }))}
<h2>${check.experience}</h2>
${draft.periods.length === 0 && html`<p>${periods.none}.</p>`}
${draft.periods.map((period, index) => summaryCard({ title: periods.card(index + 1), level: 3, rows: periodRows(diploma, period, lang), lang }))}
<h2>${words.taskNames.plan}</h2>
${summaryList(plannedRows(law, draft, { on: visit.today, lang, unsaid: words.save.nothing }), lang)}
<h2>${words.tasks.pieces}</h2>
${filesList(visit, { files, intake })}`;
}

export const ownConfirmation = route("/:diploma/dossier/:dossier/confirmer");

/** The same for a dossier in the person's account: one button confirms it. */
export const dossierConfirm = formPage({
  name: "dossier-confirmer",
  route: ownConfirmation,
  who: "apply",
  words: (lang) => enteringWords(lang).confirm,
  seen: dossierOf,
  elsewhere: ({ visit, seen: { dossier, submissions, facts } }) =>
    dossier.entered === "online" || submissions.length === 0 || isConfirmed(submissions, facts)
      ? below(visit)
      : undefined,
  late: notDone,
  form: {
    arranged: (_, { words }) => html`<p>${words.declaration}</p>`,
    beside: ({ visit, words }) => linkButton(visit.link(below(visit, "messages")), words.dispute, "secondary"),
    act: confirmOwn,
    input: (_, { words, params }) => ({ dossier: params.dossier, words: words.declaration }),
    done: (_, { visit }) => below(visit),
  },
  shown: ({ visit, words, seen }, { form }) => ({
    title: words.confirmHeading,
    lead: words.read(seen.dossier.number, visit.school.name),
    main: html`${enteredParts(visit, seen)}
<h2>${words.confirmHeading}</h2>
${form()}`,
    back: below(visit),
  }),
});
