// @ts-check
// A card by hand, for when no words can be said: two short texts, one each way. Anybody could have written one, so the
// pair stays "not checked yet", and this is said without alarm.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as letters from "../journal-letters.js";
import { companionNames, namesOf } from "../elements/companion-names.js";
import { t } from "../lib/i18n.js";
import { fromHere, inWords, refresh } from "../lib/store.js";
import { wayBack } from "./letters-invite.js";

/** @import { FromHere } from "../lib/store.js" */
/** @import { Inner } from "./letters.js" */

const fresh = () => ({ busy: false, refusal: "" });

let here = fresh();

/** @param {(on: FromHere) => Promise<void>} does */
async function doing(does) {
  if (here.busy) return;
  const mine = { busy: true, refusal: "" };
  here = mine;
  refresh();
  try {
    await does(fromHere());
  } catch (trouble) {
    mine.refusal = inWords(trouble);
  }
  mine.busy = false;
  refresh();
}

/** @param {SubmitEvent} event */
function make(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const theirs = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem("theirs")).value.trim();
  void doing(async (on) => {
    if (theirs === "") {
      const made = await letters.makeCard(namesOf(form));
      await on.go("letters", { waiting: made.id });
    } else {
      const companion = await letters.answerCard(theirs, namesOf(form));
      await on.go("letters", { companion: companion.id });
    }
  });
}

/** The field that takes a card in. @param {string} told What is said below it. */
export function cardField(told) {
  return html`<div class="field"><label for="card-theirs">${t("companions-card-theirs")}</label>
    <textarea class="box" id="card-theirs" name="theirs" rows="5" data-t="card-theirs" aria-describedby="card-theirs-told" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" writingsuggestions="false"></textarea>
    <p class="small soft" id="card-theirs-told">${told}</p></div>`;
}

/** @type {Inner} */
export const byHand = {
  asked: ({ card }) => card === true,
  enter() {
    here = fresh();
  },
  leave() {
    here = fresh();
  },
  main: () => html`<div class="letters-inner" data-t="by-hand">${wayBack()}
    <h1 tabindex="-1">${t("companions-card")}</h1>
    <p class="lead">${t("companions-card-told")}</p>
    ${here.refusal ? html`<p role="alert" data-t="card-refusal">${here.refusal}</p>` : nothing}
    <form class="stack wide narrow" @submit=${make}>${companionNames()}${cardField(t("companions-card-theirs-told"))}
      <div><button class="btn primary" type="submit" data-t="card-make" aria-disabled=${here.busy}>${t("companions-card-make")}</button></div></form></div>`,
};
