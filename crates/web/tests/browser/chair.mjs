// The President and a clerk at the same sitting in two browsers: everything by keys; what one records stands on the other's page
// without a reload, and takes nothing from under the other's fingers. axe-core finds nothing on the page that says that there is news.
import { address, check, run, violations } from "./common.mjs";
import { accessKey } from "./keys.mjs";

const password = process.argv[3];
const slug = "412-lakes";

await run(async ({ context }) => {
  const signedIn = async (email, tongue, options) => {
    const page = await (await context({ reducedMotion: "reduce", ...options })).newPage();
    await page.goto(`${address}/${tongue}/account/sign-in`);
    await page.locator("main [name=email]").focus();
    await page.keyboard.type(email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${address}/${tongue}/account`);
    return page;
  };
  const president = await signedIn("president@lakes.example", "en", { colorScheme: "light" });
  const clerk = await signedIn("office@lakes.example", "fr", { colorScheme: "dark", viewport: { width: 360, height: 800 } });
  const wall = await (await context()).newPage();
  await wall.goto(`${address}/en/${slug}/projector`);
  await president.goto(`${address}/en/desk/sitting/${slug}`);
  await clerk.goto(`${address}/fr/desk/sitting/${slug}`);
  const shows = (page, text) => page.waitForFunction((text) => document.querySelector("main").innerText.replaceAll("\u00a0", " ").includes(text), text, { timeout: 20000 });

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
  await accessKey(president, "a");
  await shows(president, "Amendment 10 was put to the vote");
  await clerk.waitForFunction(() => !document.querySelector("[data-newer]").hidden, null, { timeout: 20000 });
  const took = Date.now() - began;
  check((await clerk.locator("#withdrawal-by").inputValue()) === "Mme Eva LOCK", "what the clerk wrote is gone");
  check(await clerk.evaluate(() => window.stayed), "the clerk's page was loaded anew");
  const wrong = await violations(clerk);
  check(wrong.length === 0, wrong.join("\n"));
  await wall.waitForFunction(() => document.querySelector("main").innerText.includes("30 in favour"), null, { timeout: 20000 });

  // What the clerk sends now is about another amendment, and is recorded; a figure that is none is told, and stays.
  await accessKey(president, "c");
  await shows(president, "Amendment 11 was called");
  await president.locator("#vote-in_favour").fill("many");
  await president.locator("#vote-against").fill("3");
  await president.evaluate(() => { document.querySelector("#vote-in_favour").pattern = ".*"; });
  const answer = president.waitForResponse((answer) => answer.request().method() === "POST");
  await president.locator("#vote button[value=reject]").focus();
  await president.keyboard.press("Enter");
  check((await answer).status() === 422, "a figure that is none was taken");
  await president.waitForLoadState();
  check((await president.locator("#vote-in_favour").inputValue()) === "many", "what was typed is gone");

  // The clerk looks again: the page follows by itself from now on, also where a form stands open.
  await clerk.locator("[data-newer] a").focus();
  await clerk.keyboard.press("Enter");
  await clerk.waitForLoadState();
  await clerk.locator("#annul-more summary").focus();
  await clerk.keyboard.press("Enter");
  await president.goto(`${address}/en/desk/sitting/${slug}`);
  await accessKey(president, "n");
  await shows(president, "was not moved");
  await shows(clerk, "amendement 11 n");
  check((await clerk.locator("#annul-more").getAttribute("open")) !== null, "what stood open was closed");
  check(await clerk.evaluate(() => document.activeElement === document.querySelector("#annul-more summary")), "the focus is lost");

  // Annulled by the clerk, with a reason.
  await clerk.locator("#annul-reason").fill("le tableau a été mal lu");
  await clerk.locator("#annul button").focus();
  await clerk.keyboard.press("Enter");
  await shows(president, "annulled");

  // What somebody offers in the sitting is shown as it would be read, while it is taken down; nothing is recorded by that.
  await president.locator("#oral-more summary").focus();
  await president.keyboard.press("Enter");
  await president.locator("#oral-wording_en").focus();
  await president.keyboard.insertText("In the draft resolution, delete paragraph 3.");
  await president.waitForFunction(() => document.querySelector("#shown .reads")?.innerText.includes("Deletes paragraph"), null, { timeout: 20000 });
  check(await president.locator("#shown del").count() > 0, "the change is not shown");
  check((await president.locator("[data-said]").textContent()).startsWith("Deletes paragraph"), "how it is read is not said");
  check(await president.locator(".urgent").count() === 0, "it is taken down");
  console.log(`seen after ${took} ms`);
});
