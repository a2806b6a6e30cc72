"""Makes drafts in LibreOffice and writes them into a folder.

draft.odt and draft.docx have automatic lists of several levels, typed numbers, footnotes, italics and a
table. NAME.odt and NAME.docx are drafts in which Ada FOG and Ben REED have changed something; of each come
NAME.original.odt, as it was before, and NAME.accepted.odt and NAME.rejected.odt, as LibreOffice has them when
it opens NAME.odt again.
"""

import pathlib
import random
import sys

import uno
from com.sun.star.awt.FontSlant import ITALIC
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK
from office import Office, properties

# Formats of numbers as the API has them.
DIGITS, LETTERS, ROMAN = 4, 1, 3

# The paragraphs of the drafts that are changed, with their levels in the list.
LINES = [
    (None, "Doc. 120"),
    (None, "A. Draft resolution"),
    (0, "The lake is wide and cold."),
    (0, "The Assembly counts, in the north:"),
    (1, "old boats with their pilots;"),
    (1, "lamps on both shores;"),
    (2, "red ones in winter;"),
    (2, "green ones in spring;"),
    (1, "reeds and harbours."),
    (0, "Fog comes over the old harbour by night."),
    (0, "Pilots rest on the pier when it rains."),
    (0, "The water rises in spring. It falls in autumn."),
    (0, "Boats are mended in the yard."),
    (0, "Nobody swims here."),
]


class Draft:
    """A text document with a list style."""

    def __init__(self, office):
        self.office = office
        self.document = office.opened("private:factory/swriter")
        self.text = self.document.Text
        style = self.document.createInstance("com.sun.star.style.NumberingStyle")
        self.document.StyleFamilies.getByName("NumberingStyles").insertByName("Levels", style)
        rules = style.NumberingRules
        levels = [("%1%.", DIGITS), ("%1%.%2%.", DIGITS), ("(%3%)", LETTERS), ("%4%.", ROMAN)]
        for at, (label, kind) in enumerate(levels):
            level = properties(NumberingType=kind, ListFormat=label)
            level = uno.Any("[]com.sun.star.beans.PropertyValue", level)
            uno.invoke(rules, "replaceByIndex", (at, level))
        style.NumberingRules = rules

    def typed(self, lines):
        cursor = self.text.createTextCursor()
        for at, (level, words) in enumerate(lines):
            if at > 0:
                self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
                cursor.NumberingStyleName = ""
            self.text.insertString(cursor, words, False)
            if level is not None:
                cursor.NumberingStyleName = "Levels"
                cursor.NumberingLevel = level
                cursor.NumberingIsNumber = True

    def paragraphs(self):
        enumeration = self.text.createEnumeration()
        found = []
        while enumeration.hasMoreElements():
            found.append(enumeration.nextElement())
        return found

    def cursor(self, paragraph, start, length=0):
        cursor = self.text.createTextCursorByRange(paragraph.Start)
        cursor.goRight(start, False)
        cursor.goRight(length, True)
        return cursor

    def after(self, paragraph, words):
        """Puts in a paragraph behind another."""
        cursor = self.text.createTextCursorByRange(paragraph.End)
        self.text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        self.text.insertString(cursor, words, False)

    def between(self, start, end):
        """Takes out what stands between two places."""
        cursor = self.text.createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        cursor.setString("")

    def track(self, given, family):
        """Changes are tracked from now on, as this author's."""
        provider = self.office.made("com.sun.star.configuration.ConfigurationProvider")
        path = properties(nodepath="/org.openoffice.UserProfile/Data")
        service = "com.sun.star.configuration.ConfigurationUpdateAccess"
        access = provider.createInstanceWithArguments(service, path)
        access.setPropertyValue("givenname", given)
        access.setPropertyValue("sn", family)
        access.commitChanges()
        self.document.RecordChanges = True

    def stored(self, file, kind="writer8"):
        self.document.storeToURL(file.as_uri(), properties(FilterName=kind))

    def ended(self, folder, name):
        self.stored(folder / f"{name}.odt")
        self.stored(folder / f"{name}.docx", "MS Word 2007 XML")
        self.document.close(True)


