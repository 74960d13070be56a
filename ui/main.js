// @ts-check
// The window wakes here: it asks the core what there is, shows the right room, and listens for keys and quiet.

import { nothing, render } from "./vendor/lit-html/lit-html.js";
import { above, overlays } from "./elements/above.js";
import { places, rail } from "./elements/rail.js";
import { toggleTies } from "./elements/tie-picker.js";
import * as journal from "./journal.js";
import { another } from "./lib/asking.js";
import { closeTheBook, closeTheWindow, closeUnattended, closing, leftAlone } from "./lib/closing.js";
import { followCopies } from "./lib/copied.js";
import { keepNow } from "./lib/desk.js";
import { passTo } from "./lib/doorway.js";
import { followHands, followTab, sinceAsked } from "./lib/focus.js";
import { speak, t } from "./lib/i18n.js";
import { lookAtHandedIn } from "./lib/handed-in.js";
import { comeBack, held } from "./lib/held.js";
import { hideAhead, hideNow } from "./lib/hiding.js";
import { watchForQuiet } from "./lib/idle.js";
import { followCompositions, holdBackComposedEnter } from "./lib/ime.js";
import { shortcutOf } from "./lib/keys.js";
import { followComputer, learn, sizeText, wear } from "./lib/look.js";
import { keepThePage } from "./lib/page-stays.js";
import { keepSmallWords } from "./lib/small-words.js";
import { furnish, go, refresh, state, tell as tellTrouble } from "./lib/store.js";
import { anotherOfWalk, enoughOfWalk } from "./lib/walk.js";
import { between } from "./rooms/between.js";
import { lettersRoom } from "./rooms/letters.js";
import { company } from "./rooms/company.js";
import { examples } from "./rooms/examples.js";
import { guide, readAtTheDoor } from "./rooms/guide.js";
import { heldDoor } from "./rooms/held-door.js";
import { lookingBack } from "./rooms/looking-back.js";
import { myWords } from "./rooms/my-words.js";
import { practice } from "./rooms/practice.js";
import { questions } from "./rooms/questions.js";
import { bringBack } from "./rooms/bring-back.js";
import { settings, tellOfCopyOfDay } from "./rooms/settings.js";
import { sitting } from "./rooms/sitting.js";
import { enough, newPage, today } from "./rooms/today.js";
import { together } from "./rooms/together.js";
import { toward } from "./rooms/toward.js";
import { unlock } from "./rooms/unlock.js";
import { welcome } from "./rooms/welcome.js";

/** @import { Room } from "./lib/store.js" */

/** @type {Map<string, Room>} */
const rooms = new Map([
  welcome, unlock, bringBack, today, questions, sitting, between, toward, lettersRoom, lookingBack, settings,
  company, myWords, practice, guide, examples, together,
].map((room) => [room.name, room]));
/** Rooms one sees before the book is open: without a rail. */
const outside = new Set(["welcome", "unlock", "bring-back", "together"]);

/** @param {string} selector */
function place(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}
const app = place(".app");
const header = place("header");
const main = place("main");
const side = place("aside");
const over = place(".above");
const said = place(".said");

function draw() {
  const room = rooms.get(state.room);
  const away = closing.on || held.on;
  const beside = away ? undefined : room?.aside?.();
  const alone = outside.has(state.room) || (state.room === "guide" && readAtTheDoor()) || away;
  const hasAside = beside !== undefined && beside !== nothing;
  const columns = alone ? "one" : hasAside ? "three" : "two";
  // What is drawn before a room that is being left is gone is still that room; only a door is another.
  if (away) takeNoWords(false);
  app.className = `app ${columns} room-${state.room}${state.onlyThePage ? " only" : ""}${state.sitting ? " still" : ""}`;
  header.hidden = alone;
  side.hidden = !hasAside;
  render(alone ? nothing : rail(), header);
  render(held.on ? heldDoor() : away || !room ? nothing : room.main(), main);
  render(beside ?? nothing, side);
  render(away ? nothing : overlays(stay), over);
}

