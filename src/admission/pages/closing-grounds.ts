/** What a commission closes over only with a ground: a box for each, called by whom and what it is about and not by its place. */
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
type Given = { readonly condition: Over[number]["condition"]; readonly dossier?: string; readonly ground: string };

const MOST = longestOf(closeCommission.form.properties.grounds.items.properties.ground);

/** Somebody who came between the page and its press has a box that was not sent: it is asked for. */
export function groundsField(closedOver: Over, lang: Lang): Field<Given[]> {
  const words = admissionWords(lang).commission;
  const control = (name: string, { condition, dossier }: Over[number]) => `${name}-${condition}-${dossier ?? "intake"}`;
  return {
    label: words.overGrounds,
    read: (typed, name) => {
      const empty = closedOver.filter((one) => typed.get(control(name, one)).trim() === "");
      if (empty.length > 0)
        return { faults: empty.map((one) => ({ field: control(name, one), message: words.overMissing })) };
      const value = closedOver.map((one) => ({
        condition: one.condition,
        ...(one.dossier !== null && { dossier: one.dossier }),
        ground: typed.get(control(name, one)).trim(),
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
      const at = Number(/\[(\d+)\]/.exec(path)?.[1]);
      const one = closedOver[at];
      return one && control("grounds", one);
    },
  };
}
