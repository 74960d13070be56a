// @ts-check
// The book closes by itself when nobody is here. Fifteen seconds before, it says so and can be asked to stay.

/** How long the word before closing stands, in milliseconds. */
const NOTICE = 15_000;
/** How often the core hears that somebody is here, at most. */
const TELL = 10_000;

/**
 * @param {object} ways
 * @param {() => number} ways.minutes After how many minutes the book closes.
 * @param {() => boolean} ways.open Whether there is an open book.
 * @param {() => void} ways.here Tells the core that somebody is here.
 * @param {(soon: boolean) => void} ways.soon The notice comes, or goes.
 * @param {() => void} ways.close
 * @param {() => number} [ways.now]
 */
export function watchForQuiet({ minutes, open, here, soon, close, now = Date.now }) {
  let last = now();
  let told = 0;
  let saidSoon = false;

  /** Somebody is here. */
  function present() {
    last = now();
    if (saidSoon) {
      saidSoon = false;
      soon(false);
    }
    if (open() && last - told >= TELL) {
      told = last;
      here();
    }
  }

  /** Called every second. A computer that slept comes back long past the end, and the book closes at once. */
  function look() {
    if (!open()) {
      last = now();
      return;
    }
    const left = minutes() * 60_000 - (now() - last);
    if (left <= 0) {
      last = now();
      saidSoon = false;
      close();
    } else if (left <= NOTICE && !saidSoon) {
      saidSoon = true;
      soon(true);
    }
  }

  return { present, look };
}