/**
 * @param {string} name
 * @param {Record<string, any>} params
 * @param {() => boolean} still Whether nobody wished to go elsewhere since.
 */
async function show(name, params, still) {
  const next = rooms.get(name);
  if (!next) return;
  const before = rooms.get(state.room);
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const stayed = sinceAsked();
  // Whoever wishes to be where they are is not leaving any more.
  if (before === next) takeNoWords(false);
  const ready = await passTo(before, next, params, still);
  // The window belongs to the wish that came after this one.
  if (!still()) return;
  takeNoWords(false);
  // Where a door stayed shut one is still where one was.
  if (!ready && document.activeElement === document.body) focused?.focus();
  if (!ready) return;
  if (name !== "today") state.onlyThePage = false;
  state.room = name;
  draw();
  if (before === next && stayed() && stands(document.activeElement)) return;
  main.scrollTop = 0;
  window.scrollTo(0, 0);
  arrive(name, params);
}

/** Whether something stands in the room. @param {Element | null} it */
const stands = (it) => main.contains(it) || side.contains(it);

/** @param {boolean} on */
function takeNoWords(on) {
  // The room behind a held door is not left: the door stands in its place, and is answered.
  main.inert = side.inert = on && !held.on;
  // WebKit leaves the caret where it stands.
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  if (main.inert && stands(focused)) focused?.blur();
}

/**
 * Puts the focus where a person would begin: the heading of the room, or the sheet when writing was asked for.
 * @param {string} name
 * @param {Record<string, any>} params
 */
