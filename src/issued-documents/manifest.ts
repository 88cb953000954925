/** What was signed, and what was issued with a code that proves it. */
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
