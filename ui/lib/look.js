// @ts-check
// How the window looks and speaks: language, theme, size of text. Applied here, kept by the core.

import { catalogue, setSettings } from "../journal.js";
import { countYears } from "./dates.js";
import { speak } from "./i18n.js";
import { refresh, state, tell } from "./store.js";

/** @import { Language, Settings } from "../wire.js" */

const USUAL = 19;
const SIZES = { least: 15, most: 40 };

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");

/** @returns {string} The theme to show: the person's own choice, or what the computer asks for. */
function theme() {
  const { appearance } = state.settings;
  if (appearance !== "system") return appearance.replace("_", "-");
  const shade = dark.matches ? "dark" : "light";
  return contrast.matches ? `contrast-${shade}` : shade;
}

/** Puts the settings onto the page. */
export function wear() {
  const root = document.documentElement;
  const { text_size, darker_ink, era } = state.settings;
  root.dataset.theme = theme();
  root.dataset.ink = darker_ink ? "darker" : "usual";
  root.style.setProperty("--write", `${text_size}px`);
  root.style.setProperty("--scale", String(Math.max(1, text_size / USUAL)));
  countYears(era);
}

/** Follows the computer when it turns to its night or day. */
export function followComputer() {
  for (const wish of [dark, contrast]) wish.addEventListener("change", wear);
}

/** @param {Language} language Fetches its sentences and speaks them; nothing is written. */
export async function learn(language) {
  speak(language, await catalogue(language));
  const root = document.documentElement;
  root.lang = language;
  root.dir = "ltr";
}

/**
 * Speaks another language from now on. Words being written stay as they are.
 * @param {Language} language
 */
export async function speakFromNowOn(language) {
  await change({ language });
}

/**
 * Changes settings, shows them at once and has them kept. Before there is a journal nothing is written:
 * a visit to Welcome leaves no trace.
 * @param {Partial<Settings>} wish
 */
export async function change(wish) {
  const before = state.settings;
  state.settings = { ...before, ...wish };
  try {
    if (state.settings.language !== before.language) await learn(state.settings.language);
    wear();
    refresh();
    if (state.journal !== "none") await setSettings(state.settings);
  } catch (trouble) {
    tell(trouble);
  }
}

/** @param {-1 | 0 | 1} step Smaller, usual or larger. */
export function sizeText(step) {
  const { text_size } = state.settings;
  const wanted = step === 0 ? USUAL : text_size + step * (text_size >= 24 ? 2 : 1);
  return change({ text_size: Math.min(SIZES.most, Math.max(SIZES.least, wanted)) });
}
