/** The menu of staff: what each subject offers to those with a permission, in the same place on each page. */
import type { Actor, Permission } from "../act/permissions.ts";
import type { Law } from "../law/law.ts";
import type { Label } from "../kit/lang.ts";

declare module "../act/world.ts" {
  interface House {
    readonly menu: readonly MenuItem[];
    /** The page of help about what a page is for, by its path; of the reader's role, on pages that all have. */
    readonly helpOf: (path: string, reader: Actor) => string;
  }
}

export const MENU_GROUPS = ["applications", "training", "exams", "money", "house"] as const;
type MenuGroup = (typeof MENU_GROUPS)[number];

export type MenuItem = {
  /** Below the school. */
  readonly to: string;
  /** Other pages behind it, whose address does not begin with its own. */
  readonly behind?: readonly string[];
  /** One short word, two at most. */
  readonly label: Label;
  readonly may: Permission;
  readonly group: MenuGroup;
  /** Left out where no diploma of the school has what it is about. */
  readonly taught?: (diploma: Law["diploma"]) => boolean;
  /** Stands in the bar itself where there is room; the lower, the sooner. Others are one press away. */
  readonly rank?: number;
};

/** Checks the items where a manifest lists them. */
export function menuOf(items: readonly MenuItem[]): readonly MenuItem[] {
  return items;
}
