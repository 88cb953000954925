/** A demonstration sends no mail: the code is shown beside its field. */
import { type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import type { Visit } from "../../../page/page.ts";
import { ANYONE, heldProof } from "../../pages/proof.ts";
import { seeDemoCode } from "../views.ts";
import { demoWords } from "../words.ts";

export async function demoCode(visit: Visit, request = heldProof(visit).request): Promise<Html> {
  const asked = visit.world.demo !== undefined && request !== undefined;
  const shown = asked ? await see(visit, seeDemoCode, { request }, { actor: ANYONE }) : undefined;
  if (!shown) return html``;
  return html`<p class="ds-alert" data-color="info">${demoWords[visit.lang].code} <strong>${shown.code}</strong></p>`;
}
