// @ts-check
// Pictures of the page being written. They lie in the journal beside the draft; here are only their numbers and their
// lines in the sheet. One act after the other, however many pictures come at once.

import { choosePicture, putHandedIn, putPasted } from "../journal-pictures.js";
import { addressOf, desk, keepNow, sheetHere, touched } from "./desk.js";
import { isField } from "./focus.js";
import { t } from "./i18n.js";
import { wordsEnded } from "./ime.js";
import { pictureLine, pictureLines, roomForLine, wholeLine } from "./picture-lines.js";
import { refresh, say, state, tell } from "./store.js";

/** @import { PictureAtHand } from "../wire.js" */
/** @import { PictureLine } from "./picture-lines.js" */
/** @typedef {{ picture: PictureAtHand, number: number, line: PictureLine | null }} Shown A picture, and its line when the page shows it. */

/** Pictures are being made fit to be kept. */
export const taking = { now: 0 };

/** @type {Promise<void>} */
let last = Promise.resolve();

/** @param {() => Promise<void>} does */
function inTurn(does) {
  taking.now += 1;
  refresh();
  last = last.then(does).catch(tell).then(() => {
    taking.now -= 1;
    refresh();
  });
  return last;
}

/** Waits for the pictures that are on their way: a page that is finished meanwhile would go without them. */
export const picturesSettled = () => last;

/** Whether the page that was on the desk when it was asked for can take a picture. @param {number} turn */
const canTake = (turn) => turn === desk.turn && sheetHere() !== null && state.journal === "open" && !state.readOnly && !desk.finished;

/** The pictures at hand: those the page shows in its own order, then the others. @returns {Shown[]} */
export function picturesHere() {
  if (desk.pictures.length === 0) return [];
  const lines = pictureLines(sheetHere()?.value ?? "");
  const all = desk.pictures.map((picture, at) => {
    const line = lines.find(({ address }) => address === picture.id || address === addressOf(picture.id)) ?? null;
    return { picture, number: at + 1, line };
  });
  const place = (/** @type {Shown} */ { line }) => line?.start ?? Infinity;
  return all.sort((a, b) => place(a) - place(b) || a.number - b.number);
}

/** Writes into the sheet as a person would, so that undoing takes it back.
 * @param {HTMLTextAreaElement} sheet @param {number} from @param {number} to @param {string} words */
function writeInto(sheet, from, to, words) {
  sheet.focus();
  sheet.setSelectionRange(from, to);
  const done = words === "" ? document.execCommand("delete") : document.execCommand("insertText", false, words);
  if (!done) sheet.setRangeText(words, from, to, "end");
  touched();
}

/** Gives a picture its line at the caret. @param {string} id @param {string} words @param {number} [caret] */
function writeLine(id, words, caret) {
  const sheet = sheetHere();
  if (!sheet) return;
  const room = roomForLine(sheet.value, caret ?? sheet.selectionEnd);
  writeInto(sheet, room.at, room.at, `${room.before}${pictureLine(addressOf(id), words)}${room.after}`);
  if (room.after === "") sheet.setSelectionRange(sheet.selectionEnd + 1, sheet.selectionEnd + 1);
}

/** The sheet when a picture was asked for, and the picture that last came of it. @typedef {{ value: string, last: string }} Asked */

/** @returns {Asked} */
const askedNow = () => ({ value: sheetHere()?.value ?? "", last: "" });

/** Shows a picture that came. Whoever wrote on meanwhile, or in another field, goes on there. @param {string} id @param {Asked} asked */
function show(id, asked) {
  const sheet = sheetHere();
  if (!sheet) return;
  const held = document.activeElement;
  const elsewhere = held !== sheet && isField(held) ? /** @type {HTMLInputElement} */ (held) : null;
  const wroteOn = sheet.value !== asked.value;
  const stays = elsewhere ?? (wroteOn && lineAt(sheet) !== "" ? sheet : null);
  const [from, to] = [stays?.selectionStart ?? null, stays?.selectionEnd ?? null];
  // Those that came together stand together.
  const before = wroteOn ? picturesHere().find(({ picture }) => picture.id === asked.last)?.line : null;
  writeLine(id, "", before?.end);
  Object.assign(asked, { value: sheet.value, last: id });
  if (!stays) return;
  if (stays !== sheet) stays.focus();
  else asked.value = "";
  if (from !== null) stays.setSelectionRange(from, to);
}

