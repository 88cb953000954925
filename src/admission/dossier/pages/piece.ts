/** One piece a page: what is asked, the files handed in for it, and sending more. One file that fails loses no other. */
import { html, href } from "../../../kit/html.ts";
import { fileNotices, fileProblems } from "../../../record/files/words.ts";
import { act } from "../../../web/acting.ts";
import { button, errorSummary, type FieldError, fileField, form, linkButton, textArea } from "../../../web/form.ts";
import type { Form, Page, PageResult, Visit } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { addFile, explainPages, removeFile } from "../acts.ts";
import { EXPLANATIONS, pieceItem } from "../standing.ts";
import { pagesOutside } from "../rules/completeness.ts";
import { lineOf } from "../rules/sections.ts";
import { isOpen } from "../rules/state.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below, dossierOf } from "./holding.ts";

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
    return here ? shown(visit, here, []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const here = await pieceHere(visit);
    if (!here) return { notFound: true };
    const errors = await received(visit, sent, here);
    // Read again: what was taken is shown beside what was not.
    return errors.length === 0
      ? { redirect: visit.link(visit.path) }
      : shown(visit, (await pieceHere(visit)) ?? here, errors);
  },
};

async function received(visit: Visit, sent: Form, { opened, piece }: Here): Promise<FieldError[]> {
  const { lang } = visit;
  const dossier = opened.dossier.id;
  const fault = (message: string) => ({ field: "files", message });
  if (sent.get("remove") !== "") {
    const outcome = await act(visit, removeFile, { dossier, file: sent.get("remove") }, { sent });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => fault(message(lang))) : [];
  }
  if (sent.names.includes("explanation")) {
    const text = sent.get("explanation").slice(0, 2000);
    const outcome = await act(visit, explainPages, { dossier, piece: piece.key, text }, { sent });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ message }) => ({ field: "explanation", message: message(lang) }))
      : [];
  }
  const errors: FieldError[] = [];
  if (sent.files.length === 0) return [fault(dossierWords(lang).piece.none)];
  for (const file of sent.files) {
    if ("problem" in file) {
      errors.push(fault(`${file.name} – ${fileProblems[lang][file.problem]}`));
      continue;
    }
    // Each file is an act of its own, and so an attempt of its own.
    const outcome = await act(visit, addFile, { dossier, piece: piece.key, upload: file.upload });
    if (outcome.kind === "invalid")
      errors.push(...outcome.issues.map(({ message }) => fault(`${file.name} – ${message(lang)}`)));
  }
  return errors;
}

function shown(visit: Visit, { opened, piece }: Here, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = dossierWords(lang);
  const open = isOpen(opened.state, pieceItem(piece.key));
  const files = opened.attached.filter(({ slot }) => slot === piece.key);
  const outside = pagesOutside(piece, files);
  const explanation = lineOf(opened.sections[EXPLANATIONS] ?? {}, piece.key);
  const title = piece.label[lang];
  const main = html`${errorSummary(errors, lang)}
<h1>${title}</h1>
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
<div class="actions">${linkButton(visit.link(below(visit)), words.piece.back, "secondary")}</div>`;
  return page(
    visit,
    { title, main, error: errors.length > 0, back: below(visit), scripts: ["upload"] },
    errors.length > 0 ? 422 : 200,
  );
}

/** Where the school's rule leaves nothing to explain. */
function refusedPart({ lang }: Visit, counted: number, { pages }: Here["piece"]) {
  return html`<div class="ds-alert" data-color="danger"><p>${dossierWords(lang).piece.refused(counted, pages!.min, pages!.max)}</p></div>`;
}

function outsideParts(
  visit: Visit,
  counted: number,
  { pages }: Here["piece"],
  explanation: string,
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
        html`${textArea({ name: "explanation", label: words.explain, hint: words.explainHint, value: explanation, rows: 4, optional: true, errors, lang })}<div class="actions">${button(words.keepExplanation, { variant: "secondary" })}</div>`,
      )
    : html`<p>${explanation}</p>`
}`;
}
