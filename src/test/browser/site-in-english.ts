/** The whole site in English in a real browser: for `npm run prove:pages`. */
import { describeSite } from "./site.ts";

await describeSite("the site in en", ({ lang }) => lang === "en");
