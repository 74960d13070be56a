// @ts-check
// Settings: how the window looks and speaks, how the book is locked, what comes in, whether all is whole, what is
// promised, and last how everything is erased. One long page of plain parts; a row of names at its top leads to each.

import { html } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";
import { aboutPart, promisesPart } from "./settings/about.js";
import { bringingPart, leaveBringing } from "./settings/bringing.js";
import { copiesPart, leaveCopies, lookAtCopies } from "./settings/copies.js";
import { envelopePart, hasEnvelope, leaveEnvelope, lookAtEnvelope } from "./settings/envelope.js";
import { erasingPart, leaveErasing } from "./settings/erasing.js";
import { leaveHide } from "./settings/hide.js";
import { keyboardsPart } from "./settings/keyboards.js";
import { lockPart } from "./settings/lock.js";
import { lookPart } from "./settings/look.js";
import { beginTakingOut, leaveTakingOut, takingOutPart } from "./settings/takeout.js";
import { leavePassphrase, passphrasePart } from "./settings/passphrase.js";
import { leaveSheet, sheetPart } from "./settings/sheet.js";
import { anySiblings, leaveSiblings, lookForSiblings, siblingsPart } from "./settings/siblings.js";
import { folderPart, leaveWhole, wholePart } from "./settings/whole.js";
import { leaveWordsKept, lookAtWordsKept } from "./settings/words-kept.js";

/** @import { OutLetters } from "../wire.js" */

export { tellOfCopyOfDay } from "./settings/copies.js";

/** The parts in their order: the id of each heading, and its words. @returns {[string, string][]} */
function parts() {
  return [
    ["look", t("settings-look")],
    ["lock", t("settings-lock")],
    ["passphrase-part", t("settings-passphrase")],
    ["twelve-words", t("keeping-words")],
    ...(hasEnvelope() ? [/** @type {[string, string]} */ (["envelope", t("keeping-envelope")])] : []),
    ["copies", t("keeping-copies")],
    ...(anySiblings() ? [/** @type {[string, string]} */ (["siblings", t("siblings-heading")])] : []),
    ["bringing", t("settings-bring")],
    ["taking-out", t("takeout-title")],
    ["whole", t("settings-whole")],
    ["folder", t("settings-folder")],
    ["keyboards", t("settings-keyboards")],
    ["promises", t("settings-promises")],
    ["about", t("settings-about")],
    ["erasing", t("erase-title")],
  ];
}

/** @param {string} id */
function turnTo(id) {
  const heading = document.querySelector(`.part h2#${id}`);
  /** @type {HTMLElement | null} */ (heading)?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}

export const settings = {
  name: "settings",

  /** @param {{ takeOut?: OutLetters }} [params] Taking out is wanted, with these letters. */
  enter({ takeOut } = {}) {
    // The room does not wait for what they find.
    lookAtCopies();
    lookAtWordsKept();
    lookAtEnvelope();
    lookForSiblings();
    if (takeOut) beginTakingOut(takeOut);
  },

  leave() {
    leaveHide();
    leaveCopies();
    leaveSheet();
    leaveWordsKept();
    leaveEnvelope();
    leaveSiblings();
    leavePassphrase();
    leaveBringing();
    leaveTakingOut();
    leaveWhole();
    leaveErasing();
  },

  main() {
    return html`<div class="day"><h1 tabindex="-1">${t("common-settings")}</h1></div>
      <nav class="parts" aria-label=${t("settings-parts")}>
        ${parts().map(([id, words]) => html`<button class="link" type="button" data-t=${`part-${id}`} @click=${() => turnTo(id)}>${words}</button>`)}
      </nav>
      ${lookPart()}${lockPart()}${passphrasePart()}${sheetPart()}${envelopePart()}${copiesPart()}${siblingsPart()}${bringingPart()}${takingOutPart()}${wholePart()}${folderPart()}${keyboardsPart()}${promisesPart()}${aboutPart()}${erasingPart()}`;
  },
};
