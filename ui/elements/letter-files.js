// @ts-check
// What came along with a letter: pictures are shown, texts are read here when that is wanted, and either can be saved
// through a dialog of the system.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { pictureAddress } from "../journal.js";
import { letterFileWords, saveLetterFile } from "../journal-arriving.js";
import { t } from "../lib/i18n.js";
import { parted } from "../lib/parted.js";
import { refresh, say, tell } from "../lib/store.js";
import { icon } from "./icons.js";
import { pagePicture } from "./page-picture.js";

/** @import { FileShown } from "../wire.js" */

/** Texts that were opened here. @type {Map<string, string>} */
const opened = new Map();
/** Which file was saved last; said beside it. */
let saved = "";

/** Forgets what was read here. */
export function leaveLetterFiles() {
  opened.clear();
  saved = "";
}

/** @param {string | null} version @param {number} number */
const nameOf = (version, number) => `letter/${version ?? "arrived"}/${number}`;

/** @param {string | null} version @param {number} number */
async function read(version, number) {
  try {
    opened.set(nameOf(version, number), await letterFileWords(version, number));
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {string | null} version @param {number} number */
async function save(version, number) {
  try {
    if (!(await saveLetterFile(version, number))) return;
    saved = nameOf(version, number);
    say(t("arriving-file-saved"));
  } catch (trouble) {
    tell(trouble);
  }
  refresh();
}

/** @param {number} number @param {string | null} version */
function textView(number, version) {
  const words = opened.get(nameOf(version, number));
  if (words !== undefined) return html`<p class="letter-text voice" dir="auto" data-t="letter-file-words">${parted(words)}</p>`;
  return html`<button class="btn" type="button" data-t="letter-file-read" @click=${() => read(version, number)}>${icon("eye")}<span>${t("arriving-file-read")}</span></button>`;
}

/** @param {FileShown} file @param {number} number @param {string | null} version */
function pictureView(file, number, version) {
  const [width, height] = file.size ?? [0, 0];
  const [src, alt] = [pictureAddress(nameOf(version, number)), file.words || t("arriving-file-picture")];
  return html`<div class="page-picture">${pagePicture({ src, alt, width, height, name: "letter-picture" })}</div>`;
}

/** @param {FileShown | undefined} file @param {number} number Among the files of its letter. @param {string | null} version */
export function letterFile(file, number, version) {
  if (!file) return nothing;
  const text = file.sort === "text";
  return html`<figure class="letter-file" data-t="letter-file">
    ${text ? textView(number, version) : pictureView(file, number, version)}
    <figcaption class="small soft">${text ? t("arriving-file-text") : t("arriving-file-picture")}
      ${file.words ? html`<bdi dir="auto">${file.words}</bdi>` : nothing}</figcaption>
    ${version === "leaving" ? nothing : html`<div class="cluster"><button class="btn quiet" type="button" data-t="letter-file-save" @click=${() => save(version, number)}>${icon("tray")}<span>${t("arriving-file-save")}</span></button>
      ${saved === nameOf(version, number) ? html`<span class="small soft" data-t="letter-file-saved">${t("arriving-file-saved")}</span>` : nothing}</div>`}
  </figure>`;
}
