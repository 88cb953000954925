/** Holds a file of passages against our schema of it. */
import { join } from "node:path";
import { judgedBy } from "../../../kit/xml-schema.ts";

export const passagesFault = judgedBy(join(import.meta.dirname, "schema", "accrochage.xsd"));
