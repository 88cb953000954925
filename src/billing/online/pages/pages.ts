/** The office's pages on payments made online. */
import type { Page } from "../../../web/page.ts";
import { settlePage, waitingPage } from "./waiting.ts";

export const onlinePages: readonly Page[] = [waitingPage, settlePage];