def constructs(office, folder):
    draft = Draft(office)
    draft.typed(
        [
            (None, "Doc. 120"),
            (None, "Safe harbours"),
            (None, "A. Draft resolution"),
            (0, "The lake is wide."),
            (1, "It is cold;"),
            (2, "in winter;"),
            (3, "by night."),
            (2, "in spring."),
            (1, "It is deep."),
            (None, "Between them stand reeds."),
            (0, "Boats rest."),
            (0, "Depths:"),
            (0, "Fog comes."),
            (None, "B. Draft recommendation"),
            (None, "1. Typed numbers stay:"),
            (None, "1.1. as they are;"),
            (None, "1.2. on every shore."),
        ]
    )
    found = draft.paragraphs()
    found[12].NumberingStartValue, found[12].ParaIsNumberingRestart = 9, True
    draft.cursor(found[3], 4, 4).CharPosture = ITALIC
    note = draft.document.createInstance("com.sun.star.text.Footnote")
    draft.text.insertTextContent(found[10].End, note, False)
    note.setString("At the pier.")
    table = draft.document.createInstance("com.sun.star.text.TextTable")
    table.initialize(2, 2)
    draft.text.insertTextContent(found[12].Start, table, False)
    for cell, words in zip(["A1", "B1", "A2", "B2"], ["lake", "depth", "North", "12"]):
        table.getCellByName(cell).setString(words)
    draft.ended(folder, "draft")


def edited(office, folder):
    draft = Draft(office)
    draft.typed(LINES)
    draft.stored(folder / "edited.original.odt")
    draft.track("Ada", "FOG")
    found = draft.paragraphs()
    draft.cursor(found[2], 12, 4).setString("deep")
    draft.after(found[9], "Gulls follow it.")
    draft.between(found[6].Start, found[7].Start)
    draft.track("Ben", "REED")
    draft.between(found[11].End, found[12].End)
    draft.ended(folder, "edited")


def seeded(office, folder, seed):
    """A few changes anywhere."""
    chance = random.Random(seed)
    draft = Draft(office)
    draft.typed(LINES)
    draft.stored(folder / f"seeded-{seed}.original.odt")
    for given, family in [("Ada", "FOG"), ("Ben", "REED")]:
        draft.track(given, family)
        for _ in range(chance.randint(1, 3)):
            # The head of the paper stays, and the last paragraph.
            found = draft.paragraphs()
            at = chance.randrange(2, len(found) - 1)
            length = len(found[at].String)
            kind = chance.randrange(6)
            if kind == 0:
                draft.cursor(found[at], chance.randint(0, length), 0).setString("grey ")
            elif kind == 1 and length > 8:
                start = chance.randrange(length - 8)
                draft.cursor(found[at], start, chance.randint(1, 8)).setString("")
            elif kind == 2 and length > 8:
                draft.cursor(found[at], chance.randrange(length - 8), 4).setString("stone")
            elif kind == 3:
                draft.after(found[at], "Gulls follow it.")
            elif kind == 4:
                draft.between(found[at].Start, found[at + 1].Start)
            else:
                draft.between(found[at - 1].End, found[at].End)
    draft.ended(folder, f"seeded-{seed}")


def main(folder, seeds):
    office = Office(folder)
    constructs(office, folder)
    edited(office, folder)
    for seed in range(seeds):
        seeded(office, folder, seed)
    for file in sorted(folder.glob("*.odt")):
        if file.stem == "draft" or file.stem.endswith(".original"):
            continue
        for how in ["Accept", "Reject"]:
            document = office.opened(file.as_uri())
            office.changed(document, how)
            url = file.with_suffix(f".{how.lower()}ed.odt").as_uri()
            document.storeToURL(url, properties(FilterName="writer8"))
            document.close(True)
    office.ended()


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
