// @ts-check
// Words found: the pieces a search returns, with what was looked for in <mark>. The pieces come cut
// from Rust, so that nothing is searched or cut here, and every one of them is bound as plain text.

import { html } from "../vendor/lit-html/lit-html.js";

/** @typedef {import("../wire.js").Piece} Piece */

/** @param {readonly Piece[]} pieces */
export const piecesView = (pieces) => pieces.map((piece) => (piece.mark ? html`<mark>${piece.text}</mark>` : piece.text));

/** The plain words of some pieces, for a name a screen reader says.
 * @param {readonly Piece[]} pieces */
export const plain = (pieces) => pieces.map((piece) => piece.text).join("");
