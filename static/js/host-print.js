/** The print button of the team cards. */
document.getElementById("print").addEventListener("click", () => window.print());
