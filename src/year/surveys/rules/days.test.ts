import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { closableOn, closesOn, lastDay, opensOn, reminderDue } from "./days.ts";

const END = { opens: { days: 10, months: 0 }, open: 60, reminders: [15, 40] };
const LATER = { opens: { days: 0, months: 6 }, open: 60, reminders: [15, 40] };

describe("the days of a survey", () => {
  it("open ten days after the end, or six months after the notification, cut to the end of the month", () => {
    equal(opensOn(END, "2030-06-30"), "2030-07-10");
    equal(opensOn(LATER, "2030-08-31"), "2031-02-28");
  });

  it("last sixty days, the first included", () => {
    equal(lastDay(END, "2030-07-10"), "2030-09-07");
  });

  it("remind on the fifteenth and the fortieth day, once, and send one where both were missed", () => {
    const asked = { askedOn: "2030-07-10", reminded: 0 };
    deepEqual(
      ["2030-07-24", "2030-07-25", "2030-08-18", "2030-08-19"].map((day) => reminderDue(END, asked, day)),
      [undefined, 15, 15, 40],
    );
    equal(reminderDue({ reminders: [40, 15] }, asked, "2030-08-19"), 40);
    equal(reminderDue(END, { ...asked, reminded: 15 }, "2030-08-18"), undefined);
    equal(reminderDue(END, { ...asked, reminded: 40 }, "2030-08-30"), undefined);
  });

  it("close a year when who ended on its last day can answer no more", () => {
    equal(closableOn(END, 2030), "2031-03-11");
    equal(closableOn(LATER, 2030), "2031-08-29");
  });

  it("close after the last link, where somebody was asked late", () => {
    equal(closesOn(END, { year: 2030, lastLink: "2030-09-07" }), "2031-03-11");
    equal(closesOn(END, { year: 2030, lastLink: "2031-04-01" }), "2031-04-02");
    equal(closesOn(END, { year: 2030, lastLink: null }), "2031-03-11");
  });
});
