// @ts-check
// When words are kept: a short pause after the last key, and at the latest five seconds after the first.

/**
 * @param {object} ways
 * @param {() => Promise<void>} ways.keep Keeps what is written now. When it fails, it is tried again later.
 * @param {number} [ways.pause] Milliseconds of quiet.
 * @param {number} [ways.atLatest] Milliseconds since the first change that is not kept.
 */
export function autosave({ keep, pause = 400, atLatest = 5000 }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let limit;
  let changed = false;
  /** @type {Promise<void> | null} */
  let running = null;

  function hush() {
    clearTimeout(quiet);
    clearTimeout(limit);
    quiet = limit = undefined;
  }

  async function attempt() {
    changed = false;
    try {
      await keep();
    } catch {
      changed = true;
      limit ??= setTimeout(now, atLatest);
    }
  }

  /** Keeps at once what is not kept yet. One save at a time: a later one waits for the earlier. */
  async function now() {
    hush();
    while (running) await running;
    if (!changed) return;
    running = attempt().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    /** A word was written. */
    touched() {
      changed = true;
      clearTimeout(quiet);
      quiet = setTimeout(now, pause);
      limit ??= setTimeout(now, atLatest);
    },
    /** A word is being composed: no pause counts, but the five seconds do. */
    composing() {
      changed = true;
      clearTimeout(quiet);
      limit ??= setTimeout(now, atLatest);
    },
    now,
    /** Waits for the save under way and begins no other. */
    async stop() {
      hush();
      changed = false;
      while (running) await running;
    },
    /** Whether something is written that is not kept. */
    get pending() {
      return changed || running !== null;
    },
  };
}
