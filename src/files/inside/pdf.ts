/** Opens a PDF as a reader would, and counts its pages. */
import type { PDFPageProxy } from "unpdf/pdfjs";
import type { FileProblem } from "../../kit/file-problem.ts";
import type { Seen } from "./seen.ts";
import { isImmense } from "./unpacked.ts";

/** More than any paper that a person is asked for. */
const MOST_PAGES = 500;

/** In the child only: `look-process.ts` makes pdf.js count the pages itself. */
export async function lookIntoPdf(bytes: Buffer): Promise<Seen | { readonly problem: FileProblem }> {
  // Before pdf.js, which inflates whole streams.
  if (await isImmense(bytes)) return { problem: "immense-pdf" };
  const { getDocumentProxy } = await import("unpdf");
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
    try {
      const pages = document.numPages;
      if (!Number.isSafeInteger(pages) || pages < 1) return { problem: "no-pages" };
      if (pages > MOST_PAGES) return { problem: "too-many-pages" };
      // A node of the tree may be no page: the first and the last are loaded to check.
      for (const page of new Set([1, pages])) (await document.getPage(page)).cleanup();
      const restricted = (await document.getPermissions()) !== null;
      // `isImmense` cannot see the decoded size of encrypted streams: pdf.js reads every page, within the child's limits.
      const locked = restricted ? pages : 0;
      for (let page = 1; page <= locked; page++) await readThrough(await document.getPage(page));
      const active = acts(bytes) || (await document.hasJSActions());
      return {
        pages,
        notices: [...(restricted ? (["restricted"] as const) : []), ...(active ? (["active"] as const) : [])],
      };
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

async function readThrough(page: PDFPageProxy): Promise<void> {
  // A glyph that cannot be drawn is no reason to refuse the file.
  await page.getTextContent().catch(() => undefined);
  page.cleanup();
}

/**
 * Whether the file says, in plain bytes, that it runs a program or opens something by itself. Compressed and encrypted parts are left to
 * pdf.js, which finds scripts there too.
 */
function acts(bytes: Buffer): boolean {
  return /\/S\s*\/(?:JavaScript|Launch|ImportData|SubmitForm|GoToE|RichMediaExecute)\b|\/EmbeddedFiles\b/.test(
    bytes.toString("latin1"),
  );
}

const OPTIONS = {
  verbosity: 0,
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  stopAtErrors: true,
};

function problemOf(error: unknown): FileProblem {
  const { name, message } = error as Error;
  if (name === "PasswordException") return "encrypted-pdf";
  return /page|Pages/.test(message) && /empty|not found|0 pages/i.test(message) ? "no-pages" : "corrupt-pdf";
}
