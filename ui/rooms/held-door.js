// @ts-check
// The door before a book that was hidden and could not keep its last words: it looks like every other, and only the
// passphrase leads back. That something waits is said when somebody has come back, and not what.

import { html } from "../vendor/lit-html/lit-html.js";
import { mark } from "../elements/icons.js";
import { passphraseField } from "../elements/passphrase-field.js";
import { hiding, openAgain } from "../lib/hiding.js";
import { t } from "../lib/i18n.js";
import { inWords, refresh, say } from "../lib/store.js";

let shown = false;
let busy = false;
let trouble = "";

const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=passphrase]"));

/** @param {Event} event */
async function open(event) {
  event.preventDefault();
  const written = field()?.value ?? "";
  if (busy || written === "") return;
  busy = true;
  refresh();
  try {
    await openAgain(written);
    shown = false;
    trouble = "";
  } catch (refusal) {
    trouble = inWords(refusal);
    say(trouble);
    setTimeout(() => field()?.select());
  } finally {
    busy = false;
    refresh();
  }
}

function toggle() {
  shown = !shown;
  refresh();
}

export function heldDoor() {
  return html`<form class="centre unlock" data-t="held-door" @submit=${open}>
    ${mark()}
    <h1 tabindex="-1">${t("common-awai")}</h1>
    <p class="soft" data-t="held">${hiding.returned ? t("hiding-held") : ""}</p>
    <div class="stack wide door">
      ${passphraseField({ name: "passphrase", label: t("unlock-passphrase"), shown, toggle, describedBy: "unlock-said" })}
      <p class="said-here" id="unlock-said" data-t="trouble">${trouble}</p>
      <button class="btn primary wide" type="submit" data-t="open-book" aria-disabled=${busy}>${busy ? t("unlock-busy") : t("unlock-open")}</button>
    </div>
  </form>`;
}
