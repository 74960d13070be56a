// @ts-check
// Erasing everything: what goes and what stays is told first, then the passphrase is asked. Nothing is ticked.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { eraseEverything, toErase } from "../../journal-desk.js";
import { icon } from "../../elements/icons.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { clearDesk } from "../../lib/desk.js";
import { forget, refresh, state, tell } from "../../lib/store.js";
import { toggleOf } from "./look.js";
import { phraseIn, showing, step } from "./step.js";

/** @import { ToErase } from "../../wire.js" */

const still = () => ({
  /** @type {ToErase | null} */
  found: null,
  copies: false,
  settings: false,
  shown: false,
  busy: false,
  trouble: "",
});
let erasing = still();

async function begin() {
  try {
    erasing = { ...still(), found: await toErase() };
    focusOn("[data-t=erase-heading]");
  } catch (why) {
    tell(why);
  }
  refresh();
}

function foldUp() {
  erasing = still();
  refresh();
  focusOn("[data-t=erase]");
}

/** @param {Event} event */
function erase(event) {
  event.preventDefault();
  const phrase = phraseIn("erase-passphrase");
  if (phrase === "") return;
  step(erasing, async ({ copies, settings }) => {
    // Nothing is kept on the way: it would go with the rest.
    await eraseEverything(phrase, copies ? "go" : "stay", settings ? "go" : "stay");
    forget();
    await clearDesk();
  }, "erase-passphrase");
}

/** @param {ToErase} found */
function form({ copies: there, others }) {
  const { copies, settings, busy, trouble } = erasing;
  return html`<form class="card stack wide" @submit=${erase} data-t="erase-form" aria-labelledby="erase-heading">
    <h3 id="erase-heading" data-t="erase-heading" tabindex="-1">${t("erase-stays")}</h3>
    <ul class="told">
      <li>${t("erase-stays-elsewhere")}</li>
      <li>${t("erase-stays-given")}</li>
      <li>${t("erase-stays-disk")}</li>
      <li>${t("erase-stays-program")}</li>
      ${others ? html`<li data-t="erase-others">${t("erase-others")}</li>` : nothing}
    </ul>
    ${there > 0
      ? toggleOf("erase-copies", t("erase-copies", { copies: there }), t("erase-copies-why"), copies, (on) => {
          erasing.copies = on;
          refresh();
        })
      : nothing}
    ${toggleOf("erase-settings", t("erase-settings"), t("erase-settings-why"), settings, (on) => {
      erasing.settings = on;
      refresh();
    })}
    ${passphraseField({ name: "erase-passphrase", label: t("settings-passphrase-old"), ...showing(erasing), describedBy: "erase-trouble" })}
    <p class="said-here" id="erase-trouble" data-t="erase-trouble">${trouble}</p>
    <div class="cluster">
      <button class="btn care" type="submit" data-t="erase-go" aria-disabled=${busy}>${icon("close")}<span>${busy ? t("erase-busy") : t("erase-go")}</span></button>
      <button class="btn quiet" type="button" data-t="erase-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

export function erasingPart() {
  const { found } = erasing;
  return html`<section class="part" aria-labelledby="erasing" data-t="erasing">
    <h2 id="erasing" tabindex="-1">${t("erase-title")}</h2>
    <p>${t("erase-what")}</p>
    ${found
      ? form(found)
      : state.readOnly
        ? nothing
        : html`<button class="btn" type="button" data-t="erase" @click=${begin}>${t("erase-begin")}</button>`}
  </section>`;
}

/** Lets go of the passphrase. */
export function leaveErasing() {
  erasing = still();
}
