/** The output schemas of this room's acts and views. */
import { Type } from "typebox";
import { Nothing } from "../../kit/output.ts";

export const giveRole = Type.Object({ name: Type.String() });

export const takeRole = Nothing;

export const confirmRole = Type.Object({ role: Type.String() });
