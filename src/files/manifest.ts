/** Files: received, inspected, stored by hash, attached by acts, served and removed. */
import { actsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import { dropUploads } from "./duties.ts";
import * as orphans from "./orphans.ts";
import { filePage } from "./pages/file.ts";
import { bytesRemover, bytesSearcher } from "./work.ts";

export const manifest = {
  name: "files",
  acts: actsIn(acts, orphans),
  pages: [filePage],
  duties: [dropUploads],
  jobs: [bytesRemover, bytesSearcher],
};
