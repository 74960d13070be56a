// @ts-check
// To whom words of a page were given, beside the page that is read. Asked for once a page.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { guard } from "../vendor/lit-html/directives/guard.js";
import * as letters from "../journal-letters.js";
import { dayLong } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { refresh } from "../lib/store.js";

/** @import { Companion, Given } from "../wire.js" */

const shown = {
  page: "",
  /** @type {Given[]} */
  given: [],
  /** @type {Companion[]} */
  companions: [],
};

/** @param {string} page */
async function read(page) {
  Object.assign(shown, { page, given: [], companions: [] });
  // A page that cannot be asked about shows nothing of it; the page itself says what is wrong.
  const given = await letters.givenOf(page).catch(() => []);
  if (shown.page !== page || given.length === 0) return;
  const people = await letters.companions().catch(() => null);
  if (shown.page !== page || !people) return;
  Object.assign(shown, { given, companions: people.companions });
  refresh();
}

/** @param {Given} given */
function words({ to, called: given, on }) {
  const day = dayLong(on);
  if (to === null && given) return t("sealing-given-named", { called: given, day });
  if (to === null) return t("sealing-given-stranger", { day });
  const called = shown.companions.find(({ id }) => id === to)?.called;
  return called ? t("sealing-given-to", { called, day }) : t("sealing-given-gone", { day });
}

/** Lets go of it: another page is read, or none. */
export function forgetGiven() {
  Object.assign(shown, { page: "", given: [], companions: [] });
}

/** @param {string} page */
export function pageGiven(page) {
  if (shown.page !== page) void read(page);
  if (shown.given.length === 0) return nothing;
  return html`<section class="page-given" aria-labelledby="page-given" data-t="page-given"><h2 id="page-given">${t("sealing-given")}</h2>
    ${guard([shown.given], () => html`<ul>${shown.given.map((one) => html`<li dir="auto">${words(one)}</li>`)}</ul>`)}</section>`;
}
