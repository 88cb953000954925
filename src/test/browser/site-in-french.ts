/** The whole site in French in a real browser: for `npm run prove:pages`. */
import { describeSite } from "./site.ts";

await describeSite("the site in fr", ({ lang }) => lang === "fr");
