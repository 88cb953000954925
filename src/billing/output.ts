/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Words } from "../kit/output.ts";

export const ChargeLine = Type.Object({ key: Type.String(), label: Words, amount: Type.Integer() });
