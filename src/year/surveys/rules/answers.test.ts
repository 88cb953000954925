import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { testLaw } from "../../../test/law-world.ts";
