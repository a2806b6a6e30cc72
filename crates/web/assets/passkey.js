// A device makes a key for this site, or uses one: the server gives a challenge, the browser asks the device, and the answer goes
// back. Where the browser knows no passkeys, the forms stay hidden.
(() => {
  const { parseCreationOptionsFromJSON: made, parseRequestOptionsFromJSON: used } = window.PublicKeyCredential ?? {};
  if (!made || !used) return;
  const send = (to, what) =>
    fetch(to, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(what) });

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const wrong = form.querySelector("[role=alert]");
    const tell = (why) => { wrong.textContent = why; wrong.hidden = why === ""; };
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      tell("");
      const button = form.querySelector("button");
      button.disabled = true;
      try {
        const begun = await send(form.dataset.begin, {});
        const asked = await begun.json();
        if (!begun.ok) return tell(asked.why ?? form.dataset.failed);
        const credential = form.dataset.passkey === "make"
          ? await navigator.credentials.create({ publicKey: made.call(PublicKeyCredential, asked.publicKey) })
          : await navigator.credentials.get({ publicKey: used.call(PublicKeyCredential, asked.publicKey) });
        const fields = Object.fromEntries(new FormData(form));
        const answer = await send(form.dataset.to, { ...fields, credential: credential.toJSON() });
        const said = await answer.json();
        if (!answer.ok) return tell(said.why ?? form.dataset.failed);
        location.assign(said.to);
      } catch {
        // Whoever has the device said no, or it has no key of this site.
        tell(form.dataset.failed);
      } finally {
        button.disabled = false;
      }
    });
  }
})();
