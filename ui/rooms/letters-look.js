// @ts-check
// The last look at a letter: first the names that wait for a decision, then exactly what each reader will read. It can
// be sealed once all of it was on the screen, and rests overnight unless it is sent now.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { thread } from "../journal-arriving.js";
import * as letters from "../journal-letters.js";
import { letterHeadwayView } from "../elements/headway.js";
import { letterLeaving } from "../elements/letter-leaving.js";
import { letterNames, undecided } from "../elements/letter-names.js";
import { icon } from "../elements/icons.js";
import { focusOn } from "../lib/focus.js";
import { led, t } from "../lib/i18n.js";
import { keepLetter, leaveUnchosen, letterDesk, nothingChosen, sameLetter, unchangedLetter } from "../lib/letter-desk.js";
import { fromHere, refresh, say, tell } from "../lib/store.js";
import { underway, watched } from "../lib/underway.js";

/** @import { FoundName, Thread } from "../wire.js" */

const fresh = () => ({
  /** @type {FoundName[]} */
  names: [],
  /** The names were asked about and what follows from them is not shown yet. */
  asking: false,
  /** Which readers' letters were on the screen whole. @type {Set<number>} */
  seen: new Set(),
  said: false,
  busy: false,
  /** The exchanges that a wish to let go is about, by companion. @type {Map<string, Thread>} */
  threads: new Map(),
});

let look = fresh();

export function forgetLook() {
  look = fresh();
}

/** Puts the letter together as it stands: anew when words come meanwhile. Throws what keeps it from being put together. */
export async function lookAt() {
  const same = sameLetter();
  for (;;) {
    const unchanged = unchangedLetter();
    await putTogether(same);
    if (!same() || unchanged()) return;
  }
}

/** @param {() => boolean} same */
async function putTogether(same) {
  leaveUnchosen();
  await keepLetter();
  if (!same()) return;
  look = fresh();
  const { id } = letterDesk;
  if (!id) {
    refresh();
    return;
  }
  const names = await letters.namesIn(id);
  if (!same()) return;
  look.names = names;
  look.asking = undecided(look.names).length > 0;
  if (!look.asking) await show();
}

async function show() {
  const { id, draft } = letterDesk;
  if (!id) return;
  const same = sameLetter();
  const leaving = await watched(() => letters.showLeaving(id));
  if (!same()) return;
  Object.assign(letterDesk, { leaving });
  look.seen = new Set();
  look.said = false;
  if (draft.releases.length > 0) {
    const all = await Promise.all(draft.to.map(thread));
    if (!same()) return;
    look.threads = new Map(all.map((one) => [one.companion, one]));
  }
  // Keeping a letter that rests makes it rest anew; what the journal says is so.
  const { rests_until: restsUntil } = await letters.letterDraft(id);
  if (same()) Object.assign(letterDesk, { restsUntil });
}

/** @param {() => Promise<unknown>} does */
async function doing(does) {
  if (look.busy) return;
  const mine = look;
  mine.busy = true;
  refresh();
  try {
    await does();
  } catch (trouble) {
    tell(trouble);
  }
  mine.busy = false;
  refresh();
}

const decided = () => doing(async () => {
  const same = sameLetter();
  await keepLetter();
  if (same()) await show();
  if (!same()) return;
  look.asking = false;
  focusOn("h1");
});

const mayGo = () => look.said || (letterDesk.leaving.length > 0 && look.seen.size === letterDesk.leaving.length);
const rested = () => letterDesk.restsUntil !== null && new Date(letterDesk.restsUntil).getTime() <= Date.now();

const rest = () => doing(async () => {
  if (!letterDesk.id || !mayGo()) return;
  const on = fromHere();
  await letters.restLetter(letterDesk.id);
  await on.go("letters");
  say(t("sealing-rests"));
});

