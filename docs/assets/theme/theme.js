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

new MutationObserver(complete).observe(document.body, { childList: true, subtree: true });
complete();
