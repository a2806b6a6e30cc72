// Passkeys: two people make one each on a device of their own, sign in by them, and take them back. The device is Chromium's own
// for tests, which answers as a phone does.
import { address, ask, check, run, violations } from "./common.mjs";

const [password] = process.argv.slice(3);

await run(async ({ context }) => {
  const person = async (email, tongue) => {
    const page = await (await context({ reducedMotion: "reduce" })).newPage();
    const devices = await page.context().newCDPSession(page);
    await devices.send("WebAuthn.enable");
    const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
    const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", { options });
    await page.goto(`${address}/${tongue}/account/sign-in`);
    await page.locator("[name=email]").fill(email);
    await page.locator("[name=password]").fill(password);
    await page.locator("form:has([name=password]) button").click();
    await page.waitForURL(`${address}/${tongue}/account`);
    const keys = async () => (await devices.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    const verifies = (isUserVerified) => devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    return { page, tongue, keys, verifies, devices, authenticatorId };
  };
  const make = async ({ page, tongue }, name) => {
    await page.locator("form[data-passkey=make] [name=name]").fill(name);
    await page.locator("form[data-passkey=make] button").click();
    await page.waitForURL(`${address}/${tongue}/account?done=passkey`);
    check((await page.locator("main").innerText()).includes(name), `${name} is not shown`);
  };
  const out = async ({ page, tongue }) => {
    await page.context().clearCookies();
    await page.goto(`${address}/${tongue}/account/sign-in?back=/${tongue}/account/tokens`);
  };
  const sign = ({ page }) => page.locator("form[data-passkey=use] button").click();
  const alert = async ({ page }, form) => {
    const told = page.locator(`form[data-passkey=${form}] [role=alert]`);
    await told.waitFor();
    return told.innerText();
  };
  const name = async ({ page, tongue }) => {
    await page.waitForURL(`${address}/${tongue}/account/tokens`);
    await page.goto(`${address}/${tongue}/account`);
    return page.locator("h1").innerText();
  };

  const clara = await person("clara@lakes.example", "en");
  await make(clara, "My phone");
  const found = await violations(clara.page);
  check(found.length === 0, found.join("\n"));
  const [key] = await clara.keys();
  check(key.isResidentCredential && key.rpId === "localhost", "the device finds the key by itself");
  await out(clara);
  const wrong = await violations(clara.page);
  check(wrong.length === 0, wrong.join("\n"));
  await sign(clara);
  const first = await name(clara);

  // One device, one key of an account.
  await clara.page.locator("form[data-passkey=make] [name=name]").fill("Again");
  await clara.page.locator("form[data-passkey=make] button").click();
  check((await alert(clara, "make")).startsWith("The device gave no passkey"), "the device has one already");
  check((await clara.page.locator("main").innerText()).includes("last used"), "the use is shown");

  const otto = await person("otto@lakes.example", "fr");
  await make(otto, "Mon téléphone <b>");
  await out(otto);
  await sign(otto);
  const second = await name(otto);

  // Whoever holds the phone and is not its owner.
  await clara.verifies(false);
  await out(clara);
  await sign(clara);
  check((await alert(clara, "use")).startsWith("The device gave no passkey"), "its owner must be there");
  await clara.verifies(true);

  // What is taken back is of no use, and neither is one whose account may not sign in.
  await sign(clara);
  await name(clara);
  await clara.page.locator(".held button[name=passkey]").click();
  await clara.page.waitForURL(`${address}/en/account?done=passkey-end`);
  await out(clara);
  await sign(clara);
  check((await alert(clara, "use")) === "No account signs in with this passkey.", "it is taken back");
  await ask("disable Otto");
  await out(otto);
  await sign(otto);
  check((await alert(otto, "use")).startsWith("Aucun compte"), "he may not sign in");

  console.log(`seen ${first} by her phone, ${second} by his, then neither`);
});
