/** The output schemas of the acts and views of refunds. */
import { Type } from "typebox";
import { Nothing } from "../../kit/output.ts";

export const refundOnline = Type.Object({ refund: Type.String() });

export const dropOnlineRefund = Nothing;
