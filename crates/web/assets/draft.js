// While somebody writes a draft, what it comes to stands beside it: fetched anew behind each pause, the same piece that the page
// shows without a script. What is not saved can be neither signed nor tabled.
(() => {
  const form = document.querySelector("form[data-draft]");
  const shown = document.querySelector("[data-shown]");
  if (!form || !shown) return;
  const kept = new FormData(form);
  const fields = ["text", "note"];
  const kind = document.querySelector("[data-kept]");
  const unkept = document.querySelector("[data-unkept]");
  const said = document.querySelector("[data-said]");
  let asking = null;
  let waiting = 0;

  const ask = async () => {
    asking?.abort();
    const own = asking = new AbortController();
    shown.setAttribute("aria-busy", "true");
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(shown.dataset.shown, { method: "POST", body, signal: own.signal });
      if (!answer.ok) return;
      const piece = await answer.text();
      if (own === asking && shown.innerHTML !== piece) shown.innerHTML = piece;
      // The whole piece would be too much to hear at each pause.
      const heard = shown.querySelector(".refused .wrong, .amended-wording")?.innerText ?? "";
      if (said && said.innerText !== heard) said.innerText = heard;
      const field = form.elements.text;
      if (field) field.toggleAttribute("aria-invalid", shown.querySelector(".refused") !== null);
    } catch {
      // Somebody wrote on, or the server is away: the next pause asks again.
    } finally {
      if (own === asking) shown.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("input", () => {
    const now = new FormData(form);
    const changed = fields.some((name) => now.get(name) !== kept.get(name));
    if (kind) kind.hidden = changed;
    if (unkept) unkept.hidden = !changed;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 350);
  });

  // A browser may have kept what was typed before.
  if (fields.some((name) => form.elements[name] && form.elements[name].value !== form.elements[name].defaultValue)) {
    form.dispatchEvent(new Event("input"));
  }
})();
