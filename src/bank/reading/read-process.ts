/** The child process of `reader.ts`: reads one bank file. */
import { answering, type Reply } from "../../kit/read-apart.ts";
import { readBankFile } from "../rules/bank-file.ts";
import { type BankFile, BankFileError } from "../rules/bank-line.ts";

answering(({ bytes, until }): Reply<BankFile> => {
  try {
    return { file: readBankFile(bytes, until) };
  } catch (error) {
    return error instanceof BankFileError ? { said: error.said } : { fault: (error as Error).name };
  }
});
