/** Holds an offer against the schema that the product carries: a second opinion on what `faultsIn` finds. */
import { join } from "node:path";
import { judgedBy } from "../../../kit/xml-schema.ts";

export const offerFault = judgedBy(join(import.meta.dirname, "schema", "offer.xsd"));
