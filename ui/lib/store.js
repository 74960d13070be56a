// @ts-check
// What the window knows while it is open: where we are, the settings, the ties. Nothing of it outlives the
// page, and `forget` empties it when the book closes. Rooms read `state`, change it, and ask for a refresh.

import { Trouble } from "../journal.js";
import { t } from "./i18n.js";

/** @import { Settings, Start, Tie } from "../wire.js" */
/** @import { TemplateResult, nothing } from "../vendor/lit-html/lit-html.js" */

/**
 * A room of the house: what stands in `main` and, if it has one, in `aside`.
 * @typedef {object} Room
 * @property {string} name
 * @property {() => TemplateResult} main
 * @property {() => TemplateResult | typeof nothing} [aside] Nothing when it has nothing to show.
 * @property {(params: Record<string, any>) => void | Promise<void>} [enter]
 * @property {() => void | Promise<void>} [leave]
 * @property {() => boolean} [back] One step back inside the room; false when there is none.
 */

/**
 * @typedef {object} State
 * @property {string} room The name of the room we are in.
 * @property {Start["journal"]} journal
 * @property {boolean} readOnly
 * @property {boolean} older Whether this journal is older than the one last opened here.
 * @property {boolean} damaged Whether parts of it are damaged.
 * @property {Settings} settings
 * @property {Start["system"]} system
 * @property {string} today
 * @property {string} folder
 * @property {string} version
 * @property {boolean} erasedInPart Whether a journal was erased here and some of its files are still there.
 * @property {Tie[]} ties
 * @property {boolean} onlyThePage
 * @property {boolean} sitting Whether somebody only sits here, with nothing to write and nothing to answer.
 */

/** @type {State} */
export const state = {
  room: "",
  journal: "none",
  readOnly: false,
  older: false,
  damaged: false,
  settings: {
    language: "en",
    appearance: "system",
    text_size: 19,
    lock_after_minutes: 5,
    era: "gregorian",
    vertical: false,
    old_input_style: false,
    darker_ink: false,
    page_asks: false,
    hide_keys: { key: "l", mod: true, shift: true, alt: false },
    hide_then: "minimise",
  },
  system: "linux",
  today: "1970-01-01",
  folder: "",
  version: "",
  erasedInPart: false,
  ties: [],
  onlyThePage: false,
  sitting: false,
};

/** What main.js lends to everybody; it owns the drawing. */
const house = {
  /** @type {() => void} */
  draw() {},
  /** Whether there is anywhere to go: not while the book closes. */
  mayGo: () => true,
  /** @type {(room: string, params: Record<string, any>, still: () => boolean) => Promise<void>} */
  async show() {},
  /** @type {(on: boolean) => void} */
  takeNoWords() {},
  /** @type {(sentence: string) => void} */
  say() {},
  /** @type {(sentence: string) => void} */
  tell() {},
};

/** @param {Partial<typeof house>} able */
export function furnish(able) {
  Object.assign(house, able);
}

let waiting = false;

/** Draws everything again, once, when the present task is over. */
export function refresh() {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    house.draw();
  });
}

/** Grows with every wish to go somewhere: only the last one is followed. */
let wishes = 0;

/** @returns {() => boolean} Whether nobody wished to go anywhere since. */
function sinceNow() {
  const mine = wishes;
  return () => mine === wishes;
}

/**
 * Goes to another room.
 * @param {string} room
 * @param {Record<string, any>} [params]
 */
export async function go(room, params = {}) {
  if (!house.mayGo()) return;
  wishes += 1;
  await house.show(room, params, sinceNow());
}

/**
 * What is asked for here leads on from here: whoever has gone elsewhere before the answer came stays there. Taken when
 * the button is pressed, before anything is asked.
 */
export function fromHere() {
  const still = sinceNow();
  return {
    still,
    /** @param {string} room @param {Record<string, any>} [params] */
    async go(room, params) {
      if (still()) await go(room, params);
    },
  };
}

/** @typedef {ReturnType<typeof fromHere>} FromHere */

/** What stands in the window belongs to a room that was left: until it is drawn anew, it takes no words. */
export function takeNoWords() {
  house.takeNoWords(true);
}

/** @param {string} sentence Said once, politely, to those who listen instead of look. */
export function say(sentence) {
  house.say(sentence);
}

/** @param {unknown} trouble @returns {string} What happened, what is safe, what can be done. */
export function inWords(trouble) {
  const kind = trouble instanceof Trouble ? trouble.kind : "unexpected";
  const holder = trouble instanceof Trouble ? trouble.holder : null;
  return holder && kind === "held_elsewhere" ? t("trouble-held-elsewhere-by", { holder }) : t(`trouble-${kind.replaceAll("_", "-")}`);
}

/** Whoever stopped something knows that it was stopped. @param {unknown} trouble */
export const wasStopped = (trouble) => trouble instanceof Trouble && trouble.kind === "stopped";

/** @param {unknown} trouble Shows it below the page until it is put away; what one stopped oneself is only said. */
export function tell(trouble) {
  if (wasStopped(trouble)) say(inWords(trouble));
  else house.tell(inWords(trouble));
}

/** The names of a list of ties, gathered once: a list of pages asks for hundreds. @type {WeakMap<Tie[], Map<string, string>>} */
const names = new WeakMap();

/** @param {string} id @returns {string} What a tie is called, or "" when it is not known. */
export function tieCalled(id) {
  const called = names.get(state.ties) ?? new Map(state.ties.map((tie) => [tie.id, tie.called]));
  names.set(state.ties, called);
  return called.get(id) ?? "";
}

/** Lets go of everything that is the person's. */
export function forget() {
  state.ties = [];
  state.readOnly = false;
  state.older = state.damaged = false;
  state.onlyThePage = state.sitting = false;
}
