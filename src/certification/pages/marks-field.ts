/** A mark as people write it, «12,5», read as integer hundredths. */
import type { Field } from "../../page/field.ts";
import { textField } from "../../page/form.ts";
import { readNumber } from "../../page/form-values.ts";
import { sayNumber } from "../../kit/lang.ts";

type Asked = { readonly label: string; readonly fault: string; readonly max: number };

/** Empty it is not there: what was missed is said beside. */
export function mark({ label, fault, max }: Asked): Field<number | undefined> {
  return {
    label,
    read: (typed, name) => {
      const text = typed.get(name).trim();
      if (text === "") return { value: undefined };
      const value = readNumber(text);
      const hundredths = value === undefined ? undefined : Math.round(value * 100);
      const fits = hundredths !== undefined && hundredths / 100 === value && hundredths <= max * 100;
      return fits ? { value: hundredths } : { fault };
    },
    write: (value, name) => ({ [name]: value === undefined ? "" : sayNumber(value / 100, "fr") }),
    print: ({ name, typed, errors, lang }) =>
      textField({
        label,
        size: 5,
        inputmode: "decimal",
        suffix: `/ ${max}`,
        name,
        value: typed.get(name),
        errors,
        lang,
      }),
    say: (value) => (value === undefined ? "" : sayNumber(value / 100, "fr")),
  };
}
