/** The field for a mailed code; never refilled after an error. */
import type { Html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { type FieldError, textField } from "../../page/form.ts";

type Asked = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
};

export function codeField(asked: Asked): Html {
  return textField({
    ...asked,
    name: "code",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    size: 8,
    value: "",
  });
}
