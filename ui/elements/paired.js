// @ts-check
// How a pair came about, in words. There are two ways and no alarm in either.

import { dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";

/** @import { Paired } from "../wire.js" */

/** @param {Paired} paired */
export const pairedWords = (paired) => (paired.kind === "with_words" ? t("companions-paired", { day: dayLong(paired.on) }) : t("companions-not-checked"));
