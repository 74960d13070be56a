// @ts-check
// Openings, a part of Between us: the moments when something became possible, gathered. They are shown to whoever
// comes here and never come to anybody.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { openings } from "../journal.js";
import { icon } from "../elements/icons.js";
import { shapeIcon } from "../elements/moment-shape.js";
import { dayLong } from "../lib/dates.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { go, refresh, tell, tieCalled } from "../lib/store.js";

/** @import { MomentLine } from "../wire.js" */

const PAGE = 30;

/** @returns {{ lines: MomentLine[], more: boolean }} */
const fresh = () => ({ lines: [], more: false });

let here = fresh();
let open = false;

export const inOpenings = () => open;

export async function enterOpenings() {
  here = fresh();
  const { openings: lines, more } = await openings(null, PAGE);
  here = { lines, more };
  open = true;
}

export function leaveOpenings() {
  open = false;
  here = fresh();
}

async function further() {
  const held = here;
  try {
    const { openings: lines, more } = await openings(held.lines.at(-1)?.moment.id ?? null, PAGE);
    if (here !== held) return;
    here = { lines: [...held.lines, ...lines], more };
    refresh();
    const first = lines[0]?.moment.id;
    if (first) focusOn(`#opening-${first}`);
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {MomentLine} line */
function openingView({ moment, page }) {
  const words = moment.words || page.title || page.opening || t("moment-opening");
  const names = (moment.tie ? [moment.tie] : page.ties).map(tieCalled).filter((name) => name !== "");
  return html`<li class="page-line" data-t="opening"><span class="page-line-day" id="opening-day-${moment.id}">${dayLong(page.day)}</span>
    <div class="page-line-words"><span class="opening-words">${shapeIcon("ring")}<button type="button" class="page-line-open" id="opening-${moment.id}" aria-labelledby="opening-day-${moment.id} opening-${moment.id}" dir="auto"
        lang=${(moment.words ? moment.lang : page.lang) || nothing} data-t="opening-open" @click=${() => go("looking-back", { page: page.id, came: { openings: true } })}>${words}</button></span>
      ${names.length > 0 ? html`<p class="page-line-about">${names.map((name) => html`<span class="page-line-tie" dir="auto">${name}</span>`)}</p>` : nothing}</div></li>`;
}

export function openingsView() {
  return html`<div class="tie-room" data-t="openings">
    <div class="reading-top"><button type="button" class="link reading-way" data-t="openings-back" @click=${() => go("between")}>${icon("back")}${t("tie-back")}</button></div>
    <header class="tie-head"><h1 tabindex="-1">${t("openings-title")}</h1><p class="lead">${here.lines.length > 0 ? t("openings-told") : t("openings-none")}</p></header>
    <ul>${here.lines.map(openingView)}</ul>
    ${here.more ? html`<div><button class="btn" type="button" data-t="openings-more" @click=${further}>${t("openings-more")}</button></div>` : nothing}
  </div>`;
}
