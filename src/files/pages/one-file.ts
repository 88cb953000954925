/** A form's field for one file: what it is told, and the upload that the act takes. */
import type { Lang } from "../../kit/lang.ts";
import { files } from "../../page/kinds.ts";
import type { SentFile } from "../../page/page.ts";
import { fileProblems } from "../words.ts";

export const oneFile = (label: string, missing: string, hint?: string, accept = ".pdf,application/pdf") =>
  files({ label, accept, missing, hint });

export function fileFault([one]: readonly SentFile[], lang: Lang): string | undefined {
  return one && "problem" in one ? fileProblems[lang][one.problem] : undefined;
}

export const uploadOf = ([one]: readonly SentFile[]) => (one && "upload" in one ? one.upload : "");
