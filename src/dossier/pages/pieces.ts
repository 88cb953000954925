/** All pieces on one page: what is missing first, each with its field, and one button that sends them. One file is changed on its own page. */
import { type Html, html, href } from "../../kit/html.ts";
import { own } from "../../kit/own.ts";
import { button, errorSummary, type FieldError, fileField, form } from "../../page/form.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { page } from "../../inquiry/pages/frame.ts";
import { isToMend, pagesOutside, type Task, unfinished } from "../rules/completeness.ts";
import { isOpen } from "../rules/state.ts";
import { pieceItem } from "../standing.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { isPiece, nextPart } from "./going-on.ts";
import { below, dossierOf, underItsLaw } from "./holding.ts";
import { attachSent, hintsOf } from "./piece.ts";

const piecesAt = route("/:diploma/dossier/:dossier/pieces");

type Piece = OpenedDossier["intake"]["pieces"][number];

export const dossierPieces: Page = {
  name: "dossier-pieces",
  path: piecesAt.path,
  who: "apply",
  takesFiles: true,
  view: async (visit) => {
    const opened = await dossierOf(visit);
    return opened ? piecesPage(visit, opened, []) : { notFound: true };
  },
  submit: async (visit, sent) => {
    const before = await dossierOf(visit);
    if (!before) return { notFound: true };
    const errors: FieldError[] = [];
    for (const piece of before.intake.pieces) {
      const files = sent.files.filter(({ field }) => field === fieldOf(piece));
      errors.push(...(await attachSent(visit, { dossier: before.dossier.id, piece, files, field: fieldOf(piece) })));
    }
    const opened = (await dossierOf(visit)) ?? before;
    if (errors.length > 0) return piecesPage(visit, opened, errors);
    // What came is shown while something is still to be done here; a second press goes on without it.
    if (sent.files.length > 0 && opened.intake.pieces.some((piece) => isLeft(opened, piece)))
      return { redirect: `${visit.link(visit.path)}?fait=envoi` };
    return { redirect: visit.link(nextPart(visit, opened, (task) => !isPiece(task))) };
  },
};

const fieldOf = ({ key }: Piece) => `files-${key}`;

const taskOf = ({ tasks }: OpenedDossier, { key }: Piece): Task | undefined =>
  tasks.find((one) => one.key === pieceItem(key));

const filesOf = ({ attached }: OpenedDossier, { key }: Piece) => attached.filter(({ slot }) => slot === key);

const refuses = ({ intake }: OpenedDossier) => intake.pagesOutside === "refuse";

/** Asked for and not there, or there and to be replaced or explained. */
function isLeft(opened: OpenedDossier, piece: Piece): boolean {
  const missing = unfinished(opened.tasks).some(({ key }) => key === pieceItem(piece.key));
  return missing || toMend(opened, piece);
}

function toMend(opened: OpenedDossier, piece: Piece): boolean {
  const { sections, intake } = opened;
  return isToMend(piece, { files: filesOf(opened, piece), sections, pagesOutside: intake.pagesOutside });
}

function piecesPage(visit: Visit, opened: OpenedDossier, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = dossierWords(lang);
  const { pieces } = opened.intake;
  const asked = pieces.filter((piece) => !taskOf(opened, piece)?.optional || filesOf(opened, piece).length > 0);
  const others = pieces.filter((piece) => !asked.includes(piece));
  const left = asked.filter((piece) => isLeft(opened, piece));
  const ready = asked.filter((piece) => !left.includes(piece));
  const opens = pieces.some(({ key }) => isOpen(opened.state, pieceItem(key)));
  const confirmation = errors.length === 0 && own(words.piece.done, visit.query.fait);
  const card = (piece: Piece) => pieceCard(visit, opened, piece, errors);
  const content = html`${left.map(card)}${ready.map(card)}
${
  others.length > 0 &&
  html`<details class="ds-details"${errors.some(({ field }) => others.some((one) => fieldOf(one) === field)) && html` open`}><summary>${words.pieces.others(others.length)}</summary><div>${others.map(card)}</div></details>`
}`;
  const main = html`${errorSummary(errors, lang)}
<h1>${words.tasks.pieces}</h1>
${confirmation && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${confirmation}</p>`}
<p><strong>${words.pieces.ready(ready.length, asked.length)}</strong>${opens && html` ${words.pieces.what}`}</p>
${
  opens
    ? form(
        visit,
        html`${content}<div class="actions">${button(words.save.next)}</div>
<p>${words.pieces.goOn}</p>`,
        { files: true },
      )
    : content
}`;
  const title = `${words.tasks.pieces} – ${words.start.numbered(opened.dossier.number)}`;
  return page(
    visit,
    { title, main, error: errors.length > 0, back: below(visit), scripts: ["upload"] },
    errors.length > 0 ? 422 : 200,
  );
}

function pieceCard(visit: Visit, opened: OpenedDossier, piece: Piece, errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const words = dossierWords(lang);
  const name = piece.label[lang];
  const files = filesOf(opened, piece);
  const outside = pagesOutside(piece, files);
  const state = toMend(opened, piece) ? "problem" : files.length > 0 ? "done" : "to-do";
  const hints = hintsOf(underItsLaw(visit, opened.intake), piece);
  const range = piece.pages && words.piece.range(piece.pages.min, piece.pages.max);
  const takes = isOpen(opened.state, pieceItem(piece.key)) && (files.length === 0 || piece.many);
  return html`<section class="ds-card summary-card" aria-labelledby="${piece.key}-name"><h2 id="${piece.key}-name">${name}</h2>
<p><span class="task-status" data-status="${state}">${words.pieces.states[state]}</span>${range && html` ${range}`}</p>
${files.length > 0 && html`<ul class="files">${files.map((file) => html`<li><a class="ds-link" href="${href(visit.link(`/fichier/${file.id}`))}">${file.name}</a> <span class="made">${words.submit.file(file.pages, file.size)}</span></li>`)}</ul>`}
${outside !== undefined && state === "problem" && html`<p>${words.pieces.outside(outside, piece.pages!.min, piece.pages!.max)} ${refuses(opened) ? words.pieces.replace : words.pieces.mend}</p>`}
${files.length === 0 && hints.length > 0 && html`<details class="ds-details"><summary>${words.pieces.which}<span class="ds-sr-only"> ${name}</span></summary><div>${hints.map((hint) => html`<p>${hint}</p>`)}</div></details>`}
${takes && fileField({ name: fieldOf(piece), label: html`${files.length > 0 ? words.piece.more : piece.many ? words.piece.choose : words.piece.chooseOne}<span class="ds-sr-only"> ${name}</span>`, errors, lang, many: piece.many })}
${files.length > 0 && html`<p><a class="ds-link" href="${href(visit.link(below(visit, `piece/${piece.key}`)))}">${state === "problem" ? words.pieces.toMend : words.submit.change}<span class="ds-sr-only"> ${name}</span></a></p>`}
</section>`;
}

/** One state for all of them, in the list of tasks. */
export function piecesStatus(tasks: readonly Task[]): Task["status"] {
  const pieces = tasks.filter(isPiece);
  if (unfinished(pieces).length === 0) return "done";
  if (pieces.some(({ status }) => status === "problem")) return "problem";
  return pieces.some(({ status }) => status === "done") ? "in-progress" : "to-do";
}
