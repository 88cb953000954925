/** One piece: its instructions, its files, and uploading more. A file that fails does not affect the others. */
import { html, href } from "../../kit/html.ts";
import { own } from "../../kit/own.ts";
import { longestOf } from "../../kit/shapes.ts";
import { fileNotices, fileProblems } from "../../files/words.ts";
import { act, fieldErrors } from "../../page/acting.ts";
import { button, errorSummary, type FieldError, fileField, form, linkButton, textArea } from "../../page/form.ts";
import type { Form, Page, PageResult, SentFile, Visit } from "../../page/page.ts";
import { asksJson, autosaving, kept, notKept, SAID } from "../../inquiry/pages/autosave.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { seen } from "../../inquiry/pages/step.ts";
import { addFile, explainPages, removeFile } from "../acts.ts";
import { pieceItem } from "../standing.ts";
import { EXPLANATIONS, pagesOutside } from "../rules/completeness.ts";
import { lineOf } from "../rules/sections.ts";
import { isOpen } from "../rules/state.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { GOING_ON, PIECES } from "./going-on.ts";
import { below, dossierOf, underItsLaw } from "./holding.ts";

type Here = { readonly opened: OpenedDossier; readonly piece: OpenedDossier["intake"]["pieces"][number] };

async function pieceHere(visit: Visit): Promise<Here | undefined> {
  const opened = await dossierOf(visit);
  const piece = opened?.intake.pieces.find(({ key }) => key === visit.params.piece);
  return opened && piece && { opened, piece };
}

export const dossierPiece: Page = {
  name: "dossier-piece",
  path: "/:diploma/dossier/:dossier/piece/:piece",
  who: "apply",
  takesFiles: true,
  view: async (visit) => {
    const here = await pieceHere(visit);
    return here ? piecePage(visit, here, []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const here = await pieceHere(visit);
    if (!here) return { notFound: true };
    if (sent.names.includes("explanation")) return explained(visit, sent, here);
    const errors = await received(visit, sent, here);
    // Read again, to show the accepted files beside the errors.
    return errors.length === 0
      ? confirmed(visit, sent.get("remove") === "" ? "envoi" : "retrait")
      : piecePage(visit, (await pieceHere(visit)) ?? here, errors);
  },
};

type Done = "envoi" | "retrait" | "explication";

/** Redirects to the page, which confirms what was done. */
function confirmed(visit: Visit, done: Done): PageResult {
  return { redirect: `${visit.link(visit.path)}?fait=${done}` };
}

async function received(visit: Visit, sent: Form, { opened, piece }: Here): Promise<FieldError[]> {
  const { lang } = visit;
  const dossier = opened.dossier.id;
  const fault = (message: string) => ({ field: "files", message });
  if (sent.get("remove") !== "") {
    const outcome = await act(visit, removeFile, { dossier, file: sent.get("remove") }, { sent });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => fault(message(lang))) : [];
  }
  if (sent.files.length === 0) return [fault(dossierWords(lang).piece.none)];
  return attachSent(visit, { dossier, piece, files: sent.files, field: "files" });
}

type Attaching = {
  readonly dossier: string;
  readonly piece: Here["piece"];
  readonly files: readonly SentFile[];
  /** Of the form, where the faults are shown. */
  readonly field: string;
};

/** One act per file, and so one attempt each. */
export async function attachSent(visit: Visit, { dossier, piece, files, field }: Attaching): Promise<FieldError[]> {
  const { lang } = visit;
  const errors: FieldError[] = [];
  for (const file of files) {
    const fault = (message: string) => errors.push({ field, message: `${file.name} – ${message}` });
    if ("problem" in file) {
      fault(fileProblems[lang][file.problem]);
      continue;
    }
    const outcome = await act(visit, addFile, { dossier, piece: piece.key, upload: file.upload });
    if (outcome.kind === "invalid") for (const { message } of outcome.issues) fault(message(lang));
  }
  return errors;
}

/** Saved by the button, or by the script while typing; never over another tab's text. */
async function explained(visit: Visit, sent: Form, here: Here): Promise<PageResult> {
  const { opened, piece } = here;
  const byScript = asksJson(visit);
  const text = sent.get("explanation");
  const stored = explanationOf(here);
  if (sent.get("_seen") !== seen(stored) && text.trim() !== stored) {
    if (byScript) return { json: { stale: true }, status: 409 };
    const message = dossierWords(visit.lang).piece.explainedElsewhere(stored);
    return piecePage(visit, here, [{ field: "explanation", message }], text);
  }
  const input = { dossier: opened.dossier.id, piece: piece.key, text };
  const outcome = await act(visit, explainPages, input, { sent });
  if (outcome.kind === "done") return byScript ? kept(visit, seen(text.trim())) : confirmed(visit, "explication");
  // Another tab saved concurrently: read and check again.
  if (outcome.kind === "stale") return explained(visit, sent, (await pieceHere(visit)) ?? here);
  if (byScript) return notKept(visit);
  const faults = outcome.kind === "invalid" ? fieldErrors(outcome.issues, visit.lang) : [];
  const message = faults.find(({ field }) => field === "text")?.message ?? dossierWords(visit.lang).save.notSaved;
  return piecePage(visit, here, [{ field: "explanation", message }], text);
}

