/** The routes of the intakes' pages. */
import { route } from "../../page/route.ts";

export const intakes = route("/campagnes");
export const intakeShown = route("/campagnes/:intake");
export const settingsOf = route("/campagnes/:intake/reglages");
export const previewOf = route("/campagnes/:intake/apercu");
export const openingOf = route("/campagnes/:intake/ouvrir");
export const changeOf = route("/campagnes/:intake/modifier");
/** The page that candidates read. */
export const termsShown = route("/:diploma/campagne/:intake");
