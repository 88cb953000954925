/** A demonstration sends no mail: its code is shown to the browser that asked. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { codeChain } from "../codes/acts.ts";
import { isDemo } from "./acts.ts";

/** Undefined outside a demonstration. */
export const seeDemoCode = defineView({
  name: "seeDemoCode",
  label: { fr: "Voir le code, dans une démonstration", en: "See the code, in a demonstration" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object({ request: Id }, closed),
  async read({ tx, input }) {
    if (!(await isDemo(tx))) return undefined;
    const mail = tx.selectFrom("mail").select("subject").where("about", "=", codeChain(input.request));
    const [code] = /^\d{6}/.exec((await mail.executeTakeFirst())?.subject ?? "") ?? [];
    return code === undefined ? undefined : { code };
  },
});
