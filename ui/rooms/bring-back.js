// @ts-check
// The way back from a copy, while the book is closed: one of those that lie with the journal, or one from a stick.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { icon } from "../elements/icons.js";
import { passphraseField } from "../elements/passphrase-field.js";
import { dayAndTime } from "../lib/dates.js";
import { t } from "../lib/i18n.js";
import { go, inWords, refresh, say, state } from "../lib/store.js";

/** @import { Backup } from "../wire.js" */

const still = () => ({
  /** @type {Backup[]} */
  here: [],
  /** @type {string | null} The name of one that is here; "" for the one that was chosen elsewhere. */
  which: /** @type {string | null} */ (null),
  elsewhere: false,
  shown: false,
  busy: false,
  trouble: "",
});
let back = still();

const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=copy-passphrase]"));

/** @param {string} which */
function take(which) {
  Object.assign(back, { which, trouble: "" });
  refresh();
}

async function choose() {
  try {
    if (await journal.chooseCopy()) {
      Object.assign(back, { elsewhere: true, which: "", trouble: "" });
      setTimeout(() => field()?.focus());
    }
  } catch (why) {
    back.trouble = inWords(why);
    say(back.trouble);
  }
  refresh();
}

/** @param {Event} event */
async function bring(event) {
  event.preventDefault();
  const written = field()?.value ?? "";
  if (back.busy || back.which === null) return;
  if (written === "") {
    field()?.focus();
    return;
  }
  const mine = back;
  Object.assign(mine, { busy: true, trouble: "" });
  refresh();
  try {
    const opened = await journal.bringBackCopy(mine.which || null, written);
    state.journal = "open";
    state.readOnly = opened.read_only;
    state.older = opened.older;
    state.ties = await journal.ties();
    say(t("keeping-back-done"));
    await go("today", { write: true, opened: true });
  } catch (why) {
    if (why instanceof journal.Trouble && why.kind === "closed") {
      // Hidden meanwhile: the book is here, and closed.
      state.journal = (await journal.start()).journal;
      await go("unlock");
      return;
    }
    mine.trouble = inWords(why);
    say(mine.trouble);
    setTimeout(() => field()?.focus());
  } finally {
    mine.busy = false;
    refresh();
  }
}

/** @param {string} value @param {string} words */
function choice(value, words) {
  return html`<label class="choice"><input type="radio" name="copy" value=${value} data-t="copy-choice" .checked=${back.which === value} @change=${() => take(value)}><span>${words}</span></label>`;
}

export const bringBack = {
  name: "bring-back",
  async enter() {
    back = still();
    back.here = await journal.copiesHere();
  },
  leave() {
    const written = field();
    if (written) written.value = "";
    back = still();
  },
  main() {
    const there = state.journal !== "none";
    const toggle = () => {
      back.shown = !back.shown;
      refresh();
    };
    return html`<form class="stack wide" data-t="bring-back" @submit=${bring}>
      <div class="stack tight">
        <button class="link" type="button" data-t="back" @click=${() => go(there ? "unlock" : "welcome")}>${icon("back")}<span>${t("common-back")}</span></button>
        <h1 tabindex="-1">${t("keeping-back")}</h1></div>
      <p class="lead">${t("keeping-back-what")}</p>
      ${there ? html`<p>${t("keeping-back-put-by")}</p>` : nothing}
      <fieldset class="stack tight"><legend>${t("keeping-back-which")}</legend>
        ${back.here.map((copy) => choice(copy.name, dayAndTime(copy.at)))}
        ${back.elsewhere ? choice("", t("keeping-back-chosen")) : nothing}
        <div class="cluster"><button class="btn" type="button" data-t="choose-copy" @click=${choose}>${icon("tray")}<span>${t("keeping-back-choose")}</span></button></div>
      </fieldset>
      ${back.which === null
        ? html`<p class="said-here" data-t="copy-trouble">${back.trouble}</p>`
        : html`${passphraseField({ name: "copy-passphrase", label: t("keeping-back-passphrase"), shown: back.shown, toggle, describedBy: "copy-said" })}
          <p class="said-here" id="copy-said" data-t="copy-trouble">${back.trouble}</p>
          <div class="cluster"><button class="btn primary" type="submit" data-t="bring-copy-back" aria-disabled=${back.busy}>${icon("undo")}<span>${back.busy ? t("keeping-back-busy") : t("keeping-back-go")}</span></button></div>`}
    </form>`;
  },
};
