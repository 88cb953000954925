/**
 * Somebody who applied on paper or by telephone reads what was entered for them, confirms it or says what is wrong, and may
 * take it into their account. Opening the link does nothing: the code is typed first, and goes along with whatever is done.
 */
import { type Html, html } from "../../../kit/html.ts";
import type { Actor } from "../../../act.ts";
import { act, see } from "../../../web/acting.ts";
import {
  button,
  errorSummary,
  type FieldError,
  form,
  linkButton,
  summaryCard,
  summaryList,
  textArea,
  textField,
} from "../../../web/form.ts";
import { textOf } from "../../../web/form-values.ts";
import type { Form, Page, PageResult, Visit } from "../../../web/page.ts";
import { countedRows } from "../../../training/pages/path-parts.ts";
import { quoteInput } from "../../../training/pages/plan.ts";
import { page } from "../../pages/frame.ts";
import { periodRows, titleName, titleRows } from "../../pages/say.ts";
import { wordsOf } from "../../pages/words.ts";
import {
  confirmEntered,
  confirmOwn,
  disputeEntered,
  type Entered,
  knowsLink,
  openEntered,
  readEntered,
  takeOverDossier,
  type Tried,
} from "../enter-acts.ts";
import { enteringWords } from "../entering-words.ts";
import { followingWords } from "../following-words.ts";
import { isConfirmed } from "../hands.ts";
import { SECTIONS } from "../rules/sections.ts";
import { dossierWords } from "../words.ts";
import { below, dossierOf } from "./holding.ts";
import { readOnly } from "./section.ts";
import { filesList } from "./submit.ts";

export const confirmPage: Page = {
  name: "confirmer",
  path: "/:diploma/confirmer/:secret",
  view: async (visit) => ((await known(visit)) ? codeForm(visit, []) : over(visit)),
  submit: async (visit, sent) => {
    if (!(await known(visit))) return over(visit);
    const words = enteringWords(visit.lang).confirm;
    const code = textOf(sent, "code").slice(0, 20);
    if (code === "") return codeForm(visit, [{ field: "code", message: words.missing }]);
    const done = await doing(visit, sent, code);
    if (done === undefined) return over(visit);
    if ("errors" in done) return shown(visit, code, done.errors);
    if (!done.right) return codeForm(visit, [{ field: "code", message: words.wrong }]);
    if (done.dossier !== undefined) return { redirect: visit.link(`/${visit.params.diploma}/dossier/${done.dossier}`) };
    return shown(visit, code, [], sent.get("do") === "dispute");
  },
};

function secretOf({ params }: Visit): string {
  return (params.secret ?? "").slice(0, 100);
}

/** Whoever holds the link, signed in or not. */
function holder(visit: Visit): { actor: Actor } {
  return { actor: { kind: "holder", secret: secretOf(visit) } };
}

async function known(visit: Visit): Promise<boolean> {
  return (await see(visit, knowsLink, { secret: secretOf(visit) }, holder(visit))) !== undefined;
}

type Doing = Tried | { readonly errors: readonly FieldError[] } | undefined;

/** What was asked with the code; without anything asked, only seeing. */
async function doing(visit: Visit, sent: Form, code: string): Promise<Doing> {
  const secret = secretOf(visit);
  const how = { sent, ...holder(visit) };
  const { declaration } = enteringWords(visit.lang).confirm;
  // The view shows for an hour from each right code.
  const opened = await act(visit, openEntered, { secret, code }, holder(visit));
  if (opened.kind !== "done" || !opened.value.right) return opened.kind === "done" ? opened.value : undefined;
  const text = sent.get("text").slice(0, 5000);
  const outcome =
    sent.get("do") === "confirm"
      ? await act(visit, confirmEntered, { secret, code, words: declaration }, how)
      : sent.get("do") === "dispute"
        ? await act(visit, disputeEntered, { secret, code, text }, how)
        : sent.get("do") === "take"
          ? await act(visit, takeOverDossier, { secret, code }, { sent })
          : opened;
  if (outcome.kind === "invalid")
    return { errors: outcome.issues.map(({ path, message }) => ({ field: path, message: message(visit.lang) })) };
  return outcome.kind === "done" ? outcome.value : undefined;
}

function codeForm(visit: Visit, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = enteringWords(lang).confirm;
  const field = textField({
    name: "code",
    label: words.code,
    value: "",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    size: 8,
    errors,
    lang,
  });
  const main = html`${errorSummary(errors, lang)}
<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${form(visit, html`${field}<div class="actions">${button(words.open)}</div>`)}`;
  return page(visit, { title: words.heading, main, error: errors.length > 0 }, errors.length > 0 ? 422 : 200);
}

function over(visit: Visit): PageResult {
  const words = enteringWords(visit.lang).confirm;
  return page(visit, { title: words.over, main: html`<h1>${words.over}</h1><p>${words.overWhy}</p>` }, 404);
}

