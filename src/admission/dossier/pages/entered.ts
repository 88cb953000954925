/** Said on every page of a dossier that the school entered in somebody’s stead: how it came, and whether they confirmed it. */
import { type Html, html } from "../../../kit/html.ts";
import type { Visit } from "../../../web/page.ts";
import type { Followed } from "../follow-views.ts";
import { followingWords } from "../following-words.ts";
import type { OpenedDossier } from "../views.ts";

export function enteredMark({ lang }: Visit, { dossier }: OpenedDossier, { confirmed }: Followed): Html | false {
  if (dossier.entered === "online") return false;
  const words = followingWords(lang).entered;
  return html`<p class="made"><strong>${words.mark[dossier.entered]}.</strong> ${confirmed ? words.confirmed : words.toConfirm}</p>`;
}
