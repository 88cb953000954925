import { equal, notEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { networkOf } from "./network.ts";

describe("the network of an address", () => {
  it("is the address itself in IPv4, however it is written", () => {
    equal(networkOf("203.0.113.7"), "203.0.113.7");
    equal(networkOf("::ffff:203.0.113.7"), "203.0.113.7");
    notEqual(networkOf("203.0.113.8"), networkOf("203.0.113.7"));
  });

  it("is the first half in IPv6, whatever stands in the other and however zeros are left out", () => {
    equal(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    equal(networkOf("2001:db8:1:2::9"), "2001:db8:1:2::/64");
    equal(networkOf("2001:0DB8:0001:0002:ffff::"), "2001:db8:1:2::/64");
    equal(networkOf("2001:db8::1"), "2001:db8:0:0::/64");
    equal(networkOf("::1"), "0:0:0:0::/64");
    equal(networkOf("fe80::1%eth0"), "fe80:0:0:0::/64");
    notEqual(networkOf("2001:db8:1:3::9"), networkOf("2001:db8:1:2::9"));
  });

  it("is what it was given where that is no address", () => {
    equal(networkOf("unknown"), "unknown");
  });
});
