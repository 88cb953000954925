/** Signatures, and papers issued with a verification code. */
import { viewsIn } from "../act/gather.ts";
import { verifyAskPage, verifyPage } from "./pages/verify.ts";
import * as views from "./views.ts";

export const manifest = {
  name: "issued-documents",
  views: viewsIn(views),
  pages: [verifyAskPage, verifyPage],
  retainedOtherwise: {
    "signatures, which go with what was signed": "signature",
  },
};
