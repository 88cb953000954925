/** The output schemas of the acts and views of billing. */
import { Type } from "typebox";
import { Cents, Words, named } from "../kit/output.ts";

export const ChargeLine = named("ChargeLine", { key: Type.String(), label: Words, amount: Cents });
