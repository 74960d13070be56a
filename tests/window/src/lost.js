// What of the page somebody cannot read or reach in the window as it is: a line for each thing, and none when nothing
// is lost. It looks at a sheet that lies over the page, and at the page where none does. Afterwards everything stands
// where it stood.

const HAIR = 1;
const root = document.documentElement;
const wide = root.clientWidth;
const within = document.querySelector("dialog:modal") ?? document.body;
const lost = new Set();

/** How a thing is called in a line. */
function named(each) {
  const element = each.nodeType === Node.TEXT_NODE ? each.parentElement : each;
  const name = element.closest("[data-t]")?.dataset.t ?? "";
  const words = (element.getAttribute("aria-label") ?? each.textContent).replace(/\s+/g, " ").trim().slice(0, 40);
  return `${element.tagName.toLowerCase()} in “${name}”: ${words}`;
}

const lose = (each, how) => lost.add(`${how}: ${named(each)}`);

/** The element and everything it lies in, inside of what is looked at. */
function* around(element) {
  for (let each = element; each && each !== root; each = each.parentElement) yield each;
}

/** There for ears only: folded into a point on purpose. */
const forEars = (element) => [...around(element)].some((each) => getComputedStyle(each).clipPath === "inset(50%)");

const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]") && !forEars(element);

/** Laid out, however far away it is. */
function layOutAll() {
  const apart = [...within.querySelectorAll("*")].filter((each) => getComputedStyle(each).contentVisibility === "auto");
  for (const each of apart) each.style.contentVisibility = "visible";
  return () => apart.forEach((each) => each.style.removeProperty("content-visibility"));
}

/** The words that are shown, each piece of text by itself. */
function shownTexts() {
  const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) {
    const { currentNode: text } = walk;
    if (text.data.trim() && seen(text.parentElement)) texts.push(text);
  }
  return texts;
}

function boxesOf(each) {
  if (each.nodeType !== Node.TEXT_NODE) return [...each.getClientRects()];
  const range = document.createRange();
  range.selectNodeContents(each);
  const { whiteSpaceCollapse, fontSize } = getComputedStyle(each.parentElement);
  // A space at the end of a line hangs out of it where spaces are kept, and nobody sees it.
  const space = whiteSpaceCollapse === "collapse" ? 0 : Number.parseFloat(fontSize) * 0.35;
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > space && height > 0);
  return boxes.map(({ left, right, top, bottom }) => ({ left, right: right - space, top, bottom }));
}

/** Lines that are meant to show only their beginning. */
const isExcerpt = (element) => getComputedStyle(element).webkitLineClamp !== "none" || element.matches(".voice-excerpt");

/** Whether boxes stick out of the window, or out of what would cut them off. */
function cutOff(each, boxes) {
  const element = each.nodeType === Node.TEXT_NODE ? each.parentElement : each;
  for (const box of around(element)) {
    const { overflowX, overflowY } = getComputedStyle(box);
    const [cutsX, cutsY] = [overflowX, overflowY].map((way) => way === "hidden" || way === "clip");
    const edge = box.getBoundingClientRect();
    const out = boxes.some(({ left, right, top, bottom }) =>
      (cutsX && (left < edge.left - HAIR || right > edge.right + HAIR)) || (cutsY && !isExcerpt(box) && (top < edge.top - HAIR || bottom > edge.bottom + HAIR)));
    if (out) return true;
    // What scrolls can be brought into sight; what scrolls sideways is looked at by itself.
    if ([overflowX, overflowY].some((way) => way === "auto" || way === "scroll") && box !== document.body) return false;
    // It stays where it is while the page moves.
    if (getComputedStyle(box).position === "fixed") break;
  }
  return boxes.some(({ left, right }) => left < -HAIR || right > wide + HAIR);
}

/** Points of it that lie in the window, once it was brought there: of many lines only some may. */
function pointsOf(each) {
  const boxes = boxesOf(each);
  const near = boxes.filter(({ top, bottom }) => top >= 0 && bottom <= root.clientHeight);
  const inside = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  return (near.length > 0 ? near : boxes.slice(0, 1)).map((box) => [inside(box.left, box.right, wide), inside(box.top, box.bottom, root.clientHeight)]);
}

const bring = (element) => element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });

/** Whether at this point there is only the clear part of a button that reaches over the whole line it stands in. */
function isClear(element, [x, y]) {
  const { content, position, backgroundColor, backgroundImage } = getComputedStyle(element, "::after");
  const own = [...element.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  return !own && content !== "none" && position === "absolute" && backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none";
}

/** Whether something else lies over it, wherever it could be seen. Words are seen through what is clear; nothing is pressed through it. */
function covered(each) {
  const words = each.nodeType === Node.TEXT_NODE;
  const element = words ? each.parentElement : each;
  const labels = [...(element.labels ?? [])];
  return !pointsOf(each).some((point) => {
    const top = document.elementsFromPoint(...point).find((one) => !(words && isClear(one, point)));
    return top && (element.contains(top) || top.contains(element) || labels.some((label) => label.contains(top)));
  });
}

/** Whether something else lies over it where it was brought into the middle. A long list may still be moving then. */
async function staysCovered(each) {
  const element = each.nodeType === Node.TEXT_NODE ? each.parentElement : each;
  bring(element);
  for (const until = performance.now() + 1_000; covered(each); bring(element)) {
    if (performance.now() > until) return true;
    await aMoment();
  }
  return false;
}

/** A word that ends on one line and goes on on the next, though it could stand on one. Very long ones may; and what is
 * no word, as the path of a file is none. */
function torn(text) {
  if (text.parentElement.closest("pre, code, textarea, [data-t$=path], .path-name")) return "";
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/[\p{Script=Latin}’']{2,14}[.,…]?(?![\p{Script=Latin}’'])/gu)) {
    if (/[\p{Script=Latin}’']/u.test(text.data[index - 1] ?? "")) continue;
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (lines.some(({ top, height }) => top > lines[0].top + height / 2)) return word;
  }
  return "";
}

/** A field of a few lines that hides some of its words below its edge, though the window has room for them. */
function holdsBack(field) {
  const own = field.matches(".sheet *") || field.readOnly || field.clientHeight > root.clientHeight * 0.55;
  return !own && field.scrollHeight > field.clientHeight + HAIR;
}

/** How many lines words take; none where one of them finds no room. */
function linesOf(words, room, pen) {
  let [lines, used] = [1, 0];
  for (const word of words.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*/gu) ?? []) {
    const [wide, bare] = [word, word.trimEnd()].map((part) => pen.measureText(part).width);
    if (bare > room + HAIR) return Number.POSITIVE_INFINITY;
    if (used + bare > room + HAIR) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines;
}

/** Whether the words of an empty field, or the chosen ones of a list, find their room. */
function shortField(field) {
  const list = field.tagName === "SELECT";
  const words = list ? field.selectedOptions[0]?.text : !field.value && field.placeholder;
  if (!words) return false;
  const [box, style] = [getComputedStyle(field), getComputedStyle(field, list ? null : "::placeholder")];
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const inside = (size, ...ends) => ends.reduce((left, end) => left - Number.parseFloat(box[`padding${end}`]), size);
  const room = inside(field.clientWidth, "InlineStart", "InlineEnd");
  if (style.whiteSpace !== "normal" && field.tagName !== "TEXTAREA") return pen.measureText(words).width > room + HAIR;
  // WebKit draws lines that are whole pixels high.
  return linesOf(words, room, pen) * Math.floor(Number.parseFloat(style.lineHeight)) > inside(field.clientHeight, "BlockStart", "BlockEnd") + HAIR;
}

/** Words that stick out of the button they belong to. */
function outgrown(button) {
  const edge = button.getBoundingClientRect();
  const out = ({ left, right, top, bottom }) => left < edge.left - HAIR || right > edge.right + HAIR || top < edge.top - HAIR || bottom > edge.bottom + HAIR;
  const whole = (text) => ![...around(text.parentElement)].some(isExcerpt);
  return shownTexts().some((text) => button.contains(text) && whole(text) && boxesOf(text).some(out));
}

/** What reaches the furthest. */
function widestIn(box) {
  const reach = (each) => each.getBoundingClientRect().right;
  const stands = (each) => [...around(each)].every((one) => one.contains(box) || getComputedStyle(one).position !== "fixed");
  return [...box.querySelectorAll("*")].filter((each) => seen(each) && stands(each)).reduce((far, each) => (reach(each) > reach(far) ? each : far));
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 4));

/** Scrolls there, and waits until a long list has drawn what comes into sight: it moves the view while it does. */
async function stand(top) {
  root.scrollTo({ top, behavior: "instant" });
  if (!within.querySelector("[role=feed]")) return;
  for (let [before, quiet] = [-1, 0]; quiet < 8; quiet += 1) {
    await aMoment();
    if (root.scrollHeight !== before) [before, quiet] = [root.scrollHeight, 0];
  }
}

/** Whether the focus comes to it without being seen there, wherever one was before. */
async function losesFocus(each) {
  for (const end of [0, root.scrollHeight]) {
    await stand(end);
    each.focus();
    // The view follows the focus a little later. A control that cannot have it now has none that could be hidden.
    let loses = true;
    for (const until = performance.now() + 2_000; loses && performance.now() < until; ) {
      await aMoment();
      loses = document.activeElement === each && covered(each);
    }
    each.blur();
    if (loses) return true;
  }
  return false;
}

async function look() {
  const [before, top] = [document.activeElement, root.scrollTop];
  const back = layOutAll();
  if (root.scrollWidth > wide) lost.add(`the page is ${root.scrollWidth - wide} pixels wider than the window`);
  for (const each of [within, ...within.querySelectorAll("*")]) {
    const { overflowX } = getComputedStyle(each);
    const scrolls = overflowX === "auto" || overflowX === "scroll";
    if (scrolls && seen(each) && each.scrollWidth > each.clientWidth + HAIR && !each.matches(".is-tate, .is-tate *")) lose(widestIn(each), "makes what it lies in scroll sideways");
  }
  for (const text of shownTexts()) {
    if (cutOff(text, boxesOf(text))) lose(text, "cut off");
    const word = torn(text);
    if (word) lose(text, `“${word}” is torn`);
    if (![...around(text.parentElement)].some(isExcerpt) && (await staysCovered(text))) lose(text, "covered");
  }
  for (const drawn of [...within.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(seen)) {
    // A long list may have drawn it anew since.
    if (!drawn.isConnected) await stand(top);
    const each = drawn.isConnected ? drawn : document.getElementById(drawn.id);
    if (!each) {
      lose(drawn, "not there any more");
      continue;
    }
    if (cutOff(each, boxesOf(each))) lose(each, "cut off");
    if (each.matches("button, summary, a") && outgrown(each)) lose(each, "outgrown by its words");
    if (each.matches("textarea") && holdsBack(each)) lose(each, "words below its edge");
    if (each.matches("input, select, textarea") && shortField(each)) lose(each, "too short for its words");
    if (await staysCovered(each)) lose(each, "covered");
    if (await losesFocus(each)) lose(each, "out of sight where the focus comes to it");
  }
  back();
  before?.focus({ preventScroll: true });
  root.scrollTo({ top, behavior: "instant" });
  return [...lost];
}

const done = arguments[0];
look().then(done, (fault) => done([`it cannot be looked at: ${fault}`]));
