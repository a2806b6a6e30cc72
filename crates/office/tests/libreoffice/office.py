"""LibreOffice, started with a profile of its own and driven through its bridge to Python."""

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


class Office:
    """The office with its profile in a folder."""

    def __init__(self, folder):
        pipe = f"hemicycle-{folder.name}"
        profile = (folder / "profile").as_uri()
        arguments = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        self.process = subprocess.Popen(arguments + [f"--accept=pipe,name={pipe};urp;"])
        self.context = connected(self.process, pipe)
        if self.context is None:
            self.process.kill()
            sys.exit("soffice does not listen")
        self.desktop = self.made("com.sun.star.frame.Desktop")
        self.dispatcher = self.made("com.sun.star.frame.DispatchHelper")

    def made(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def opened(self, url):
        return self.desktop.loadComponentFromURL(url, "_blank", 0, properties(Hidden=True))

    def changed(self, document, how):
        """Accepts or rejects all changes."""
        frame = document.CurrentController.Frame
        self.dispatcher.executeDispatch(frame, f".uno:{how}AllTrackedChanges", "", 0, ())

    def ended(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass  # The office ends before it answers.
        self.process.wait(timeout=PATIENCE)
