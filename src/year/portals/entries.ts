/** The entries of the school's file for a line; undefined where it names them no more. */
import type { Performing } from "../../act/act.ts";
import type { DeclareEntry, PortalEntry } from "../../law/portals.ts";
import { schoolOf } from "./gathering.ts";

type Which = { readonly portal: string; readonly declare: string };

export function portalEntry(context: Pick<Performing<unknown>, "payee">, portal: string): PortalEntry | undefined {
  return schoolOf(context)?.portals.find((one) => one.portal === portal);
}

export function declareEntry(
  context: Pick<Performing<unknown>, "payee">,
  { portal, declare }: Which,
): DeclareEntry | undefined {
  return portalEntry(context, portal)?.declares.find((one) => one.declare === declare);
}
