/** `/fichiers/<dossier>`: all files of a dossier in one archive, streamed, with a list of what each is. */
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
    const found = await sorted(visit, opened).catch((error: unknown) => awayOf(visit, error));
    if (!found) return told(visit, opened, [], "away");
    const { given, left } = found;
    if (given.length === 0) return told(visit, opened, left, "nothing");
    // Of what nobody searched for viruses, whoever did not send it is told first.
    const warned = visit.query.ouvrir === "oui";
    if (!warned && given.some(({ scan, mine }) => scan === "none" && !mine))
      return told(visit, opened, left, "unsearched");
    await see(visit, openFilesOf, { dossier, take: given.map(({ id }) => id) });
    return { download: await archive(visit, opened, { given, left }) };
  },
};

function awayOf({ request }: Visit, error: unknown): undefined {
  if (!(error instanceof StoreFault)) throw error;
  request.log.error({ fault: error.name, code: error.code }, "files");
}

/** What passed its inspection and is there; and what not, with why. */
async function sorted({ world, school }: Visit, { files }: OpenedFiles) {
  if (!world.files) throw new Error("This world keeps no files");
  const given: Kept[] = [];
  const left: Left[] = [];
  for (const file of files) {
    if (!isThere(file)) left.push({ file, why: file.scan === "waiting" ? "waiting" : "infected" });
    else if ((await ofStore(world.files.store.sizeOf(fileKey(school.establishment, file)))) !== file.size)
      left.push({ file, why: "vanished" });
    else given.push(file);
  }
  return { given, left };
}

type Sorted = Awaited<ReturnType<typeof sorted>>;

function told(
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

/** One file after another, none compressed: its length is known before its first byte is sent. */
async function archive(visit: Visit, { number }: OpenedFiles, { given, left }: Sorted) {
  const { world, school, lang } = visit;
  const names = bundleNames(given);
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const options = { mtime: world.now(), mode: 0o100600, compress: false };
  // yazl tells its faults of itself, and then waits for ever: whatever goes wrong cuts the output off.
  const fail = (fault: unknown) => void out.destroy(fault as Error);
  zip.on("error", fail);
  zip.addBuffer(Buffer.from(listPage(visit, number, { given, left }, names)), "index.html", options);
  for (const [at, file] of given.entries())
    zip.addReadStreamLazy(names[at]!, { ...options, size: file.size }, (give) => {
      bytesOf(file).then((stream) => give(null, stream), fail);
    });
  async function bytesOf(file: Kept): Promise<Readable> {
    const found = await handOut(world, school.establishment, file);
    if (!found) throw new Error("A file vanished while it was handed out");
    const { stream } = found;
    stream.once("error", fail);
    out.once("close", () => stream.destroy());
    return stream;
  }
  const size = await new Promise<number>((resolve) => {
    // Its types know nothing of what it tells: the length of all of it.
    zip.end({ forceZip64Format: false, comment: "" }, ((total: number) => resolve(total)) as () => void);
  });
  return { stream: out, size, type: "application/zip", name: bundleWords[lang].file(number) };
}

function listPage(visit: Visit, number: string, { given, left }: Sorted, names: readonly string[]): string {
  const { lang, school, world } = visit;
  const words = bundleWords[lang];
  const head = [words.piece, words.name, words.inside, words.size, words.hash];
  const rows = given.map((file, at) => [
    pieceOf(file, lang),
    file.name,
    html`<a href="${encodeURI(names[at]!)}">${names[at]}</a>`,
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
