/** The output schemas of invoices. */
import { Type } from "typebox";
import { Cents } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";

export const creditInvoice = Type.Object({ credit: Id, number: Type.String(), left: Cents });
