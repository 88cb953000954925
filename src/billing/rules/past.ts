/** A row past the accounting period, with the day of its last fact; and its query. */
import type { Day } from "../../kit/day.ts";

export type Old = { readonly id: string; readonly last: Day };
export type Asked = { readonly before: Day; readonly only?: string };
