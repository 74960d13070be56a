// @ts-check
// The letters that a wish to let go names. Of mine it is shown which they are; what a companion asks is easy to follow:
// each is erased here with one press, or all of them after one question. None is erased by itself.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-arriving.js";
import { dayLong } from "../lib/dates.js";
import { isHere } from "../lib/exchange.js";
import { focusOn } from "../lib/focus.js";
import { t } from "../lib/i18n.js";
import { go, refresh, say, state, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { kindWords } from "./letter-parts.js";

/** @import { LetterLine, LetterShown, Thread } from "../wire.js" */

/** All of them are asked about. */
let sure = false;

export function leaveReleases() {
  sure = false;
}

/** The texts of a letter that are on the shelf. @param {Thread} thread @param {string} id @param {"mine" | "theirs"} whose */
const linesOf = (thread, id, whose) => thread.letters.filter((line) => line.id === id && line.whose === whose);

/** @param {LetterLine} line */
const nameOf = (line) => html`${kindWords(line.kind)} · ${dayLong(line.on)}`;

/** @param {LetterLine} line */
const wayTo = (line) => html`<button class="link" type="button" data-t="release-open" @click=${() => go("letters", { letter: line.version })}>${nameOf(line)}</button>`;

/** The letters of mine that it names. @param {LetterShown} letter @param {Thread | null} thread @param {{ told: string, ways: boolean }} how What stands above; whether they can be gone to. */
export function releasesOfMine({ releases }, thread, { told, ways }) {
  if (releases.length === 0 || !thread) return nothing;
  return html`<section class="stack" data-t="releases"><p>${told}</p><ul class="released">${releases.map((id) => {
    const [line] = linesOf(thread, id, "mine");
    return html`<li>${line ? (ways && isHere(line) ? wayTo(line) : nameOf(line)) : t("arriving-release-gone")}</li>`;
  })}</ul></section>`;
}

/** @param {boolean} next */
function ask(next) {
  sure = next;
  refresh();
  focusOn(next ? "[data-t=release-all-no]" : "[data-t=release-all]");
}

/** @param {() => Promise<unknown>} erases @param {() => Promise<unknown>} changed @param {() => void} done */
async function erase(erases, changed, done) {
  try {
    await erases();
    sure = false;
    await changed();
    done();
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {Thread} thread @param {string} id @param {() => Promise<unknown>} changed */
function theirView(thread, id, changed) {
  const lines = linesOf(thread, id, "theirs");
  const here = lines.filter(isHere);
  const [first] = here;
  if (!first) {
    const [gone] = lines;
    return html`<li data-release=${id} tabindex="-1">${gone ? html`<span>${nameOf(gone)}</span><span class="small soft" data-t="release-erased">${gone.standing === "erased" ? t("threads-erased") : t("threads-returned")}</span>` : t("arriving-release-gone")}</li>`;
  }
  const eraseIt = () => erase(() => Promise.all(here.map(({ version }) => letters.eraseLetter(version))), changed, () => {
    say(t("letter-erased"));
    focusOn(`[data-release="${id}"]`);
  });
  return html`<li>${wayTo(first)}${state.readOnly ? nothing : html`<button class="btn" type="button" data-t="release-erase" @click=${eraseIt}>${t("arriving-release-erase")}<span class="vh"> ${nameOf(first)}</span></button>`}</li>`;
}

/**
 * What a companion would like no longer kept.
 * @param {LetterShown} letter @param {string} version Of the wish.
 * @param {Thread} thread
 * @param {() => Promise<unknown>} changed When something was erased: the shelf is read anew.
 */
export function releasesOfTheirs({ releases }, version, thread, changed) {
  if (releases.length === 0) return nothing;
  const several = releases.filter((id) => linesOf(thread, id, "theirs").some(isHere)).length > 1;
  const eraseAll = () => erase(() => letters.followRelease(version), changed, () => {
    say(t("arriving-release-erased"));
    focusOn("[data-t=releases]");
  });
  const all = sure
    ? html`<p>${t("arriving-release-erase-all-told")}</p><div class="cluster"><button class="btn" type="button" data-t="release-all-no" @click=${() => ask(false)}>${t("arriving-release-erase-all-no")}</button>
        <button class="btn care" type="button" data-t="release-all-yes" @click=${eraseAll}>${icon("close")}<span>${t("arriving-release-erase-all-yes")}</span></button></div>`
    : html`<div><button class="btn" type="button" data-t="release-all" @click=${() => ask(true)}>${t("arriving-release-erase-all")}</button></div>`;
  return html`<section class="stack wide" data-t="releases" tabindex="-1"><p>${t("arriving-release-told")}</p>
    <ul class="released">${releases.map((id) => theirView(thread, id, changed))}</ul>
    ${several && !state.readOnly ? all : nothing}</section>`;
}
