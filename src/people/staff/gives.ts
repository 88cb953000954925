/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Nothing } from "../../kit/gives.ts";

export const giveRole = Type.Object({ name: Type.String() });

export const takeRole = Nothing;

export const confirmRole = Type.Object({ role: Type.String() });
