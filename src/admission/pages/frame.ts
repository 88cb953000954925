/** A page in its frame, as a result the web can send. */
import { layout, type PageParts } from "../../web/layout.ts";
import type { PageResult, Visit } from "../../web/page.ts";

export function page(visit: Visit, parts: PageParts, status = 200): PageResult {
  return { html: layout(visit, parts), status };
}
