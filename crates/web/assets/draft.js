// While somebody writes a wording or a text, what it comes to stands beside it: fetched anew behind each pause, the same piece that
// the page shows without a script. What is not saved can be neither signed nor tabled.
(() => {
  let asking = null;
  let waiting = 0;
  // What a form comes to stands in it, or, of the one that is a draft, beside it.
  const beside = (form) => form?.querySelector("[data-shown]") ?? (form?.matches("[data-draft]") ? document.querySelector("[data-shown]") : null);
  const changed = (form) => [...form.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);

  const ask = async (form, shown) => {
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
      const said = document.querySelector("[data-said]");
      const told = shown.querySelector(".refused .wrong") ?? shown.querySelector(shown.dataset.heard ?? ".amended-wording");
      const heard = told?.innerText ?? "";
      if (said && said.innerText !== heard) said.innerText = heard;
      const field = form.elements.text;
      if (field) field.setAttribute("aria-invalid", shown.querySelector(".refused") !== null);
    } catch {
      // Somebody wrote on, or the server is away: the next pause asks again.
    } finally {
      if (own === asking) shown.removeAttribute("aria-busy");
    }
  };

  const written = (form) => {
    const shown = beside(form);
    if (!shown) return;
    const [kept, unkept] = ["[data-kept]", "[data-unkept]"].map((piece) => document.querySelector(piece));
    if (kept) kept.hidden = changed(form);
    if (unkept) unkept.hidden = !changed(form);
    clearTimeout(waiting);
    waiting = setTimeout(ask, 350, form, shown);
  };
  document.addEventListener("input", ({ target }) => written(target.form));

  // A browser may have kept what was typed before.
  const form = document.querySelector("form[data-draft]");
  if (form && changed(form)) written(form);
})();
