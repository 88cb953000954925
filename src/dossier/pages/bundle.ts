/** `/fichiers/<dossier>`: a dossier's files as one streamed archive, with a list describing each. */
import type { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { type Html, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { capital } from "../../kit/typography.ts";
import { ofStore, StoreFault } from "../../files/file-store.ts";
import { handOut } from "../../files/handed-out.ts";
import { fileKey } from "../../files/rules/file-key.ts";
import { isThere } from "../../files/views.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { type OpenedFiles, openFilesOf } from "../bundle-view.ts";
import { bundleWords } from "../bundle-words.ts";
import { bundleNames } from "../rules/bundle.ts";

type Kept = OpenedFiles["files"][number];
type Reason = keyof (typeof bundleWords)["fr"]["reasons"];
type Left = { readonly file: Kept; readonly why: Reason };

export const bundlePage: Page = {
  name: "fichiers",
  path: "/fichiers/:dossier",
  who: "open a file",
  async view(visit): Promise<PageResult> {
    const dossier = visit.params.dossier ?? "";
    const opened = await see(visit, openFilesOf, { dossier, take: [] });
    if (!opened) return { notFound: true };
    const sorting = await sorted(visit, opened).catch((error: unknown) => awayOf(visit, error));
    if (!sorting) return noticePage(visit, opened, [], "away");
    const { sendable, left } = sorting;
    if (sendable.length === 0) return noticePage(visit, opened, left, "nothing");
    // Warn first about files never scanned for viruses, unless the reader sent them.
    const warned = visit.query.ouvrir === "oui";
    if (!warned && sendable.some(({ scan, mine }) => scan === "none" && !mine))
      return noticePage(visit, opened, left, "unsearched");
    await see(visit, openFilesOf, { dossier, take: sendable.map(({ id }) => id) });
    return { download: await archive(visit, opened, { sendable, left }) };
  },
};

function awayOf({ request }: Visit, error: unknown): undefined {
  if (!(error instanceof StoreFault)) throw error;
  request.log.error({ fault: error.name, code: error.code }, "files");
}

/** The files that passed inspection and exist; and the others, with the reason. */
async function sorted({ world, school }: Visit, { files }: OpenedFiles) {
  if (!world.files) throw new Error("This world keeps no files");
  const sendable: Kept[] = [];
  const left: Left[] = [];
  for (const file of files) {
    if (!isThere(file)) left.push({ file, why: file.scan === "waiting" ? "waiting" : "infected" });
    else if ((await ofStore(world.files.store.sizeOf(fileKey(school.establishment, file)))) !== file.size)
      left.push({ file, why: "vanished" });
    else sendable.push(file);
  }
  return { sendable, left };
}

type Sorted = Awaited<ReturnType<typeof sorted>>;

function noticePage(
  visit: Visit,
  { number, back }: OpenedFiles,
  left: readonly Left[],
  why: "nothing" | "unsearched" | "away",
): PageResult {
  const { lang, link, path } = visit;
  const words = bundleWords[lang];
  const go =
    why === "unsearched"
      ? linkButton(`${link(path)}?ouvrir=oui`, words.go)
      : linkButton(link(path), words.again, "secondary");
  const main = html`<p>${words[why]}</p>
${leftTable(visit, left)}
<div class="actions">${go}</div>`;
  return { html: layout(visit, { title: words.title(number), main, back }), status: why === "away" ? 503 : 200 };
}

function leftTable({ lang }: Visit, left: readonly Left[]): Html | false {
  const words = bundleWords[lang];
  if (left.length === 0) return false;
  return table({
    id: "left",
    caption: words.left,
    head: [words.piece, words.name, words.why],
    rows: left.map(({ file, why }) => [pieceOf(file, lang), file.name, words.reasons[why]]),
    stacks: true,
  });
}

function pieceOf({ piece }: Kept, lang: "fr" | "en"): string {
  return piece === null ? "–" : capital(piece[lang]);
}

/** Files are stored uncompressed, so that the length is known before the first byte. */
async function archive(visit: Visit, { number }: OpenedFiles, { sendable, left }: Sorted) {
  const { world, school, lang } = visit;
  const names = bundleNames(sendable);
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const options = { mtime: world.now(), mode: 0o100600, compress: false };
  // On a fault yazl only emits an event and then never ends: destroy the output.
  const fail = (fault: unknown) => void out.destroy(fault as Error);
  zip.on("error", fail);
  zip.addBuffer(Buffer.from(listPage(visit, number, { sendable, left }, names)), "index.html", options);
  for (const [index, file] of sendable.entries())
    zip.addReadStreamLazy(names[index]!, { ...options, size: file.size }, (give) => {
      bytesOf(file).then((stream) => give(null, stream), fail);
    });
  async function bytesOf(file: Kept): Promise<Readable> {
    const opened = await handOut(world, school.establishment, file);
    if (!opened) throw new Error("A file vanished while it was handed out");
    const { stream } = opened;
    stream.once("error", fail);
    out.once("close", () => stream.destroy());
    return stream;
  }
  const size = await new Promise<number>((resolve) => {
    // Its types omit the argument: the total length.
    zip.end({ forceZip64Format: false, comment: "" }, ((total: number) => resolve(total)) as () => void);
  });
  return { stream: out, size, type: "application/zip", name: bundleWords[lang].file(number) };
}

function listPage(visit: Visit, number: string, { sendable, left }: Sorted, names: readonly string[]): string {
  const { lang, school, world } = visit;
  const words = bundleWords[lang];
  const head = [words.piece, words.name, words.inside, words.size, words.hash];
  const rows = sendable.map((file, index) => [
    pieceOf(file, lang),
    file.name,
    html`<a href="${encodeURI(names[index]!)}">${names[index]}</a>`,
    String(file.size),
    html`<code>${file.sha256}</code>`,
  ]);
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title(number)}</title>
</head>
<body>
<main>
<h1>${words.title(number)}</h1>
<p>${school.name}. ${words.made(sayInstant(world.now(), school.timezone, lang))}</p>
${table({ id: "given", caption: words.which, head, rows })}
${leftTable(visit, left)}
</main>
</body>
</html>
`;
  return page.text;
}