async function shown(visit: Visit, code: string, errors: readonly FieldError[], disputed = false): Promise<PageResult> {
  const entered = await see(visit, readEntered, { secret: secretOf(visit), code }, holder(visit));
  if (!entered) return codeForm(visit, []);
  const { lang, school } = visit;
  const words = enteringWords(lang).confirm;
  const { state } = entered.state;
  const main = html`${errorSummary(errors, lang)}
<h1>${dossierWords(lang).start.numbered(entered.dossier.number)}</h1>
<p class="lead">${words.read(entered.dossier.number, school.name)}</p>
${disputed && html`<section class="ds-alert" data-color="success"><p>${words.disputed}</p></section>`}
${enteredParts(visit, entered)}
<h2>${words.confirmHeading}</h2>
${
  entered.confirmed
    ? html`<p><strong>${words.confirmed}</strong> ${words.confirmedWhy}</p>`
    : state === "draft"
      ? html`<p>${words.draft}</p>`
      : form(
          visit,
          html`<p>${words.declaration}</p><div class="actions">${button(words.confirm, { name: "do", value: "confirm" })}</div>`,
          { hidden: { code } },
        )
}
${!entered.confirmed && disputing(visit, code, errors)}
${entered.dossier.account === null && account(visit, code)}`;
  const title = dossierWords(lang).start.numbered(entered.dossier.number);
  return page(visit, { title, main, error: errors.length > 0 }, errors.length > 0 ? 422 : 200);
}

function disputing(visit: Visit, code: string, errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const words = enteringWords(lang).confirm;
  const hint = followingWords(lang).messages.hint;
  const field = textArea({ name: "text", label: words.disputeLabel, hint, value: "", rows: 4, errors, lang });
  const send = button(words.dispute, { name: "do", value: "dispute", variant: "secondary" });
  return html`<h2>${words.disputeHeading}</h2>
${form(visit, html`${field}<div class="actions">${send}</div>`, { hidden: { code } })}`;
}

function account(visit: Visit, code: string): Html {
  const words = enteringWords(visit.lang).confirm;
  const signIn = `${visit.link("/connexion")}?vers=${encodeURIComponent(visit.link(visit.path))}`;
  return html`<h2>${words.accountHeading}</h2>
<p>${words.accountWhy}</p>
${
  visit.person
    ? form(
        visit,
        html`<div class="actions">${button(words.take, { name: "do", value: "take", variant: "secondary" })}</div>`,
        {
          hidden: { code },
        },
      )
    : html`<div class="actions">${linkButton(signIn, words.signIn, "secondary")}</div><p>${words.signInAfter}</p>`
}`;
}

/** All that was entered, to be read and nothing else. */
function enteredParts(visit: Visit, { sections, draft, files, intake }: Entered): Html {
  const { lang, law } = visit;
  const words = dossierWords(lang);
  const { check, titles, periods } = wordsOf(lang);
  const diploma = law.diploma;
  return html`${SECTIONS.map((section) => {
    const heading = words.sections[section.key as keyof typeof words.sections].heading;
    return html`<h2>${heading}</h2>${readOnly(section, sections[section.key] ?? {}, lang)}`;
  })}
<h2>${check.titles}</h2>
${draft.titles.length === 0 && html`<p>${titles.none}.</p>`}
${draft.titles.map((title, at) => summaryCard({ title: titles.card(at + 1, titleName(diploma, title, lang)), level: 3, rows: titleRows(diploma, title, lang), lang }))}
<h2>${check.experience}</h2>
${draft.periods.length === 0 && html`<p>${periods.none}.</p>`}
${draft.periods.map((period, at) => summaryCard({ title: periods.card(at + 1), level: 3, rows: periodRows(diploma, period, lang), lang }))}
<h2>${words.taskNames.plan}</h2>
${summaryList(countedRows(law, quoteInput(law, draft, visit.today), lang), lang)}
<h2>${words.tasks.pieces}</h2>
${filesList(visit, { files, intake })}`;
}

/** The same for whoever took it into their account: their dossier is a link away, and one button confirms it. */
export const dossierConfirm: Page = {
  name: "dossier-confirmer",
  path: "/:diploma/dossier/:dossier/confirmer",
  who: "apply",
  fresh: true,
  view: async (visit) => {
    const opened = await dossierOf(visit);
    if (!opened) return { notFound: true };
    const confirmed = isConfirmed(opened.submissions, opened.facts);
    if (opened.dossier.entered === "online" || opened.submissions.length === 0 || confirmed)
      return { redirect: visit.link(below(visit)) };
    const { lang, school } = visit;
    const words = enteringWords(lang).confirm;
    const { dossier, sections, draft, files, intake } = opened;
    const main = html`<h1>${words.confirmHeading}</h1>
<p class="lead">${words.read(dossier.number, school.name)}</p>
${enteredParts(visit, { sections, draft, files, intake } as Entered)}
<h2>${words.confirmHeading}</h2>
${form(visit, html`<p>${words.declaration}</p><div class="actions">${button(words.confirm)}${linkButton(visit.link(below(visit, "messages")), words.dispute, "secondary")}</div>`)}`;
    return page(visit, { title: words.confirmHeading, main, back: below(visit) });
  },
  submit: async (visit, sent) => {
    const { dossier = "" } = visit.params;
    const { declaration } = enteringWords(visit.lang).confirm;
    await act(visit, confirmOwn, { dossier, words: declaration }, { sent });
    return { redirect: visit.link(below(visit)) };
  },
};
