/** The rates that a later subject publishes of a diploma, which its page shows before those that are only quoted. */
import type { Html } from "../../kit/html.ts";
import type { Visit } from "../../page/page.ts";

declare module "../../act/world.ts" {
  interface House {
    readonly publishedResults: readonly PublishedResults[];
  }
}

/** `brief`: the first of them in a few words. */
type Results = { readonly title: string; readonly brief: string; readonly body: Html };

/** None where nothing is published. */
export type PublishedResults = (visit: Visit) => Promise<readonly Results[]>;
