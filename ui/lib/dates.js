// @ts-check
// Days and times in words. A day is "YYYY-MM-DD" and is never moved between time zones; a time keeps the
// clock of the place where it was written.

import { language, t, variety } from "./i18n.js";

/** @import { Happened, Settings } from "../wire.js" */

/** @type {Settings["era"]} */
let era = "gregorian";

/** @param {Settings["era"]} choice Which years are shown from now on. */
export function countYears(choice) {
  era = choice;
}

/** @param {number} year @param {number} month @param {number} [day] */
function at(year, month, day = 1) {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  return date;
}

/** @param {string} day */
function parts(day) {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, date };
}

/** @param {Intl.DateTimeFormatOptions} options @param {string} [calendar] */
function shaped(options, calendar = "gregory") {
  return new Intl.DateTimeFormat(`${variety()}-u-ca-${calendar}`, { ...options, timeZone: "UTC" });
}

/** @param {Date} date */
function eraYear(date) {
  return shaped({ era: "long", year: "numeric" }, "japanese").format(date);
}

/** @param {Date} date @returns {string} The year as the person likes to read it. */
function yearWords(date) {
  const plain = shaped({ year: "numeric" }).format(date);
  if (era === "gregorian") return plain;
  return era === "era" ? eraYear(date) : t("common-both-years", { plain, era: eraYear(date) });
}

/**
 * The heading of a day, and the year that stands beside it.
 * @param {string} day
 * @returns {{ main: string, side: string }}
 */
export function dayHeading(day) {
  const { year, month, date } = parts(day);
  const moment = at(year, month, date);
  return { main: dayLine(day), side: yearWords(moment) };
}

/** @param {string} day @returns {string} Day and weekday, without the year. */
export function dayLine(day) {
  const { year, month, date } = parts(day);
  const moment = at(year, month, date);
  const weekday = shaped({ weekday: "long" }).format(moment);
  const dayAndMonth = shaped({ month: "long", day: "numeric" }).format(moment);
  return language() === "ja" ? `${dayAndMonth} ${weekday}` : `${weekday} ${dayAndMonth}`;
}

/** @param {string} day @param {string} today @returns {string} Day and month; with the year where it is another one. */
export function dayMonth(day, today) {
  const { year, month, date } = parts(day);
  if (parts(today).year !== year) return dayLong(day);
  return shaped({ month: "long", day: "numeric" }).format(at(year, month, date));
}

/** @param {string} day @returns {string} The day with its year. */
export function dayLong(day) {
  const { year, month, date } = parts(day);
  const moment = at(year, month, date);
  const dayAndMonth = shaped({ month: "long", day: "numeric" }).format(moment);
  if (language() !== "ja") return `${dayAndMonth} ${yearWords(moment)}`;
  // Two ways of counting make a long year: where there is no room, the line breaks after it.
  return `${yearWords(moment)}${era === "both" ? "\u200b" : ""}${dayAndMonth}`;
}

/** @param {number} year @param {number} month @returns {string} */
export function monthHeading(year, month) {
  const moment = at(year, month);
  const name = shaped({ month: "long" }).format(moment);
  return language() === "ja" ? `${yearWords(moment)}${name}` : `${name} ${yearWords(moment)}`;
}

/** @param {number} year @returns {string} A year, as the person likes to read it. */
export const yearHeading = (year) => yearWords(at(year, 1));

/** @param {number} month @returns {string} The name of a month where there is little room. */
export const monthShort = (month) => shaped({ month: "short" }).format(at(2000, month));

/** @param {number} month @returns {string} The name of a month. */
export function monthName(month) {
  return shaped({ month: "long" }).format(at(2000, month));
}

/** @param {string} time RFC 3339 @returns {string} The time of day on the clock it was written by. */
export function timeOfDay(time) {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(time) ?? [];
  const moment = new Date(Date.UTC(2000, 0, 1, Number(hour), Number(minute)));
  return shaped({ hour: "numeric", minute: "2-digit" }, "gregory").format(moment);
}

/** @param {string} time RFC 3339 @returns {string} The day and the time of it. */
export const dayAndTime = (time) => t("common-day-and-time", { day: dayLong(time.slice(0, 10)), time: timeOfDay(time) });

/** @param {Happened} happened @returns {string} When it happened, in words; "" when it was not told. */
export function happenedWords(happened) {
  switch (happened.kind) {
    case "untold":
      return "";
    case "words":
      return happened.words;
    case "year":
      return yearWords(at(happened.year, 1));
    case "month":
      return monthHeading(happened.year, happened.month);
    case "day":
      return dayLong(happened.day);
  }
}
