import { equal } from "node:assert/strict";
import { it } from "node:test";
import { dossierChain } from "./dossier.ts";

it("a dossier goes by its id in the record", () => equal(dossierChain("d1"), "dossier:d1"));
