/** The file of the offer, given only where it lacks nothing. */
import { taughtOn } from "../../../act/world.ts";
import { see } from "../../../page/acting.ts";
import type { Page } from "../../../page/page.ts";
import { offerFault } from "../documents/valid.ts";
import { seeLheoOffer } from "../views.ts";
import { lheoRoutes } from "./routes.ts";

export const lheoFile: Page = {
  name: "annee-offre-xml",
  path: lheoRoutes.file.path,
  who: "see the year",
  view: async (visit) => {
    const { world, school, today, link } = visit;
    const diplomas = taughtOn(world, school, today).map(({ diploma }) => diploma.diploma);
    const seen = diplomas.length === 0 ? undefined : await see(visit, seeLheoOffer, { diplomas });
    if (!seen) return { notFound: true };
    // The page says what is missing.
    if (seen.xml === null) return { redirect: link(lheoRoutes.offer.to()) };
    const fault = await offerFault(seen.xml);
    if (fault !== undefined) throw new Error(`the offer is not valid by its schema: ${fault}`);
    return {
      file: Buffer.from(seen.xml, "utf8"),
      type: "application/xml",
      name: `lheo-${school.establishment}-${seen.on}.xml`,
    };
  },
};
