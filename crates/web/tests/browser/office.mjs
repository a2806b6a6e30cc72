// The table office by keys alone: a draft is brought in, what a member tables to it is numbered, put into the other language and
// given a committee's position, moved in the order, and published.
import { address, ask, check, run } from "./common.mjs";

const [password, english, french] = process.argv.slice(3);
const slug = "415-harbours";
const office = `/desk/office/${slug}`;

await run(async ({ context }) => {
  const signedIn = async (options, tongue) => {
    const page = await (await context({ reducedMotion: "reduce", ...options })).newPage();
    await page.goto(`${address}/${tongue}/account/sign-in`);
    await reach(page, "main [name=email]");
    await page.keyboard.type("office@lakes.example");
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${address}/${tongue}/account`);
    return page;
  };
  // Goes on with the key that everybody has until it is there.
  const reach = async (page, selector) => {
    for (let keys = 0; keys < 300; keys += 1) {
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${page.url()}: no key leads to ${selector}`);
  };
  const write = async (page, selector, text) => {
    await reach(page, selector);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(text);
  };
  const press = async (page, selector, key = "Enter") => {
    await reach(page, selector);
    await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
  };
  const follow = async (page, end) => press(page, `a[href$="${end}"]`);
  const recorded = async (page) => {
    const alert = await page.locator("[role=alert]").allInnerTexts();
    check(await page.locator("main .done[role=status]").count() === 1, `${page.url()}: nothing was recorded ${alert}`);
  };

  const page = await signedIn({ colorScheme: "light", viewport: { width: 1280, height: 900 } }, "en");
  await follow(page, "/en/desk/import");
  await write(page, "#text-0", english);
  await write(page, "#text-1", french);
  await write(page, "#slug", slug);
  await press(page, "button[value=open]");
  if (page.url().endsWith("/desk/import")) await press(page, "button[name=confirmed]");
  check(page.url() === `${address}/en${office}`, `the dossier was not opened: ${await page.locator("main").innerText()}`);

  await follow(page, `${office}/arrange`);
  await write(page, "#seize-committee", "Committee on Gates / commission des portes");
  await press(page, "button[value=seize]");
  await recorded(page);

  await ask("table 2");
  await follow(page, office);
  await press(page, "button[value=number-all]");
  await recorded(page);
  const rows = await page.locator(".office-list tbody tr").count();
  check(rows === 2, `${rows} amendments`);

  // Into French: what surrounds the words is there, they are not.
  await follow(page, `${office}/translations`);
  await follow(page, `${office}/translate/h-1`);
  check((await page.locator(".wording[lang=fr]").innerText()).includes("paragraphe"), "the wording is not prepared");
  await write(page, "#blank-0", "Une cloche les réveille toujours.");
  await press(page, "form.import button[type=submit]");
  await recorded(page);

  await follow(page, `${office}/positions`);
  await reach(page, "#position-position");
  await page.keyboard.type("In favour");
  await write(page, "#position-in_favour", "12");
  await write(page, "#position-against", "1");
  await press(page, "button[value=position]");
  await recorded(page);

  // The arrow of a row asks for a reason.
  await follow(page, `${office}/order`);
  const first = await page.locator(".office-order tbody tr").first().getAttribute("data-id");
  await reach(page, `tr[data-id="${first}"] .moves a`);
  await Promise.all([page.waitForURL(/what=order/), page.keyboard.press("Enter")]);
  await write(page, "#order-reason", "the gates come first");
  await press(page, "button[value=order]");
  await recorded(page);
  check(await page.locator(".office-order tbody tr").first().getAttribute("data-id") !== first, "nothing was moved");
  // The same by a mouse: only the reason is wanting.
  const [above, below] = [page.locator(".office-order tbody tr").nth(0), page.locator(".office-order tbody tr").nth(1)];
  const [moved, before] = [await below.getAttribute("data-id"), await above.getAttribute("data-id")];
  await below.dragTo(above);
  check(await page.locator("#order-amendment").inputValue() === moved, "the row was not dragged");
  check(await page.locator("#order-before").inputValue() === before, "the row was dragged elsewhere");
  check(await page.evaluate(() => document.activeElement.name) === "reason", "the reason is not asked for");

  await follow(page, `${office}/publish`);
  await write(page, "#publish-name", "Provisional version / Version provisoire");
  await reach(page, "#looked");
  await page.keyboard.press("Space");
  await press(page, "button[value=publish]");
  await recorded(page);
  await page.goto(`${address}/fr/${slug}/versions/1`);
  check((await page.locator("main").innerText()).includes("Une cloche les réveille toujours."), "the version is not what was recorded");

  // What others record comes by itself; who has begun to write is told, and keeps it.
  const other = await signedIn({}, "fr");
  await other.goto(`${address}/fr${office}/arrange`);
  await write(other, "#seize-committee", "Committee on Bells / commission des cloches");
  await page.goto(`${address}/en${office}`);
  await page.evaluate(() => { window.stayed = true; });
  await ask("table 1");
  await page.waitForFunction(() => document.querySelectorAll("button[name=one]").length === 1, null, { timeout: 20000 });
  await other.waitForFunction(() => !document.querySelector("[data-newer]").hidden, null, { timeout: 20000 });
  check(await page.evaluate(() => window.stayed), "the page was loaded anew");
  check((await other.locator("#seize-committee").inputValue()).startsWith("Committee on Bells"), "what was written is gone");

  // What is wrong stands beside the text.
  await page.goto(`${address}/en/desk/import`);
  await write(page, "#text-0", `${english}\n\nAmendment 1\n\nTabled by Ms Ada LINDQVIST\n\nIn the draft resolution, paragraph 77, make it better.\n`);
  await write(page, "#slug", "wrong");
  await press(page, "button[value=open]");
  check(await page.locator(".finding").count() > 0, "nothing was found");
  console.log("seen all");
});
