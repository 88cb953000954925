/** Holds the data of an invoice for machines against the schema of Factur-X, which the product carries. */
import { join } from "node:path";
import { judgedBy } from "../../../kit/xml-schema.ts";

export const schemaFault = judgedBy(join(import.meta.dirname, "schema", "FACTUR-X_EN16931.xsd"));
