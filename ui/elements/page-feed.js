// @ts-check
// The long list of pages, drawn only near the view: a heading a month, a feed of articles under it,
// and empty space of the right height for everything else. All reckoning is in lib/window-list.js and
// all fetching in lib/page-shelf.js; this file measures, draws, and keeps the reader's place.
//
// The place is kept by page, not by pixel: before anything changes, the first page in view is noted,
// and afterwards the view is moved so that it stands where it stood. Where no page is in view yet, the
// leaf that will be there takes its place.

import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { ime } from "../lib/ime.js";
import { styled } from "../lib/styled.js";
import { averageRow, leafAt, leafOfMonth, near, topsOf } from "../lib/window-list.js";
import { pageLine } from "./page-line.js";

/** @import { PageLine } from "../wire.js" */
/** @import { Leaf, Month, Span } from "../lib/window-list.js" */
/** @typedef {ReturnType<typeof import("../lib/page-shelf.js").pageShelf<PageLine>>} Shelf */
/** @typedef {{ id: string, leaf: number, away: number }} Anchor  a page, its leaf, and its distance from the top of the view */

/** @param {number} pixels */
const tall = (pixels) => styled({ "block-size": `${Math.round(pixels)}px` });

/** What scrolls around an element: an ancestor, or the document. @param {Element} host @returns {Element} */
export function scrollerOf(host) {
  for (let at = host.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === "auto" || overflowY === "scroll") return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {Shelf} given.shelf
 * @param {(month: Month) => string} given.heading
 * @param {(month: Month) => string} given.name     what a screen reader calls a month's pages
 * @param {(id: string) => void} given.open
 * @param {(month: number) => void} given.inMonth   the month at the top of the view
 */
export function pageFeed({ host, shelf, heading, name, open, inMonth }) {
  const scroller = scrollerOf(host);
  const source = scroller === document.scrollingElement ? document : scroller;
  let sizes = { heading: 72, row: 104 };
  let tops = topsOf(shelf.leaves, sizes);
  /** @type {Span} */
  let drawn = { first: 0, last: -1 };
  let frame = 0;
  /** A page to move to as soon as it is drawn: 1 on, -1 back. */
  let step = 0;
  /** @type {Anchor | null} */
  let wish = null;

  const viewTop = () => (source === document ? 0 : scroller.getBoundingClientRect().top);
  const viewHeight = () => scroller.clientHeight;
  const away = () => viewTop() - host.getBoundingClientRect().top;
  const articles = () => /** @type {HTMLElement[]} */ ([...host.querySelectorAll("article")]);

  /** @returns {Anchor | null} */
  function anchor() {
    const top = viewTop();
    const first = articles().find((article) => article.getBoundingClientRect().bottom > top);
    if (!first || first.getBoundingClientRect().top >= top + viewHeight()) return null;
    const leaf = Number(first.closest(".page-leaf")?.getAttribute("data-leaf") ?? -1);
    return { id: first.dataset.page ?? "", leaf, away: first.getBoundingClientRect().top - top };
  }

  /** @param {string} id */
  const find = (id) => /** @type {HTMLElement | null} */ (host.querySelector(`article[data-page="${CSS.escape(id)}"]`));

  /** @param {Anchor | null} held */
  function hold(held) {
    const there = held && find(held.id);
    if (!there || !held) return false;
    const moved = there.getBoundingClientRect().top - viewTop() - held.away;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    return true;
  }

  /** @param {number} index @param {Leaf} leaf */
  function leafView(index, leaf) {
    const lines = shelf.lines(index);
    const of = shelf.rowsOf(leaf.month);
    if (!lines) return html`<div class="page-leaf is-waiting" ${tall(leaf.height || leaf.rows * sizes.row)}></div>`;
    return html`<div class="page-leaf" data-leaf=${index}>${repeat(lines, (line) => line.id, (line, i) =>
      pageLine(line, { open, again: lines[i - 1]?.day === line.day, place: leaf.at + i + 1, of }))}</div>`;
  }

  function view() {
    /** @type {Map<number, number[]>} */
    const months = new Map();
    for (let i = drawn.first; i <= drawn.last; i += 1) {
      const month = shelf.leaves[i]?.month ?? 0;
      months.set(month, [...(months.get(month) ?? []), i]);
    }
    const end = tops[tops.length - 1] ?? 0;
    const from = drawn.last < drawn.first ? end : monthTop(shelf.leaves[drawn.first]?.month ?? 0);
    const to = drawn.last < drawn.first ? end : monthEnd(shelf.leaves[drawn.last]?.month ?? 0);
    return html`<div ${tall(from)}></div>${repeat(months, ([month]) => month, ([month, own]) => monthView(month, own))}<div ${tall(end - to)}></div>`;
  }

  /** @param {number} month */
  const monthTop = (month) => tops[Math.max(0, leafOfMonth(shelf.leaves, month))] ?? 0;
  /** @param {number} month */
  const monthEnd = (month) => {
    const next = shelf.leaves.findIndex((leaf) => leaf.month > month);
    return tops[next < 0 ? shelf.leaves.length : next] ?? 0;
  };

  /** @param {number} month @param {number[]} own its leaves that are drawn */
  function monthView(month, own) {
    const said = shelf.months[month];
    if (!said) return nothing;
    const first = own[0] ?? 0;
    const last = own[own.length - 1] ?? 0;
    const before = first === leafOfMonth(shelf.leaves, month) ? 0 : (tops[first] ?? 0) - monthTop(month) - sizes.heading;
    const after = monthEnd(month) - (tops[last + 1] ?? 0);
    const waiting = own.some((index) => !shelf.lines(index));
    return html`<div class="page-month" data-month=${month}>
      <h2 class="page-month-name" tabindex="-1"><span>${heading(said)}</span></h2>
      <div role="feed" aria-label=${name(said)} aria-busy=${waiting ? "true" : "false"}>
        <div ${tall(before)}></div>
        ${repeat(own, (index) => shelf.leaves[index]?.at, (index) => {
          const leaf = shelf.leaves[index];
          return leaf ? leafView(index, leaf) : nothing;
        })}
        <div ${tall(after)}></div>
      </div>
    </div>`;
  }

  /** Takes the heights that were really drawn. @returns {boolean} whether any differ from before */
  function measure() {
    let differ = false;
    for (const element of host.querySelectorAll(".page-leaf[data-leaf]")) {
      const leaf = shelf.leaves[Number(element.getAttribute("data-leaf"))];
      const height = element.getBoundingClientRect().height;
      if (leaf && height > 0 && Math.abs(leaf.height - height) >= 1) {
        leaf.height = height;
        differ = true;
      }
    }
    const title = host.querySelector(".page-month-name")?.getBoundingClientRect().height ?? sizes.heading;
    if (title > 0 && Math.abs(title - sizes.heading) >= 1) differ = true;
    if (differ) sizes = { heading: title || sizes.heading, row: averageRow(shelf.leaves, sizes.row) };
    return differ;
  }

  /**
   * Reckons the heights anew. What is drawn still has the old ones.
   * @param {number} top how far the view is down the list by the old heights
   * @returns {number} how far down the same place is by the new ones
   */
  function reckon(top) {
    // Drawn in whole pixels, a leaf at the top of the view may begin a little below it.
    const leaf = leafAt(tops, top + 2);
    const [from = 0, to = 0] = tops.slice(leaf, leaf + 2);
    const into = top - from;
    tops = topsOf(shelf.leaves, sizes);
    const [start = 0, end = 0] = tops.slice(leaf, leaf + 2);
    return start + (into > 0 && top < to ? (into / (to - from)) * (end - start) : into);
  }

  /** Draws what is near. @param {boolean} anew lines or sizes changed, not only the view */
  function draw(anew) {
    if (host.offsetParent === null && host.getClientRects().length === 0) return;
    const held = wish ?? anchor();
    for (let turn = 0; turn < 3; turn += 1) {
      const top = anew ? reckon(away()) : away();
      const span = near(shelf.leaves, tops, top, viewHeight(), viewHeight() * 2);
      if (!anew && span.first === drawn.first && span.last === drawn.last) break;
      drawn = span;
      render(view(), host);
      anew = measure();
      if (!hold(held)) scroller.scrollTop += top - away();
      // Kept until its lines are here; given up when it is not among them any more.
      if (wish && shelf.lines(wish.leaf)) wish = null;
      if (!anew) break;
    }
    shelf.want(drawn);
    const top = shelf.leaves[Math.max(0, drawn.first)];
    if (top) inMonth(monthInView());
    if (step !== 0) move(step);
  }

  function monthInView() {
    const line = viewTop() + sizes.heading + 8;
    const there = [...host.querySelectorAll(".page-month")].find((month) => month.getBoundingClientRect().bottom > line);
    return Number(there?.getAttribute("data-month") ?? -1);
  }

  /** Moves focus a page on or back, waiting for it when it is not drawn yet. @param {number} by */
  function move(by) {
    const all = articles();
    const now = all.findIndex((article) => article.contains(document.activeElement));
    const next = all[now + by];
    step = 0;
    if (now < 0) return;
    if (next) {
      /** @type {HTMLElement | null} */ (next.querySelector(".page-line-open"))?.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    } else if (by > 0 ? drawn.last < shelf.leaves.length - 1 : drawn.first > 0) step = by;
    else if (host.querySelector(".is-waiting")) step = by;
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (ime(event) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key !== "PageDown" && event.key !== "PageUp") return;
    event.preventDefault();
    move(event.key === "PageDown" ? 1 : -1);
  }

  function onScroll() {
    if (frame === 0) frame = requestAnimationFrame(() => {
      frame = 0;
      draw(false);
      inMonth(monthInView());
    });
  }

  let width = 0;
  let closed = false;
  const watcher = new ResizeObserver(() => {
    const now = host.getBoundingClientRect().width;
    if (Math.abs(now - width) < 1) return;
    width = now;
    for (const leaf of shelf.leaves) leaf.height = 0;
    // Drawn in the next frame: drawing here would change what is being observed.
    requestAnimationFrame(() => closed || draw(true));
  });

  host.addEventListener("keydown", onKey);
  source.addEventListener("scroll", onScroll, { passive: true });
  // A window that grows taller shows more without being scrolled.
  window.addEventListener("resize", onScroll);
  watcher.observe(host);

  return {
    redraw: () => draw(true),
    anchor,
    /** Brings a page back to where it stood. @param {Anchor} to */
    returnTo(to) {
      wish = to;
      scroller.scrollTop += host.getBoundingClientRect().top - viewTop() + (tops[to.leaf] ?? 0);
      draw(true);
    },
    /** @param {string} id @returns {boolean} whether the page was there to take the focus */
    focusPage(id) {
      const open = /** @type {HTMLElement | null} */ (find(id)?.querySelector(".page-line-open") ?? null);
      open?.focus({ preventScroll: true });
      return open !== null;
    },
    /** @param {number} month */
    jump(month) {
      const leaf = leafOfMonth(shelf.leaves, month);
      if (leaf < 0) return;
      wish = null;
      scroller.scrollTop += host.getBoundingClientRect().top - viewTop() + (tops[leaf] ?? 0);
      draw(false);
      const name = host.querySelector(`.page-month[data-month="${month}"]`);
      if (name) scroller.scrollTop += name.getBoundingClientRect().top - viewTop();
    },
    close() {
      closed = true;
      host.removeEventListener("keydown", onKey);
      source.removeEventListener("scroll", onScroll);
      window.removeEventListener("resize", onScroll);
      watcher.disconnect();
      cancelAnimationFrame(frame);
      render(nothing, host);
    },
  };
}
