// A row of the calling order is dragged before another: the form above is filled in, and only the reason is wanting. Keys do the
// same by the links in each row. The page may be put anew at any time.
(() => {
  let dragged = null;
  const order = (event) => event.target.closest?.("table[data-order] tbody tr");
  const clear = () => document.querySelectorAll("table[data-order] .before").forEach((one) => one.classList.remove("before"));
  const other = (event) => {
    const over = order(event);
    return dragged && over && over !== dragged ? over : null;
  };
  document.addEventListener("pointerover", (event) => {
    const row = order(event);
    if (row) row.draggable = true;
  });
  document.addEventListener("dragstart", (event) => {
    dragged = order(event);
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.id);
  });
  document.addEventListener("dragover", (event) => {
    const over = other(event);
    if (!over) return;
    event.preventDefault();
    clear();
    over.classList.add("before");
  });
  document.addEventListener("dragend", () => { dragged = null; clear(); });
  document.addEventListener("drop", (event) => {
    const over = other(event);
    if (!over) return;
    event.preventDefault();
    const form = document.querySelector("#move form");
    form.elements.amendment.value = dragged.dataset.id;
    form.elements.before.value = over.dataset.id;
    clear();
    form.elements.reason.focus();
  });
})();
