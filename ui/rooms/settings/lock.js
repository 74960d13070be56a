// @ts-check
// How the book locks by itself, and where its lock is.

import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../elements/icons.js";
import { modKey } from "../../elements/rail.js";
import { led, t } from "../../lib/i18n.js";
import { change } from "../../lib/look.js";
import { state } from "../../lib/store.js";
import { hidePart } from "./hide.js";
import { choiceOf } from "./look.js";

const MINUTES = [1, 5, 10, 15, 30, 60];

/** @returns {[string, string][]} */
function quiets() {
  const now = state.settings.lock_after_minutes;
  // A number that was set by hand stays among the choices.
  const offered = MINUTES.includes(now) ? MINUTES : [...MINUTES, now].sort((a, b) => a - b);
  return offered.map((minutes) => [String(minutes), t("settings-lock-minutes", { minutes })]);
}

export function lockPart() {
  const { lock_after_minutes } = state.settings;
  return html`<section class="part" aria-labelledby="lock" data-t="lock">
    <h2 id="lock" tabindex="-1">${t("settings-lock")}</h2>
    <p class="with-icon">${icon("lock")}<span>${t("settings-lock-where", { key: modKey("L") })}</span></p>
    ${choiceOf("lock-after", t("settings-lock-after"), quiets(), String(lock_after_minutes), (minutes) => change({ lock_after_minutes: Number(minutes) }))}
    <p class="small soft">${led(t("settings-lock-after-why"))}${state.system === "linux" ? t("settings-lock-sleep") : t("settings-lock-woken")}</p>
    ${hidePart()}
  </section>`;
}
