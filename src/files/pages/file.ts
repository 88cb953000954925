/** `/fichier/<id>`: the file as a download, which the browser never displays; or the reason why it cannot be had. */
import { type Html, html } from "../../kit/html.ts";
import { see } from "../../page/acting.ts";
import { sayInstant } from "../../kit/instant.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { StoreFault } from "../file-store.ts";
import { handOut } from "../handed-out.ts";
import { FILE_TYPES, type FileType } from "../rules/file-type.ts";
import { isThere } from "../views.ts";
import { filePageWords, sayFile } from "../words.ts";

export const filePage: Page = {
  name: "fichier",
  path: "/fichier/:id",
  who: "open a file",
  /** As the signed-in account; failing that, as the guest signed in beside it. */
  async view(visit) {
    const input = { id: visit.params.id ?? "" };
    const { openFile } = visit.world.house;
    const own = await see(visit, openFile, { ...input, take: false });
    const as = own || !visit.guest ? {} : { actor: visit.guest.actor };
    return handedTo(visit, (take) => see(visit, openFile, { ...input, take }, as));
  },
};

/** Serves the file that `open` describes; `open(true)` records the opening, once the bytes are available. */
export async function handedTo(visit: Visit, open: (take: boolean) => Promise<Known | undefined>): Promise<PageResult> {
  const { query, school, world } = visit;
  // A reader other than the sender is warned before opening an unscanned file.
  const warned = query.ouvrir === "oui";
  const known = await open(false);
  if (!known) return { notFound: true };
  if (known.scan === "waiting") return told(visit, known, isLate(visit, known) ? "late" : "waiting");
  if (!isThere(known)) return told(visit, known, "infected");
  if (known.scan === "none" && !known.mine && !warned) return told(visit, known, "none");
  const file = await handOut(world, school.establishment, known).catch((error: unknown) => awayOf(visit, error));
  if (file === "away") return told(visit, known, "away");
  if (!file) return told(visit, known, "vanished");
  await open(true);
  return { download: { ...file, type: FILE_TYPES[known.type].mime, name: known.name } };
}

/** After this long, no scanner is at work. */
const LONG = 10 * 60_000;

function isLate({ world }: Visit, { receivedAt }: Known): boolean {
  return world.now().getTime() - receivedAt.getTime() > LONG;
}

function awayOf({ request }: Visit, error: unknown): "away" {
  if (!(error instanceof StoreFault)) throw error;
  request.log.error({ fault: error.name, code: error.code }, "files");
  return "away";
}

type Known = Parameters<typeof isThere>[0] & {
  readonly copy: string;
  readonly name: string;
  readonly size: number;
  readonly type: FileType;
  readonly pages: number | null;
  readonly sha256: string;
  readonly receivedAt: Date;
  readonly mine: boolean;
  /** The page that lists the file, for this reader. */
  readonly back: string | undefined;
};

const STATUS = { none: 200, waiting: 200, late: 200, infected: 410, vanished: 410, away: 503 } as const;

function told(visit: Visit, file: Known, why: keyof typeof STATUS): PageResult {
  const { lang, link, path, school } = visit;
  const words = filePageWords[lang];
  const { heading, text } = { ...words.why[why], ...(!file.mine && words.others[why]) };
  const open: Html | undefined =
    why === "none"
      ? html`<div class="actions">${linkButton(`${link(path)}?ouvrir=oui`, words.open)}</div>`
      : why === "waiting" || why === "late" || why === "away"
        ? html`<div class="actions">${linkButton(link(path), words.again, "secondary")}</div>`
        : undefined;
  const main = html`${text.map((one) => html`<p>${one}</p>`)}
${summaryList(
  [
    { key: words.name, value: html`<span class="file-name">${file.name}</span>` },
    { key: words.what, value: sayFile(file, lang) },
    ...(why === "late" ? [{ key: words.received, value: sayInstant(file.receivedAt, school.timezone, lang) }] : []),
    { key: words.hash, value: html`<code class="hash">${file.sha256}</code>` },
  ],
  lang,
)}
${open}`;
  return { html: layout(visit, { title: heading, main, ...(file.back && { back: file.back }) }), status: STATUS[why] };
}
