/** Opens a PDF as a reader would, and counts its pages. */
import type { PDFPageProxy } from "unpdf/pdfjs";
import type { FileProblem } from "../../../kit/file-problem.ts";
import type { Seen } from "./seen.ts";
import { isImmense } from "./unpacked.ts";

/** More than any paper a person is asked for: nobody would read it. */
const MOST_PAGES = 500;

/** In the child alone: `look-process.ts` makes the reader count the pages themselves. */
export async function lookIntoPdf(bytes: Buffer): Promise<Seen | { readonly problem: FileProblem }> {
  // Before the reader, which unpacks what it needs whole.
  if (await isImmense(bytes)) return { problem: "immense-pdf" };
  const { getDocumentProxy } = await import("unpdf");
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
    try {
      const pages = document.numPages;
      if (!Number.isSafeInteger(pages) || pages < 1) return { problem: "no-pages" };
      if (pages > MOST_PAGES) return { problem: "too-many-pages" };
      // What stands in the tree may be no page: the first and the last are really looked for.
      for (const page of new Set([1, pages])) (await document.getPage(page)).cleanup();
      const restricted = (await document.getPermissions()) !== null;
      // Of what is locked nobody but the reader can tell how large it becomes: it reads every page, within its bounds.
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
  // A letter that cannot be drawn is no reason to refuse what opens.
  await page.getTextContent().catch(() => undefined);
  page.cleanup();
}

/**
 * Whether it says anywhere in clear that it runs a program, or opens something else, by itself. What is packed or locked is
 * left to the reader that opens it, which finds scripts there too.
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
