/** Attaching an agreement signed on paper: of a study with its host, or of a group with its members. */
import type { At } from "../../../page/declared.ts";
import type { Values } from "../../../page/field.ts";
import { ticks } from "../../../page/kinds.ts";
import { recordSignedAgreement } from "../agreement-acts.ts";
import type { ShownAgreement } from "../agreements.ts";
import { fileFault, oneFile, uploadOf } from "../../../files/pages/one-file.ts";
import type { studyWords } from "./words.ts";

type Words = ReturnType<typeof studyWords>;
type Party = ShownAgreement["missing"][number];

function asked(words: Words, parties: readonly Party[]) {
  return {
    parties: ticks({
      label: words.attachWho,
      options: parties.map(({ party, name }) => ({ value: party, label: name })),
      missing: words.missing.parties,
    }),
    scan: oneFile(words.attachFile, words.missing.file),
  };
}
type Typed = Values<ReturnType<typeof asked>>;

/** The agreement, the parties that may still sign it, and the page to return to. */
type Which<S, P> = {
  readonly agreement: (seen: S) => Pick<ShownAgreement, "id"> | null;
  readonly parties: (seen: S) => readonly Party[];
  readonly done: (params: P) => string;
};

export function attaching<S, P>({ agreement, parties, done }: Which<S, P>) {
  type Here = At<S, Words, P>;
  return {
    fields: ({ words, seen }: Here) => asked(words, parties(seen)),
    check: ({ scan }: Typed, { lang }: Here) => {
      const fault = fileFault(scan, lang);
      return fault === undefined ? {} : { scan: fault };
    },
    go: ({ words }: Here) => ({ label: words.attachGo, variant: "secondary" as const }),
    act: recordSignedAgreement,
    input: (typed: Typed, { seen }: Here) => ({
      agreement: agreement(seen)?.id ?? "",
      parties: typed.parties,
      upload: uploadOf(typed.scan),
    }),
    on: { upload: "scan", agreement: "parties" } as const,
    done: (_: unknown, { params }: Here) => done(params),
  };
}
