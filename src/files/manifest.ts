/** Files: received, inspected, stored by hash, attached by acts, served and removed. */
import { expireUpload, noteClean, setFileAside } from "./acts.ts";
import { dropUploads } from "./duties.ts";
import { dropOrphan } from "./orphans.ts";
import { filePage } from "./pages/file.ts";
import { bytesRemover, bytesSearcher } from "./work.ts";

export const manifest = {
  name: "files",
  acts: [expireUpload, dropOrphan, noteClean, setFileAside],
  pages: [filePage],
  duties: [dropUploads],
  jobs: [bytesRemover, bytesSearcher],
};
