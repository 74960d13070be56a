// @ts-check
// Inviting somebody, a part of Letters: two names, and the invitation is made. What follows stands in its own room.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { companionNames, namesOf } from "../elements/companion-names.js";
import { icon } from "../elements/icons.js";
import { t } from "../lib/i18n.js";
import { fromHere, go, refresh, tell } from "../lib/store.js";

/** @import { Inner } from "./letters.js" */

let here = { busy: false };

/** @param {SubmitEvent} event */
async function invite(event) {
  event.preventDefault();
  const mine = here;
  const on = fromHere();
  if (mine.busy) return;
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  mine.busy = true;
  refresh();
  try {
    const made = await letters.invite(namesOf(form));
    await on.go("letters", { waiting: made.id });
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

/** The way back to Letters, the same in every room within. */
export function wayBack() {
  return html`<div class="reading-top"><button type="button" class="link reading-way" data-t="letters-back" @click=${() => go("letters")}>${icon("back")}${t("letters-back")}</button></div>`;
}

/** @type {Inner} */
export const inviting = {
  asked: ({ invite: wanted }) => wanted === true,
  enter() {
    here = { busy: false };
  },
  leave() {
    here = { busy: false };
  },
  main: () => html`<div class="letters-inner">${wayBack()}
    <h1 tabindex="-1">${t("companions-invite")}</h1>
    <p class="lead">${t("companions-invite-told")}</p>
    <form class="stack wide narrow" @submit=${invite}>${companionNames()}
      <div class="cluster"><button class="btn primary" type="submit" data-t="invite-make" aria-disabled=${here.busy}>${t("companions-invite-make")}</button>
        ${here.busy ? html`<span class="soft" role="status">${t("companions-moment")}</span>` : nothing}</div></form></div>`,
};
