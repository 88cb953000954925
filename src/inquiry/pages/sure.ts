/** Asked before something is erased for good: yes, or no and back to where one was. */
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
  /** Where whoever says no goes back to, and whoever says yes is told that it is done. */
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
      does: async (said, { visit, params }) => {
        if (said.erase === "no") return back(params);
        await erase(visit);
        return done(params);
      },
    },
    shown: ({ visit, params }) => ({ title: heading(visit), back: back(params) }),
  });
}
