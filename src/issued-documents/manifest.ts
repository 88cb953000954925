/** Signatures, and papers issued with a verification code. */
import { verifyPage } from "./pages/verify.ts";
import { verifyPaper } from "./views.ts";

export const manifest = {
  name: "issued-documents",
  views: [verifyPaper],
  pages: [verifyPage],
  retainedOtherwise: {
    "signatures, which go with what was signed": "signature",
  },
};
