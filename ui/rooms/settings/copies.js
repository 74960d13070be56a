// @ts-check
// Copies of the whole journal: when the last one was found whole, one more by hand, here or on a stick.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { backUp, copies, stopBackup, Trouble } from "../../journal.js";
import { headwayView } from "../../elements/headway.js";
import { icon } from "../../elements/icons.js";
import { dayAndTime } from "../../lib/dates.js";
import { led, t } from "../../lib/i18n.js";
import { inWords, refresh, say, state, wasStopped } from "../../lib/store.js";

/** @import { Copies, Headway, Stage, TroubleKind } from "../../wire.js" */

const still = () => ({
  /** @type {Copies | null} */
  standing: null,
  busy: false,
  /** @type {Headway | null} */
  at: null,
  done: false,
  trouble: "",
});
let keeping = still();
/** @type {ReturnType<typeof setInterval> | undefined} */
let looking;

/** Asks how the copies stand. */
export async function lookAtCopies() {
  const mine = keeping;
  try {
    mine.standing = await copies();
  } catch (why) {
    mine.trouble = inWords(why);
  }
  refresh();
}

async function howFar() {
  const mine = keeping;
  const now = await copies().catch(() => null);
  if (mine === keeping && mine.busy) mine.at = now?.at ?? mine.at;
  refresh();
}

/** @param {boolean} elsewhere */
async function make(elsewhere) {
  if (keeping.busy) return;
  const mine = { ...still(), standing: keeping.standing, busy: true };
  keeping = mine;
  refresh();
  looking = setInterval(howFar, 400);
  try {
    const made = await backUp(elsewhere);
    mine.done = made !== null;
    if (made) say(t("keeping-copy-done"));
  } catch (why) {
    mine.trouble = wasStopped(why) ? "" : inWords(why);
    say(inWords(why));
  } finally {
    clearInterval(looking);
    mine.busy = false;
    if (mine === keeping) await lookAtCopies();
    refresh();
  }
}

/** What is being done with a copy; letters have stages of their own. @type {Partial<Record<Stage, () => string>>} */
const stages = {
  copying: () => t("keeping-copying"),
  comparing: () => t("keeping-comparing"),
  checking: () => t("keeping-checking"),
  writing: () => t("keeping-copying"),
};

function headway() {
  const at = keeping.at;
  return headwayView({ name: "copying", words: (at && stages[at.stage]?.()) || t("keeping-copying"), at, stop: () => stopBackup() });
}

/** Why the copy of the day could not be made. @param {Copies["refused"]} kind */
const refusedToday = (kind) => kind === "backup_damaged" ? t("keeping-day-damaged") : `${led(t("keeping-day-refused"))}${inWords(new Trouble(/** @type {TroubleKind} */ (kind)))}`;

/**
 * The copy of the day could not be made: it is told once, and stands here until one can.
 * @param {(sentence: string) => void} tell
 */
export async function tellOfCopyOfDay(tell) {
  const standing = await copies().catch(() => null);
  if (standing?.refused) tell(refusedToday(standing.refused));
}

function last() {
  const found = keeping.standing?.last;
  if (!keeping.standing) return nothing;
  if (!found) return html`<p data-t="last-copy">${t("keeping-last-none")}</p>`;
  const when = dayAndTime(found.at);
  return html`<p class="with-icon" data-t="last-copy">${icon("check")}<span>${found.elsewhere ? t("keeping-last-elsewhere", { when }) : t("keeping-last", { when })}</span></p>`;
}

export function copiesPart() {
  const { busy, done, trouble, standing } = keeping;
  const here = standing?.here ?? [];
  return html`<section class="part" aria-labelledby="copies" data-t="copies" aria-busy=${busy}>
    <h2 id="copies" tabindex="-1">${t("keeping-copies")}</h2>
    <p>${t("keeping-copies-what")}</p>
    ${last()}
    ${standing?.refused ? html`<p class="with-icon" data-t="day-refused">${icon("info")}<span>${refusedToday(standing.refused)}</span></p>` : nothing}
    ${done ? html`<p data-t="backed-up">${t("keeping-copy-done")}</p>` : nothing}
    ${busy
      ? headway()
      : state.readOnly
        ? nothing
        : html`<div class="cluster">
          <button class="btn" type="button" data-t="back-up" @click=${() => make(false)}>${icon("book")}<span>${t("keeping-back-up")}</span></button>
          <button class="btn" type="button" data-t="back-up-elsewhere" @click=${() => make(true)}>${icon("tray")}<span>${t("keeping-back-up-elsewhere")}</span></button>
        </div>`}
    ${trouble ? html`<p class="with-icon" data-t="copy-trouble">${icon("info")}<span>${trouble}</span></p>` : nothing}
    ${here.length > 0
      ? html`<details data-t="copies-here"><summary>${icon("down")}<span>${t("keeping-copies-here", { copies: here.length })}</span></summary>
        <ul class="told">${here.map((copy) => html`<li>${dayAndTime(copy.at)}</li>`)}</ul></details>`
      : nothing}
    <p class="small soft">${t("keeping-copies-truth")}</p>
  </section>`;
}

/** Forgets what was seen. */
export function leaveCopies() {
  clearInterval(looking);
  keeping = still();
}
