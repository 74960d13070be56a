// @ts-check
// Choosing a passphrase: six drawn words first, or a phrase of one's own, weighed in words. Used when the
// journal is made and when its passphrase changes.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { suggestPassphrase, weighPassphrase } from "../journal.js";
import { language, led, t } from "../lib/i18n.js";
import { refresh, say, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { passphraseField } from "./passphrase-field.js";

/** @import { Suggestion, Weighed } from "../wire.js" */

/** What the weighing says, in words. */
const weights = {
  fine: () => t("common-weight-fine"),
  short: () => t("common-weight-short"),
  guessable: () => t("common-weight-guessable"),
};

/** @param {string} name A word that sets these fields apart from others. */
export function newPassphrase(name) {
  /** @type {Suggestion | null} */
  let drawn = null;
  let own = false;
  let shown = false;
  let written = "";
  let again = "";
  let kept = false;
  /** @type {Weighed | null} */
  let weighed = null;
  let asked = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  async function draw() {
    drawn = await suggestPassphrase(language());
    kept = false;
    refresh();
  }

  /** @param {boolean} choice */
  function writeOwn(choice) {
    own = choice;
    kept = false;
    asked = "";
    refresh();
  }

  /** @param {string} phrase */
  function weigh(phrase) {
    written = phrase;
    asked = "";
    clearTimeout(soon);
    soon = setTimeout(async () => {
      try {
        const answer = phrase === "" ? null : await weighPassphrase(phrase);
        if (phrase !== written) return;
        if (answer && answer.why !== weighed?.why) say(weights[answer.why]());
        weighed = answer;
      } catch (trouble) {
        tell(trouble);
      }
      refresh();
    }, 300);
    refresh();
  }

  function drawnWords() {
    return html`
      ${drawn ? html`<p data-t=${`${name}-guessing`}>${t("common-six-words", { list: drawn.guessing.list, years: drawn.guessing.million_years })}</p>` : nothing}
      <ol class="words" data-t=${`${name}-words`} aria-label=${t("common-six-words-label")} lang=${language()}>
        ${drawn?.words.map((word) => html`<li>${word}</li>`) ?? nothing}
      </ol>
      <p class="small soft">${led(t("common-typed-so"))}<bdi class="typed in-words" data-t=${`${name}-typed`}>${drawn?.phrase ?? ""}</bdi></p>
      <div class="cluster">
        <button class="btn" type="button" data-t=${`${name}-another`} @click=${() => draw().catch(tell)}>${icon("again")}<span>${t("common-another-six")}</span></button>
        <button class="link" type="button" data-t=${`${name}-own`} @click=${() => writeOwn(true)}>${t("common-write-own")}</button>
      </div>`;
  }

  function ownPhrase() {
    const toggle = () => {
      shown = !shown;
      refresh();
    };
    return html`
      <p>${t("common-own-phrase")}</p>
      ${passphraseField({ name: `${name}-phrase`, label: t("common-new-passphrase"), shown, toggle, written: weigh, isNew: true, describedBy: `${name}-weight` })}
      <p class="small" id=${`${name}-weight`} data-t=${`${name}-weight`}>${weighed ? weights[weighed.why]() : t("common-weight-hint")}</p>
      ${passphraseField({ name: `${name}-again`, label: t("common-once-more"), shown, toggle, isNew: true, written: (phrase) => { again = phrase; } })}
      <button class="link" type="button" data-t=${`${name}-drawn`} @click=${() => writeOwn(false)}>${t("common-drawn-instead")}</button>`;
  }

  return {
    draw,
    view() {
      /** @param {Event} event */
      const keep = (event) => {
        kept = /** @type {HTMLInputElement} */ (event.target).checked;
        asked = "";
        refresh();
      };
      return html`
        ${own ? ownPhrase() : drawnWords()}
        ${language() === "ja" ? html`<p class="small soft" data-t=${`${name}-remembered`}>${t("common-phrase-remembered")}</p>` : nothing}
        <label class="choice bare"><input type="checkbox" data-t=${`${name}-kept`} .checked=${kept} ?disabled=${!own && !drawn} @change=${keep}><span>${t("common-phrase-kept")}</span></label>
        ${asked ? html`<p class="truth" data-t=${`${name}-asked`}>${icon("info")}<span>${asked}</span></p>` : nothing}`;
    },
    /** @returns {string | null} The phrase chosen; null when something is still to do, which is then said. */
    chosen() {
      if (own && !weighed?.enough) asked = weighed ? weights[weighed.why]() : t("common-weight-hint");
      else if (own && again !== written) asked = t("common-not-the-same");
      else if (!kept) asked = t("common-keep-phrase-first");
      else asked = "";
      if (asked) say(asked);
      refresh();
      return asked ? null : own ? written : (drawn?.phrase ?? null);
    },
    /** Lets go of every phrase. */
    clear() {
      clearTimeout(soon);
      drawn = weighed = null;
      written = again = asked = "";
      own = shown = kept = false;
    },
  };
}