/** The words of the line the caret stands in. @param {HTMLTextAreaElement} sheet */
function lineAt({ value, selectionEnd }) {
  const before = value.slice(0, selectionEnd).split("\n").at(-1) ?? "";
  const after = value.slice(selectionEnd).split("\n")[0] ?? "";
  return `${before}${after}`.trim();
}

/** A picture came: it is shown where the caret stands, unless another page came to the desk meanwhile.
 * @param {PictureAtHand | null} picture @param {number} turn @param {Asked} asked */
async function place(picture, turn, asked) {
  if (!picture) return;
  await wordsEnded();
  if (turn !== desk.turn) return;
  desk.pictures = [...desk.pictures, picture];
  show(picture.id, asked);
  await keepNow();
  say(t("picture-put"));
}

/** Asks for a picture in a dialog of the system. */
export function addPicture() {
  const { turn, page } = desk;
  const asked = askedNow();
  return inTurn(async () => {
    if (canTake(turn)) await place(await choosePicture(page), turn, asked);
  });
}

/** Takes the pictures that were dropped. Whatever else was dropped waits for somebody else. */
export function takeDropped() {
  const { turn, page } = desk;
  const asked = askedNow();
  return inTurn(async () => {
    for (;;) {
      const picture = await putHandedIn(canTake(turn) ? { kind: "page", id: page } : { kind: "nothing" }).catch((trouble) => {
        tell(trouble);
        return "refused";
      });
      if (picture === null) return;
      if (typeof picture !== "string") await place(picture, turn, asked);
    }
  });
}

/** The pictures on the clipboard, unless words are there too: then those are meant. @param {ClipboardEvent} event */
export function picturesPasted({ clipboardData }) {
  const words = clipboardData?.getData("text/plain");
  if (!clipboardData || words) return [];
  return [...clipboardData.files].filter(({ type }) => type.startsWith("image/"));
}

/** @param {File[]} files */
export function putPictures(files) {
  const { turn, page } = desk;
  const asked = askedNow();
  return inTurn(async () => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!canTake(turn)) return;
      await place(await putPasted(page, bytes), turn, asked);
    }
  });
}

/** Where a picture's line stands now: words may have been written since it was drawn. @param {Shown} shown */
const lineOf = ({ picture }) => picturesHere().find((each) => each.picture.id === picture.id)?.line ?? null;

/** Takes a picture off the page; it stays at hand until the page is finished. @param {Shown} shown */
export function takeOff(shown) {
  const sheet = sheetHere();
  const line = lineOf(shown);
  if (!sheet || !line) return;
  const { start, end } = wholeLine(sheet.value, line);
  writeInto(sheet, start, end, "");
  refresh();
}

/** Puts it back where the caret stands. @param {Shown} shown */
export function putBack({ picture }) {
  writeLine(picture.id, "");
  refresh();
}

/** Says what a picture shows, in words. @param {Shown} shown @param {string} words */
export function sayWhatItShows(shown, words) {
  const sheet = sheetHere();
  const line = lineOf(shown);
  if (!sheet || !line || words.trim() === line.words) return;
  sheet.setRangeText(pictureLine(addressOf(shown.picture.id), words), line.start, line.end, "preserve");
  touched();
  refresh();
}

/** Exchanges a picture's line with the one before it. @param {Shown} shown */
export function moveUp(shown) {
  const sheet = sheetHere();
  const [line, lines] = [lineOf(shown), picturesHere().flatMap((each) => each.line ?? [])];
  const before = lines.findLast(({ start }) => line && start < line.start);
  if (!sheet || !line || !before) return;
  const { value } = sheet;
  const words = (/** @type {PictureLine} */ { start, end }) => value.slice(start, end);
  writeInto(sheet, before.start, line.end, `${words(line)}${value.slice(before.end, line.start)}${words(before)}`);
  refresh();
}
