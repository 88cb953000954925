/** The output schemas of the acts and views of billing. */
import { Type } from "typebox";
import { Words } from "../kit/output.ts";

export const ChargeLine = Type.Object({ key: Type.String(), label: Words, amount: Type.Integer() });
