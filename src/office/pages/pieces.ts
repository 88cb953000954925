/** A dossier's pieces: requirements, files, antivirus results and verdicts. */
import { href, type Html, html } from "../../kit/html.ts";
import { capital } from "../../kit/typography.ts";
import { type FieldError, table } from "../../page/form.ts";
import type { Form, Visit } from "../../page/page.ts";
import { bundleWords } from "../../dossier/bundle-words.ts";
import { EXPLANATIONS, pagesOutside } from "../../dossier/rules/completeness.ts";
import { lineOf } from "../../dossier/rules/sections.ts";
import type { OfficeDossier } from "../views.ts";
import { officeWords } from "../words.ts";
import { verdictOf } from "./verdict.ts";

export function pieces(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Html {
  const { lang, link } = visit;
  const { intake, attached, sections: saved } = opened;
  const words = officeWords(lang).dossier;
  const explanations = saved[EXPLANATIONS] ?? {};
  const rows = intake.pieces.map((piece): (string | Html)[] => {
    const files = attached.filter(({ slot }) => slot === piece.key);
    const outside = pagesOutside(piece, files);
    const explanation = lineOf(explanations, piece.key);
    const list = files.map(
      (file) =>
        html`<li><a class="ds-link file-name" href="${href(link(`/fichier/${file.id}`))}">${file.name}</a> <span class="small">${file.pages !== null && html`${words.pages(file.pages)} `}</span><span class="ds-tag" data-color="${SCANS[file.scan]}">${words.scanned[file.scan]}</span>${file.notices.includes("active") && html` <span class="ds-tag" data-color="warning">${words.active}</span>`}</li>`,
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
  const all =
    attached.length > 0 &&
    html`<p><a class="ds-link" href="${href(link(`/fichiers/${opened.dossier.id}`))}">${bundleWords[lang].link}</a></p>`;
  return html`${table({ id: "pieces-recues", caption: words.piecesCaption, head, rows, stacks: true })}${all}`;
}

const SCANS = { none: "warning", waiting: "info", clean: "success", infected: "danger" } as const;
