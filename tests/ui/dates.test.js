// Days and times in words, in three languages and both ways of counting years.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { catalogueOf } from "./window.js";

const { countYears, dayAndTime, dayHeading, dayLine, dayLong, happenedWords, monthHeading, timeOfDay } = await import("../../ui/lib/dates.js");
const { speak } = await import("../../ui/lib/i18n.js");

const say = (language) => speak(language, catalogueOf(language));
beforeEach(() => countYears("gregorian"));

test("a day in three languages", () => {
  say("ja");
  assert.equal(dayLong("2026-11-01"), "2026年11月1日");
  assert.deepEqual(dayHeading("2026-11-01"), { main: "11月1日 日曜日", side: "2026年" });
  say("fr");
  assert.equal(dayHeading("2026-11-01").main, "dimanche 1 novembre");
  assert.equal(dayLong("2026-11-01"), "1 novembre 2026");
  say("en");
  assert.equal(dayLine("2026-11-01"), "Sunday 1 November");
  assert.equal(dayLong("2026-11-01"), "1 November 2026");
});

test("years are counted by era, or both ways, in every language", () => {
  countYears("era");
  say("ja");
  assert.equal(dayLong("2026-11-01"), "令和8年11月1日");
  assert.equal(dayHeading("2026-11-01").side, "令和8年");
  assert.equal(dayLong("1989-01-07"), "昭和64年1月7日");
  assert.equal(dayLong("1989-01-08"), "平成元年1月8日");
  countYears("both");
  assert.equal(dayLong("2026-11-01").replace("\u200b", ""), "2026年（令和8年）11月1日");
  assert.equal(monthHeading(2019, 5), "2019年（令和元年）5月");
  say("fr");
  assert.match(dayLong("2026-11-01"), /^1 novembre 2026 \(8 .*Reiwa\)$/);
  say("en");
  assert.match(dayLong("2026-11-01"), /^1 November 2026 \(.*8.*\)$/);
});

test("a day stays itself in every time zone", () => {
  say("en");
  const here = process.env.TZ;
  for (const zone of ["Pacific/Kiritimati", "Pacific/Niue", "Asia/Tokyo", "America/St_Johns"]) {
    process.env.TZ = zone;
    assert.equal(dayLine("2026-11-01"), "Sunday 1 November", zone);
    assert.equal(dayLine("2024-02-29"), "Thursday 29 February", zone);
  }
  if (here === undefined) delete process.env.TZ;
  else process.env.TZ = here;
});

test("days long ago and far ahead keep their year", () => {
  say("ja");
  assert.equal(dayLong("0033-04-03"), "33年4月3日");
  assert.equal(dayLong("9999-12-31"), "9999年12月31日");
});

test("a time is read off the clock that it was written by", () => {
  say("ja");
  assert.equal(timeOfDay("2026-11-01T21:14:05+09:00"), "21:14");
  say("en");
  assert.equal(timeOfDay("2026-11-01T09:04:00-03:30"), "9:04");
  say("fr");
  assert.equal(timeOfDay("2026-11-01T21:14:05.123-05:00").replace(/\u202f|\u00a0/g, " "), "21 h 14");
});

test("day and time are joined as the language does", () => {
  say("ja");
  assert.equal(dayAndTime("2026-11-28T09:34:05+09:00"), "2026年11月28日 9:34");
  say("en");
  assert.equal(dayAndTime("2026-11-28T09:34:05+09:00"), "28 November 2026, 9:34");
  say("fr");
  assert.equal(dayAndTime("2026-11-28T09:34:05+09:00").replace(/\u202f|\u00a0/g, " "), "28 novembre 2026 à 9 h 34");
});

test("when it happened is told as exactly as it was told, and no more", () => {
  say("ja");
  assert.equal(happenedWords({ kind: "untold" }), "");
  assert.equal(happenedWords({ kind: "words", words: "雪の日に" }), "雪の日に");
  assert.equal(happenedWords({ kind: "year", year: 1998 }), "1998年");
  assert.equal(happenedWords({ kind: "month", year: 1998, month: 2 }), "1998年2月");
  assert.equal(happenedWords({ kind: "day", day: "1998-02-03" }), "1998年2月3日");
});
