/** Every page of the product, in the order in which a person meets them. */
import { admissionPages } from "../admission/pages/pages.ts";
import { diplomaPage } from "../programme/pages/diploma.ts";
import { homePage } from "../programme/pages/home.ts";
import type { Page } from "./page.ts";

export const pages: readonly Page[] = [homePage, diplomaPage, ...admissionPages];
