// What people do to pages, told by the names that they read there, and done by one of two hands: a mouse, or the keys alone.
import { check } from "./common.mjs";
import { accessKey, reach, watched } from "./keys.mjs";

// Longer texts are not typed but pasted.
const typed = 200;

const mouse = {
  go: (page, locator) => locator.click(),
  press: (page, locator) => locator.click(),
  write: (page, locator, text) => locator.fill(text),
  choose: (page, locator, option) => locator.selectOption({ label: option }),
};

const keys = {
  go: async (page, locator) => {
    await reach(page, locator);
    await page.keyboard.press("Enter");
  },
  press: async (page, locator) => {
    const letter = await locator.getAttribute("accesskey");
    if (letter) return accessKey(page, letter);
    await reach(page, locator);
    await page.keyboard.press("Space");
  },
  write: async (page, locator, text) => {
    await reach(page, locator);
    await page.keyboard.press("ControlOrMeta+A");
    if (text.length > typed) await page.keyboard.insertText(text);
    else await page.keyboard.type(text);
    check(await locator.inputValue() === text, `${page.url()}: “${text}” was typed, and there stands “${await locator.inputValue()}”`);
  },
  choose: async (page, locator, option) => {
    await reach(page, locator);
    const away = await locator.evaluate((one, option) => {
      const label = (one) => one.label.replaceAll("\u00a0", " ");
      return [...one.options].findIndex((one) => label(one) === option) - one.selectedIndex;
    }, option);
    for (let count = Math.abs(away); count > 0; count -= 1) await page.keyboard.press(away > 0 ? "ArrowDown" : "ArrowUp");
    const chosen = await locator.evaluate((one) => one.selectedOptions[0].label.replaceAll("\u00a0", " "));
    check(chosen === option, `${page.url()}: “${option}” was looked for, and “${chosen}” is chosen`);
  },
};

// Somebody in a browser of their own. `within` is a piece of the page in which names are looked for.
export class Person {
  constructor(page, hand) {
    this.page = page;
    this.hand = hand;
  }

  static async seated(context, byKeys, options) {
    const page = await (await context(options)).newPage();
    if (byKeys) await watched(page);
    return new Person(page, byKeys ? keys : mouse);
  }

  // An address that was handed on, or that somebody knows.
  open(address) {
    return this.page.goto(address);
  }

  #in(within) {
    return within ? this.page.locator(within) : this.page;
  }

  #field(name, within) {
    return this.#in(within).getByLabel(name, { exact: true }).filter({ visible: true }).first();
  }

  write(name, text, within) {
    return this.hand.write(this.page, this.#field(name, within), text);
  }

  choose(name, option, within) {
    return this.hand.choose(this.page, this.#field(name, within), option);
  }

  tick(name) {
    return this.hand.press(this.page, this.#field(name));
  }

  unfold(name) {
    return this.hand.press(this.page, this.page.locator("summary").filter({ hasText: name }));
  }

  // A button whose form is sent, and taken.
  async press(name, within) {
    const button = this.#in(within).getByRole("button", { name, exact: typeof name === "string" }).first();
    const sent = (answer) => answer.request().method() === "POST" && answer.request().isNavigationRequest();
    const [answer] = await Promise.all([this.page.waitForResponse(sent), this.page.waitForEvent("load"), this.hand.press(this.page, button)])
      .catch(async (error) => { throw new Error(`${name}: ${error}\n${await this.words()}`); });
    check(answer.status() < 400, `${name} on ${this.page.url()}: ${answer.status()} ${(await this.page.locator("[role=alert]").allInnerTexts()).join(" ")}`);
  }

  // A link, by its name or by what it is.
  async follow(name, within) {
    const link = typeof name === "string" || name instanceof RegExp ? this.#in(within).getByRole("link", { name, exact: true }).first() : name;
    await Promise.all([this.page.waitForEvent("load"), this.hand.go(this.page, link)])
      .catch(async (error) => { throw new Error(`${name} on ${this.page.url()}: ${error}\n${(await this.words()).slice(0, 2000)}`); });
  }

  // A file behind a link, as text.
  async fetched(link) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.hand.go(this.page, link)]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }

  async words() {
    return (await this.page.locator("main").innerText()).replaceAll("\u00a0", " ");
  }

  // Looks again, as by the key F5, until the page shows this: another node, or a page that another has, may be a moment behind.
  async until(holds, what) {
    for (const end = Date.now() + 30000; Date.now() < end;) {
      if (await holds(this.page)) return;
      await this.page.reload();
    }
    throw new Error(`${this.page.url()} never showed ${what}: ${(await this.words()).slice(0, 2000)}`);
  }

  // What a page shows by itself.
  comes(text) {
    return this.page.waitForFunction((text) => document.querySelector("main").innerText.replaceAll("\u00a0", " ").includes(text), text, { timeout: 30000 });
  }
}
