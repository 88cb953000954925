/** What the school's page says nothing of, in the words of its file, such as what becomes of the selection fee. */
import type { Label } from "../kit/lang.ts";
import type { Law } from "./law.ts";

export function silentOn({ school }: Pick<Law, "school">, key: "fee-refund"): Label | undefined {
  return school.admission.silent.find((silent) => silent.key === key)?.label;
}
