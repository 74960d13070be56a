// @ts-check
// Changing the passphrase: the one there is, then the new one. Neither outlives this room.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { changePassphrase, renewKey } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { newPassphrase } from "../../elements/new-passphrase.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { refresh, tell } from "../../lib/store.js";
import { phraseIn, showing, step } from "./step.js";

const fresh = newPassphrase("change");
const still = () => ({ open: false, shown: false, busy: false, done: false, renew: false, trouble: "" });
let changing = still();

async function begin() {
  changing = { ...still(), open: true };
  refresh();
  focusOn("[data-t=old-passphrase]");
  await fresh.draw().catch(tell);
}

function foldUp() {
  fresh.clear();
  changing = still();
  refresh();
  focusOn("[data-t=change-passphrase]");
}

/** @param {Event} event */
function change(event) {
  event.preventDefault();
  if (changing.busy) return;
  const old = phraseIn("old-passphrase");
  const chosen = old === "" ? null : fresh.chosen();
  if (!chosen) return;
  step(changing, async (mine) => {
    await (mine.renew ? renewKey(old, chosen) : changePassphrase(old, chosen));
    if (mine !== changing) return;
    fresh.clear();
    changing = { ...still(), done: true, renew: mine.renew };
    focusOn("[data-t=passphrase-changed]");
  }, "old-passphrase");
}

/** @param {Event} event */
function renew(event) {
  changing.renew = /** @type {HTMLInputElement} */ (event.target).checked;
}

function form() {
  const { busy, trouble } = changing;
  return html`<form class="stack wide" @submit=${change} data-t="passphrase-form">
    ${passphraseField({ name: "old-passphrase", label: t("settings-passphrase-old"), ...showing(changing), describedBy: "old-passphrase-said" })}
    <p class="said-here" id="old-passphrase-said" data-t="passphrase-trouble">${trouble}</p>
    <h3>${t("settings-passphrase-new")}</h3>
    ${fresh.view()}
    <label class="choice bare"><input type="checkbox" data-t="new-key" .checked=${changing.renew} aria-describedby="new-key-why" @change=${renew}><span>${t("keeping-new-key")}</span></label>
    <p class="small soft" id="new-key-why">${t("keeping-new-key-why")}</p>
    <div class="cluster">
      <button class="btn primary" type="submit" data-t="passphrase-go" aria-disabled=${busy}>${busy ? t("settings-passphrase-busy") : t("settings-passphrase-go")}</button>
      <button class="btn quiet" type="button" data-t="passphrase-not-now" @click=${foldUp}>${t("settings-not-now")}</button>
    </div>
  </form>`;
}

export function passphrasePart() {
  const { open, done, renew: renewed } = changing;
  return html`<section class="part" aria-labelledby="passphrase-part" data-t="passphrase-part">
    <h2 id="passphrase-part" tabindex="-1">${t("settings-passphrase")}</h2>
    <p>${t("settings-passphrase-truth")}</p>
    ${done ? html`<p class="with-icon" data-t="passphrase-changed" tabindex="-1">${icon("check")}<span>${renewed ? t("keeping-new-key-done") : t("settings-passphrase-changed")}</span></p>` : nothing}
    ${open ? form() : html`<button class="btn" type="button" data-t="change-passphrase" @click=${begin}>${icon("key")}<span>${t("settings-passphrase-change")}</span></button>`}
  </section>`;
}

/** Lets go of every phrase. */
export function leavePassphrase() {
  fresh.clear();
  changing = still();
}
