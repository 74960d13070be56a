// @ts-check
// Letters that are begun, each with whom it is for and whether it rests. None of them asks to be finished.

import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { t } from "../lib/i18n.js";
import { endingWith, howOf } from "../lib/letter-answer.js";
import { go } from "../lib/store.js";

/** @import { Companion, LetterDraftKept } from "../wire.js" */

/** @param {LetterDraftKept} kept @param {Companion[]} companions */
function forWhom({ draft }, companions) {
  const names = draft.to.map((id) => companions.find((one) => one.id === id)?.called ?? "");
  const all = [...names, draft.under_words?.their_name ?? ""].filter((name) => name !== "");
  return all.length > 0 ? t("sealing-begun-to", { names: all.join(" · ") }) : t("sealing-begun-nobody");
}

/** @param {LetterDraftKept} kept */
function restsWords({ rests_until: until }) {
  if (!until) return nothing;
  return html`<span class="small soft">${new Date(until).getTime() <= Date.now() ? t("sealing-begun-rested") : t("sealing-begun-rests")}</span>`;
}

/** Back to where it was being written; one that rests is looked at. @param {LetterDraftKept} kept */
function open({ id, draft, rests_until: until }) {
  const ending = until === null ? endingWith(draft) : null;
  if (ending) return go("letters", { ending, draft: id });
  const how = until === null ? howOf(draft) : null;
  return go("letters", how ? { answer: how, draft: id } : { draft: id, look: until !== null });
}

/** @param {LetterDraftKept[]} drafts @param {Companion[]} companions */
export function lettersBegun(drafts, companions) {
  if (drafts.length === 0) return nothing;
  return html`<section class="stack wide tight" aria-labelledby="letters-begun" data-t="letters-begun"><h2 id="letters-begun">${t("sealing-begun")}</h2>
    <ul class="tie-list">${repeat(drafts, ({ id }) => id, (kept) => html`<li><button class="tie-line" type="button" data-t="draft-open" @click=${() => open(kept)}>
      <bdi dir="auto">${forWhom(kept, companions)}</bdi>${restsWords(kept)}</button></li>`)}</ul></section>`;
}
