/** The one place where an act’s outcome becomes what its page shows: errors beside fields, a notice, or a redirect. */
import type { Outcome } from "../act/act.ts";
import type { Lang } from "../kit/lang.ts";
import { type ChangedShown, isChangedShown } from "../act/shows.ts";
import { sayFinding } from "../law/finding.ts";
import type { FieldError } from "./form.ts";
import type { AnyDeed, Otherwise } from "./declared.ts";
import type { Fields, Naming, Values } from "./field.ts";
import type { Form } from "./page.ts";
import { PAGE_WORDS } from "./words.ts";

/** The page again, with its errors; `notice` has those that belong to no field. */
type Again = {
  readonly status: 409 | 422;
  readonly errors: readonly FieldError[];
  readonly notice?: { readonly said: string; readonly color: "warning" | "danger" };
  /** A concurrent save of the same fields: both values are shown. */
  readonly both?: true;
  /** What was shown of what is signed has changed: both are shown. */
  readonly changed?: ChangedShown;
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
  const { form, at: context, lang } = asked;
  switch (outcome.kind) {
    case "invalid":
      if (form.invalid) return otherwise(form.invalid(context), 422);
      return beside(
        asked,
        outcome.issues.map(({ path, message }) => ({ about: path, message: message(lang) })),
      );
    case "refused": {
      if (form.refused) return otherwise(form.refused(context), 422);
      const { sentences } = form;
      if (!sentences) throw new Error(`An act is refused, and its page has no sentence for that`);
      return beside(
        asked,
        outcome.findings.map((one) => ({ about: one.condition, message: sayFinding(one, sentences, lang).reason })),
      );
    }
    case "stale":
      if (isChangedShown(outcome.current)) return { status: 409, errors: [], changed: outcome.current };
      if (form.stale) return otherwise(form.stale(context, outcome.current), 409);
      return form.edits ? { status: 409, errors: [], both: true } : otherwise({ said: PAGE_WORDS[lang].changed }, 409);
    default:
      return form.forbidden ? otherwise(form.forbidden(context), 422) : { notFound: true };
  }
}

function otherwise(answer: Otherwise, status: Again["status"]): NotDone {
  if ("to" in answer) return answer;
  return { status, errors: [], ...("said" in answer && { notice: { said: answer.said, color: "warning" } }) };
}

/** Each message beside the field it is about, or a part of it; else beside the first field; without any field, on the page. */
function beside<C>(
  { form, fields, named, sent, values }: Asked<C>,
  messages: readonly { about: string; message: string }[],
): Again {
  const first = Object.keys(fields).find((key) => !fields[key]!.carried);
  if (first === undefined)
    return {
      status: 422,
      errors: [],
      notice: { said: messages.map(({ message }) => message).join(" "), color: "danger" },
    };
  const on = typeof form.on === "function" ? form.on(values) : form.on;
  const errors = messages.map(({ about, message }) => {
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

/** The control that the summary links to for a fault of the whole field. */
export function controlOf(fields: Fields, key: string, named: Naming): string {
  return `${named(key)}${fields[key]?.parts?.[0] ?? ""}`;
}
