/** A field of hours, to the half hour; undefined if left blank. */
import { hasDecimals } from "../../kit/schema.ts";
import type { Field } from "../../page/field.ts";
import { textField } from "../../page/form.ts";
import { readNumber, textOf } from "../../page/form-values.ts";

export function hours({
  label,
  suffix,
  fault,
}: {
  label: string;
  suffix: string;
  fault: string;
}): Field<number | undefined> {
  return {
    label,
    read: (typed, name) => {
      if (textOf(typed, name) === "") return { value: undefined };
      const value = readNumber(textOf(typed, name));
      return value !== undefined && value >= 0 && value <= 2000 && hasDecimals(value * 2, 0) ? { value } : { fault };
    },
    write: (value, name) => ({ [name]: value === undefined ? "" : String(value).replace(".", ",") }),
    print: ({ name, typed, errors, lang }) =>
      textField({ name, label, value: typed.get(name), size: 5, suffix, inputmode: "decimal", errors, lang }),
    say: (value) => (value === undefined ? "" : String(value)),
  };
}
