// On a page that leads to another: go there, with the part that the link named.
const target = document.getElementById("moved")
location.replace(target.href + location.search + location.hash)
