/** Where the pages of intakes stand. */
import { route } from "../../page/route.ts";

export const intakes = route("/campagnes");
export const intakeShown = route("/campagnes/:intake");
export const settingsOf = route("/campagnes/:intake/reglages");
export const previewOf = route("/campagnes/:intake/apercu");
export const openingOf = route("/campagnes/:intake/ouvrir");
export const changeOf = route("/campagnes/:intake/modifier");
/** What candidates read. */
export const termsShown = route("/:diploma/campagne/:intake");
