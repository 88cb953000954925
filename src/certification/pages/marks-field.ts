/** A mark as typed, «12,5», read as integer hundredths. */
import type { Field } from "../../page/field.ts";
import { readNumber } from "../../page/form-values.ts";
import { typedNumber } from "../../page/number-kinds.ts";
import { sayNumber } from "../../kit/lang.ts";

type MarkField = { readonly label: string; readonly fault: string; readonly max: number };

/** May be blank: a missed exam is stated in another field. */
export function mark({ max, ...asked }: MarkField): Field<number | undefined> {
  const reads = (text: string) => {
    const value = readNumber(text);
    const hundredths = value === undefined ? undefined : Math.round(value * 100);
    return hundredths !== undefined && hundredths / 100 === value && hundredths <= max * 100 ? hundredths : undefined;
  };
  return typedNumber({
    ...asked,
    blank: true,
    suffix: `/ ${max}`,
    reads,
    writes: (value) => sayNumber(value / 100, "fr"),
  });
}
