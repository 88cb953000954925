/** A mail or letter, as an act posts it. */
import type { Postal } from "../act/act.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import type { Lang } from "../kit/lang.ts";
import type { Links } from "./rules/letter.ts";

export type Posting = {
  /** The account that shows it, such as `account:<id>` (see `actorName`); null where there is none yet. */
  readonly reader: string | null;
  /** An electronic address; or a postal one, which makes it a letter. */
  readonly to: string | Postal;
  readonly lang: Lang;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A page of the service that changes nothing by being opened; `stop`: where such mails are declined. */
  readonly link?: Links;
  /** The entry for its reader's calendar. */
  readonly calendar?: CalendarEntry;
  /** The school in whose name and colours it is sent, where the act belongs to the deployment. */
  readonly school?: string;
  /** The chain of the act. */
  readonly about: string;
  /** The chain that records it, where it is not the act's: it is erased with that one. The act has locked it. */
  readonly of?: string;
  /** About money or the diploma: where its reader died, it goes to whom the school named in their place. */
  readonly estate?: boolean;
  readonly at: Date;
};
