// @ts-check
// Settings: how the window looks and speaks, how it locks, what comes in, and what is promised.

import { html } from "../vendor/lit-html/lit-html.js";
import { t } from "../lib/i18n.js";
import { lookPart } from "./settings/look.js";

export const settings = {
  name: "settings",
  main() {
    return html`<div class="day"><h1 tabindex="-1">${t("common-settings")}</h1></div>${lookPart()}`;
  },
};
