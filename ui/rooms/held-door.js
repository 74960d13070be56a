// @ts-check
// The door before a book that could not keep its last words when nobody was here: it looks like every other, and only
// the passphrase leads back. That something waits is said when somebody has come back, and not what.

import { html } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { mark } from "../elements/icons.js";
import { passphraseField } from "../elements/passphrase-field.js";
import { held, openAgain } from "../lib/held.js";
import { t } from "../lib/i18n.js";
import { inWords, refresh, say } from "../lib/store.js";

const fresh = () => ({ turn: held.turn, shown: false, busy: false, trouble: "" });
let door = fresh();

const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=passphrase]"));

/** @param {Event} event */
async function open(event) {
  event.preventDefault();
  const mine = door;
  const written = field()?.value ?? "";
  if (mine.busy || written === "") return;
  mine.busy = true;
  refresh();
  try {
    await openAgain(written);
  } catch (refusal) {
    if (mine !== door) return;
    mine.trouble = inWords(refusal);
    say(mine.trouble);
    setTimeout(() => field()?.select());
  } finally {
    mine.busy = false;
    refresh();
  }
}

function toggle() {
  door.shown = !door.shown;
  refresh();
}

/** Whoever hides anew leaves a new door: nothing that was typed at the last one stands at it. */
export function heldDoor() {
  if (door.turn !== held.turn) door = fresh();
  const { turn, shown, busy, trouble } = door;
  return keyed(turn, html`<form class="centre unlock" data-t="held-door" @submit=${open}>
    ${mark()}
    <h1 tabindex="-1">${t("common-awai")}</h1>
    <p class="soft" data-t="held">${held.returned ? t("hiding-held") : ""}</p>
    <div class="stack wide door">
      ${passphraseField({ name: "passphrase", label: t("unlock-passphrase"), shown, toggle, describedBy: "unlock-said" })}
      <p class="said-here" id="unlock-said" data-t="trouble">${trouble}</p>
      <button class="btn primary wide" type="submit" data-t="open-book" aria-disabled=${busy}>${busy ? t("unlock-busy") : t("unlock-open")}</button>
    </div>
  </form>`);
}
