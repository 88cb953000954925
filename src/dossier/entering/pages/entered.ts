/** The mark on every page of a dossier entered by the school: how it came, and whether the person confirmed it. */
import { type Html, html } from "../../../kit/html.ts";
import type { Visit } from "../../../page/page.ts";
import type { Followed } from "../../follow-views.ts";
import { enteringWords } from "../words.ts";
import { followingWords } from "../../following-words.ts";
import type { OpenedDossier } from "../../views.ts";

export function enteredMark(
  { lang, person }: Visit,
  { dossier }: OpenedDossier,
  { confirmed }: Followed,
): Html | false {
  if (dossier.entered === "online") return false;
  const words = followingWords(lang).entered;
  if (dossier.entered === "carried") return html`<p class="made"><strong>${words.mark.carried}.</strong></p>`;
  const own = dossier.account === person?.account;
  const status = confirmed ? (own ? words.youConfirmed : words.confirmed) : own ? words.youToConfirm : words.toConfirm;
  return html`<p class="made"><strong>${words.mark[dossier.entered]}.</strong> ${!own && enteringWords(lang).enter.entering} ${status}</p>`;
}
