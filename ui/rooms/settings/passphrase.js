// @ts-check
// Changing the passphrase: the one there is, then the new one. Neither outlives this room.

import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { changePassphrase, renewKey, Trouble } from "../../journal.js";
import { icon } from "../../elements/icons.js";
import { newPassphrase } from "../../elements/new-passphrase.js";
import { passphraseField } from "../../elements/passphrase-field.js";
import { focusOn } from "../../lib/focus.js";
import { t } from "../../lib/i18n.js";
import { inWords, refresh, say, tell } from "../../lib/store.js";

const fresh = newPassphrase("change");
const still = () => ({ open: false, shown: false, busy: false, done: false, renew: false, trouble: "" });
let changing = still();

const oldField = () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=old-passphrase]"));

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
async function change(event) {
  event.preventDefault();
  const old = oldField()?.value ?? "";
  if (changing.busy) return;
  if (old === "") {
    oldField()?.focus();
    return;
  }
  const chosen = fresh.chosen();
  if (!chosen) return;
  const mine = changing;
  Object.assign(mine, { busy: true, trouble: "" });
  refresh();
  try {
    await (mine.renew ? renewKey(old, chosen) : changePassphrase(old, chosen));
    if (mine !== changing) return;
    fresh.clear();
    changing = { ...still(), done: true, renew: mine.renew };
    focusOn("[data-t=passphrase-changed]");
  } catch (why) {
    mine.trouble = inWords(why);
    say(mine.trouble);
    if (why instanceof Trouble && why.kind === "wrong_passphrase") setTimeout(() => oldField()?.select());
  } finally {
    mine.busy = false;
    refresh();
  }
}

/** @param {Event} event */
function renew(event) {
  changing.renew = /** @type {HTMLInputElement} */ (event.target).checked;
}

function form() {
  const { shown, busy, trouble } = changing;
  const toggle = () => {
    changing.shown = !changing.shown;
    refresh();
  };
  return html`<form class="stack wide" @submit=${change} data-t="passphrase-form">
    ${passphraseField({ name: "old-passphrase", label: t("settings-passphrase-old"), shown, toggle, describedBy: "old-passphrase-said" })}
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
