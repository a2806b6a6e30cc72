"""Opens documents in LibreOffice and writes their text beside them.

Takes a folder. Of each file in it comes FILE.accepted.txt, the text with all tracked changes
accepted, and of each NAME-changes.docx and NAME-changes.odt also FILE.rejected.txt.
"""

import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# How long LibreOffice may take to start, in seconds.
PATIENCE = 120


def properties(**values):
    made = []
    for name, value in values.items():
        one = PropertyValue()
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def connected(office, pipe):
    """The office, once it listens; None where it ends before or takes too long."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            try:
                office.wait(timeout=0.1)
                return None
            except subprocess.TimeoutExpired:
                continue
    return None


def main(folder):
    pipe = f"hemicycle-{folder.name}"
    profile = (folder / "profile").as_uri()
    arguments = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    office = subprocess.Popen(arguments + [f"--accept=pipe,name={pipe};urp;"])
    context = connected(office, pipe)
    if context is None:
        office.kill()
        sys.exit("soffice does not listen")
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatch = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    as_text = properties(FilterName="Text (encoded)", FilterOptions="UTF8,LF")
    for file in sorted([*folder.glob("*.docx"), *folder.glob("*.odt")]):
        ways = [("Accept", "accepted"), ("Reject", "rejected")]
        for change, name in ways if file.stem.endswith("-changes") else ways[:1]:
            opened = desktop.loadComponentFromURL(
                file.as_uri(), "_blank", 0, properties(Hidden=True)
            )
            frame = opened.CurrentController.Frame
            dispatch.executeDispatch(frame, f".uno:{change}AllTrackedChanges", "", 0, ())
            opened.storeToURL(f"{file.as_uri()}.{name}.txt", as_text)
            opened.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass  # The office ends before it answers.
    office.wait(timeout=PATIENCE)


main(pathlib.Path(sys.argv[1]))
