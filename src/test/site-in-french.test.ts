/** The site in French in a real browser. */
import { describeSite } from "./browser/site.ts";

await describeSite("fr");
