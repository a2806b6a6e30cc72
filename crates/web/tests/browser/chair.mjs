// The President and a clerk at the same sitting in two browsers: everything by keys; what one records stands on the other's page
// without a reload, and takes nothing from under the other's fingers. axe-core finds nothing on any of these pages.
import { address, check, run, violations } from "./common.mjs";

const password = process.argv[3];
const slug = "412-lakes";

await run(async ({ context }) => {
  const wrong = [];
  const looked = async (page, what) => {
    for (const found of await violations(page)) wrong.push(`${what}: ${found}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${what}: ${wide} px wider than the window`);
  };
  const signedIn = async (email, tongue, options) => {
    const page = await (await context({ reducedMotion: "reduce", ...options })).newPage();
    await page.goto(`${address}/${tongue}/account/sign-in`);
    await page.locator("main [name=email]").focus();
    await page.keyboard.type(email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${address}/${tongue}/account`);
    await looked(page, `account of ${email}`);
    await page.goto(`${address}/${tongue}/account/tokens`);
    await looked(page, `tokens of ${email}`);
    return page;
  };
  const president = await signedIn("president@lakes.example", "en", { colorScheme: "light" });
  const clerk = await signedIn("office@lakes.example", "fr", { colorScheme: "dark", viewport: { width: 360, height: 800 } });
  const admin = await signedIn("admin@lakes.example", "fr", { colorScheme: "dark" });
  await admin.goto(`${address}/fr/desk/people`);
  await looked(admin, "people");
  const wall = await (await context()).newPage();
  await wall.goto(`${address}/en/${slug}/projector`);
  await president.goto(`${address}/en/desk/sitting/${slug}`);
  await clerk.goto(`${address}/fr/desk/sitting/${slug}`);
  await looked(president, "sitting, on the floor");
  await looked(clerk, "séance, sur téléphone");
  const shows = (page, text) => page.waitForFunction((text) => document.querySelector("main").innerText.replaceAll("\u00a0", " ").includes(text), text, { timeout: 20000 });

  // Playwright leaves out what a key would write without Alt, by which a browser knows the key of a button.
  const key = async (page, letter) => {
    const session = await page.context().newCDPSession(page);
    const one = { key: letter, code: `Key${letter.toUpperCase()}`, modifiers: 1, unmodifiedText: letter, windowsVirtualKeyCode: letter.toUpperCase().charCodeAt(0) };
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", ...one });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...one });
    await session.detach();
  };

  // The clerk has begun to write who withdraws one; the President declares the vote by keys.
  await shows(president, "Amendment 10");
  await clerk.locator("#withdrawal-more summary").focus();
  await clerk.keyboard.press("Enter");
  await clerk.locator("#withdrawal-by").fill("Mme Eva LOCK");
  await clerk.evaluate(() => { window.stayed = true; });
  await president.locator("#vote-in_favour").focus();
  await president.keyboard.type("30");
  await president.keyboard.press("Tab");
  await president.keyboard.type("20");
  const began = Date.now();
  await key(president, "a");
  await shows(president, "Amendment 10 was put to the vote");
  await clerk.waitForFunction(() => !document.querySelector("[data-newer]").hidden, null, { timeout: 20000 });
  const took = Date.now() - began;
  check((await clerk.locator("#withdrawal-by").inputValue()) === "Mme Eva LOCK", "what the clerk wrote is gone");
  check(await clerk.evaluate(() => window.stayed), "the clerk's page was loaded anew");
  await looked(clerk, "séance, du nouveau");
  await wall.waitForFunction(() => document.querySelector("main").innerText.includes("30 in favour"), null, { timeout: 20000 });

  // What the clerk sends now is about another amendment, and is recorded; a figure that is none is told, and stays.
  await key(president, "c");
  await shows(president, "Amendment 11 was called");
  await looked(president, "sitting, next on the floor");
  await president.locator("#vote-in_favour").fill("many");
  await president.locator("#vote-against").fill("3");
  await president.evaluate(() => { document.querySelector("#vote-in_favour").pattern = ".*"; });
  const answer = president.waitForResponse((answer) => answer.request().method() === "POST");
  await president.locator("#vote button[value=reject]").focus();
  await president.keyboard.press("Enter");
  check((await answer).status() === 422, "a figure that is none was taken");
  await president.waitForLoadState();
  check((await president.locator("#vote-in_favour").inputValue()) === "many", "what was typed is gone");
  await looked(president, "sitting, refused");

  // The clerk looks again: the page follows by itself from now on, also where a form stands open.
  await clerk.locator("[data-newer] a").focus();
  await clerk.keyboard.press("Enter");
  await clerk.waitForLoadState();
  await clerk.locator("#annul-more summary").focus();
  await clerk.keyboard.press("Enter");
  await president.goto(`${address}/en/desk/sitting/${slug}`);
  await key(president, "n");
  await shows(president, "was not moved");
  await shows(clerk, "amendement 11 n");
  check((await clerk.locator("#annul-more").getAttribute("open")) !== null, "what stood open was closed");
  check(await clerk.evaluate(() => document.activeElement === document.querySelector("#annul-more summary")), "the focus is lost");

  // Annulled by the clerk, with a reason.
  await clerk.locator("#annul-reason").fill("le tableau a été mal lu");
  await clerk.locator("#annul button").focus();
  await clerk.keyboard.press("Enter");
  await shows(president, "annulled");
  check(wrong.length === 0, wrong.join("\n"));
  console.log(`seen after ${took} ms`);
});
