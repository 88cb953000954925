/** What the acts and views of this room give back, as programs receive it. */
import { Type } from "typebox";
import { Nothing } from "../../kit/output.ts";

export const refundOnline = Type.Object({ refund: Type.String() });

export const dropOnlineRefund = Nothing;
