// A member drafts by editing, by keyboard alone, and sees at once what it comes to; others sign in browsers of their own; it is
// tabled.
import { address, check, run } from "./common.mjs";

const [password, ...people] = process.argv.slice(3);
const [ada, ...others] = people;

// Goes on by the key Tab until what has the focus is this.
async function to(page, selector) {
  for (let key = 0; key < 400; key += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${page.url()}: no key leads to ${selector}`);
}

const enter = async (page) => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
};

async function signIn(context, email) {
  const page = await (await context({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" })).newPage();
  await page.goto(`${address}/en/account/sign-in`);
  await to(page, "#email");
  await page.keyboard.type(email);
  await to(page, "#password");
  await page.keyboard.type(password);
  await enter(page);
  return page;
}

await run(async ({ context }) => {
  const page = await signIn(context, ada);
  await page.goto(`${address}/en/412-lakes`);
  await to(page, 'a.amend[href$="at=a-para-2"]');
  await enter(page);
  await to(page, 'button[value="change"]');
  await enter(page);
  const draft = new URL(page.url()).pathname;
  check(/^\/en\/desk\/drafts\/\d+$/.test(draft), `the draft is at ${draft}`);

  // What is written is shown at once, and cannot be tabled before it is saved.
  await to(page, "#text");
  const text = await page.locator("#text").inputValue();
  await page.evaluate(() => { window.stayed = true; });
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text.replace("eleven harbours", "thirteen quiet harbours"));
  await page.waitForFunction(() => document.querySelector("#shown").innerText.includes("replace the word “eleven”"), null, { timeout: 20000 });
  await page.waitForFunction(() => document.querySelector("#shown ins")?.innerText === "thirteen quiet", null, { timeout: 20000 });
  check((await page.locator("[data-said]").textContent()).includes("thirteen quiet"), "what comes of it is not said");
  check(await page.evaluate(() => window.stayed), "the page was loaded anew");
  check(await page.locator("[data-kept]").isHidden(), "what is not saved can be tabled");
  check(await page.locator("[data-unkept]").isVisible(), "that it is not saved is not said");
  check(await page.locator('#shown a[href$="/amendments/5"]').count() === 1, "amendment 5 is not met");
  // The piece that the script fetched is what the page shows without one.
  const piece = await page.locator("#shown").innerHTML();
  await to(page, 'button[value="save"]');
  await enter(page);
  check(await page.locator("#shown").innerHTML() === piece, "the saved page shows something else");
  check(await page.locator("[data-kept]").isVisible(), "what is saved cannot be tabled");

  // It is shared with others by name, who sign it in browsers of their own.
  for (const email of others) {
    await to(page, "#name");
    await page.keyboard.type(email.split("@")[0]);
    await enter(page);
    const other = await signIn(context, email);
    await other.goto(`${address}/en/desk/drafts`);
    await to(other, `a[href="${draft}"]`);
    await enter(other);
    await to(other, 'button[value="sign"]');
    await enter(other);
    check((await other.locator('button[value="unsign"]').count()) === 1, `${email} has not signed`);
  }
  // Where a wording is not understood, the words are marked.
  await page.goto(`${address}/en/desk/draft/412-lakes`);
  await to(page, 'button[value="wording"]');
  await enter(page);
  await to(page, "#text");
  await page.keyboard.insertText("In the draft resolution, paragraph 2, replace the word “elleven” with the following word: “nine”");
  await page.waitForFunction(() => document.querySelector("#shown mark") !== null, null, { timeout: 20000 });
  await to(page, 'button[value="save"]');
  await enter(page);

  await page.goto(`${address}${draft}`);
  await to(page, "button.main");
  await enter(page);
  check((await page.locator("h1").innerText()) === "Receipt", `no receipt but ${page.url()}`);
  const receipt = new URL(page.url()).pathname.slice(3);
  check((await page.locator(".receipt code").count()) === 3, "the receipt does not say all");

  // Without scripts the same buttons do the same.
  const storageState = await page.context().storageState();
  const plain = await (await context({ storageState, javaScriptEnabled: false })).newPage();
  await plain.goto(`${address}/en/desk/draft/412-lakes?at=a-para-3`);
  await plain.click('button[value="delete"]');
  check((await plain.locator("#shown").innerText()).includes("delete paragraph 3"), "nothing is shown without a script");
  console.log(`seen ${receipt}`);
});
