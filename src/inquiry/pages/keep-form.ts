/** The button that keeps the answer; pressed twice, it keeps once. */
import type { Html } from "../../kit/html.ts";
import { button, form } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import type { PublicJourney } from "./journeys.ts";

export function keepForm(visit: Visit, journey: PublicJourney, label: string): Html {
  return form(visit, button(label, { variant: "secondary" }), {
    action: visit.link(`/${visit.params.diploma}/${journey}/conserver`),
  });
}
