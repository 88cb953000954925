/** A page in its layout, as a result of the web layer. */
import { layout, type PageParts } from "../../page/layout.ts";
import type { PageResult, Visit } from "../../page/page.ts";

export function page(visit: Visit, parts: PageParts, status = 200): PageResult {
  return { html: layout(visit, parts), status };
}
