/** The output schemas of contracts and conventions as papers. */
import { Type } from "typebox";
import { ShownLines } from "../../act/shows.ts";
import { named, orNull, Words } from "../../kit/output.ts";
import { described } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";

export const issued = Type.Object({ code: Type.String() });

export const contractPaper = Type.Object({
  name: Type.String(),
  source: Type.String(),
  paper: oneOf("contract", "convention"),
  /** By the other party: the document is then the one that was signed. */
  signed: Type.Boolean(),
  /** Of the frozen one; null of a draft. */
  code: orNull(Type.String()),
  /** All that is printed. */
  document: described("Document"),
  /** Of a convention: what its quote lacks, and the code of the last one issued. */
  quote: orNull(Type.Object({ missing: Type.Array(Words), code: orNull(Type.String()) })),
  /** What issuing or sending it would say, as the acts compare it. */
  lines: ShownLines,
  missing: Type.Array(named("MissingParticular", { key: Type.String(), label: Words, to: orNull(Type.String()) })),
});

export const contractQuote = Type.Object({ code: Type.String(), document: described("Document") });
