// Sets the theme that the reader has chosen before anything is painted, and marks the choice at the foot.
// Without scripts /theme.css does the first of the two.
(() => {
  const chosen = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie);
  const theme = chosen ? chosen[1] : "auto";
  document.documentElement.dataset.theme = theme;
  document.addEventListener("DOMContentLoaded", () => {
    const link = document.querySelector(`[data-theme-choice="${theme}"]`);
    if (link) link.setAttribute("aria-current", "true");
  });
})();
