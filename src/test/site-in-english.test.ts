/** The site in English in a real browser. */
import { describeSite } from "./browser/site.ts";

await describeSite("en");
