/** A form's field for one file: what it is told, and the upload that the act takes. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import type { Field } from "../../page/field.ts";
import { fileField } from "../../page/form.ts";
import { files } from "../../page/kinds.ts";
import type { Form, SentFile } from "../../page/page.ts";
import { fileProblems } from "../words.ts";

export const oneFile = (label: string, missing: string, hint?: string, accept = ".pdf,application/pdf") =>
  files({ label, accept, missing, hint });

export function fileFault([one]: readonly SentFile[], lang: Lang): string | undefined {
  return one && "problem" in one ? fileProblems[lang][one.problem] : undefined;
}

export const uploadOf = ([one]: readonly SentFile[]) => (one && "upload" in one ? one.upload : "");

type Told = { readonly hint: string; readonly missing: string; readonly kept: (name: string) => string };

/** One file, of which the value is the upload. Once received, it stays where something else on the form was wrong. */
export function keptFile(label: string, { hint, missing, kept }: Told): Field<string> {
  return {
    label,
    brings: true,
    read: (typed, name, lang) => {
      const sent = sentAs(typed, name);
      if (sent && "problem" in sent) return { fault: fileProblems[lang][sent.problem] };
      const { upload } = heldIn(typed, name);
      return isId(upload) ? { value: upload } : { fault: missing };
    },
    write: () => ({}),
    print: ({ name, typed, errors, lang }) => {
      const { upload, called } = heldIn(typed, name);
      const chosen = fileField({ label, hint, name, errors, lang });
      return isId(upload)
        ? html`${chosen}<p class="made">${kept(called)}</p><input type="hidden" name="${name}-held" value="${upload} ${called}">`
        : chosen;
    },
    say: () => "",
  };
}

function sentAs(typed: Form, name: string): SentFile | undefined {
  return typed.files.find(({ field }) => field === name);
}

/** The file that came with this form, else the one that came before. */
function heldIn(typed: Form, name: string): { readonly upload: string; readonly called: string } {
  const sent = sentAs(typed, name);
  if (sent && "upload" in sent) return { upload: sent.upload, called: sent.name };
  const [upload = "", ...called] = typed.get(`${name}-held`).split(" ");
  return { upload, called: called.join(" ") };
}
