// From an empty instance to the adopted text, with eleven people in browsers of their own: who administers makes the accounts, the
// table office brings the draft in, staff draft for a member, five sign, the committee tables its own, the office numbers, translates
// and publishes, the sitting decides, the wall and the public follow, the adopted text is fetched. Everybody goes by links, buttons
// and fields as they are named, with a mouse or, `by keys`, with the keys alone. Where there are several nodes, each of them serves
// some of these people.
import { check, run } from "./common.mjs";
import { Person } from "./hand.mjs";

const [nodes, first, english, french, hand] = process.argv.slice(2);
const addresses = nodes.split(",");
const slug = "415-harbours";
const committee = "Committee on Gates / commission des portes";
const password = "the gates of the harbours";
const patience = 30000;

await run(async ({ context }) => {
  let seats = 0;
  const seated = async () => {
    const person = await Person.seated(context, hand === "keys", { reducedMotion: "reduce", acceptDownloads: true });
    person.page.setDefaultTimeout(patience);
    person.node = addresses[seats % addresses.length];
    seats += 1;
    return person;
  };
  const shows = (text) => async (page) => (await page.locator("main").innerText()).replaceAll("\u00a0", " ").includes(text);
  const signIn = async (person, email) => {
    await person.write("E-mail address", email);
    await person.write("Password", password);
    await person.press("Sign in", "main");
  };
  const newPassword = async (person) => {
    await person.write("New password", password);
    await person.write("The same again", password);
  };
  // To the page of the dossier, by the name of the site.
  const toDossier = async (person) => {
    await person.follow("Assembly of the Lakes");
    await person.until((page) => page.getByRole("link", { name: "Open harbours" }).count(), "the dossier");
    await person.follow("Open harbours");
  };

  // The administrator comes by the link that the server printed, and makes an account for each.
  const admin = await seated();
  await admin.open(admin.node + first);
  await admin.write("Name", "Mr Paul KEY");
  await admin.write("E-mail address", "key@lakes.example");
  await newPassword(admin);
  await admin.press("Make the account");
  await signIn(admin, "key@lakes.example");
  await admin.follow("People");
  const people = {};
  for (const [name, role, body] of [
    ["Ms Vera INK", "Table office", ""],
    ["Ms Ida MEER", "Chair", ""],
    ["Mr Otto BANK", "Committee", committee],
    ["Mr Emil SHORE", "Group staff", "Group of the North"],
    ["Ms Ada LINDQVIST", "Member", ""],
    ["Mr Bruno CASTELL", "Member", ""],
    ["Ms Nora FENN", "Member", ""],
    ["Mr Jan WEIR", "Member", ""],
    ["Ms Ilse MOOR", "Member", ""],
  ]) {
    const last = name.split(" ").at(-1).toLowerCase();
    await admin.write("Name", name);
    await admin.write("E-mail address", `${last}@lakes.example`);
    await admin.press("Make the account");
    const link = (await admin.page.locator(".link").innerText()).trim();
    await admin.choose("Role", role, 'form[action$="/roles"]');
    if (body) await admin.write("Group or committee", body, 'form[action$="/roles"]');
    await admin.press("Give the role");
    await admin.follow("People");
    const person = await seated();
    await person.open(person.node + new URL(link, person.node).pathname);
    await newPassword(person);
    await person.press("Save");
    await signIn(person, `${last}@lakes.example`);
    people[last] = person;
  }
  const { ink, meer, bank, shore, lindqvist, castell, fenn, weir, moor } = people;
  const visitor = await seated();
  const wall = await seated();

  // The draft, in both languages, and the committee that reports on it.
  await ink.follow("A dossier is brought in");
  await ink.write("Text 1", english);
  await ink.write("Text 2", french);
  await ink.write("Name in addresses", slug);
  await ink.press("Read and open the dossier");
  if (ink.page.url().endsWith("/desk/import")) await ink.press("Open it with these warnings");
  await ink.follow("Deadlines, committees");
  await ink.write("Name, in all languages of the dossier with “ / ” between them", committee);
  await ink.press("Name the committee");

  // Staff draft for a member by editing the paragraph; members sign; the member whose it is tables it.
  await toDossier(shore);
  await shore.follow(/^Amend .*resolution 3$/);
  await shore.write("For which member", "Ms Ada LINDQVIST");
  await shore.press("Change this paragraph");
  const text = await shore.page.getByLabel("Text as it should read").inputValue();
  await shore.write("Text as it should read", text.replace("small huts", "cold and small huts"));
  await shore.page.waitForFunction(() => document.querySelector("#shown ins")?.innerText.includes("cold"), null, { timeout: patience });
  await shore.press("Save");
  check(await shore.page.getByRole("button", { name: "Sign", exact: true }).count() === 0, "staff could sign");
  for (const name of ["Mr Bruno CASTELL", "Ms Nora FENN", "Mr Jan WEIR", "Ms Ilse MOOR"]) {
    await shore.write("Member", name);
    await shore.press("Share");
  }
  for (const member of [lindqvist, castell, fenn, weir, moor]) {
    await member.follow("My amendments");
    await member.until((page) => page.locator("main .entries a").count(), "the draft that is shared");
    await member.follow("Paragraph 3", "main .entries");
    await member.press("Sign");
  }
  await lindqvist.page.reload();
  await lindqvist.press("Table it");
  check((await lindqvist.words()).includes("Receipt"), `no receipt: ${await lindqvist.words()}`);

  // The committee's secretariat writes wordings, and tables for it.
  await toDossier(bank);
  for (const wording of [
    "In the draft resolution, delete paragraph 5.",
    "In the draft resolution, paragraph 4, replace the word “repair” with the following words: “repair and paint”",
    "In the draft resolution, paragraph 4, replace the word “repair” with the following word: “rebuild”",
    "In the draft resolution, after paragraph 5, insert the following paragraph: “The lamps stay lit.”",
  ]) {
    await bank.follow(/^Amend .*resolution 5$/);
    await bank.press("Write a wording");
    await bank.write("Wording", wording);
    await bank.press("Save");
    await bank.press("Table it");
    check((await bank.words()).includes("Receipt"), `no receipt: ${await bank.words()}`);
    await bank.follow(/Open harbours$/);
  }

  // Numbers; which is which is seen by what they say.
  await ink.follow("Table office", "main");
  await ink.until(async (page) => await page.locator("button[name=one]").count() === 5, "what was tabled");
  await ink.press("Number all in calling order");
  const numbers = {};
  const numbered = async (page) => {
    for (const one of await page.locator("article[data-number]").all()) {
      const says = (await one.innerText()).replaceAll("\u00a0", " ");
      const number = await one.getAttribute("data-number");
      for (const [name, mark] of [["huts", "cold and"], ["count", "delete paragraph 5"], ["paint", "repair and paint"], ["rebuild", "“rebuild”"], ["lamps", "The lamps stay lit"]]) {
        if (says.includes(mark)) numbers[name] = number;
      }
    }
    return Object.keys(numbers).length === 5;
  };
  await visitor.open(visitor.node);
  await toDossier(visitor);
  await visitor.until(numbered, "five amendments");

  // Into French: the words of a new paragraph between what surrounds them, others whole.
  const intoFrench = async (name, write) => {
    await ink.follow("Translations");
    await ink.follow(`Into French: Amendment ${numbers[name]}`);
    await write();
    await ink.press("Record the translation");
  };
  await intoFrench("lamps", () => ink.write("New words: The lamps stay lit.", "Les lampes restent allumées."));
  for (const [name, wording] of [
    ["huts", "Dans le projet de résolution, paragraphe 3, première phrase, avant les mots «petites cabanes», insérer les mots suivants: «froides et»"],
    ["paint", "Dans le projet de résolution, paragraphe 4, remplacer le mot «réparer» par les mots suivants: «réparer et peindre»"],
  ]) {
    await intoFrench(name, async () => {
      await ink.follow("Write the whole wording instead");
      await ink.write("The whole wording", wording);
    });
  }

  // The committee's position, and the compendium.
  // A public page is the same for everybody, and leads who is signed in on to their account.
  await bank.follow("Sign in");
  await bank.follow(slug);
  await bank.until((page) => page.getByLabel("Position", { exact: true }).count(), "the committee's page");
  await bank.choose("Position", "Against");
  await bank.press("Record");
  for (const [edition, name] of [["Provisional version", "Provisional version / Version provisoire"], ["Final version", "Final version / Version finale"]]) {
    await ink.follow("Publish");
    await ink.choose("Version", edition);
    await ink.write("Name as printed, in all languages of the dossier with “ / ” between them", name);
    await ink.tick("I have looked at the preview below");
    await ink.press("Publish");
  }
  await visitor.follow("Versions");
  await visitor.until(shows("Final version"), "the published version");

  // The sitting.
  await wall.open(`${wall.node}/en/${slug}/projector`);
  await meer.page.reload();
  await meer.follow(slug);
  await meer.until((page) => page.getByRole("button", { name: "Open the sitting" }).count(), "the sitting");
  await meer.write("Name of the sitting", "First sitting / Première séance");
  await meer.press("Open the sitting");
  await visitor.follow("Amendments");
  const called = meer.page.locator(".chair h2").first();
  const named = async () => (await called.innerText()).replaceAll("\u00a0", " ").match(/Amendment (\d+)/)?.[1];
  const done = {};
  while (await meer.page.locator("#next").count()) {
    const number = await named();
    const name = Object.keys(numbers).find((name) => numbers[name] === number);
    check(name && !done[name], `amendment ${number} comes again`);
    if (name === "lamps") {
      await meer.unfold("An amendment is withdrawn");
      await meer.choose("Amendment", `Amendment ${number}`, "#withdrawal");
      await meer.write("By whom", committee);
      await meer.press("Withdrawn", "#withdrawal");
      done[name] = "withdrawn";
      continue;
    }
    await meer.press("Call it", "#next");
    await wall.comes(`Amendment ${number}`);
    await meer.press("Moved", "#mover");
    await meer.write("In favour", name === "count" ? "10" : "30", "#vote");
    await meer.write("Against", "20", "#vote");
    await meer.press(name === "count" ? "Rejected" : "Adopted", "#vote");
    done[name] = name === "count" ? "rejected" : "adopted";
    await visitor.page.waitForFunction(([number, word]) => document.querySelector(`article[data-number="${number}"]`)?.dataset.standing === word, [number, done[name]], { timeout: patience });
    if (name === "huts") {
      await meer.unfold("Put figures right");
      for (const [field, figure] of [["In favour", "31"], ["Against", "20"], ["Abstentions", "0"], ["Reason", "one card was not read"]]) await meer.write(field, figure, "#correct");
      await meer.press("Put right");
    }
  }
  check(done.huts === "adopted" && done.count === "rejected" && done.lamps === "withdrawn", `decided: ${JSON.stringify(done)}`);
  check([done.paint, done.rebuild].filter(Boolean).length === 1, `one of two rivals falls: ${JSON.stringify(done)}`);
  // Somebody has found that one sentence is wanting.
  await meer.unfold("Oral amendment");
  await meer.write("Offered by", "Ms Nora FENN");
  await meer.write("Wording (English)", "In the draft resolution, at the end of paragraph 3, insert the following text: “It is older than the gates.”");
  await meer.write("Wording (French)", "Dans le projet de résolution, à la fin du paragraphe 3, insérer le texte suivant: «Elle est plus ancienne que les portes.»");
  await meer.press("Take it down");
  await meer.press("It is taken into consideration");
  // Who offers it has moved it.
  await meer.press("Call it", "#next");
  await meer.press("Adopted", "#vote");
  await meer.write("In favour", "40", "#text");
  await meer.write("Against", "3", "#text");
  await meer.press("Adopted", "#text");
  await meer.press("Close the sitting");

  // The public has the adopted text, in both languages, and the figures as they were put right.
  await visitor.follow(`Amendment ${numbers.huts}`);
  await visitor.until(shows("31 in favour"), "the corrected figures");
  await visitor.follow("Adopted text");
  await visitor.until(shows("It is older than the gates."), "the adopted text");
  const file = visitor.page.locator('a[href$="/files/adopted.txt"]');
  await visitor.follow("Amendments");
  const en = await visitor.fetched(file);
  await visitor.follow("Français");
  const fr = await visitor.fetched(file);
  console.log(`seen ${JSON.stringify({ paint: done.paint ? "paint" : "rebuild", en, fr })}`);
});
