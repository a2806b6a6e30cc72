// The keyboard of somebody who has no mouse: from one thing to the next by Tab, as far as that leads, and at each stop one must see
// where one is.
import { check } from "./common.mjs";

// What runs in every page from its beginning.
function watcher() {
  const seen = { stops: [], wrong: [] };
  window.keysSeen = seen;
  const named = (one) => `${one.localName}${one.id ? `#${one.id}` : ""} “${(one.getAttribute("aria-label") ?? one.innerText ?? one.name ?? "").trim().slice(0, 40)}”`;
  // Whether a ring or a shadow is drawn around what has the focus.
  const ringed = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  };
  // Whether some of it can be seen: it is in the window, and nothing else lies on all of it.
  const uncovered = (one) => [...one.getClientRects()].some(({ left, top, width, height }) =>
    [[0.5, 0.5], [0.05, 0.1], [0.95, 0.1], [0.05, 0.9], [0.95, 0.9]].some(([x, y]) => {
      const there = document.elementFromPoint(left + x * width, top + y * height);
      return there !== null && (one.contains(there) || there.contains(one));
    }));
  addEventListener("keyup", ({ key }) => {
    const one = document.activeElement;
    if (key !== "Tab" || !one || one === document.body) return;
    if (seen.stops.at(-1) !== one) seen.stops.push(one);
    if (!ringed(one)) seen.wrong.push(`nothing shows that ${named(one)} has the focus`);
    if (!uncovered(one)) seen.wrong.push(`${named(one)} has the focus and is not to be seen`);
  }, true);

  // All that Tab should lead to, in the order of the page.
  const reachable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  seen.all = () => [...document.querySelectorAll(reachable)].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
  // How many keys it is from here to an element: below nothing backwards.
  seen.to = (wanted) => {
    const here = document.activeElement;
    if (here === wanted) return 0;
    const all = seen.all();
    const goal = all.indexOf(wanted);
    if (goal < 0) return null;
    const own = all.indexOf(here);
    if (own >= 0) return goal - own;
    const behind = here === document.body ? 0 : all.filter((one) => one.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING).length;
    return goal < behind ? goal - behind : goal - behind + 1;
  };
}

// A page whose stops are watched.
export async function watched(page) {
  await page.addInitScript(watcher);
  return page;
}

async function wrong(page) {
  const found = await page.evaluate(() => [...new Set(window.keysSeen.wrong.splice(0))]);
  check(found.length === 0, `${page.url()}: ${found.join("; ")}`);
}

// Goes on by Tab, or back by Shift and Tab where that is nearer, until this has the focus. What others record may put the page anew
// meanwhile: then it goes on from where the page leaves the focus.
export async function reach(page, locator) {
  let pressed = 0;
  for (;;) {
    const wanted = await locator.elementHandle();
    const [keys, gone] = await page.evaluate((wanted) => [window.keysSeen.to(wanted), !wanted.isConnected], wanted);
    if (keys === 0) break;
    if (gone) continue;
    check(keys !== null && pressed < 1000, `${page.url()}: no key leads to ${locator}`);
    for (let count = Math.abs(keys); count > 0; count -= 1) await page.keyboard.press(keys > 0 ? "Tab" : "Shift+Tab");
    pressed += Math.abs(keys);
  }
  await wrong(page);
}

// Goes through a whole page by Tab: what should have the focus once and never has, what shows no focus, and where no key leads on.
export async function walked(page) {
  const count = await page.evaluate(() => {
    document.activeElement.blur();
    getSelection().removeAllRanges();
    window.keysSeen.stops.length = 0;
    return window.keysSeen.all().length;
  });
  for (let keys = 0; keys < count; keys += 1) await page.keyboard.press("Tab");
  let left = false;
  // A field for a moment has a stop for each of its figures.
  for (let keys = 0; keys < count * 6 + 9 && !left; keys += 1) {
    left = await page.evaluate(() => document.activeElement === document.body || (window.keysSeen.stops.length > 1 && window.keysSeen.stops.at(-1) === window.keysSeen.stops[0]));
    if (!left) await page.keyboard.press("Tab");
  }
  const found = await page.evaluate(() => {
    const { stops, wrong, all } = window.keysSeen;
    const missed = all().filter((one) => !stops.includes(one)).map((one) => one.outerHTML.slice(0, 80));
    return [...new Set(wrong.splice(0)), ...missed.map((one) => `no key leads to ${one}`)];
  });
  if (!left) found.push("no key leads out of the page");
  return { found, first: await page.evaluate(() => window.keysSeen.stops[0]?.getAttribute("href")) };
}

// Playwright leaves out what a key would write without Alt, by which a browser knows the key of a button.
export async function accessKey(page, letter) {
  const session = await page.context().newCDPSession(page);
  const one = { key: letter, code: `Key${letter.toUpperCase()}`, modifiers: 1, unmodifiedText: letter, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...one });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...one });
  await session.detach();
}
