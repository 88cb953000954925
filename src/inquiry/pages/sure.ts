/** Asks before an erasure: yes, or no and back. */
import { yesOrNo } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { choice } from "../../page/kinds.ts";
import type { Page, Visit } from "../../page/page.ts";
import type { Params, Route } from "../../page/route.ts";
import { type Words, wordsOf } from "./words.ts";

type Sure<T extends string> = {
  readonly name: string;
  readonly route: Route<T>;
  readonly heading: (visit: Visit) => string;
  readonly why: (visit: Visit) => string;
  /** Where to return on no; and on yes, where the erasure is confirmed. */
  readonly back: (params: Params<T>) => string;
  readonly done: (params: Params<T>) => string;
  readonly erase: (visit: Visit) => Promise<void>;
};

export function surePage<T extends string>({ name, route, heading, why, back, done, erase }: Sure<T>): Page {
  return formPage({
    name,
    route,
    words: wordsOf,
    seen: async () => true,
    form: {
      fields: ({ visit, words }: { visit: Visit; words: Words }) => ({
        erase: choice({
          label: heading(visit),
          heading: true,
          hint: why(visit),
          options: yesOrNo(words),
          missing: words.erased.choose,
        }),
      }),
      go: ({ words }) => words.continue,
      does: async (answer, { visit, params }) => {
        if (answer.erase === "no") return back(params);
        await erase(visit);
        return done(params);
      },
    },
    shown: ({ visit, params }) => ({ title: heading(visit), back: back(params) }),
  });
}
