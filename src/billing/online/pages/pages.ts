/** The office's pages on online payments. */
import type { Page } from "../../../page/page.ts";
import { settlePage, waitingPage } from "./waiting.ts";

export const onlinePages: readonly Page[] = [waitingPage, settlePage];
