import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { deviceOf } from "./device.ts";

describe("a device in words", () => {
  it("is a browser and a system, however the browser names its kin", () => {
    const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
    for (const [told, said] of [
      [`${windows} Chrome/141.0 Safari/537.36 Edg/141.0`, "Edge, Windows"],
      [`${windows} Chrome/141.0 Safari/537.36 EdgA/141.0`, "Edge, Windows"],
      ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, Linux"],
      ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) FxiOS/145.0 Safari/605.1", "Firefox, iPhone"],
      [`${windows} Chrome/141.0 Safari/537.36 OPR/120.0`, "Opera, Windows"],
      ["Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36", "Samsung Internet, Android"],
      ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/141.0 Safari/537.36", "Chrome, Mac"],
      ["Mozilla/5.0 (X11; CrOS x86_64 16000) Chromium/141.0 Safari/537.36", "Chrome, ChromeOS"],
      ["Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) CriOS/141.0 Safari/605.1", "Chrome, iPad"],
      ["Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) Version/19.0 Safari/605.1", "Safari, iPad"],
    ] as const)
      equal(deviceOf(told), said, told);
  });

  it("is as much as can be told, or nothing", () => {
    equal(deviceOf("curl/8.0 (Windows)"), "Windows");
    equal(deviceOf("Firefox/145.0"), "Firefox");
    equal(deviceOf("curl/8.0"), "");
    equal(deviceOf(undefined), "");
  });
});
