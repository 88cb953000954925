/** What is past the period of accounting, with the last day on which something happened to it; and how it is asked for. */
import type { Day } from "../../kit/day.ts";

export type Old = { readonly id: string; readonly last: Day };
export type Asked = { readonly before: Day; readonly only?: string };
