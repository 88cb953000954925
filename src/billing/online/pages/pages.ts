/** The office's pages on payments made online. */
import type { Page } from "../../../page/page.ts";
import { settlePage, waitingPage } from "./waiting.ts";

export const onlinePages: readonly Page[] = [waitingPage, settlePage];