/** @param {() => void} sealed */
const seal = (sealed) => doing(async () => {
  const { id } = letterDesk;
  if (!id || !mayGo()) return;
  const goes = rested() ? "rested" : "now";
  const same = sameLetter();
  const done = await watched(() => letters.seal(id, goes));
  say(t("sealing-sealed"));
  if (!same()) return;
  // It is no draft any more: nothing of it is kept once more as one.
  Object.assign(letterDesk, { sealed: done, id: null, draft: nothingChosen() });
  sealed();
});

const busyView = () => (underway() ? letterHeadwayView() : look.busy ? html`<p class="soft" role="status">${t("companions-moment")}</p>` : nothing);

/** @param {() => void} sealed */
function actsView(sealed) {
  const ready = mayGo();
  const wait = ready ? "false" : "true";
  const isRested = rested();
  const turned = (/** @type {Event} */ event) => {
    look.said = /** @type {HTMLInputElement} */ (event.target).checked;
    refresh();
  };
  return html`<section class="card stack wide seal-acts" aria-labelledby="seal-acts"><h2 id="seal-acts">${isRested ? t("sealing-rested") : t("sealing-when")}</h2>
    <p class="truth">${icon("lock")}<span>${t("sealing-no-way-back")}</span></p>
    <label class="choice"><input type="checkbox" data-t="seal-read" .checked=${ready} ?disabled=${ready && !look.said} @change=${turned}><span>${t("sealing-read")}</span></label>
    ${isRested
      ? html`<button class="btn primary" type="button" data-t="seal-rested" aria-disabled=${wait} @click=${() => seal(sealed)}>${t("sealing-seal")}</button>`
      : html`${letterDesk.restsUntil ? html`<p data-t="seal-rests">${t("sealing-rests")}</p>` : html`<button class="btn primary" type="button" data-t="seal-rest" aria-disabled=${wait} @click=${rest}>${t("sealing-rest")}</button>
        <p class="small soft">${t("sealing-rest-told")}</p>`}
        <button class="btn" type="button" data-t="seal-now" aria-disabled=${wait} @click=${() => seal(sealed)}>${t("sealing-now")}</button>`}
    ${busyView()}</section>`;
}

/** @param {{ back: () => void, sealed: () => void }} ways */
export function lookView({ back, sealed }) {
  const backButton = html`<div><button class="btn quiet" type="button" data-t="look-back" @click=${back}>${icon("back")}<span>${t("sealing-look-back")}</span></button></div>`;
  if (look.asking) {
    const left = undecided(look.names).length > 0;
    return html`<h1 tabindex="-1">${t("sealing-names-title")}</h1>${letterNames(look.names)}
      <div class="cluster"><button class="btn primary" type="button" data-t="names-decided" aria-disabled=${left} @click=${() => undecided(look.names).length === 0 && decided()}>${t("sealing-look")}</button></div>${letterHeadwayView()}${backButton}`;
  }
  if (letterDesk.leaving.length === 0) return html`<h1 tabindex="-1">${t("sealing-look-title")}</h1><p class="lead">${t("trouble-nothing-chosen")}</p>${backButton}`;
  const seen = (/** @type {number} */ number) => () => {
    look.seen.add(number);
    refresh();
  };
  const again = () => {
    look.asking = true;
    refresh();
  };
  return html`<h1 tabindex="-1">${t("sealing-look-title")}</h1><p class="lead">${t("sealing-look-told")}</p>
    <div class="letter-two"><div class="stack wide">${letterDesk.leaving.map((one, number) => letterLeaving(one, number, seen(number), look.threads.get(one.to ?? "") ?? null))}</div>
      <div class="stack wide">${actsView(sealed)}
        <p class="truth">${icon("info")}<span>${led(t("sealing-names-honest"))}${look.names.length > 0 ? html`<button class="link" type="button" data-t="names-again" @click=${again}>${t("sealing-names-again")}</button>` : nothing}</span></p>
        ${backButton}</div></div>`;
}
