/** The child process of `reader.ts`: reads one bank file, and ends with its parent. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { readBankFile } from "../rules/bank-file.ts";
import { type BankFile, BankFileError } from "../rules/bank-line.ts";

export type Asked = { readonly bytes: Uint8Array; readonly until: Day };
export type Reply = { readonly file: BankFile } | { readonly said: Label } | { readonly fault: string };

process.on("message", ({ bytes, until }: Asked) => {
  process.send!(answer(bytes, until) satisfies Reply);
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches every process of the terminal; the parent decides when this one ends.
process.on("SIGINT", () => {});

function answer(bytes: Uint8Array, until: Day): Reply {
  try {
    return { file: readBankFile(bytes, until) };
  } catch (error) {
    return error instanceof BankFileError ? { said: error.said } : { fault: (error as Error).name };
  }
}
