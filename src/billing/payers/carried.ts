/** Payers that come in with the people for whom they pay: by their name alone, the rest is entered in the register before they are invoiced. */
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { insertPayer } from "./store.ts";

/** In its own chain, which the act has locked; the act names `"payer"` among its `writes`. */
export async function enterPayer(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const nothing = { form: "", siren: null, address: "", contact: "", email: "", phone: "", service: "", auxiliary: "" };
  const kept = await insertPayer(tx, {
    id,
    name,
    ...nothing,
    daysToPay: null,
    byDossier: false,
    by: actorName(actor),
    at,
  });
  if (!kept) throw new Error(`The register took another payer of the name ${name} meanwhile`);
}
