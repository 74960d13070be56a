// @ts-check
// What a page said earlier, in a fold that asks for it when it is opened. It is kept unless the person does not want
// it kept: then it is erased, asked for twice, and the page as it stands now stays.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { dayAndTime } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { refresh, say, state, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { versionView } from "./page-view.js";

/** @import { Page, Version } from "../wire.js" */

const fresh = () => ({
  page: "",
  /** @type {Version[] | null} */
  versions: null,
  /** Erasing was asked for, and waits for a yes. */
  sure: false,
});

let held = fresh();

export function forgetVersions() {
  held = fresh();
}

/** @param {Page} page @param {boolean} uncovered @param {Event} event */
async function onFold(page, uncovered, event) {
  if (!(/** @type {HTMLDetailsElement} */ (event.target).open) || (held.page === page.id && held.versions)) return;
  const mine = { ...fresh(), page: page.id };
  held = mine;
  try {
    const versions = await journal.versions(page.id, uncovered);
    if (mine !== held) return;
    mine.versions = versions.filter((version) => version.rev !== page.rev);
    refresh();
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {boolean} sure @param {string} focus */
function ask(sure, focus) {
  held.sure = sure;
  refresh();
  focusOn(focus);
}

/** @param {Page} page */
async function erase(page) {
  try {
    await journal.eraseVersions(page.id);
    page.versions = 0;
    forgetVersions();
    say(t("looking-back-versions-erased"));
    refresh();
    focusOn(".reading h1");
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {Page} page */
function eraseView(page) {
  if (state.readOnly || page.aside_since) return nothing;
  if (!held.sure) return html`<div><button class="btn quiet" type="button" data-t="versions-erase" @click=${() => ask(true, "[data-t=versions-erase-no]")}>${t("looking-back-versions-erase")}</button></div>`;
  return html`<div class="reading-said"><p>${t("looking-back-versions-erase-told")}</p>
    <button class="btn" type="button" data-t="versions-erase-no" @click=${() => ask(false, "[data-t=versions-erase]")}>${t("tie-erase-no")}</button>
    <button class="btn care" type="button" data-t="versions-erase-yes" @click=${() => erase(page)}>${icon("close")}<span>${t("tie-erase-yes")}</span></button></div>`;
}

/** @param {Page} page @param {boolean} uncovered */
export function versionsFold(page, uncovered) {
  if (page.versions === 0) return nothing;
  const versions = held.page === page.id ? held.versions : null;
  return html`<details class="reading-versions" data-t="versions" @toggle=${(/** @type {Event} */ event) => onFold(page, uncovered, event)}><summary>${icon("down")}${t("looking-back-read-versions")}</summary>
    ${(versions ?? []).map((version) => versionView(version, dayAndTime(version.at), page.writing.lang))}
    ${versions ? eraseView(page) : nothing}</details>`;
}
