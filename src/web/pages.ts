/** Every page of the product, in the order in which a person meets them. */
import type { Page } from "./page.ts";

export const pages: readonly Page[] = [];
