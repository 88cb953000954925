/** What subjects have the doctor look at in each school: one list. */
import { dossiersCheck } from "./admission/dossier/check.ts";
import { moneyCheck } from "./billing/charges/check.ts";
import type { SchoolCheck } from "./record/doctor.ts";

export const SCHOOL_CHECKS: readonly SchoolCheck[] = [dossiersCheck, moneyCheck];
