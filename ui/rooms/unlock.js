// @ts-check
// Unlock: a quiet door. It may be tried as often as one likes; nothing is counted and nothing is said of last time.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import * as journal from "../journal.js";
import { icon, mark } from "../elements/icons.js";
import { passphraseField } from "../elements/passphrase-field.js";
import { focusOn } from "../lib/focus.js";
import { lookAtHandedIn } from "../lib/handed-in.js";
import { led, t } from "../lib/i18n.js";
import { go, inWords, refresh, say, state, tell } from "../lib/store.js";

let shown = false;
let busy = false;
let trouble = "";
/** @type {"" | "older" | "second_copy_opened" | "parts_damaged" | "tries" | "with_words"} What is to be said before the book is shown. */
let notice = "";
let tries = 0;
/** When other phrases were tried at this door a moment ago: whoever opens it now knows of those. @type {number[]} */
let slips = [];
const A_MOMENT = 2 * 60 * 1000;

function field() {
  return /** @type {HTMLInputElement | null} */ (document.querySelector("[data-t=passphrase]"));
}

/** @param {Event} event */
async function open(event) {
  event.preventDefault();
  const written = field()?.value ?? "";
  if (busy) return;
  if (written === "") {
    field()?.focus();
    return;
  }
  busy = true;
  refresh();
  try {
    const opened = await journal.unlock(written);
    trouble = "";
    state.journal = "open";
    takeNoteOf(opened);
    noteTries(opened);
    state.ties = await journal.ties();
    if (notice === "") await enterBook();
    else {
      refresh();
      focusOn("h1");
    }
  } catch (why) {
    if (why instanceof journal.Trouble && why.kind === "wrong_passphrase") slips.push(Date.now());
    // Said once: the same sentence again would only press.
    const sentence = inWords(why);
    if (sentence !== trouble) say(sentence);
    trouble = sentence;
    setTimeout(() => {
      field()?.focus();
      // Another phrase may be half typed by now; only the one that did not open is offered for replacing.
      if (field()?.value === written) field()?.select();
    });
  } finally {
    busy = false;
    refresh();
  }
}

/** @param {import("../wire.js").Opened} opened */
function takeNoteOf(opened) {
  state.older = opened.older;
  state.damaged = opened.notice === "parts_damaged";
  state.readOnly = opened.read_only || opened.older;
  notice = opened.older ? "older" : (opened.notice ?? "");
}

/** @param {import("../wire.js").Opened} opened */
function noteTries(opened) {
  tries = opened.tries - slips.filter((at) => Date.now() - at < A_MOMENT).length;
  slips = [];
  if (notice === "" && tries > 0) notice = "tries";
  else if (notice === "" && opened.with_words) notice = "with_words";
}

/** Behind the first room: what is written meanwhile waits for it. What was said already is not said again. */
async function lookCloser() {
  try {
    const found = await journal.lookCloser();
    if (found.older === state.older && (found.notice === "parts_damaged") === state.damaged) return;
    takeNoteOf(found);
    await go("unlock", { told: notice });
  } catch (why) {
    tell(why);
  }
}

async function enterBook() {
  notice = "";
  await go("today", { write: !state.readOnly, opened: true });
  await lookCloser();
  await lookAtHandedIn();
}

async function useThisOne() {
  try {
    await journal.acceptOlder();
    state.older = state.readOnly = false;
    await enterBook();
  } catch (why) {
    tell(why);
  }
}

function door() {
  const toggle = () => {
    shown = !shown;
    refresh();
  };
  return html`<form class="centre unlock" data-t="unlock" @submit=${open}>
    ${mark()}
    <h1 tabindex="-1">${t("common-awai")}</h1>
    <p class="soft">${t("unlock-quiet")}</p>
    <div class="stack wide door">
      ${passphraseField({ name: "passphrase", label: t("unlock-passphrase"), shown, toggle, describedBy: "unlock-said" })}
      <p class="said-here" id="unlock-said" data-t="trouble">${trouble}</p>
      <button class="btn primary wide" type="submit" data-t="open-book" aria-disabled=${busy}>${busy ? t("unlock-busy") : t("unlock-open")}</button>
    </div>
    ${trouble ? html`<p class="soft small">${led(t("unlock-hint"))}${t("keeping-door-sheet")}</p>` : nothing}
    <button class="link" type="button" data-t="to-bring-back" @click=${() => go("bring-back")}>${t("keeping-back")}</button>
    <button class="link" type="button" data-t="to-guide" aria-keyshortcuts="F1" @click=${() => go("guide")}>${t("guide-title")}</button>
    ${state.journal === "together" ? html`<button class="link" type="button" data-t="together-return" @click=${() => go("together")}>${t("together-return")}</button>` : nothing}
  </form>`;
}

/** The heading of what is to be said, and the sentences. */
const leaves = {
  older: () => [t("unlock-older-heading"), t("unlock-older")],
  parts_damaged: () => [t("unlock-damaged-heading"), t("unlock-damaged")],
  second_copy_opened: () => [t("unlock-second-heading"), t("unlock-second")],
  tries: () => [t("keeping-tries-heading"), t("keeping-tries", { tries }), t("keeping-tries-then")],
  with_words: () => [t("keeping-words-opened-heading"), t("keeping-words-opened")],
};

function noticeLeaf() {
  const older = notice === "older";
  const [heading, ...said] = leaves[notice === "" ? "second_copy_opened" : notice]();
  return html`<section class="stack" data-t="notice">
    ${mark()}
    <h1 tabindex="-1">${heading}</h1>
    ${said.map((sentence) => html`<p class="lead">${sentence}</p>`)}
    <div class="cluster">
      ${older
        ? html`<button class="btn primary" type="button" data-t="read-only-for-now" @click=${enterBook}>${icon("eye")}<span>${t("unlock-read-only")}</span></button>
          <button class="btn" type="button" data-t="accept-older" @click=${useThisOne}>${t("unlock-use-this-one")}</button>`
        : html`<button class="btn primary" type="button" data-t="go-on" @click=${enterBook}>${t("common-go-on")}</button>`}
    </div>
  </section>`;
}

export const unlock = {
  name: "unlock",
  focus: "[data-t=passphrase]",
  /** @param {{ told?: typeof notice }} params */
  enter({ told = "" }) {
    shown = busy = false;
    trouble = "";
    notice = told;
  },
  leave() {
    const written = field();
    if (written) written.value = "";
    trouble = notice = "";
  },
  main() {
    return notice === "" ? door() : noticeLeaf();
  },
};