function explanationOf({ opened, piece }: Here): string {
  return lineOf(opened.sections[EXPLANATIONS] ?? {}, piece.key);
}

function piecePage(visit: Visit, here: Here, errors: readonly FieldError[], typed?: string): PageResult {
  const { opened, piece } = here;
  const { lang } = visit;
  const words = dossierWords(lang);
  const open = isOpen(opened.state, pieceItem(piece.key));
  const files = opened.attached.filter(({ slot }) => slot === piece.key);
  const outside = pagesOutside(piece, files);
  const explanation = { stored: explanationOf(here), typed };
  const title = piece.label[lang];
  const confirmation = errors.length === 0 && own(words.piece.done, visit.query.fait);
  const main = html`${errorSummary(errors, lang)}
<h1>${title}</h1>
${confirmation && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${confirmation}</p>`}
${hintsOf(underItsLaw(visit, opened.intake), piece).map((hint) => html`<p>${hint}</p>`)}
${piece.pages && html`<p>${words.piece.range(piece.pages.min, piece.pages.max)}</p>`}
<h2>${words.piece.sent}</h2>
${files.length === 0 && html`<p>${words.piece.nothing}</p>`}
<ul class="files">${files.map(
    (
      file,
    ) => html`<li><a class="ds-link" href="${href(visit.link(`/fichier/${file.id}`))}">${file.name}</a> <span class="made">${words.submit.file(file.pages, file.size)}</span> <span class="task-status" data-status="${file.scan}">${words.piece.scans[file.scan]}</span>${file.notices.map((notice) => html`<span class="notice">${fileNotices[lang][notice]}</span>`)}
${open && form(visit, button(html`${words.piece.remove}<span class="ds-sr-only"> ${file.name}</span>`, { name: "remove", value: file.id, variant: "tertiary" }))}</li>`,
  )}</ul>
${outside !== undefined && (opened.intake.pagesOutside === "refuse" ? refusedPart(visit, outside, piece) : outsideParts(visit, outside, piece, explanation, errors, open))}
${
  open
    ? html`<h2>${files.length === 0 || piece.many ? words.piece.add : words.piece.replace}</h2>
${form(visit, html`${fileField({ name: "files", label: piece.many ? words.piece.choose : words.piece.chooseOne, hint: words.piece.hint, errors, lang, many: piece.many })}<div class="actions">${button(words.piece.send)}</div>`, { files: true })}`
    : html`<p>${words.save.closed}</p>`
}
${open && html`<div class="actions">${linkButton(visit.link(below(visit, GOING_ON)), words.tasks.goOn, "secondary")}</div>`}`;
  return page(
    visit,
    { title, main, error: errors.length > 0, back: below(visit, PIECES), scripts: ["upload", "autosave"] },
    errors.length > 0 ? 422 : 200,
  );
}

/** The school's hints for this piece. */
export function hintsOf({ law, lang }: Visit, { key }: Here["piece"]): string[] {
  return (law.school.admission.hints ?? []).filter((hint) => hint.key === key).map(({ label }) => label[lang]);
}

/** If the school's rule allows no explanation. */
function refusedPart({ lang }: Visit, counted: number, { pages }: Here["piece"]) {
  return html`<div class="ds-alert" data-color="danger"><p>${dossierWords(lang).piece.refused(counted, pages!.min, pages!.max)}</p></div>`;
}

function outsideParts(
  visit: Visit,
  counted: number,
  { pages }: Here["piece"],
  { stored, typed = stored }: { readonly stored: string; readonly typed: string | undefined },
  errors: readonly FieldError[],
  open: boolean,
) {
  const { lang } = visit;
  const words = dossierWords(lang).piece;
  return html`<div class="ds-alert" data-color="warning"><p>${words.outside(counted, pages!.min, pages!.max)}</p></div>
${
  open
    ? form(
        visit,
        html`${textArea({ name: "explanation", label: words.explain, hint: words.explainHint, value: typed, rows: 4, most: longestOf(explainPages.form.properties.text), errors, lang })}${SAID}<div class="actions">${button(words.keepExplanation, { variant: "secondary" })}</div>`,
        { hidden: { _seen: seen(stored) }, data: autosaving(visit, words.keepExplanation) },
      )
    : html`<p class="typed">${stored}</p>`
}`;
}
