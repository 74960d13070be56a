// @ts-check
// The letter being put together: what was chosen, kept at every pause like a page. Nothing is chosen by itself. What is
// here lives in memory only until the journal says it is kept, and is let go of with the room.

import * as letters from "../journal-letters.js";
import { language, t } from "./i18n.js";
import { keepSmallWords, leaveSmallWords, toKeep } from "./small-words.js";
import { refresh } from "./store.js";

/** @import { Companion, LetterDraft, LetterOffer, Leaving, PartDraft, SealedTold } from "../wire.js" */

/** @typedef {Extract<PartDraft["source"], { kind: "page" }>} PagePart */
/** @typedef {Extract<PartDraft["source"], { kind: "words" }>} WordsPart */

/** @returns {LetterDraft} */
export const nothingChosen = () => ({
  kind: "letter", to: [], under_words: null, lang: language(), answers: null, cover: "", wish: [], please: { what: [], words: "" },
  date: "none", parts: [], names: [], releases: [], question: null, same_question: null, shared_page: null,
});

const fresh = () => ({
  /** @type {string | null} The id it will have; nothing before it was kept. */
  id: null,
  draft: nothingChosen(),
  /** @type {string | null} Until when it rests. */
  restsUntil: null,
  /** Everybody it could go to. @type {Companion[]} */
  companions: [],
  /** What of each chosen page is offered. @type {Map<string, LetterOffer>} */
  offers: new Map(),
  /** Pages that were written anew, or are not offered any more, since they were chosen. @type {string[]} */
  changed: [],
  /** As it will leave, once it was asked for. @type {Leaving[]} */
  leaving: [],
  /** @type {SealedTold[]} */
  sealed: [],
});

export const letterDesk = fresh();

/** Grows when another letter comes to the desk, or the desk is cleared: an answer that was asked for before is nobody's. */
let laid = 0;

/** @returns {() => boolean} Whether the letter that lies here now is still the one. */
export function sameLetter() {
  const mine = laid;
  return () => mine === laid;
}

/** Grows with everything that is chosen or written. */
let changes = 0;

/** @returns {() => boolean} Whether nothing was chosen or written since. */
export function unchangedLetter() {
  const mine = changes;
  return () => mine === changes;
}

/** Takes a letter up: one that is begun, or a new one. @param {string | null} id @param {Partial<LetterDraft>} chosen */
export async function layOut(id, chosen) {
  laid += 1;
  const same = sameLetter();
  Object.assign(letterDesk, fresh());
  if (!id) Object.assign(letterDesk.draft, chosen);
  const { companions } = await letters.companions();
  if (!same()) return;
  const open = companions.filter(({ standing }) => standing !== "ended");
  letterDesk.companions = open;
  if (!id) return;
  const kept = await letters.letterDraft(id);
  if (!same()) return;
  const read = await readOffers(kept.draft);
  if (!same()) return;
  // Whoever ended the exchange meanwhile cannot be written to.
  const to = kept.draft.to.filter((one) => open.some((each) => each.id === one));
  Object.assign(letterDesk, { id, draft: { ...kept.draft, to, parts: read.parts }, restsUntil: kept.rests_until, offers: read.offers, changed: read.changed });
}

/** Lets everything go. What was to be kept has been kept by leaving the room. */
export function clearLetterDesk() {
  laid += 1;
  Object.assign(letterDesk, fresh());
}

/** Reads the chosen pages anew. A page that changed since is taken out and named: it is not sent unseen. @param {LetterDraft} draft */
async function readOffers(draft) {
  const { offers, changed } = fresh();
  const parts = [];
  for (const part of draft.parts) {
    const { source } = part;
    if (source.kind !== "page") {
      parts.push(part);
      continue;
    }
    const offer = await letters.offer(source.page).catch(() => null);
    if (!offer || offer.rev !== source.rev) changed.push(offer?.title || t("sealing-untitled"));
    if (!offer) continue;
    offers.set(source.page, offer);
    parts.push(offer.rev === source.rev ? part : { ...part, source: bare(offer) });
  }
  return { parts, offers, changed };
}

/** A page with nothing of it chosen. @param {LetterOffer} offer @returns {PagePart} */
function bare(offer) {
  return { kind: "page", page: offer.page, rev: offer.rev, passages: [], title: "stays", asked: null, date: "none" };
}

/** Whether there is anything to keep. */
const isBegun = () => letterDesk.id !== null || letterDesk.draft.to.length > 0 || letterDesk.draft.parts.length > 0 || letterDesk.draft.cover !== "" || letterDesk.draft.please.words !== "";

/** What goes to the journal: an empty passage of my own words is none. @returns {LetterDraft} */
function asKept() {
  const holds = (/** @type {PartDraft} */ { source }) => source.kind === "page" || source.text.trim() !== "" || source.title.trim() !== "";
  return { ...letterDesk.draft, parts: letterDesk.draft.parts.filter(holds) };
}

async function keep() {
  if (!isBegun()) return;
  const same = sameLetter();
  const id = await letters.keepLetterDraft(letterDesk.id, asKept());
  if (same()) letterDesk.id = id;
}

/** Something was chosen or written: it is kept at the next pause, and what was shown is not what would leave. */
export function chosen() {
  changes += 1;
  letterDesk.leaving = [];
  letterDesk.restsUntil = null;
  toKeep("letter", keep);
  refresh();
}

/** Keeps it at once. */
export async function keepLetter() {
  toKeep("letter", keep);
  await keepSmallWords();
}

/** Lets the letter go for good, because the person asked for it. */
export async function dropLetter() {
  const same = sameLetter();
  const before = letterDesk.id;
  await leaveSmallWords();
  const id = same() ? letterDesk.id : before;
  if (same()) clearLetterDesk();
  if (id) await letters.dropLetterDraft(id);
}

/** My own words in it, made when they are asked for. @returns {WordsPart} */
export function ownWords() {
  const found = letterDesk.draft.parts.find(({ source }) => source.kind === "words");
  if (found?.source.kind === "words") return found.source;
  /** @type {WordsPart} */
  const source = { kind: "words", title: "", text: "", asked: null };
  letterDesk.draft.parts = [{ source, answers: null }, ...letterDesk.draft.parts];
  return source;
}

/** The chosen pages in their order. @returns {PagePart[]} */
export const pageParts = () => letterDesk.draft.parts.flatMap(({ source }) => (source.kind === "page" ? [source] : []));

/** Lays a page beside the letter, nothing of it chosen. @param {string} page */
export async function layPage(page) {
  if (pageParts().some((part) => part.page === page)) return;
  const same = sameLetter();
  const offer = await letters.offer(page);
  // Pressed twice it is laid once, and never beside another letter.
  if (!same() || pageParts().some((part) => part.page === page)) return;
  letterDesk.offers.set(page, offer);
  letterDesk.draft.parts = [...letterDesk.draft.parts, { source: bare(offer), answers: null }];
  chosen();
}

/** Takes a page away again. @param {string} page */
export function takePageAway(page) {
  letterDesk.draft.parts = letterDesk.draft.parts.filter(({ source }) => source.kind !== "page" || source.page !== page);
  chosen();
}

/** Pages of which nothing was chosen do not go along. */
export function leaveUnchosen() {
  const goes = (/** @type {PartDraft} */ { source }) => source.kind !== "page" || source.passages.length > 0 || source.title === "leaves";
  letterDesk.draft.parts = letterDesk.draft.parts.filter(goes);
}
