"""Opens documents in LibreOffice and writes their text beside them.

Takes a folder. Of each file in it comes FILE.accepted.txt, the text with all tracked changes
accepted, and of each NAME-changes.docx and NAME-changes.odt also FILE.rejected.txt.
"""

import pathlib
import sys

from office import Office, properties


def main(folder):
    office = Office(folder)
    as_text = properties(FilterName="Text (encoded)", FilterOptions="UTF8,LF")
    for file in sorted([*folder.glob("*.docx"), *folder.glob("*.odt")]):
        ways = [("Accept", "accepted"), ("Reject", "rejected")]
        for change, name in ways if file.stem.endswith("-changes") else ways[:1]:
            opened = office.opened(file.as_uri())
            office.changed(opened, change)
            opened.storeToURL(f"{file.as_uri()}.{name}.txt", as_text)
            opened.close(True)
    office.ended()


main(pathlib.Path(sys.argv[1]))
