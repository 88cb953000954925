/** The grounds for closing over unmet conditions: one box each, named by condition and dossier rather than by index. */
import { html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { longestOf } from "../../kit/shapes.ts";
import { sayFinding } from "../../law/finding.ts";
import type { Field } from "../../page/field.ts";
import { textArea } from "../../page/form.ts";
import { closeCommission } from "../commission-acts.ts";
import type { SeenCommission } from "../commission-views.ts";
import { closingSentences } from "../sentences.ts";
import { admissionWords } from "./words.ts";

type Over = SeenCommission["closedOver"];
type TypedGround = {
  readonly condition: Over[number]["condition"];
  readonly dossier?: string;
  readonly ground: string;
};

const MOST = longestOf(closeCommission.form.properties.grounds.items.properties.ground);

/** A condition that appeared after the page was printed has no box in the submission, so its ground is asked for. */
export function groundsField(closedOver: Over, lang: Lang): Field<TypedGround[]> {
  const words = admissionWords(lang).commission;
  const control = (name: string, { condition, dossier }: Over[number]) => `${name}-${condition}-${dossier ?? "intake"}`;
  return {
    label: words.overGrounds,
    read: (typed, name) => {
      const empty = closedOver.filter((one) => typed.get(control(name, one)).trim() === "");
      if (empty.length > 0)
        return { faults: empty.map((one) => ({ field: control(name, one), message: words.overMissing })) };
      const value = closedOver.map((departure) => ({
        condition: departure.condition,
        ...(departure.dossier !== null && { dossier: departure.dossier }),
        ground: typed.get(control(name, departure)).trim(),
      }));
      return { value };
    },
    write: () => ({}),
    print: ({ name, typed, errors }) =>
      html`${closedOver.map((one) => {
        const id = control(name, one);
        const label = sayFinding(one.finding, closingSentences, lang).reason;
        return textArea({ name: id, label, value: typed.get(id), rows: 2, most: MOST, errors, lang });
      })}`,
    say: (given) => given.map(({ ground }) => ground).join(" "),
    within: (path) => {
      const index = Number(/\[(\d+)\]/.exec(path)?.[1]);
      const departure = closedOver[index];
      return departure && control("grounds", departure);
    },
  };
}
