// The theme creates these elements in the browser; screen readers and keyboards need these attributes.
function complete() {
  document.querySelectorAll(".md-code__nav:not([aria-label])").forEach((bar) => {
    bar.setAttribute("aria-label", bar.closest("[id]").id.replace("__code_", "Code "));
  });
  document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])").forEach((table) => {
    table.tabIndex = 0;
    table.setAttribute("role", "group");
    table.setAttribute("aria-label", "Table");
  });
}

// On a phone, the cells of a row are stacked. In a wide table, each gets the name of its column.
function label() {
  document.querySelectorAll(".entries table").forEach((table) => {
    const names = [...table.querySelectorAll("th")].map((cell) => cell.textContent);
    if (names.length < 4) return;
    table.querySelectorAll("td:not(:first-child)").forEach((cell) => {
      cell.dataset.column = names[cell.cellIndex];
    });
  });
}

new MutationObserver(complete).observe(document.body, { childList: true, subtree: true });
complete();
label();
