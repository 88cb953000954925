/** The one place where what came of an act becomes what its page says: errors beside fields, a notice, or the way on. */
import type { Outcome } from "../act/act.ts";
import type { Lang } from "../kit/lang.ts";
import { sayFinding } from "../law/finding.ts";
import type { FieldError } from "./form.ts";
import type { AnyDeed, Otherwise } from "./declared.ts";
import type { Fields, Naming, Values } from "./field.ts";
import type { Form } from "./page.ts";
import { PAGE_WORDS } from "./words.ts";

/** The page again, with what is wrong; what it says of no field stands in `notice`. */
type Again = {
  readonly status: 409 | 422;
  readonly errors: readonly FieldError[];
  readonly notice?: { readonly said: string; readonly color: "warning" | "danger" };
  /** Somebody else was quicker, with what the fields say: both values are shown. */
  readonly both?: true;
};
type NotDone = Again | { readonly to: string } | { readonly notFound: true };

type Asked<C> = {
  readonly form: AnyDeed<C>;
  readonly at: C;
  readonly lang: Lang;
  readonly fields: Fields;
  readonly named: Naming;
  readonly sent: Form;
  readonly values: Values<Fields>;
};

export function notDone<C>(outcome: Exclude<Outcome<unknown>, { kind: "done" }>, asked: Asked<C>): NotDone {
  const { form, at, lang } = asked;
  switch (outcome.kind) {
    case "invalid":
      if (form.invalid) return otherwise(form.invalid(at), 422);
      return beside(
        asked,
        outcome.issues.map(({ path, message }) => ({ about: path, message: message(lang) })),
      );
    case "refused": {
      if (form.refused) return otherwise(form.refused(at), 422);
      const { sentences } = form;
      if (!sentences) throw new Error(`An act is refused, and its page has no sentence for that`);
      return beside(
        asked,
        outcome.findings.map((one) => ({ about: one.condition, message: sayFinding(one, sentences, lang).reason })),
      );
    }
    case "stale":
      if (form.stale) return otherwise(form.stale(at, outcome.current), 409);
      return form.edits ? { status: 409, errors: [], both: true } : otherwise({ said: PAGE_WORDS[lang].changed }, 409);
    default:
      return form.forbidden ? otherwise(form.forbidden(at), 422) : { notFound: true };
  }
}

function otherwise(one: Otherwise, status: Again["status"]): NotDone {
  if ("to" in one) return one;
  return { status, errors: [], ...("said" in one && { notice: { said: one.said, color: "warning" } }) };
}

/** Each beside the field that it is about, or a field of that; or the first; where there is none to fill in, on the page. */
function beside<C>(
  { form, fields, named, sent, values }: Asked<C>,
  said: readonly { about: string; message: string }[],
): Again {
  const first = Object.keys(fields).find((key) => !fields[key]!.carried);
  if (first === undefined)
    return { status: 422, errors: [], notice: { said: said.map(({ message }) => message).join(" "), color: "danger" } };
  const on = typeof form.on === "function" ? form.on(values) : form.on;
  const errors = said.map(({ about, message }) => {
    const inside = Object.values(fields).map((field) => field.within?.(about, sent));
    const control = inside.find((one) => one !== undefined);
    if (control !== undefined) return { field: control, message };
    const whole = about.split(/[.[]/)[0]!;
    const meant = on?.[whole] ?? whole;
    const key = Object.hasOwn(fields, meant) && !fields[meant]!.carried ? meant : first;
    return { field: controlOf(fields, key, named), message };
  });
  return { status: 422, errors };
}

/** The control that the summary leads to for a fault of the whole field. */
export function controlOf(fields: Fields, key: string, named: Naming): string {
  return `${named(key)}${fields[key]?.parts?.[0] ?? ""}`;
}