function arrive(name, params) {
  const first = name === "unlock" ? "[data-t=passphrase]" : params.write ? "[data-t=sheet]" : "h1";
  const target = /** @type {HTMLElement | null} */ (main.querySelector(first) ?? main.querySelector("h1"));
  // The search field of Looking back takes the focus by itself.
  if (!params.search) target?.focus();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let hush;

/** @param {string} sentence */
function say(sentence) {
  clearTimeout(hush);
  said.textContent = sentence;
  // Emptied again, so that the same sentence can be said a second time.
  hush = setTimeout(() => {
    said.textContent = "";
  }, 4000);
}

/** @param {string} sentence */
function tell(sentence) {
  above.trouble = sentence;
  say(sentence);
  refresh();
}

const quiet = watchForQuiet({
  minutes: () => state.settings.lock_after_minutes,
  open: () => (state.journal === "open" || state.journal === "together") && !closing.on,
  here: () => journal.stillHere().catch(() => {}),
  soon(coming) {
    above.closingSoon = coming;
    if (coming && !held.on) say(t("common-closing-soon"));
    refresh();
  },
  close: closeUnattended,
});

function stay() {
  quiet.present();
}

/** @param {1 | -1} step */
function nextRegion(step) {
  const regions = [header, main, side].filter((each) => !each.hidden && each.offsetParent !== null);
  const here = regions.findIndex((each) => each.contains(document.activeElement));
  const region = regions[(here + step + regions.length) % regions.length];
  const first = region === main ? region.querySelector("h1") : region?.querySelector("button, summary, input, select, a[href]");
  /** @type {HTMLElement | null | undefined} */ (first)?.focus();
}

/** Escape: leaves "only the page", a page being read, words found; it never loses a word and never closes the book. */
function stepBack() {
  if (document.querySelector("dialog[open]")) return false;
  if (!state.onlyThePage) return rooms.get(state.room)?.back?.() ?? false;
  state.onlyThePage = false;
  refresh();
  return true;
}

/** @type {Record<string, () => unknown>} What each shortcut does while a book is open or being begun. */
const acts = {
  "close-book": closeTheBook,
  "new-page": () => state.journal === "open" && newPage(),
  enough: () => !state.sitting && (state.room === "sitting" ? enoughOfWalk() : enough()),
  search: () => state.journal === "open" && go("looking-back", { search: true }),
  "only-the-page"() {
    if (state.room !== "today") return;
    state.onlyThePage = !state.onlyThePage;
    refresh();
  },
  "choose-person": () => state.room === "today" && !state.readOnly && !state.sitting && toggleTies(),
  "another-question": () => !state.sitting && (state.room === "sitting" ? anotherOfWalk() : state.room === "today" && another()),
  company: () => state.journal === "open" && go("company"),
  guide: () => go("guide"),
  settings: () => state.journal === "open" && go("settings"),
  larger: () => sizeText(1),
  smaller: () => sizeText(-1),
  "usual-size": () => sizeText(0),
  "next-region": () => nextRegion(1),
  "previous-region": () => nextRegion(-1),
  keys() {
    above.keys = true;
    refresh();
  },
};

/** @param {number} nth A place of the rail, from 1. */
function toPlace(nth) {
  const [room] = places()[nth - 1] ?? [];
  if (room && state.journal === "open") go(room);
}

/** @param {KeyboardEvent} event */
function hides(event) {
  if (shortcutOf(event, { mac: state.system === "macos", hide: state.settings.hide_keys }) !== "hide") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // Keys that are still held down when the door is drawn hide nothing a second time.
  if (!event.repeat) void hideNow();
}

/** What reaches through an open sheet: closing and the size of text. */
const reaching = new Set(["close-book", "larger", "smaller", "usual-size"]);

/** @param {KeyboardEvent} event */
function pressed(event) {
  const shortcut = shortcutOf(event, { mac: state.system === "macos" });
  if (!shortcut) return;
  // Whoever stands before a closed door has nothing else to press.
  if (held.on && !reaching.has(shortcut)) return;
  if (shortcut === "back") {
    if (stepBack()) event.preventDefault();
    return;
  }
  const sheetOpen = document.querySelector("dialog[open]") !== null;
  if (sheetOpen && !reaching.has(shortcut)) return;
  event.preventDefault();
  if (shortcut.startsWith("place-")) toPlace(Number(shortcut.slice(-1)));
  else acts[shortcut]?.();
}

function listen() {
  followCompositions(document);
  followHands(document);
  followTab(document);
  holdBackComposedEnter(document);
  document.addEventListener("keydown", pressed);
  followCopies(document);
  for (const sign of ["pointerdown", "pointermove", "keydown", "wheel", "input"]) {
    document.addEventListener(sign, quiet.present, { capture: true, passive: true });
  }
  for (const sign of ["focus", "pointerdown", "keydown"]) window.addEventListener(sign, comeBack);
  // Before all others: no field may keep these keys for itself.
  window.addEventListener("keydown", hides, true);
  setInterval(quiet.look, 1000);
  window.addEventListener("blur", keepNow);
  window.addEventListener("blur", keepSmallWords);
  window.addEventListener("awai-close", closeTheWindow);
  window.addEventListener("awai-left-alone", leftAlone);
  window.addEventListener("awai-hide", hideAhead);
  window.addEventListener("awai-handed-in", lookAtHandedIn);
  window.addEventListener("awai-copy-refused", () => tellOfCopyOfDay(tell));
  keepThePage(document);
}

async function wake() {
  furnish({ draw, show, takeNoWords, say, tell, mayGo: () => !closing.on && !held.on });
  followComputer();
  listen();
  const begun = await journal.start();
  const { settings: chosen, journal: book, system, today: day, folder, version, erased_in_part: erasedInPart } = begun;
  Object.assign(state, { settings: chosen, journal: book, system, today: day, folder, version, erasedInPart });
  wear();
  await learn(chosen.language);
  if (book === "open") {
    state.ties = await journal.ties();
    await go("today", { write: true });
    await lookAtHandedIn();
  } else await go(book === "none" ? "welcome" : book === "together" ? "together" : "unlock");
  if (begun.fell) tell(t("common-fell"));
  if (begun.left) tellTrouble(new journal.Trouble(begun.left));
}

wake().catch((why) => {
  // Without sentences there is nothing to say it with; the name of the trouble must do.
  speak("en", "");
  main.textContent = String(why);
});
