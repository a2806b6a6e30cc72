// A row of the calling order is dragged before another: the form above is filled in, and only the reason is wanting. Keys do the
// same by the links in each row.
for (const table of document.querySelectorAll("table[data-order]")) {
  const form = document.querySelector("#move form");
  let dragged = null;
  const row = (event) => event.target.closest("tbody tr");
  const clear = () => table.querySelectorAll(".before").forEach((one) => one.classList.remove("before"));
  for (const one of table.querySelectorAll("tbody tr")) one.draggable = true;
  table.addEventListener("dragstart", (event) => {
    dragged = row(event);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.id);
  });
  table.addEventListener("dragover", (event) => {
    const over = row(event);
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    clear();
    over.classList.add("before");
  });
  table.addEventListener("dragend", () => { dragged = null; clear(); });
  table.addEventListener("drop", (event) => {
    const over = row(event);
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    form.elements.amendment.value = dragged.dataset.id;
    form.elements.before.value = over.dataset.id;
    clear();
    form.elements.reason.focus();
  });
}
