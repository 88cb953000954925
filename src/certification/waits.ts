/** What waits in certification: on a session, on its juries, and on a trainee after them. */
import type { Waits } from "../act/waiting.ts";
import { afterWaits } from "./after/waits.ts";
import { sessionWaits } from "./exams/waits.ts";
import { juryWaits } from "./juries/waits.ts";

export const certificationWaits: readonly Waits[] = [sessionWaits, juryWaits, afterWaits];
