/** Run by `chromium.ts` as a process of its own: unpacks the package's files into `TMPDIR`, the only place it knows. */
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const bin = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));
const parts = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];
await Promise.all(parts.map((part) => inflate(fileURLToPath(new URL(part, bin)))));
