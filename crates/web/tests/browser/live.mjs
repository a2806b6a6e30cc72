// Two tabs and another browser follow a sitting: what is recorded stands on the page within a second and without a reload, one
// connection serves both tabs, and a lost connection loses nothing.
import { address, ask, check, run } from "./common.mjs";

await run(async ({ context }) => {
  const one = await context();
  let streams = 0;
  one.on("request", (request) => { if (new URL(request.url()).pathname.endsWith("/live")) streams += 1; });
  const first = await one.newPage();
  const second = await one.newPage();
  const other = await (await context({ locale: "fr-FR" })).newPage();
  await first.goto(`${address}/en/412-lakes`);
  await second.goto(`${address}/en/412-lakes/order`);
  await other.goto(`${address}/fr/412-lakes/amendments/10`);
  const wall = await (await context()).newPage();
  await wall.goto(`${address}/en/412-lakes/projector`);
  check((await wall.locator("h1").innerText()).startsWith("Amendment\u00a010"), "amendment 10 is not on the wall");
  await first.evaluate(() => { window.stayed = true; });
  await other.evaluate(() => { window.stayed = true; });
  const standing = () => first.locator('article[data-number="10"]').first().getAttribute("data-standing");
  check((await standing()) === "floor", "amendment 10 is not on the floor");

  await ask("followers 3");
  const began = Date.now();
  await ask("happen 2");
  await first.waitForFunction(() => document.querySelector('article[data-number="10"]').dataset.standing === "adopted", null, { timeout: 20000 });
  await other.waitForFunction(() => document.querySelector('[data-live="outcome-10"]').classList.contains("is-adopted"), null, { timeout: 20000 });
  const took = Date.now() - began;
  await second.waitForFunction(() => document.body.innerText.includes("event 65") || document.querySelector("#stands").dataset.event >= 65, null, { timeout: 20000 });
  // Amendment 10 was adopted and 11 withdrawn; nothing is on the floor.
  await wall.waitForFunction(() => document.querySelector("h1").innerText.startsWith("Amendment\u00a011"), null, { timeout: 20000 });
  check(streams === 1, `${streams} connections of one browser`);
  check(await first.evaluate(() => window.stayed), "the page was loaded anew");
  check(await other.evaluate(() => window.stayed), "the page was loaded anew");

  // The tab that holds the connection goes: the other takes over, and has missed nothing.
  await first.close();
  await ask("happen 3");
  await second.waitForFunction(() => document.querySelector("#stands").dataset.event >= 68, null, { timeout: 20000 });
  await second.waitForFunction(() => [...document.querySelectorAll("main tr")].some((row) => row.innerText.includes("Withdrawn")), null, { timeout: 20000 });

  // A connection that breaks off.
  await other.context().setOffline(true);
  await ask("happen 1");
  await other.context().setOffline(false);
  await other.waitForFunction(() => document.querySelector("#stands").dataset.event >= 69, null, { timeout: 30000 });
  console.log(`seen after ${took} ms`);
});
