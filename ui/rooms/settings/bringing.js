// @ts-check
// What comes in: pages from an export of Day One. Everything is counted in words before anything is written, and
// nothing is written without a yes.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { importBegin, importChoose, Trouble } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { dayLong } from "../../lib/dates.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { go, inWords, refresh, say } from "../../lib/store.js";

/** @import { ImportCount } from "../../wire.js" */

const still = () => ({
  /** @type {"still" | "choosing" | "counted" | "bringing" | "done"} */
  step: "still",
  /** @type {ImportCount | null} */
  count: null,
  trouble: "",
});
let bringing = still();

/**
 * Does one step, unless the room was left meanwhile.
 * @param {"choosing" | "bringing"} during
 * @param {() => Promise<{ step: typeof bringing.step, count: ImportCount | null }>} does
 */
async function step(during, does) {
  if (bringing.step === "choosing" || bringing.step === "bringing") return;
  const mine = { ...bringing, step: during, trouble: "" };
  bringing = mine;
  refresh();
  try {
    const next = await does();
    Object.assign(mine, next);
    if (mine !== bringing) return;
    if (next.count) focusOn(next.step === "done" ? "[data-t=brought]" : "[data-t=counted]");
  } catch (why) {
    Object.assign(mine, still(), { trouble: inWords(why) });
    if (mine === bringing) say(mine.trouble);
  } finally {
    refresh();
  }
}

const choose = () => step("choosing", async () => {
  const chosen = await importChoose();
  return chosen ? { step: "counted", count: chosen.count } : { step: "still", count: null };
});

const bring = () => step("bringing", async () => ({ step: "done", count: await importBegin() }));

function notNow() {
  bringing = still();
  refresh();
  focusOn("[data-t=bring-choose]");
}

/** @param {ImportCount} count @returns {string} */
function daysOf({ first_day, last_day }) {
  if (!first_day || !last_day) return "";
  if (first_day === last_day) return t("settings-bring-day", { day: dayLong(first_day) });
  return t("settings-bring-days", { first: dayLong(first_day), last: dayLong(last_day) });
}

/** The count in words: only what there is. @param {ImportCount} count @returns {string[]} */
function inSentences(count) {
  const { pages, already_here, let_go, days_unsure, pictures, pictures_missing, sounds_left, films_left, files_left, keywords } = count;
  return [
    pages > 0 ? t("settings-bring-pages", { pages }) : t("settings-bring-nothing"),
    pages > 0 ? daysOf(count) : "",
    already_here > 0 ? t("settings-bring-already", { pages: already_here }) : "",
    let_go > 0 ? t("settings-bring-let-go", { pages: let_go }) : "",
    days_unsure > 0 ? t("settings-bring-days-unsure", { pages: days_unsure }) : "",
    pictures > 0 ? t("settings-bring-pictures", { pictures }) : "",
    pictures_missing > 0 ? t("settings-bring-pictures-missing", { pictures: pictures_missing }) : "",
    sounds_left > 0 ? t("settings-bring-sounds", { sounds: sounds_left }) : "",
    films_left > 0 ? t("settings-bring-films", { films: films_left }) : "",
    files_left > 0 ? t("settings-bring-files", { files: files_left }) : "",
    keywords > 0 ? t("settings-bring-keywords", { words: keywords }) : "",
    ...count.refused.map(({ name, kind }) => t("settings-bring-refused", { name, why: inWords(new Trouble(kind)) })),
  ].filter((sentence) => sentence !== "");
}

/** @param {ImportCount} count */
const list = (count) => html`<ul class="told">${inSentences(count).map((sentence) => html`<li dir="auto">${sentence}</li>`)}</ul>`;

/** @param {ImportCount} count */
function counted(count) {
  const busy = bringing.step === "bringing";
  return html`<div class="card stack wide" role="group" aria-labelledby="counted">
    <h3 id="counted" data-t="counted" tabindex="-1">${t("settings-bring-found")}</h3>
    ${list(count)}
    <p class="soft">${t("settings-bring-not-yet")}</p>
    <div class="cluster">
      ${count.pages > 0
        ? html`<button class="btn primary" type="button" data-t="bring-begin" aria-disabled=${busy} @click=${bring}>${busy ? t("settings-bring-busy") : t("settings-bring-go")}</button>`
        : nothing}
      <button class="btn quiet" type="button" data-t="bring-not-now" aria-disabled=${busy} @click=${() => busy || notNow()}>${t("settings-not-now")}</button>
    </div>
  </div>`;
}

/** @param {ImportCount} count */
function brought(count) {
  return html`<div class="card stack wide" role="group" aria-labelledby="brought">
    <h3 id="brought" data-t="brought" tabindex="-1">${t("settings-bring-done")}</h3>
    ${list(count)}
    <p class="soft">${t("settings-bring-export-stays")}</p>
    <div class="cluster">
      <button class="btn" type="button" data-t="bring-look" @click=${() => go("looking-back")}>${icon("lines")}<span>${t("settings-bring-look")}</span></button>
      <button class="btn quiet" type="button" data-t="bring-close" @click=${notNow}>${t("common-close")}</button>
    </div>
  </div>`;
}

export function bringingPart() {
  const { step, count, trouble } = bringing;
  const choosing = step === "choosing";
  return html`<section class="part" aria-labelledby="bringing" data-t="bringing" aria-busy=${choosing || step === "bringing"}>
    <h2 id="bringing" tabindex="-1">${t("settings-bring")}</h2>
    <p>${t("settings-bring-what")}</p>
    ${trouble ? html`<p class="with-icon" data-t="bring-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${count
      ? step === "done" ? brought(count) : counted(count)
      : html`<button class="btn" type="button" data-t="bring-choose" aria-disabled=${choosing} @click=${choose}>${choosing ? t("settings-bring-reading") : t("settings-bring-choose")}</button>`}
  </section>`;
}

/** Forgets what was counted; nothing of it was written. */
export function leaveBringing() {
  bringing = still();
}
