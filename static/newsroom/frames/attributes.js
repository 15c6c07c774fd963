/** The frame behind a button: as little as a player or a chart needs, and nothing of this page. */

/**
 * @param {{frame: string, title: string}} data what the button says
 * @returns {[string, string][] | null} attributes in the order they are set, the address last;
 *   null for an address that is not https
 */
export function attributes({ frame, title }) {
  if (!/^https:\/\/[^/@]+\//.test(frame ?? "")) return null;
  return [
    ["title", title ?? ""],
    ["sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation"],
    ["allow", "autoplay; fullscreen; encrypted-media; picture-in-picture"],
    ["referrerpolicy", "strict-origin-when-cross-origin"],
    ["src", frame],
  ];
}
